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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import fovea.ij1.bridge.HeadlessImageJ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In languages with digits, commas and capitals of their own the same files are written, byte by byte, as in English. */
class LocalesTest {

	private static final Path SAMPLE = Path.of("samples", "blobs.tif").toAbsolutePath();
	private static final List<String> ENGLISH = List.of("-Duser.language=en", "-Duser.country=US");
	private static final List<String> EGYPT = List.of("-Duser.language=ar", "-Duser.country=EG");
	private static final List<String> IRAN = List.of("-Duser.language=fa", "-Duser.country=IR");
	private static final List<String> THAI = List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.variant=TH");
	private static final List<String> TURKEY = List.of("-Duser.language=tr", "-Duser.country=TR");
	private static final List<String> GERMANY = List.of("-Duser.language=de", "-Duser.country=DE");

	@TempDir
	private Path folder;

	private Path fovea(final List<String> language, final String... arguments) throws IOException, InterruptedException {
		final Path out = Files.createTempDirectory(folder, "out");
		final List<String> java = new ArrayList<>(language);
		java.addAll(List.of("-cp", JavaProcess.classPath(), "fovea.cli.Fovea"));
		for (final String argument : arguments)
			java.add(argument.replace("OUT", out.toString()));
		final JavaProcess.Outcome outcome = JavaProcess.run(folder, java);
		assertEquals(0, outcome.exitCode(), () -> language + String.join("\n", outcome.errors()));
		return out;
	}

	@Test
	void segmentWritesTheSameBytes() throws Exception {
		final String[] segment = { "segment", "--model", "blobs-threshold", "--labels", "--out", "OUT", SAMPLE.toString() };
		final Map<String, byte[]> expected = files(fovea(ENGLISH, segment));
		assertTrue(expected.containsKey("blobs-objects.csv") && expected.size() == 4, expected.keySet().toString());
		for (final List<String> language : List.of(EGYPT, THAI, TURKEY, GERMANY))
			assertSame(expected, files(fovea(language, segment)), language);
	}

	@Test
	void trainingGivesTheSameWeights() throws Exception {
		byte[] expected = {};
		for (final List<String> language : List.of(ENGLISH, EGYPT, IRAN)) {
			final Path out = fovea(language, "train", "--data", SAMPLE.toString(), "--architecture", "cae-denoise", "--epochs", "1", "--patch",
				"32", "--batch", "32", "--validation", "0", "--seed", "3", "--out", "OUT/model.zip");
			final byte[] weights = weights(out.resolve("model.zip"));
			if (expected.length == 0) expected = weights;
			assertTrue(weights.length > 1000 && Arrays.equals(expected, weights), language.toString());
		}
	}

	/** @return of the SavedModel, which is a zip in the zip */
	private static byte[] weights(final Path zip) throws IOException {
		try (ZipFile file = new ZipFile(zip.toFile());
				ZipInputStream inner = new ZipInputStream(file.getInputStream(file.getEntry("tensorflow_saved_model_bundle.zip"))))
		{
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
			run('FCN Segment...', 'model=blobs-threshold threshold=0.45 minsize=20 labels=true table=true');
			saveAs('Results', 'OUT/table.csv');
			saveAs('Tiff', 'OUT/labels.tif');
			selectImage(1);
			run('CAE Denoise...', 'model=smooth-denoise tilesize=128');
			saveAs('Tiff', 'OUT/denoised.tif');
			run('Batch Folder...', 'input=IN output=OUT/batch model=blobs-threshold threshold=0.5 minsize=2');
			print('end');
			""".replace('\'', '"').replace("SAMPLE", SAMPLE.toString());
		final Path in = Files.createDirectory(folder.resolve("in"));
		Files.copy(SAMPLE, in.resolve("blobs.tif"));
		Map<String, byte[]> expected = Map.of();
		for (final List<String> language : List.of(ENGLISH, EGYPT, IRAN)) {
			final Path out = Files.createTempDirectory(folder, "macro");
			final JavaProcess.Outcome outcome = new HeadlessImageJ(folder).run(macro.replace("OUT", out.toString()).replace("IN", in
				.toString()), language);
			assertEquals("end", outcome.output().isEmpty() ? "" : outcome.output().get(outcome.output().size() - 1), () -> language + String
				.join("\n", outcome.errors()));
			final Map<String, byte[]> got = files(out);
			if (expected.isEmpty()) expected = got;
			else assertSame(expected, got, language);
		}
	}

	private static void assertSame(final Map<String, byte[]> expected, final Map<String, byte[]> got, final List<String> language) {
		assertEquals(expected.keySet(), got.keySet(), language.toString());
		expected.forEach((name, bytes) -> assertArrayEquals(bytes, got.get(name), name + " " + language));
	}

	/** Without journals and lists of results, which have times in them. */
	private static Map<String, byte[]> files(final Path folder) throws IOException {
		final Map<String, byte[]> files = new LinkedHashMap<>();
		try (Stream<Path> all = Files.walk(folder)) {
			for (final Path file : all.filter(Files::isRegularFile).filter(f -> !f.toString().contains("journal")).sorted().toList())
				files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
		}
		return files;
	}
}
