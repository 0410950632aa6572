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

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text that is shown as it is: a terminal obeys control characters, an ESC among them may hide a line or forge one, and
 * characters that turn the direction of writing make one name look like another. They are written as escapes, as Java
 * and JSON have them. Stateless and thread-safe.
 */
public final class Printable {

	/** Characters that a value may have in a message. */
	public static final int LONGEST_VALUE = 300;

	/** Characters that a message may have. */
	public static final int LONGEST_LINE = 2000;

	/** Characters that a name may have among others. */
	public static final int LONGEST_NAME = 80;

	private static final Pattern LONG_VALUE =
			Pattern.compile("'[^']{" + (LONGEST_VALUE + 1) + ",}+'|\\S{" + (LONGEST_VALUE + 3) + ",}+");
	private static final String GAP = "...";

	private Printable() {}

	/**
	 * @param codePoint any
	 * @return whether it is obeyed or unseen rather than shown: control characters (C0, C1), line and paragraph
	 *     separators, halves of characters, and what turns the direction of writing
	 */
	public static boolean isHidden(final int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
				true;
			// Not the joiners of Persian, of Indian scripts and of emoji, which change nothing but the letters' shapes.
			case Character.FORMAT ->
				codePoint != 0x200C && codePoint != 0x200D && codePoint != 0xAD && !isSign(codePoint);
			default -> false;
		};
	}

	/**
	 * Signs of Arabic and Syriac that stand before a number; Unicode counts them as format characters, but they are
	 * seen.
	 */
	private static boolean isSign(final int codePoint) {
		return codePoint >= 0x600 && codePoint <= 0x605
				|| codePoint == 0x6DD
				|| codePoint == 0x70F
				|| codePoint == 0x8E2;
	}

	/** @return whether a text holds nothing {@linkplain #isHidden hidden} */
	public static boolean isPlain(final String text) {
		return text.codePoints().noneMatch(Printable::isHidden);
	}

	/** @return the same with escapes in place of what is hidden */
	public static String escaped(final String text) {
		if (isPlain(text)) return text;
		final StringBuilder shown = new StringBuilder();
		text.codePoints().forEach(c -> {
			if (isHidden(c)) shown.append(escape(c));
			else shown.appendCodePoint(c);
		});
		return shown.toString();
	}

	/** @return as in Java, with braces around the digits of characters beyond 16 bit */
	static String escape(final int codePoint) {
		return switch (codePoint) {
			case '\n' -> "\\n";
			case '\r' -> "\\r";
			case '\t' -> "\\t";
			default -> String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\u{%x}" : "\\u%04x", codePoint);
		};
	}

	/** @return a name as it can stand in a line, with {@value #LONGEST_NAME} characters at most */
	public static String name(final String name) {
		// First cut: a name of megabytes need not be looked through.
		final String shown = escaped(name.substring(0, Math.min(name.length(), LONGEST_NAME + 1)));
		return shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) + GAP : shown;
	}

	/**
	 * @param message for people, perhaps with values from strangers, perhaps of several lines
	 * @return one line of {@value #LONGEST_LINE} characters at most, with escapes, in which no value in quotes and no
	 *     word has more than some {@value #LONGEST_VALUE} characters: of those the middle is left out
	 */
	public static String line(final String message) {
		final int most = 5 * LONGEST_LINE; // what is left out need not be looked through
		final String first = message.length() > most ? cut(message, most) : message;
		final String one = escaped(first.strip().replaceAll("[ \\t]*+\\R\\s*+", " "));
		final Matcher values = LONG_VALUE.matcher(one);
		return cut(
				values.replaceAll(value -> Matcher.quoteReplacement(cut(value.group(), LONGEST_VALUE))), LONGEST_LINE);
	}

	/**
	 * @param text of a cell in columns
	 * @param most characters
	 * @return it with escapes; where it is longer its middle is left out
	 */
	public static String cell(final String text, final int most) {
		return cut(escaped(cut(text, 5 * most)), most);
	}

	/** @return each line of a text {@linkplain #escaped}, line breaks kept, tabs too */
	public static String lines(final String text) {
		final StringBuilder shown = new StringBuilder();
		text.lines()
				.forEach(line -> shown.append(Arrays.stream(line.split("\t", -1))
								.map(Printable::escaped)
								.collect(Collectors.joining("\t")))
						.append(System.lineSeparator()));
		return shown.toString();
	}

	/**
	 * @return the text without its middle, where it is longer; its end counts as well: it has the quote, or the file's
	 *     name
	 */
	private static String cut(final String text, final int most) {
		if (text.length() <= most) return text;
		final int end = most / 3;
		return text.substring(0, most - end - GAP.length()) + GAP + text.substring(text.length() - end);
	}
}
