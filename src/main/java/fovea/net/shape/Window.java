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
 * Which pixels of its input a layer's output pixel depends on, along one axis: a window that slides. Pixel y of the
 * output sees pixels floorDiv(y * multiplier + first, divisor) to floorDiv(y * multiplier + last, divisor) of the
 * input.
 *
 * @param multiplier the stride of a layer that shrinks, else 1
 * @param divisor the stride of a layer that enlarges, else 1; 0 if the layer sees its input as a whole
 * @param first see above
 * @param last see above
 * @param center where in the input the center of what output pixel 0 stands for lies
 */
public record Window(int multiplier, int divisor, int first, int last, double center) {

	public static final Window PIXEL = new Window(1, 1, 0, 0, 0);
	public static final Window GLOBAL = new Window(1, 0, 0, 0, 0);

	/**
	 * A convolution or pooling.
	 *
	 * @param rest what the stride leaves of the input's length
	 */
	public static Window sliding(final int kernel, final int stride, final Padding padding, final int rest) {
		final int before = padding == Padding.SAME ? Math.max(kernel - (rest == 0 ? stride : rest), 0) / 2 : 0;
		return new Window(stride, 1, -before, kernel - 1 - before, span(kernel, stride, padding) / 2.0);
	}

	/** What {@link #sliding} becomes when input and output change places. */
	public static Window transposed(final int kernel, final int stride, final Padding padding) {
		// Input x goes to outputs stride * x - before and the kernel - 1 that follow; the first x is rounded up.
		final int before = padding == Padding.SAME ? Math.max(kernel - stride, 0) / 2 : 0;
		return new Window(1, stride, before - kernel + stride, before, -span(kernel, stride, padding) / (2.0 * stride));
	}

	/** Linear interpolation between the two pixels whose centers are nearest. */
	public static Window bilinear(final int factor) {
		// The lower neighbor is floor((y + 1/2) / factor - 1/2); doubled, to stay with whole numbers.
		return factor == 1 ? PIXEL : new Window(2, 2 * factor, 1 - factor, 1 + factor, (1 - factor) / (2.0 * factor));
	}

	public boolean isGlobal() {
		return divisor == 0;
	}

	public Interval seen(final Interval output) {
		return new Interval(
				Math.floorDiv(output.low() * multiplier + first, (long) divisor),
				Math.floorDiv(output.high() * multiplier + last, (long) divisor));
	}

	/** @return how many pixels the output has where the input has so many; not for a layer that sees it as a whole */
	public Fraction scaled(final Fraction input) {
		return input.times(divisor).over(multiplier);
	}

	/** @return input pixels per output pixel */
	public double step() {
		return isGlobal() ? 1 : (double) multiplier / divisor;
	}

	/**
	 * @return twice the distance from pixel 0's center to that of what it stands for: with SAME, the pixels of one
	 *     stride
	 */
	private static int span(final int kernel, final int stride, final Padding padding) {
		return (padding == Padding.SAME ? stride : kernel) - 1;
	}
}
