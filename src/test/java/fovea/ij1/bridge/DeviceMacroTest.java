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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fovea.Hosts;
import fovea.JavaProcess;
import fovea.device.GpuSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Doctor... and the key device in macros of plain ImageJ without a window. */
@ExtendWith(Hosts.class)
class DeviceMacroTest {

	@Test
	void theDoctorWritesToTheLogAndAMissingGpuStopsTheMacro(final OpenImageJ imageJ) throws Exception {
		assumeFalse(GpuSetup.here(Optional.empty()).driver().isPresent(), "here is a GPU");
		final JavaProcess.Outcome outcome = imageJ.run("""
			run('Doctor...');
			open('SAMPLE');
			blobs = getImageID();
			run('Denoise (CAE)...', 'model=smooth-denoise device=cpu');
			print('denoised');
			selectImage(blobs);
			run('Denoise (CAE)...', 'model=smooth-denoise device=gpu');
			print('must not run');
			""".replace('\'', '"').replace(
				"SAMPLE", Path.of("samples", "blobs.tif").toAbsolutePath().toString()));
		final List<String> output = outcome.output();
		final String text = String.join("\n", output);
		assertTrue(
				output.containsAll(List.of(
						"Versions",
						"Memory and disk",
						"TensorFlow of other plugins",
						"TensorFlow",
						"Devices",
						"What a GPU needs",
						"Models",
						"  engine: worker (a second Java process)",
						"  none in jars/ and plugins/")),
				text);
		assertFalse(text.contains(imageJ.home().toString()), "the home of that process");
		assertFalse(text.contains(System.getProperty("user.home") + "/"), text);
		assertEquals(
				List.of("Denoise (CAE): computed on CPU", "denoised"),
				output.subList(output.size() - 2, output.size()));
		final List<String> errors = outcome.errors().stream()
				.filter(line -> line.startsWith("Macro Error: "))
				.toList();
		assertEquals(1, errors.size(), () -> String.join("\n", outcome.errors()));
		assertTrue(
				errors.get(0).startsWith("Macro Error: Denoise (CAE): device=gpu: TensorFlow sees no such GPU: "),
				errors.get(0));
	}
}
