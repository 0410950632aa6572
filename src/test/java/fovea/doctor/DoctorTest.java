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
package fovea.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.device.DeviceChoice;
import fovea.engine.Engine;
import fovea.engine.EngineKind;
import fovea.model.library.ModelLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("thorough")
class DoctorTest {

	private static final List<String> SECTIONS = List.of(
			"Versions",
			"Memory and disk",
			"TensorFlow of other plugins",
			"TensorFlow",
			"Devices",
			"What a GPU needs",
			"Models");

	@TempDir
	private Path folder;

	private static List<String> report(final HostFacts host, final Doctor.Engines engines, final ModelLibrary library) {
		final List<String> lines = new ArrayList<>();
		new Doctor(host, engines, library).report(lines::add);
		return lines;
	}

	private static List<String> sections(final List<String> lines) {
		return lines.stream().filter(line -> !line.startsWith("  ")).toList();
	}

	@ParameterizedTest
	@EnumSource(EngineKind.class)
	void eachSectionIsThereWithEitherEngine(final EngineKind kind) throws Exception {
		final Path models = Files.createDirectory(folder.resolve("models"));
		Files.writeString(models.resolve("torn.zip"), "no zip");
		final List<String> lines;
		try (Engine engine = Engine.of(kind)) {
			lines = report(
					new HostFacts(Optional.of("1.54p"), Optional.empty()),
					() -> engine,
					new ModelLibrary(List.of(models)));
		}
		final String text = String.join("\n", lines);
		assertEquals(SECTIONS, sections(lines));
		assertFalse(text.contains(System.getProperty("user.home")), text);
		assertTrue(lines.contains("  ImageJ 1.54p"), text);
		assertTrue(lines.stream().anyMatch(line -> line.startsWith("  engine: " + kind.label())), text);
		assertTrue(
				lines.stream()
						.anyMatch(
								line -> line.matches("  CPU: a convolution .* takes [0-9.]+ ms, [1-9][0-9]* GFLOP/s")),
				text);
		assertTrue(
				lines.stream().anyMatch(line -> line.matches("  nuclei: comes with Fovea, bioimage.io 0.5.*: opens")),
				text);
		assertTrue(lines.stream().anyMatch(line -> line.startsWith("  torn: cannot be told: ")), text);
		assertFalse(text.contains("null"), text);
	}

	@Test
	void withoutAnEngineAllElseIsToldAndWhyThereIsNone() {
		final List<String> lines = report(
				new HostFacts(Optional.empty(), Optional.empty()),
				() -> {
					throw new FoveaException("TensorFlow is not installed:\n at all");
				},
				new ModelLibrary(List.of()));
		assertEquals(SECTIONS, sections(lines));
		assertEquals(
				3,
				lines.stream()
						.filter("  cannot be told: TensorFlow is not installed: at all"::equals)
						.count(),
				() -> String.join("\n", lines));
	}

	@Test
	@EnabledOnOs({OS.LINUX, OS.MAC})
	void foldersThatOthersMayWriteAreNotSafe() throws IOException {
		final Path closed = Files.createDirectory(folder.resolve("closed"));
		final Path open = Files.createDirectory(folder.resolve("open"));
		Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
		final String before = System.getProperty("fovea.cache");
		System.setProperty(
				"fovea.cache", Files.createDirectory(open.resolve("cache")).toString());
		try {
			final List<String> lines = new Space(new ModelLibrary(List.of(closed, open))).lines();
			assertTrue(
					lines.stream().anyMatch(line -> line.startsWith("own models: " + closed) && !line.contains("SAFE")),
					lines.toString());
			assertTrue(
					lines.stream()
							.anyMatch(line -> line.startsWith("own models: " + open)
									&& line.endsWith("NOT SAFE: others may write into " + open)),
					lines.toString());
			assertTrue(
					lines.stream()
							.anyMatch(line -> line.startsWith("cache: ")
									&& line.endsWith("NOT SAFE: others may write into " + open)),
					lines.toString());
		} finally {
			if (before == null) System.clearProperty("fovea.cache");
			else System.setProperty("fovea.cache", before);
		}
	}

