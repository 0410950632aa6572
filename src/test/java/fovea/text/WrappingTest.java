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
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WrappingTest {

	@Test
	void shortLinesStayAsTheyAre() {
		assertEquals("", Wrapping.forDialog(""));
		assertEquals("one line\nand another", Wrapping.forDialog("one line\nand another"));
	}

	@Test
	void longLinesAreBrokenAtBlanks() {
		final String words = "word ".repeat(80).strip();
		final String wrapped = Wrapping.forDialog(words);
		assertEquals(words, wrapped.replace('\n', ' '));
		assertTrue(
				wrapped.lines().allMatch(line -> line.length() <= 90 && line.length() > 80 || line.endsWith("word")));
	}

	@Test
	void pathsAreBrokenBehindSlashes() {
		final String path = "/folder-of-a-user/".repeat(10);
		final String wrapped = Wrapping.forDialog("no model in " + path + "x");
		assertTrue(wrapped.lines().count() >= 3, wrapped);
		assertTrue(
				wrapped.lines().limit(wrapped.lines().count() - 1).skip(1).allMatch(line -> line.endsWith("/")),
				wrapped);
	}

	@Property
	void nothingIsLostAndNoLineIsTooLong(
			@ForAll @StringLength(max = 500) @CharRange(from = ' ', to = '~') final String text) {
		final String wrapped = Wrapping.forDialog(text);
		assertTrue(wrapped.lines().allMatch(line -> line.length() <= 90), wrapped);
		assertEquals(text.replaceAll("\\s", ""), wrapped.replaceAll("\\s", ""));
	}
}
