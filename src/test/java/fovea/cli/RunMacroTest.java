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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code fovea macro} in a process of its own. */
class RunMacroTest {

	private static final String SAMPLE =
			Path.of("samples", "blobs.tif").toAbsolutePath().toString();

	@TempDir
	private Path folder;

	private JavaProcess.Outcome run(final String macro) throws Exception {
		final Path file = Files.writeString(folder.resolve("macro.ijm"), macro);
		return JavaProcess.run(
				folder, List.of("-cp", JavaProcess.classPath(), "fovea.cli.Fovea", "macro", file.toString(), SAMPLE));
	}

	@Test
	void foveasCommandsAndImageJsOwnRunInIt() throws Exception {
		final JavaProcess.Outcome outcome = run("""
				open(getArgument());
				run("Invert");
				run("Invert");
				run("8-bit");
				run("Segment (FCN)...", "model=blobs-threshold table=true mask=true");
				print("objects: " + nResults);
				""");
		assertEquals(0, outcome.exitCode(), outcome.toString());
		assertEquals(List.of(), outcome.errors(), outcome.toString());
		assertTrue(outcome.output().get(outcome.output().size() - 1).matches("objects: [1-9]\\d*"), outcome.toString());
	}

	@Test
	void aCommandThatFailsIsOneLineAndAnExitCode() throws Exception {
		final JavaProcess.Outcome outcome = run("""
				open(getArgument());
				print("begin");
				run("Segment (FCN)...", "model=no-such-model");
				print("end");
				""");
		assertEquals(1, outcome.exitCode(), outcome.toString());
		assertEquals(List.of("begin"), outcome.output(), outcome.toString());
		assertEquals(1, outcome.errors().size(), outcome.toString());
		assertTrue(
				outcome.errors().get(0).startsWith("fovea: ")
						&& outcome.errors().get(0).contains("no-such-model"),
				outcome.toString());
	}

	@Test
	void whatImageJCannotUnderstandIsToldWithItsLine() throws Exception {
		final JavaProcess.Outcome outcome = run("x = 1;\ny = sqrt(x;\n");
		assertEquals(1, outcome.exitCode(), outcome.toString());
		assertEquals(1, outcome.errors().size(), outcome.toString());
		assertTrue(outcome.errors().get(0).startsWith("fovea: line 2 of the macro: "), outcome.toString());
	}

	@Test
	void aDialogNeedsAScreen() throws Exception {
		final JavaProcess.Outcome outcome =
				run("open(getArgument()); run('Gaussian Blur...', 'sigma=2'); run('Size...', 'width=9'); print('end');"
						.replace('\'', '"'));
		assertEquals(1, outcome.exitCode(), outcome.toString());
		assertEquals(
				List.of("fovea: a command of the macro opens a dialog or a window, and there is no screen"),
				outcome.errors(),
				outcome.toString());
		assertEquals(List.of(), outcome.output());
	}

	@Test
	void aCommandThatIsNotThereIsAnError() throws Exception {
		final JavaProcess.Outcome outcome = run("print(1);\nrun(\"Nonsense\");\nprint(2);\n");
		assertEquals(1, outcome.exitCode(), outcome.toString());
		assertEquals(List.of("1"), outcome.output());
		assertEquals(List.of("fovea: line 2 of the macro: Unrecognized command: \"Nonsense\""), outcome.errors());
	}

	/** ImageJ's own number is that of the line after, but for the last line. */
	@ParameterizedTest
	@ValueSource(ints = {1, 2, 3, 4})
	void theLineIsTheOneWithTheError(final int line) throws Exception {
		final List<String> lines = new ArrayList<>(List.of("a = 1;", "b = 2;", "// nothing", "c = a + b;"));
		lines.set(line - 1, "makeNothing(3);");
		final JavaProcess.Outcome outcome = run(String.join("\n", lines));
		assertTrue(
				outcome.errors().get(0).startsWith("fovea: line " + line + " of the macro: "),
				outcome.errors().toString());
	}
}
