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
package fovea.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

	@Property(tries = 1000)
	void nothingIsObeyed(@ForAll final String text) {
		for (final String shown : new String[] {Printable.escaped(text), Printable.line(text), Printable.name(text)})
			assertTrue(Printable.isPlain(shown), shown);
		assertTrue(Printable.line(text).length() <= Printable.LONGEST_LINE);
	}

	@Test
	void charactersThatATerminalObeysAreEscaped() {
		assertEquals("a\\u001b[2Jb", Printable.escaped("a\u001b[2Jb"));
		assertEquals("\\u009b31m", Printable.escaped("\u009b31m"));
		assertEquals("\\n\\r\\t\\u0000\\u007f\\u2028", Printable.escaped("\n\r\t\0\u007f\u2028"));
		assertEquals(
				"\\u202egnp.exe\\u2066\\u200f\\u061c\\ufeff\\u200b",
				Printable.escaped("\u202egnp.exe\u2066\u200f\u061c\ufeff\u200b"));
		assertEquals("\\u{e0041}\\ud800", Printable.escaped(new String(Character.toChars(0xE0041)) + "\ud800"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"Zellkerne \u00fc",
				"\u7d30\u80de",
				"C:\\Users\\a",
				"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
				"\ud83d\udc69\u200d\ud83d\udd2c",
				"\u0600\u0661"
			})
	void namesOfAllLanguagesStayAsTheyAre(final String text) {
		assertEquals(text, Printable.escaped(text));
	}

	@ParameterizedTest
	@CsvSource({"'', got ''", "'it is ', got 'it is '", "/home/a/, /home/a/"})
	void longValuesLoseTheirMiddle(final String before, final String start) {
		final String shown = Printable.line(start + "x".repeat(100_000) + "', expected less");
		assertTrue(
				shown.length() < 350
						&& shown.startsWith(start)
						&& shown.endsWith("expected less")
						&& shown.contains("x...x"),
				shown);
	}

	@Test
	void aMessageIsOneLineOfBoundedLength() {
		assertEquals("a b", Printable.line(" a\r\n  b\n"));
		final String shown = Printable.line("m " + "it's a word ".repeat(1_000_000));
		assertTrue(
				shown.length() <= Printable.LONGEST_LINE && shown.startsWith("m it's") && shown.endsWith("word"),
				shown);
	}

	@Test
	void linesStayLines() {
		assertEquals(
				"a\tb" + System.lineSeparator() + "\\u001bc" + System.lineSeparator(),
				Printable.lines("a\tb\n\u001bc\n"));
	}
}
