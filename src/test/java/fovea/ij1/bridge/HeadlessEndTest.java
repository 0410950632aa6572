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

import fovea.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An ImageJ without a window, which nobody quits, ends by itself after each command: no thread that a command started
 * keeps it.
 */
@Tag("thorough")
class HeadlessEndTest {

	private static final Path SAMPLE = Path.of("samples", "blobs.tif").toAbsolutePath();

	@TempDir
	private Path folder;

	@Test
	void itEndsAfterAllCommands() throws Exception {
		Files.copy(SAMPLE, Files.createDirectory(folder.resolve("in")).resolve("blobs.tif"));
		final JavaProcess.Outcome outcome = new HeadlessImageJ(folder)
				.runToTheLastThread("""
			run('Bright blobs');
			blobs = getImageID();
			run('Segment (FCN)...', 'model=blobs-threshold split=always labels=true table=true');
			selectImage(blobs);
			run('Denoise (CAE)...');
			selectImage(blobs);
			run('Denoise This Image...', 'steps=1 startfrom=none');
			selectImage(blobs);
			run('Reconstruct (CAE)...', 'errormap=true');
			selectImage(blobs);
			run('Latent Space (CAE)...', 'items=grid');
			selectImage(blobs);
			run('Batch Folder...', 'input=FOLDER/in output=FOLDER/out split=always model=blobs-threshold');
			selectImage(blobs);
			run('Train Denoising (CAE)...', 'name=blobs epochs=1 patch=32 batch=4 validation=0');
			selectImage(blobs);
			makeOval(40, 40, 30, 30);
			Overlay.addSelection;
			run('Train Segmentation (FCN)...', 'name=cells epochs=1 patch=32 batch=4 validation=0 showmask=true');
			run('Models...');
			run('Doctor...');
			print('all');
			""".replace('\'', '"').replace("FOLDER", folder.toString()));
		assertEquals(
				"all",
				outcome.output().isEmpty()
						? ""
						: outcome.output().get(outcome.output().size() - 1),
				() -> String.join("\n", outcome.errors()));
	}
}
