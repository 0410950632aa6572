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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of others in JVMs of their own, which end by themselves. */
class ProgramsTest {

	private static final Path SOURCES = Path.of("examples", "java", "src", "main", "java");

	@TempDir
	private Path folder;

	@Test
	void theExampleCountsNuclei() throws Exception {
		compileExamples();
		final JavaProcess.Outcome outcome = JavaProcess.run(
				folder,
				List.of(
						"-cp",
						folder + java.io.File.pathSeparator + JavaProcess.classPath(),
						"example.CountNuclei",
						Path.of("samples", "nuclei-touching.png").toString()));
		assertEquals(List.of("72 nuclei"), outcome.output(), () -> String.join("\n", outcome.errors()));
		assertEquals(0, outcome.exitCode());
	}

	@ParameterizedTest
	@ValueSource(strings = {"worker", "inprocess"})
	void aProgramThatClosesNothingEnds(final String engine) throws Exception {
		final JavaProcess.Outcome outcome = JavaProcess.run(
				folder,
				List.of("-Dfovea.engine=" + engine, "-cp", JavaProcess.classPath(), ForgetfulProgram.class.getName()));
		assertEquals(List.of("denoised 64"), outcome.output(), () -> String.join("\n", outcome.errors()));
		assertEquals(0, outcome.exitCode());
	}

	/** As Maven does, with all warnings. */
	private void compileExamples() throws Exception {
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		assertNotNull(compiler, "expected a JDK");
		final List<Path> sources = new ArrayList<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
		}
		final StringBuilder said = new StringBuilder();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			assertTrue(
					compiler.getTask(
									null,
									files,
									diagnostic -> said.append(diagnostic).append('\n'),
									List.of(
											"-d",
											folder.toString(),
											"-Xlint:all,-processing,-path",
											"-Werror",
											"-proc:none",
											"-cp",
											JavaProcess.classPath()),
									null,
									files.getJavaFileObjectsFromPaths(sources))
							.call(),
					said::toString);
		}
		assertEquals("", said.toString());
	}
}
