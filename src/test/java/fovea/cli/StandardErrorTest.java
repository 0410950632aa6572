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
package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.JavaProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run that goes well leaves on standard error, of the program as scripts start it. */
@EnabledOnOs(OS.LINUX)
class StandardErrorTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(
			strings = {
				"segment --out out sample.png",
				"segment --engine worker --out out sample.png",
				"denoise --out out sample.png",
				"model test nuclei"
			})
	void isEmpty(final String arguments) throws Exception {
		Files.copy(Path.of("samples", "nuclei-touching.png"), folder.resolve("sample.png"));
		final Path errors = folder.resolve("errors.txt");
		final ProcessBuilder builder = new ProcessBuilder(
						"sh",
						"-c",
						". '" + Path.of("scripts", "environment").toAbsolutePath() + "' && exec '"
								+ Path.of(System.getProperty("java.home"), "bin", "java") + "' "
								+ String.join(" ", JavaProcess.SHORT_LIVED) + " -cp '" + JavaProcess.classPath()
								+ "' fovea.cli.Fovea " + arguments)
				.directory(folder.toFile())
				.redirectError(errors.toFile());
		builder.environment().remove("TF_CPP_MIN_LOG_LEVEL");
		final Process process = builder.start();
		process.getOutputStream().close();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals("", Files.readString(errors), output);
		assertEquals(0, process.waitFor(), output);
	}
}
