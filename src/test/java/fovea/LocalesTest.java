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
package fovea;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.cli.CommandLineCalls;
import fovea.ij1.bridge.HeadlessImageJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In languages with digits, commas and capitals of their own the same files are written, byte by byte, as in English.
 */
@Tag("thorough")
class LocalesTest {

	private static final Path SAMPLE = Path.of("samples", "blobs.tif").toAbsolutePath();
	private static final List<String> ENGLISH = List.of("-Duser.language=en", "-Duser.country=US");
	private static final List<String> EGYPT = List.of("-Duser.language=ar", "-Duser.country=EG");
	private static final List<String> IRAN = List.of("-Duser.language=fa", "-Duser.country=IR");
	private static final List<String> THAI = List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.variant=TH");
	private static final List<String> TURKEY = List.of("-Duser.language=tr", "-Duser.country=TR");
	private static final List<String> GERMANY = List.of("-Duser.language=de", "-Duser.country=DE");

	private static final List<String> SEGMENT =
			List.of("segment", "--model", "blobs-threshold", "--labels", "--out", "OUT", SAMPLE.toString());
	private static final List<String> TRAIN = List.of(
			"train",
			"--data",
			SAMPLE.toString(),
			"--architecture",
			"cae-denoise",
			"--epochs",
			"1",
			"--patch",
			"32",
			"--batch",
			"32",
			"--validation",
			"0",
			"--seed",
			"3",
			"--out",
			"OUT.zip");

	@TempDir
	private static Path folder;

	private static Map<List<String>, Path> results;

	/** One process for each language; as many at once as there are processors, since most of their start is not. */
	@BeforeAll
	static void runTheCommandLines() {
		results = inEach(
				List.of(ENGLISH, EGYPT, IRAN, THAI, TURKEY, GERMANY),
				language -> fovea(
						language,
						List.of(ENGLISH, EGYPT, IRAN).contains(language) ? List.of(SEGMENT, TRAIN) : List.of(SEGMENT)));
	}

	/** What is done in a language. */
	private interface Task {

		/** @return where its results are */
		Path run(List<String> language) throws Exception;
	}

	private static Map<List<String>, Path> inEach(final List<List<String>> languages, final Task task) {
		return languages.parallelStream().collect(Collectors.toConcurrentMap(language -> language, language -> {
			try {
				return task.run(language);
			} catch (final Exception e) {
				throw new AssertionError(language.toString(), e);
			}
		}));
	}

	private static Path fovea(final List<String> language, final List<List<String>> commandLines)
			throws IOException, InterruptedException {
		final Path out = Files.createTempDirectory(folder, "out");
		final List<String> java = new ArrayList<>(language);
		java.addAll(List.of("-cp", JavaProcess.classPath(), CommandLineCalls.class.getName()));
		for (final List<String> arguments : commandLines)
			java.add(String.join("\n", arguments).replace("OUT", out.toString()));
		final JavaProcess.Outcome outcome = JavaProcess.run(folder, java);
		assertEquals(0, outcome.exitCode(), () -> language + String.join("\n", outcome.errors()));
		return out;
	}

	@Test
	void segmentWritesTheSameBytes() throws Exception {
		final Map<String, byte[]> expected = files(results.get(ENGLISH));
		assertTrue(
				expected.containsKey("blobs-objects.csv") && expected.size() == 4,
				expected.keySet().toString());
		for (final List<String> language : List.of(EGYPT, IRAN, THAI, TURKEY, GERMANY))
			assertSame(expected, files(results.get(language)), language);
	}

	@Test
	void trainingGivesTheSameWeights() throws Exception {
		final byte[] expected = weights(Path.of(results.get(ENGLISH) + ".zip"));
		assertTrue(expected.length > 1000);
		for (final List<String> language : List.of(EGYPT, IRAN))
			assertArrayEquals(expected, weights(Path.of(results.get(language) + ".zip")), language.toString());
	}

	/** @return of the SavedModel, which is a zip in the zip */
	private static byte[] weights(final Path zip) throws IOException {
		try (ZipFile file = new ZipFile(zip.toFile());
				ZipInputStream inner =
						new ZipInputStream(file.getInputStream(file.getEntry("tensorflow_saved_model_bundle.zip")))) {
			for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry())
				if (entry.getName().endsWith("variables.data-00000-of-00001")) return inner.readAllBytes();
			throw new AssertionError("no weights in " + zip);
		}
	}

	@Test
	void macrosWriteTheSameBytes() throws Exception {
		final String macro = """
			open('SAMPLE');
			run('Set Scale...', 'distance=1 known=0.325 unit=um');
			run('Segment (FCN)...', 'model=blobs-threshold threshold=0.45 minsize=20 labels=true table=true');
			saveAs('Results', 'OUT/table.csv');
			saveAs('Tiff', 'OUT/labels.tif');
			selectImage(1);
			run('Denoise (CAE)...', 'model=smooth-denoise tilesize=128');
			saveAs('Tiff', 'OUT/denoised.tif');
			run('Batch Folder...', 'input=IN output=OUT/batch model=blobs-threshold threshold=0.5 minsize=2');
			print('end');
			""".replace('\'', '"').replace("SAMPLE", SAMPLE.toString());
		final Path in = Files.createDirectory(folder.resolve("in"));
		Files.copy(SAMPLE, in.resolve("blobs.tif"));
		final Map<List<String>, Path> out = inEach(List.of(ENGLISH, EGYPT, IRAN), language -> {
			final Path here = Files.createTempDirectory(folder, "macro");
			final JavaProcess.Outcome outcome = new HeadlessImageJ(Files.createTempDirectory(folder, "imagej"))
					.run(macro.replace("OUT", here.toString()).replace("IN", in.toString()), language);
			assertEquals(
					"end",
					outcome.output().isEmpty()
							? ""
							: outcome.output().get(outcome.output().size() - 1),
					() -> language + String.join("\n", outcome.errors()));
			return here;
		});
		for (final List<String> language : List.of(EGYPT, IRAN))
			assertSame(files(out.get(ENGLISH)), files(out.get(language)), language);
	}

	private static void assertSame(
			final Map<String, byte[]> expected, final Map<String, byte[]> got, final List<String> language) {
		assertEquals(expected.keySet(), got.keySet(), language.toString());
		expected.forEach((name, bytes) -> assertArrayEquals(bytes, got.get(name), name + " " + language));
	}

	/** Without journals and lists of results, which have times in them. */
	private static Map<String, byte[]> files(final Path folder) throws IOException {
		final Map<String, byte[]> files = new LinkedHashMap<>();
		try (Stream<Path> all = Files.walk(folder)) {
			for (final Path file : all.filter(Files::isRegularFile)
					.filter(f -> !f.toString().contains("journal"))
					.sorted()
					.toList()) files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
		}
		return files;
	}
}
