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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.JavaProcess;
import fovea.job.InstalledModels;
import fovea.model.library.ModelLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Models... in macros of plain ImageJ without a window; the library is in the process' own home. */
@ExtendWith(Hosts.class)
class ModelsMacroTest {

	@TempDir
	private Path folder;

	@Test
	void aMacroListsShowsRenamesExportsAndRemoves(final OpenImageJ imageJ) throws Exception {
		final Path models =
				Files.createDirectories(imageJ.home().resolve(".fovea").resolve("models"));
		new InstalledModels(new ModelLibrary(List.of(models))).export("nuclei-cae", models.resolve("mine.zip"), false);
		final Path shared = folder.resolve("shared.zip");
		final JavaProcess.Outcome outcome =
				imageJ.run("""
			run('Models...', 'action=rename model=mine name=[my own]');
			run('Models...', 'action=export model=[my own] file=FILE');
			run('Models...', '');
			run('Models...', 'action=show model=[my own]');
			run('Models...', 'action=remove model=[my own]');
			run('Models...', 'action=remove model=nuclei');
			print('must not run');
			""".replace("FILE", shared.toString()).replace('\'', '"'));
		final List<String> output = outcome.output();
		assertEquals("Models: " + shared, output.get(0));
		assertTrue(output.get(1).startsWith("blobs-threshold: "), output.get(1));
		assertTrue(
				output.stream().anyMatch(line -> line.startsWith("my own: Sixteen numbers")),
				() -> String.join("\n", output));
		assertTrue(output.contains("  license: BSD-2-Clause"), () -> String.join("\n", output));
		assertEquals("  file: " + models.resolve("my own.zip"), output.get(output.size() - 1));
		assertTrue(Files.isRegularFile(shared));
		assertTrue(Files.notExists(models.resolve("my own.zip")));
		assertTrue(
				outcome.errors().stream()
						.anyMatch(line ->
								line.contains("Models: the model 'nuclei' comes with Fovea and cannot be removed")),
				() -> String.join("\n", outcome.errors()));
	}
}
