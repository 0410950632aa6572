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

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would compute: it takes a cell that begins with =, + , - or @ for a formula, which may start
 * programs or send the table away. An apostrophe before it makes it text. It is put wherever a program may begin a
 * cell: at the text's beginning, and inside after a semicolon, a tab, a line break or a quote, since programs differ in
 * what parts cells. Numbers stay numbers. {@link #original} takes back exactly what {@link #neutral} did. Stateless and
 * thread-safe.
 */
public final class Formulas {

	/** As ASCII, and as the wide forms that Chinese, Japanese and Korean programs take for the same. */
	private static final String SIGN = "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]";

	private static final String BEGINS = "(?:'*+[\\t\\r\\n]|[\\s\\p{Z}\uFEFF']*+" + SIGN + ")";
	private static final String INSIDE = "(?<=[;\\t\\r\\n\"]|\",)(?=('*+)" + SIGN + ")";
	private static final Pattern HARMFUL = Pattern.compile("\\A(?=" + BEGINS + ")|" + INSIDE);
	private static final Pattern NEUTRAL =
			Pattern.compile("\\A'(?=" + BEGINS + ")|(?<=[;\\t\\r\\n\"]|\",)'(?='*+" + SIGN + ")");
	private static final Pattern NUMBER = Pattern.compile(
			"[+-]?(?:(?:[0-9]{1,400}\\.?[0-9]{0,400}|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,4})?|NaN|Infinity)");

	private Formulas() {}

	/** @return the text with an apostrophe where a formula would begin */
	public static String neutral(final String text) {
		return NUMBER.matcher(text).matches() ? text : HARMFUL.matcher(text).replaceAll("'");
	}

	/** @return what {@link #neutral} was given; other texts as they are */
	public static String original(final String text) {
		return NEUTRAL.matcher(text).replaceAll("");
	}
}
