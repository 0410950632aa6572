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
package fovea.net.shape;

import java.util.Objects;
import java.util.regex.Pattern;

/** What the constructors of this package refuse: IllegalArgumentException, NullPointerException where null came. */
public final class Checks {

	/** What TensorFlow takes as the name of an operation, without slashes, which Keras keeps for itself. */
	public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

	private Checks() {}

	public static void present(final Object value, final String what) {
		Objects.requireNonNull(value, what);
	}

	public static void name(final String name, final String what) {
		if (!NAME.matcher(name).matches())
			throw new IllegalArgumentException(
					"expected as " + what + " a name of letters, digits, '_', '-' and '.', got '" + name + "'");
	}

	public static void atLeast(final int value, final int least, final String what) {
		if (value < least) throw expected(what, "at least " + least, value);
	}

	public static void notNegative(final double value, final String what) {
		if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) throw expected(what, "at least 0", value);
	}

	public static void positive(final double value, final String what) {
		if (!(value > 0 && value < Double.POSITIVE_INFINITY)) throw expected(what, "above 0", value);
	}

	public static void within(final double value, final double least, final double most, final String what) {
		if (!(value >= least && value <= most)) throw expected(what, "from " + least + " to " + most, value);
	}

	private static IllegalArgumentException expected(final String what, final String range, final Number value) {
		return new IllegalArgumentException("expected " + what + " " + range + ", got " + value);
	}
}
