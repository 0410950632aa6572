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
package fovea.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fovea.JavaProcess;
import fovea.ui.teach.TeachWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person who teaches with a mouse. With a display: {@code xvfb-run -a -s "-screen 0 1366x768x24" mvn test -Pslow
 * -Dfovea.headless=false -Dtest=TeachPersonTest}.
 */
@Tag("slow")
class TeachPersonTest {

	@TempDir
	Path folder;

	@Test
	void drawsKeepsSavesAndGoesOn() throws Exception {
		assumeTrue(TeachWindow.isPossible(), "there is no display");
		final JavaProcess.Outcome outcome = JavaProcess.run(
				folder,
				List.of(
						"-Djava.awt.headless=false",
						"-Dfovea.models=" + folder.resolve("models"),
						"-cp",
						JavaProcess.classPath(),
						TeachPerson.class.getName(),
						folder.toString()),
				600);
		final String said = String.join("\n", outcome.output()) + String.join("\n", outcome.errors());
		assertEquals(0, outcome.exitCode(), said);
		assertTrue(
				outcome.output()
						.contains("closed disk-1 disk-2 background-1 background-2 background-3 background-4 "
								+ "disk-3 disk-4 disk-5"),
				said);
		assertTrue(outcome.output().contains("left in the overlay 0"), said);
		assertTrue(outcome.output().contains("windows 1"), said);
		assertTrue(outcome.output().contains("same network true"), said);
		assertTrue(
				outcome.output()
						.contains("drawn now object-1 object-2 background-1 background-2 background-3 background-4 "
								+ "object-3 object-4 object-5"),
				said);
		assertTrue(outcome.output().contains("overlay untouched true"), said);
		assertTrue(
				outcome.output()
						.contains("saved on closing disk-1 disk-2 background-1 background-2 background-3 "
								+ "background-4 disk-3 disk-4 disk-5, 9 in all"),
				said);
		assertTrue(Files.isRegularFile(folder.resolve("models").resolve("drawn.zip")), said);
		outcome.output().stream()
				.filter(line -> line.contains(" ms "))
				.forEach(line -> System.getLogger("fovea").log(System.Logger.Level.INFO, line));
	}
}
