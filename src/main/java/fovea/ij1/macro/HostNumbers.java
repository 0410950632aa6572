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
package fovea.ij1.macro;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Numbers as people write them in the language of their computer: with its decimal separator and its digits. Immutable.
 *
 * @param locale of the numbers
 */
record HostNumbers(Locale locale) {

	/** @return this computer's */
	static HostNumbers here() {
		return new HostNumbers(Locale.getDefault(Locale.Category.FORMAT));
	}

	/**
	 * @param text what a person has typed
	 * @param whole whether only whole numbers are expected
	 * @return the same number with a point and digits 0 to 9; texts that are no number in this language stay as they
	 *     are
	 * @throws NumberFormatException if a point may be meant to separate thousands
	 */
	String toPoint(final String text, final boolean whole) {
		final DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
		final char decimal = symbols.getDecimalSeparator();
		final String stripped = text.strip();
		if (whole && decimal != '.' && stripped.matches("[1-9][0-9]{0,2}(\\.[0-9]{3})+"))
			throw new NumberFormatException("expected a whole number without separators, got '" + stripped + "'");
		final StringBuilder point = new StringBuilder();
		for (int i = 0; i < stripped.length(); i++)
			point.append(ascii(stripped.charAt(i), decimal, symbols.getZeroDigit()));
		return isNumberOrSpan(stripped) || !isNumberOrSpan(point.toString()) ? text : point.toString();
	}

	/** A span is two numbers with a hyphen between them, as noise is told. */
	private static boolean isNumberOrSpan(final String text) {
		if (NumberText.isNumber(text)) return true;
		for (int i = text.indexOf('-', 1); i > 0; i = text.indexOf('-', i + 1))
			if (NumberText.isNumber(text.substring(0, i)) && NumberText.isNumber(text.substring(i + 1))) return true;
		return false;
	}

	private static char ascii(final char c, final char decimal, final char zero) {
		if (c == decimal) return '.';
		if (c >= zero && c <= zero + 9) return (char) ('0' + c - zero);
		return c == '\u2212' ? '-' : c;
	}
}
