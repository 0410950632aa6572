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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class YamlNodeTest {

	private static YamlNode parse(final String text) throws ModelException {
		return YamlNode.parse(text, "rdf.yaml");
	}

	private static String message(final org.junit.jupiter.api.function.Executable code) {
		final String message = assertThrows(ModelException.class, code).getMessage();
		assertFalse(message.contains("\n"), message);
		return message;
	}

	@Test
	void keepsTheTextOfScalars() throws Exception {
		final YamlNode root = parse("version: 2.10\nid: y\nno: no\ndate: 2020-01-01\n");
		assertEquals("2.10", root.get("version").text("a version"));
		assertEquals("y", root.get("id").text("an id"));
		assertEquals("no", root.get("no").text("a word"));
		assertEquals("2020-01-01", root.get("date").text("a date"));
	}

	@ParameterizedTest
	@CsvSource({
		"1e-6, 1e-6",
		"1.0E+3, 1000",
		"-.5, -0.5",
		"7, 7",
		"5., 5",
		".inf, Infinity",
		"-.Inf, -Infinity",
		"inf, Infinity"
	})
	void readsNumbers(final String text, final double value) throws Exception {
		assertEquals(value, parse("n: " + text).get("n").number("a number"));
	}

	@ParameterizedTest
	@CsvSource({
		"'\"1\"', '''1'''",
		"true, '''true'''",
		"nan, '''nan'''",
		"[1], a list of 1",
		"{a: 1}, a mapping",
		"~, nothing",
		"'', nothing"
	})
	void takesNothingElseForANumber(final String text, final String got) {
		assertEquals(
				"rdf.yaml: n: expected a number, got " + got,
				message(() -> parse("n: " + text).get("n").number("a number")));
	}

	@Test
	void checksIntegers() throws Exception {
		assertEquals(3, parse("n: 3").get("n").integer(3, "an integer"));
		for (final String wrong : new String[] {"2", "3.5", "99999999999", "999999999999999999999", "three"})
			message(() -> parse("n: " + wrong).get("n").integer(3, "an integer"));
	}

	@Test
	void namesThePath() throws Exception {
		final YamlNode root = parse("inputs:\n- axes:\n  - type: batch\n  - size: {min: 1}\n");
		assertEquals(
				"rdf.yaml: inputs[0].axes[1].size.step: expected an integer, got nothing",
				message(() -> root.get("inputs")
						.items("a list")
						.get(0)
						.get("axes")
						.items("a list")
						.get(1)
						.get("size")
						.get("step")
						.integer(1, "an integer")));
	}

	@Test
	void followsAliases() throws Exception {
		final YamlNode root = parse("a: &p [{name: Ada}]\nb: *p\n");
		assertEquals("Ada", root.get("b").items("a list").get(0).get("name").text("a name"));
	}

	@Test
	void survivesAnAliasBomb() throws Exception {
		final StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
		for (int i = 1; i < 15; i++)
			bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1) + "]\n");
		bomb.append("name: fine");
		assertEquals("fine", parse(bomb.toString()).get("name").text("a name"));
	}

	@Test
	void refusesTooManyAliases() {
		assertTrue(message(() -> parse("a: &a [1]\nb: [" + "*a, ".repeat(5000) + "*a]"))
				.startsWith("rdf.yaml: "));
	}

	@Test
	void refusesDeepNesting() {
		assertTrue(message(() -> parse("[".repeat(10_000))).startsWith("rdf.yaml: "));
	}

	/** Each of these takes some ten seconds where nobody counts. */
	@Test
	@Timeout(30)
	void refusesWhatIsTooLong() {
		assertEquals(
				"rdf.yaml: expected at most 3000000 letters of YAML, got 5000000",
				message(() -> parse("x".repeat(5_000_000))));
		assertEquals(
				"rdf.yaml: expected YAML, got: more than 400000 items",
				message(() -> parse("[" + "1,".repeat(1_400_000) + "1]")));
		assertEquals(
				"rdf.yaml: expected YAML, got: more than 400000 items",
				message(() -> parse("- {a: [1, 2]}\n".repeat(180_000))));
	}

	@Test
	void refusesTagsOfClasses() {
		assertTrue(message(() -> parse("a: !!javax.script.ScriptEngineManager x"))
				.startsWith("rdf.yaml: line 1: expected YAML, got: "));
	}

	@Test
	void namesTheLineOfASyntaxError() {
		assertTrue(message(() -> parse("a: 1\nb: 2\n c: 3\n")).startsWith("rdf.yaml: line 3: expected YAML, got: "));
	}

	@Test
	void refusesAKeyTwice() {
		assertEquals(
				"rdf.yaml: x: expected every key once, got 'a' twice",
				message(() -> parse("x: {a: 1, a: 2}").get("x").get("a")));
	}

	@Test
	void refusesAListForAMapping() {
		assertEquals(
				"rdf.yaml: x: expected a mapping, got a list of 2",
				message(() -> parse("x: [1, 2]").get("x").get("a")));
		assertEquals(
				"rdf.yaml: expected a mapping, got 'text'",
				message(() -> parse("text").get("a")));
	}

	@Test
	void treatsNullAsMissing() throws Exception {
		final YamlNode root = parse("a: null\nb:\n");
		assertTrue(root.get("a").isMissing());
		assertTrue(root.get("b").isMissing());
		assertTrue(root.get("c").get("d").get("e").isMissing());
		assertTrue(parse("").get("a").isMissing());
	}
}
