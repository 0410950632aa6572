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
package fovea.ij1.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.JavaProcess;
import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Batch Folder... in plain ImageJ without a window. */
@ExtendWith(Hosts.class)
class BatchMacroTest {

	private final OpenImageJ imageJ;

	@TempDir
	Path folder;

	BatchMacroTest(final OpenImageJ imageJ) {
		this.imageJ = imageJ;
	}

	@BeforeEach
	void makeImages() throws IOException {
		Files.createDirectories(folder.resolve("in/sub"));
		for (final String name : List.of("in/one.tif", "in/sub/two.tif"))
			Files.copy(Path.of("samples", "blobs.tif"), folder.resolve(name));
	}

	/** The second time there is nothing to do; what a result says of its making makes it again. */
	@Test
	void aFolderIsDoneOnceAndItsResultsSayHow() throws Exception {
		final JavaProcess.Outcome outcome = run("""
			options = 'model=blobs-threshold input=FOLDER/in output=[FOLDER/out put] recursive=true labels=true minsize=20';
			run('Batch Folder...', options);
			run('Batch Folder...', options);
			print('end');
			""");
		final String journal = folder.resolve("out put/fovea-journal.csv").toString();
		assertEquals(
				List.of(
						"Batch Folder: 2 images: 2 done, 0 failed; see " + journal,
						"Batch Folder: 2 images: 0 done, 2 done before, 0 failed; see " + journal,
						"end"),
				outcome.output());
		assertEquals(
				List.of(
						"fovea-journal.csv",
						"fovea-table.csv",
						"one-labels.tif",
						"one-mask.tif",
						"one-objects.csv",
						"one-overlay.tif",
						"sub/two-labels.tif",
						"sub/two-mask.tif",
						"sub/two-objects.csv",
						"sub/two-overlay.tif"),
				files(folder.resolve("out put")));
		final Path labels = folder.resolve("out put/sub/two-labels.tif");
		final String info = IJ.openImage(labels.toString()).getInfoProperty();
		assertTrue(
				info.matches("(?s).*Fovea version: .+Fovea model: .+Fovea model sha256: [0-9a-f]{64}\nFovea macro: "
						+ "run.+Fovea device: CPU\n"),
				info);
		final Matcher macro = Pattern.compile("Fovea macro: (run.*)").matcher(info);
		assertTrue(macro.find(), info);
		run("open('FOLDER/in/sub/two.tif');\n" + macro.group(1) + "\nsaveAs('Tiff', 'FOLDER/again.tif');");
		assertArrayEquals(
				IJ.openImage(labels.toString()).getProcessor().getFloatArray(),
				IJ.openImage(folder.resolve("again.tif").toString())
						.getProcessor()
						.getFloatArray());
	}

	@Test
	void aBadImageStopsTheMacroUnlessItIsTolerant() throws Exception {
		Files.writeString(folder.resolve("in/bad.tif"), "no image");
		final JavaProcess.Outcome outcome = run("""
			options = 'task=denoise model=smooth-denoise input=FOLDER/in output=FOLDER/out ';
			run('Batch Folder...', options + 'tolerant=true');
			print('goes on');
			run('Batch Folder...', options);
			print('never');
			""");
		final String told = String.join("\n", outcome.output()) + String.join("\n", outcome.errors());
		assertTrue(told.contains("2 images: 1 done, 1 failed") && told.contains("bad.tif'"), told);
		assertTrue(outcome.output().contains("goes on") && !outcome.output().contains("never"), told);
		assertTrue(told.contains("2 images: 0 done, 1 done before, 1 failed"), told);
		assertEquals(List.of("fovea-journal.csv", "one-denoised.tif"), files(folder.resolve("out")));
	}

	@Test
	void whatIsMissingIsSaid() throws Exception {
		for (final String options : List.of(
				"",
				"input=FOLDER/in",
				"input=FOLDER/none output=FOLDER/out",
				"input=FOLDER/in output=FOLDER/in",
				"input=FOLDER/in output=FOLDER/out pattern={x")) {
			final JavaProcess.Outcome outcome = run("run('Batch Folder...', '" + options + "');\nprint('never');");
			final String told = String.join("\n", outcome.output()) + String.join("\n", outcome.errors());
			assertTrue(
					told.contains("Batch Folder: ") && !told.contains("never") && !told.contains("\tat "),
					options + ": " + told);
		}
	}

	private JavaProcess.Outcome run(final String macro) throws Exception {
		return imageJ.run(macro.replace('\'', '"').replace("FOLDER", folder.toString()));
	}

	private static List<String> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile)
					.map(file -> folder.relativize(file).toString())
					.sorted()
					.toList();
		}
	}
}