	@Test
	void whateverAProbeMeetsIsALine() {
		final List<Section.Probe> probes = List.of(
				() -> {
					throw new IOException("disk\non fire");
				},
				() -> {
					throw new UncheckedIOException(new IOException("gone"));
				},
				() -> {
					throw new UnsatisfiedLinkError("no such library");
				});
		for (final Section.Probe probe : probes) {
			final List<String> lines = new Section("Title", probe).lines();
			assertEquals(2, lines.size());
			assertTrue(lines.get(1).startsWith("  cannot be told: java."), lines.get(1));
		}
		assertEquals(List.of("cannot be told: java.io.IOException: disk on fire"), Section.look(probes.get(0)));
	}

	@Test
	void otherTensorFlowsAreFoundAndSaidToBeNoProblem() throws IOException {
		for (final String jar : List.of(
				"jars/libtensorflow-1.15.0.jar",
				"jars/proto-1.15.0.jar",
				"jars/linux64/libtensorflow_jni-1.15.0.jar",
				"plugins/CSBDeep_.jar",
				"jars/protobuf-java-3.21.9.jar",
				"jars/prototype.jar")) {
			Files.createDirectories(folder.resolve(jar).getParent());
			Files.createFile(folder.resolve(jar));
		}
		final List<String> lines = new OtherTensorFlow(Optional.of(folder)).lines();
		assertEquals(
				List.of(
						"jars/libtensorflow-1.15.0.jar",
						"jars/linux64/libtensorflow_jni-1.15.0.jar",
						"jars/proto-1.15.0.jar",
						"jars/protobuf-java-3.21.9.jar"),
				lines.subList(0, 4).stream()
						.map(line -> line.replace('\\', '/'))
						.toList());
		assertTrue(lines.get(4).startsWith("no problem for the engine 'worker'"), lines.get(4));
		assertEquals(
				List.of("none in jars/ and plugins/"),
				new OtherTensorFlow(Optional.of(folder.resolve("plugins"))).lines());
	}

	@Test
	void neitherHomeNorUserAreInTheText() {
		final Privacy privacy = new Privacy(List.of("/home/ann", "/data/home/ann"), "ann");
		assertEquals("~/.javacpp/cache", privacy.hide("/home/ann/.javacpp/cache"));
		assertEquals("in ~, ~", privacy.hide("in /data/home/ann, /home/ann"));
		assertEquals(
				"/tmp/.javacpp-USER/cache and /media/USER/disk",
				privacy.hide("/tmp/.javacpp-ann/cache and /media/ann/disk"));
		assertEquals("/home/anna and a banner of ann", privacy.hide("/home/anna and a banner of ann"));
		assertEquals("~\\AppData", new Privacy(List.of("C:\\Users\\Ann"), "Ann").hide("c:\\users\\ann\\AppData"));
		assertEquals("/", new Privacy(List.of("/"), "").hide("/"));
	}

	@Test
	void differencesArePartsOfTheRange() {
		assertEquals(0, DeviceComparison.difference(new float[] {1, 3}, new float[] {1, 3}));
		assertEquals(0.25, DeviceComparison.difference(new float[] {1, 3}, new float[] {1, 2.5f}));
		assertTrue(Double.isNaN(DeviceComparison.difference(new float[] {1, 3}, new float[] {Float.NaN, 3})));
		assertTrue(new DeviceComparison.Line("a", 1, 1, 1e-4).agrees());
		assertFalse(new DeviceComparison.Line("a", 1, 1, 1.1e-4).agrees());
		assertFalse(new DeviceComparison.Line("a", 1, 1, Double.NaN).agrees());
	}

	@Test
	@Tag("slow")
	void theProcessorAgreesWithItself() throws FoveaException {
		try (Engine engine = Engine.of(EngineKind.INPROCESS)) {
			final List<DeviceComparison.Line> lines = new DeviceComparison(engine, new ModelLibrary(List.of()))
					.compare(DeviceChoice.CPU, DeviceChoice.CPU);
			assertEquals(3, lines.size());
			for (final DeviceComparison.Line line : lines) assertTrue(line.difference() <= 1e-6, line.text());
		}
	}
}
