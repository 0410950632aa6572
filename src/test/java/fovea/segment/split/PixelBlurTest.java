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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelBlurTest {

	@ParameterizedTest
	@CsvSource({"64, 48", "7, 100", "100, 6", "6, 6"})
	void itIsImageJsGaussianBlur(final int width, final int height) {
		final float[] pixels = new float[width * height];
		final Random random = new Random(7);
		for (int i = 0; i < pixels.length; i++) pixels[i] = random.nextFloat() < 0.3f ? 0 : 40 * random.nextFloat();
		final FloatProcessor expected = new FloatProcessor(width, height, pixels.clone());
		new GaussianBlur().blurGaussian(expected, 1, 1, 0.002);
		blur(pixels, width);
		assertArrayEquals((float[]) expected.getPixels(), pixels, 1e-5f);
	}

	/** ImageJ's kernel is cut where a plane is smaller; a plane of one value is that value in any case. */
	@ParameterizedTest
	@CsvSource({"1, 1", "1, 9", "3, 2"})
	void flatPlanesOfAnySizeStayFlat(final int width, final int height) {
		final float[] pixels = new float[width * height];
		java.util.Arrays.fill(pixels, 12);
		final float[] expected = pixels.clone();
		blur(pixels, width);
		assertArrayEquals(expected, pixels, 1e-5f);
	}

	/** Whatever is around the plane has no part in it. */
	private static void blur(final float[] pixels, final int width) {
		final Frame frame = new Frame(width, pixels.length / width);
		final float[] framed = new float[frame.length()];
		java.util.Arrays.fill(framed, Float.NaN);
		for (int i = 0; i < pixels.length; i++) framed[frame.at(i % width, i / width)] = pixels[i];
		PixelBlur.blur(framed, frame);
		for (int i = 0; i < pixels.length; i++) pixels[i] = framed[frame.at(i % width, i / width)];
	}
}
