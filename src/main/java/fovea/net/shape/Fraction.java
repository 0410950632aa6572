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

/**
 * A fraction that is not negative, in lowest terms. Arithmetic throws ArithmeticException where 64 bits do not do.
 *
 * @param numerator at least 0
 * @param denominator at least 1
 */
public record Fraction(long numerator, long denominator) {

	public static final Fraction ZERO = new Fraction(0, 1);
	public static final Fraction ONE = new Fraction(1, 1);

	public Fraction {
		final long divisor = gcd(numerator, denominator);
		numerator /= divisor;
		denominator /= divisor;
	}

	public Fraction times(final long factor) {
		// In two steps, so that what cancels out cannot overflow.
		final long divisor = gcd(factor, denominator);
		return new Fraction(Math.multiplyExact(numerator, factor / divisor), denominator / divisor);
	}

	public Fraction over(final long divisor) {
		final long common = gcd(numerator, divisor);
		return new Fraction(numerator / common, Math.multiplyExact(denominator, divisor / common));
	}

	public double value() {
		return (double) numerator / denominator;
	}

	public static long gcd(final long a, final long b) {
		return b == 0 ? Math.max(a, 1) : gcd(b, a % b);
	}

	public static long lcm(final long a, final long b) {
		return Math.multiplyExact(a, b / gcd(a, b));
	}
}
