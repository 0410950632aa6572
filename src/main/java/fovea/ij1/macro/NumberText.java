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

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as macros write them, in every language of a computer: digits 0 to 9, a point, maybe an exponent. Stateless.
 */
final class NumberText {

	private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");
	private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]+");

	private NumberText() {}

	static boolean isNumber(final String text) {
		return NUMBER.matcher(text).matches();
	}

	/**
	 * @param text such as 0.5 or 1e-3
	 * @return its value, finite
	 * @throws NumberFormatException if it is none, with what was expected
	 */
	static double number(final String text) {
		if (!isNumber(text)) throw refused("a number", text);
		final double value = Double.parseDouble(text);
		if (Double.isInfinite(value)) throw refused("a number that can be computed with", text);
		return value;
	}

	/**
	 * @param text such as 12, 12.0 or 1e3
	 * @return its value
	 * @throws NumberFormatException if it is none, with what was expected
	 */
	static int whole(final String text) {
		if (!isNumber(text)) throw refused("a whole number", text);
		try {
			return new BigDecimal(text).intValueExact();
		} catch (final ArithmeticException e) {
			throw refused("a whole number", text);
		}
	}

	private static NumberFormatException refused(final String expected, final String text) {
		final String remedy =
				COMMA.matcher(text).matches() ? " with a decimal point, as " + text.replace(',', '.') : "";
		return new NumberFormatException("expected " + expected + remedy + ", got '" + text + "'");
	}
}
