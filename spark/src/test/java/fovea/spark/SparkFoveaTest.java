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
package fovea.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.block.LocalRunner;
import fovea.cli.BlockCommand;
import fovea.io.DataType;
import fovea.zarr.Elements;
import fovea.zarr.ZarrArray;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ZarrSpec;
import fovea.zarr.ome.OmeAxis;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.ome.OmeLevel;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.store.FolderStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark in this process leaves the same bytes as Fovea alone. */
class SparkFoveaTest {

	private static final int WIDTH = 2600;
	private static final int HEIGHT = 300;
	private static final int CHUNK = 200;

	@TempDir
	Path folder;

	/** Nuclei, so wide that there are two blocks. */
	private void image() throws Exception {
		final BufferedImage sample =
				ImageIO.read(Path.of("../samples/nuclei-touching.png").toFile());
		try (FolderStore store = FolderStore.create(folder.resolve("cells.zarr"))) {
			final OmeImage image = new OmeImage(
					"cells",
					List.of(OmeAxis.of(OmeAxis.Kind.Y, Optional.empty()), OmeAxis.of(OmeAxis.Kind.X, Optional.empty())),
					List.of(new OmeLevel("0", List.of(1.0, 1.0), Collections.nCopies(2, 0.0))),
					List.of(),
					false);
			ZarrGroup.create(store, "", 3, image.attributes(OmeVersion.V0_5));
			final ZarrArray array =
					ZarrArray.create(store, "0", ZarrSpec.v3(DataType.UINT8, new long[] {HEIGHT, WIDTH}, CHUNK, CHUNK));
			for (int row = 0; row * CHUNK < HEIGHT; row++)
				for (int column = 0; column * CHUNK < WIDTH; column++) {
					final Elements chunk = Elements.zeros(DataType.UINT8, CHUNK * CHUNK);
					for (int y = 0, i = 0; y < CHUNK; y++)
						for (int x = 0; x < CHUNK; x++, i++)
							chunk.set(i, (long) sample.getRaster()
									.getSample(
											(column * CHUNK + x) % sample.getWidth(),
											(row * CHUNK + y) % sample.getHeight(),
											0));
					array.writeChunk(chunk, row, column);
				}
		}
	}

	private List<String> command(final String out) {
		return List.of(
				"segment",
				folder.resolve("cells.zarr").toString(),
				"--scale",
				"1",
				"--out",
				folder.resolve(out).toString());
	}

	private Map<String, List<Byte>> files(final String name) throws IOException {
		final Map<String, List<Byte>> files = new TreeMap<>();
		final Path root = folder.resolve(name);
		try (Stream<Path> all = Files.walk(root)) {
			for (final Path file : all.filter(Files::isRegularFile).toList()) {
				final List<Byte> bytes = new java.util.ArrayList<>();
				for (final byte b : Files.readAllBytes(file)) bytes.add(b);
				files.put(root.relativize(file).toString(), bytes);
			}
		}
		return files;
	}

	@Test
	void localSparkLeavesTheSameFiles() throws Exception {
		image();
		assertEquals(0, BlockCommand.run(command("a/labels.zarr"), new LocalRunner(2)));
		final List<String> args = new java.util.ArrayList<>(List.of("--master", "local[2]", "--parquet"));
		args.addAll(command("b/labels.zarr"));
		assertEquals(0, SparkFovea.run(args.toArray(String[]::new)));
		final Path parquet = folder.resolve("b/labels-objects.parquet");
		assertTable(Files.readAllLines(folder.resolve("b/labels-objects.csv")), parquet);
		Files.delete(parquet);
		assertEquals(files("a").keySet(), files("b").keySet());
		for (final String file : files("a").keySet())
			assertEquals(files("a").get(file), files("b").get(file), file);
		assertFalse(Files.exists(folder.resolve("b/labels.zarr.work")));
		assertTrue(Files.readAllLines(folder.resolve("b/labels-objects.csv")).size() > 100, "objects");
	}

	private static void assertTable(final List<String> csv, final Path parquet) throws IOException {
		try (ParquetReader<Group> reader = new ParquetReader.Builder<Group>(new LocalInputFile(parquet)) {
			@Override
			protected ReadSupport<Group> getReadSupport() {
				return new GroupReadSupport();
			}
		}.build()) {
			for (final String line : csv.subList(1, csv.size())) {
				final String[] cells = line.split(",");
				final Group row = reader.read();
				assertEquals(cells[0], row.getString("Label", 0));
				assertEquals(Long.parseLong(cells[6]), row.getLong("Pixels", 0));
				assertEquals(Double.parseDouble(cells[5]), row.getDouble("MeanProbability", 0));
			}
			assertNull(reader.read());
		}
	}

	@Test
	void whatFailsInATaskIsALine() throws Exception {
		image();
		final Path chunk = folder.resolve("cells.zarr/0/c/0/3");
		final byte[] bytes = Files.readAllBytes(chunk);
		bytes[30] ^= 1;
		Files.write(chunk, bytes);
		final java.io.PrintStream err = System.err;
		final java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
		System.setErr(new java.io.PrintStream(said, true));
		try {
			final List<String> args = new java.util.ArrayList<>(List.of("--master=local[1]"));
			args.addAll(command("labels.zarr"));
			assertEquals(1, SparkFovea.run(args.toArray(String[]::new)));
		} finally {
			System.setErr(err);
		}
		final String line =
				said.toString().lines().filter(l -> l.contains("cells.zarr")).reduce("", (a, b) -> b);
		assertTrue(line.contains("Chunk [0, 3] of '0' in"), said.toString());
		assertFalse(line.contains("Exception"), line);
	}

	@Test
	void aCommandThatCannotBeMeantIsRefused() {
		assertEquals(2, SparkFovea.run("--master"));
		assertEquals(2, SparkFovea.run("denoise", "x.tif"));
		assertEquals(2, SparkFovea.run("--conf", "nothing", "segment"));
		assertArrayEquals(new int[] {0, 2}, new int[] {SparkFovea.run("--help"), SparkFovea.run()});
	}
}
