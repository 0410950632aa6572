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
package fovea.segment.split;

/**
 * A Gaussian of one pixel's standard deviation, on planes whose border pixels go on beyond the edge: the weights are
 * those of ImageJ's <i>Gaussian Blur...</i>, so results are the same but for rounding. That one starts threads which
 * keep a JVM without a window from ending. Stateless and thread-safe.
 */
final class PixelBlur {

	/**
	 * Of a pixel itself and of those 1, 2, 3, 4 pixels away: exp(-d²/2), let down to 0 by a parabola from the fourth
	 * on.
	 */
	private static final float[] WEIGHTS = {0.39894345f, 0.24197145f, 0.053991128f, 0.0044318615f, 1.3383062E-4f};

	private PixelBlur() {}

	/**
	 * @param pixels blurred in place; those around the plane are neither read nor changed
	 * @param frame where they lie
	 */
	static void blur(final float[] pixels, final Frame frame) {
		final int width = frame.width();
		final int height = frame.height();
		for (int y = 0; y < height; y++) line(pixels, frame.at(0, y), 1, width);
		for (int x = 0; x < width; x++) line(pixels, frame.at(x, 0), frame.stride(), height);
	}

	private static void line(final float[] pixels, final int start, final int step, final int length) {
		final float[] line = new float[length];
		for (int i = 0; i < length; i++) line[i] = pixels[start + i * step];
		for (int i = 0; i < length; i++) {
			float sum = line[i] * WEIGHTS[0];
			for (int d = 1; d < WEIGHTS.length; d++)
				sum += WEIGHTS[d] * (line[Math.max(i - d, 0)] + line[Math.min(i + d, length - 1)]);
			pixels[start + i * step] = sum;
		}
	}
}
