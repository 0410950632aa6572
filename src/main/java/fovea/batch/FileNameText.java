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
package fovea.batch;

import fovea.text.Printable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files in a journal. Linux takes line breaks in a name, which would end a line of the journal and begin
 * another; they, and all else that is {@linkplain Printable#isHidden hidden}, are written as escapes, and a backslash
 * as two. Stateless.
 */
final class FileNameText {

	private static final Pattern ESCAPE = Pattern.compile("\\\\(?:(\\\\)|n|r|t|u([0-9a-f]{4})|u\\{([0-9a-f]{5,6})\\})");

	private FileNameText() {}

	static String written(final String name) {
		return Printable.escaped(name.replace("\\", "\\\\"));
	}

	/** @return what {@link #written} was given; of journals that have no escapes, the name as it is there */
	static String read(final String text) {
		return ESCAPE.matcher(text)
				.replaceAll(escape ->
						Matcher.quoteReplacement(character(escape.group(), escape.group(2), escape.group(3))));
	}

	private static String character(final String escape, final String four, final String more) {
		if (four != null || more != null) {
			final int code = Integer.parseInt(four == null ? more : four, 16);
			return Character.isValidCodePoint(code) ? Character.toString(code) : escape;
		}
		return switch (escape.charAt(1)) {
			case 'n' -> "\n";
			case 'r' -> "\r";
			case 't' -> "\t";
			default -> "\\";
		};
	}
}
