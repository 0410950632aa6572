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
package fovea.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.text.Formulas;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

	@Property(tries = 500)
	void whatIsWrittenIsRead(@ForAll @NotEmpty final List<@CharRange(from = ' ', to = '~') String> cells) {
		final String line = Csv.line(cells);
		assertEquals('\n', line.charAt(line.length() - 1));
		assertEquals(Optional.of(cells), Csv.cells(line.substring(0, line.length() - 1)));
	}

	@Property(tries = 2000)
	void whatComputesIsReadAsItWas(
			@ForAll @NotEmpty
					final List<
									@Chars({
										'=', '+', '-', '@', '\'', '"', ';', ',', '\t', '\r', '\n', ' ', '1', 'a',
										'\uFF1D'
									})
									String>
							cells) {
		if (cells.equals(List.of(""))) return; // no cell, and one without text, are the same line
		assertEquals(Optional.of(List.of(cells)), Csv.lines(Csv.line(cells)));
	}

	/**
	 * In a program that expects commas, semicolons or tabs between cells, and in one that takes each line for a row.
	 */
	@Property(tries = 2000)
	void noProgramSeesAFormula(
			@ForAll @Chars({'=', '+', '-', '@', '\'', '"', ';', '\t', '\r', '\n', '1', 'a'}) final String text) {
		for (final String cell : Formulas.neutral(text).split("[;\\t\\r\\n\"]", -1))
			assertEquals(
					true,
					cell.isEmpty()
							|| "=+-@".indexOf(cell.charAt(0)) < 0
							|| Formulas.neutral(text).equals(text) && text.matches("[+-]1+"),
					text);
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"=1+1",
				"+1+1",
				"-1+1",
				"@SUM(A1)",
				"\rx",
				"\tx",
				" =1+1",
				"\uFEFF=1",
				"\u00A0=1",
				"\uFF1D1+1",
				"-",
				"=cmd|' /C calc'!A0",
				"-2e",
				"--1"
			})
	void whatASpreadsheetWouldComputeIsText(final String text) {
		assertEquals("'" + text, Formulas.neutral(text));
		assertEquals(text, Formulas.original("'" + text));
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"-1",
				"+1.5",
				"-1e-7",
				"-1.0E10",
				"-Infinity",
				"NaN",
				"-.5",
				"nucleus",
				"a-b",
				"a=b",
				"x@y",
				"'quoted'",
				"5' end",
				""
			})
	void whatItWouldNotStaysAsItIs(final String text) {
		assertEquals(text, Formulas.neutral(text));
		assertEquals(text, Formulas.original(text));
	}

	@ParameterizedTest
	@CsvSource(
			quoteCharacter = '`',
			delimiter = '|',
			value = {"a;=1|\"a;'=1\"", "x\",\"=1|\"x\"\",\"\"'=1\"", "a,b|\"a,b\"", "a b|a b"})
	void aCellIsOneCellInEveryProgram(final String cell, final String written) {
		assertEquals(written + "\n", Csv.line(List.of(cell)));
	}

	@Test
	void lineBreaksAreQuoted() {
		assertEquals("\"a\nb\",c\n", Csv.line(List.of("a\nb", "c")));
		assertEquals(
				Optional.of(List.of(List.of("a\nb", "c"), List.of("d", "-1"))), Csv.lines("\uFEFF\"a\nb\",c\r\nd,-1"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"\"a", "a,\"b", "a\"b", "\"a\"b", "\"a\"\"", "a,\"b\"\",c"})
	void aTornLineIsNone(final String line) {
		assertEquals(Optional.empty(), Csv.cells(line));
	}
}
