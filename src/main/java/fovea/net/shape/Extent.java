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
 * A length that may depend on the input's: {@code scale * input + offset}, exact where the input is a multiple of what
 * the strides ask for. A known length has scale 0. Two extents are equal if the lengths are, whatever the input.
 *
 * @param scale of the free length of the input
 * @param offset in pixels of this layer
 */
public record Extent(Fraction scale, long offset) {

	public static final Extent FREE = new Extent(Fraction.ONE, 0);

	public static Extent of(final int length) {
		return length == Shape.FREE ? FREE : new Extent(Fraction.ZERO, length);
	}

	public boolean isFree() {
		return scale.numerator() != 0;
	}

	/** @return true if it is known to be 1 */
	public boolean isOne() {
		return !isFree() && offset == 1;
	}

	/** @return {@link Shape#FREE} or the length */
	public int length() {
		return isFree() ? Shape.FREE : Math.toIntExact(offset);
	}

	/** @return the number of positions of a window; below 1 if it does not fit in */
	public Extent windows(final int window, final int stride, final Padding padding) {
		final long whole = padding == Padding.SAME
				? -Math.floorDiv(-offset, (long) stride)
				: Math.floorDiv(offset - window, (long) stride) + 1;
		return new Extent(scale.over(stride), whole);
	}

	/** @return the length from which {@link #windows} would make this one, as Keras chooses it */
	public Extent transposed(final int kernel, final int stride, final Padding padding) {
		final Extent enlarged = times(stride);
		return padding == Padding.SAME
				? enlarged
				: new Extent(enlarged.scale, enlarged.offset + Math.max(kernel - stride, 0));
	}

	public Extent times(final int factor) {
		return new Extent(scale.times(factor), Math.multiplyExact(offset, (long) factor));
	}

	/** @return "28", or for example "H/2 + 1" */
	public String text(final String symbol) {
		if (!isFree()) return Long.toString(offset);
		final String factor = scale.numerator() == 1 ? "" : scale.numerator() + " ";
		final String divisor = scale.denominator() == 1 ? "" : "/" + scale.denominator();
		return factor + symbol + divisor + (offset == 0 ? "" : (offset > 0 ? " + " : " - ") + Math.abs(offset));
	}
}
