/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.model.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.io.DataType;
import fovea.io.Npy;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.Citation;
import fovea.model.ClassSpec;
import fovea.model.ModelSpec;
import fovea.model.ObjectTraits;
import fovea.model.Processing;
import fovea.model.Purpose;
import fovea.model.PurposeFinding;
import fovea.model.TensorSpec;
import fovea.model.Weights;
import fovea.model.rdf.RdfReader;
import fovea.model.rdf.RdfWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageWriterTest {

	@TempDir
	Path folder;

	private static AxisSpec axis(
			final AxisType type, final String id, final AxisSize size, final int halo, final String... channels) {
		return new AxisSpec(type, id, size, halo < 0 ? OptionalInt.empty() : OptionalInt.of(halo), List.of(channels));
	}

	private static ModelSpec everything() {
		final Set<AxisType> plane = Set.of(AxisType.X, AxisType.Y);
		final TensorSpec input = new TensorSpec(
				"raw",
				"what comes in",
				DataType.FLOAT32,
				List.of(
						axis(AxisType.BATCH, "batch", new AxisSize.Steps(1, 1), -1),
						axis(AxisType.Y, "y", new AxisSize.Steps(32, 16), -1),
						axis(AxisType.X, "x", new AxisSize.Fixed(64), -1),
						axis(AxisType.CHANNEL, "channel", new AxisSize.Fixed(2), -1, "red", "green")),
				List.of(
						new Processing.ScaleLinear(List.of(2.0, 3.0), List.of(0.5, 0.25)),
						new Processing.Clip(0, Double.POSITIVE_INFINITY),
						new Processing.ScaleRange(1, 99.5, 1e-6, plane, Optional.empty()),
						new Processing.ZeroMeanUnitVariance(1e-4, plane),
						new Processing.FixedZeroMeanUnitVariance(List.of(7.0), List.of(2.0)),
						new Processing.EnsureDtype(DataType.FLOAT32)),
				Optional.of("in.npy"));
		final TensorSpec output = new TensorSpec(
				"scores",
				"",
				DataType.FLOAT32,
				List.of(
						axis(AxisType.BATCH, "batch", new AxisSize.Steps(1, 1), -1),
						axis(AxisType.Y, "y", new AxisSize.Reference("raw", "y", 0.5, -4), 3),
						axis(AxisType.X, "x", new AxisSize.Reference("raw", "x", 1, 0), 0),
						axis(AxisType.CHANNEL, "channel", new AxisSize.Fixed(2), -1, "background", "cell")),
				List.of(
						new Processing.Softmax(),
						new Processing.Binarize(List.of(0.5)),
						new Processing.ScaleMeanVariance(1e-6, plane, Optional.of("raw"))),
				Optional.empty());
		return new ModelSpec(
				RdfWriter.FORMAT_VERSION,
				"a name: with a colon",
				"#no comment\nsecond line",
				"1.2.0",
				"MIT",
				List.of("A. Author"),
				List.of(new Citation("A paper", "10.1/x", "")),
				List.of(input),
				List.of(output),
				Optional.of(new Weights("w.zip", "", "2.18.0")),
				List.of(new ClassSpec("background", 0), new ClassSpec("cell", 0xff8000)),
				new ObjectTraits(OptionalDouble.of(16), OptionalDouble.of(52.5), OptionalInt.of(9), 1, true),
				new PurposeFinding(Optional.of(Purpose.SEGMENTS), true),
				false);
	}

	@Test
	void whatIsWrittenIsRead() throws ModelException {
		final String text = new RdfWriter(java.util.Map.of())
				.text(everything(), java.util.Map.of("epochs", 10), "2026-01-01T00:00:00Z");
		assertEquals(everything(), RdfReader.parse(text, "rdf.yaml").spec());
	}

	@Test
	void aPackageOpensWithItsSavedModelAndItsFiles() throws Exception {
		final Path savedModel = Fixtures.model("tf1-frozen-radius3").resolve("savedmodel");
		Npy.write(folder.resolve("t.npy"), new int[] {2}, new float[] {1, 2});
		final Path zip = folder.resolve("model.zip");
		new PackageWriter(everything(), savedModel, "2.18.0")
				.file("in.npy", Files.readAllBytes(folder.resolve("t.npy")))
				.file("README.md", "text".getBytes(StandardCharsets.US_ASCII))
				.write(zip);
		try (ModelArchive archive = ModelArchive.open(zip)) {
			assertEquals("a name: with a colon", archive.name());
			assertArrayEquals(
					Files.readAllBytes(savedModel.resolve("saved_model.pb")),
					Files.readAllBytes(archive.savedModel().resolve("saved_model.pb")));
			assertArrayEquals(
					new float[] {1, 2}, Npy.read(archive.resolve("in.npy")).data());
		}
	}

	@Test
	void nothingIsLeftWhereItCannotBeWritten() throws Exception {
		final Path occupied = Files.createDirectories(
						folder.resolve("model.zip").resolve("inner"))
				.getParent();
		assertThrows(
				ModelException.class,
				() -> new PackageWriter(
								everything(),
								Fixtures.model("tf1-frozen-radius3").resolve("savedmodel"),
								"")
						.write(occupied));
		try (Stream<Path> left = Files.list(folder)) {
			assertTrue(left.allMatch(occupied::equals));
		}
	}
}
