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
package fovea.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.cli.Fovea;
import fovea.engine.Engine;
import fovea.model.library.ModelLibrary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whatever files, models and errors are called, a terminal obeys none of it. */
class ConsoleTest {

	private static final String EVIL = "a\u001b[2J\u009b31m\u202Eb";
	private static final String SHOWN = "a\\u001b[2J\\u009b31m\\u202eb";

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();
	private final Console console = new Console(new PrintWriter(out), new PrintWriter(err), true, true);

	@Test
	void resultsAreEscaped() {
		console.print("  " + EVIL + "\nforged\r");
		console.printAll(new TextTable().row(EVIL, "x\ny").row("b", "c").text("  "));
		console.summary(1, 0, Path.of(EVIL));
		final String[] lines = out.toString().split("\\R");
		assertEquals("  " + SHOWN + "\\nforged\\r", lines[0]);
		assertEquals("  " + SHOWN + "  x\\ny", lines[1]);
		assertEquals(4, lines.length, out.toString());
		assertTrue(lines[3].endsWith(SHOWN), lines[3]);
	}

	@Test
	void errorsAreEscapedAndShort() {
		console.error(new FoveaException("got '" + "x".repeat(5000) + EVIL + "'", new IllegalStateException(EVIL)));
		console.warning("b.tif", EVIL);
		final String text = err.toString();
		assertFalse(text.contains("\u001b") || text.contains("\u009b") || text.contains("\r"), text);
		assertTrue(text.lines().findFirst().orElse("").length() < 350, text);
		assertTrue(text.contains("Caused by: java.lang.IllegalStateException: " + SHOWN), text);
		assertTrue(text.contains("fovea: b.tif: warning: " + SHOWN), text);
	}

	@Test
	void progressIsEscaped() {
		final ConsoleProgress progress = new ConsoleProgress(console, Path.of("\u001b[2J.tif"), () -> false);
		progress.tile(1, 2);
		progress.clear();
		assertEquals("\r\\u001b[2J.tif: tile 1 of 2", err.toString().substring(0, 27));
		assertFalse(err.toString().contains("\u001b"));
	}

	@Test
	void usageErrorsAreEscaped() {
		final CommandLine line = Fovea.commandLine(new ModelLibrary(), Engine::of);
		line.setErr(new PrintWriter(err)).setOut(new PrintWriter(out));
		line.execute("segment", "--" + EVIL, EVIL);
		line.execute("denoise", "--model", EVIL, "samples/blobs.tif");
		line.execute("segment", EVIL + ".tif");
		line.execute("\u001b[2J");
		final String all = err.toString() + out;
		assertFalse(all.contains("\u001b[2J") || all.contains("\u009b") || all.contains("\u202E"), all);
		assertTrue(all.contains(SHOWN), all);
	}
}
