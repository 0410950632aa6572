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
package fovea.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.imglib2.RealRandomAccess;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.interpolation.randomaccess.NLinearInterpolatorFactory;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResizingTest {

	private static Image image(final int width, final int height, final int channels, final float... values) {
		return new Image("image", ArrayImgs.floats(values, width, height, channels, 1, 1), Calibration.PIXELS, false);
	}

	private static float[] values(final Image image) {
		final float[] values = new float[(int) Intervals.numElements(image.pixels())];
		int i = 0;
		for (final var value : Views.flatIterable(image.pixels())) values[i++] = value.getRealFloat();
		return values;
	}

	@Test
	void twiceAsWideIsInterpolatedWithTheOuterEdgesInPlace() {
		assertArrayEquals(new float[] {0, 2, 6, 8}, values(Resizing.resize(image(2, 1, 1, 0, 8), 4, 1)));
	}

	@Test
	void halfAsLargeIsTheMeanOfFour() {
		final Image half = Resizing.resize(image(4, 2, 2, 0, 4, 1, 1, 8, 4, 3, 3, 5, 5, 0, 0, 5, 5, 0, 8), 2, 1);
		assertArrayEquals(new float[] {4, 2, 5, 2}, values(half));
	}

	/** ImgLib2's interpolator computes in the pixels' type, so that only of floats it gives the same. */
	@Property(tries = 100)
	void floatsAreWhatImgLib2Gives(
			@ForAll @IntRange(min = 1, max = 30) final int width,
			@ForAll @IntRange(min = 1, max = 30) final int height,
			@ForAll @IntRange(min = 1, max = 60) final int toWidth,
			@ForAll @IntRange(min = 1, max = 60) final int toHeight) {
		final Random random = new Random(width * 31 + height);
		final float[] noise = new float[width * height];
		final byte[] bytes = new byte[noise.length];
		random.nextBytes(bytes);
		for (int i = 0; i < noise.length; i++) noise[i] = 1000 * random.nextFloat() - 500;
		assertArrayEquals(
				interpolated(noise, width, height, toWidth, toHeight),
				values(Resizing.resize(image(width, height, 1, noise), toWidth, toHeight)));
		for (int i = 0; i < noise.length; i++) noise[i] = bytes[i] & 0xff;
		assertArrayEquals(
				interpolated(noise, width, height, toWidth, toHeight),
				values(Resizing.resize(
						new Image(
								"bytes",
								ArrayImgs.unsignedBytes(bytes, width, height, 1, 1, 1),
								Calibration.PIXELS,
								false),
						toWidth,
						toHeight)));
	}

	private static float[] interpolated(
			final float[] pixels, final int width, final int height, final int toWidth, final int toHeight) {
		final RealRandomAccess<FloatType> from = Views.interpolate(
						Views.extendBorder(ArrayImgs.floats(pixels, width, height)),
						new NLinearInterpolatorFactory<FloatType>())
				.realRandomAccess();
		final float[] to = new float[toWidth * toHeight];
		for (int i = 0; i < to.length; i++) {
			from.setPosition((i % toWidth + 0.5) * width / toWidth - 0.5, 0);
			from.setPosition((i / toWidth + 0.5) * height / toHeight - 0.5, 1);
			to[i] = from.get().get();
		}
		return to;
	}

	/** Linear interpolation is exact where pixels lie on a plane, but for the outermost half pixel. */
	@Property(tries = 100)
	void aRampStaysARamp(
			@ForAll @IntRange(min = 2, max = 30) final int width,
			@ForAll @IntRange(min = 2, max = 30) final int height,
			@ForAll @IntRange(min = 1, max = 60) final int toWidth,
			@ForAll @IntRange(min = 1, max = 60) final int toHeight) {
		final float[] ramp = new float[width * height];
		for (int i = 0; i < ramp.length; i++) ramp[i] = 3 * (i % width) - 2 * (i / width);
		final float[] resized = values(Resizing.resize(image(width, height, 1, ramp), toWidth, toHeight));
		for (int i = 0; i < resized.length; i++) {
			final double x = Math.max(0, Math.min(width - 1, (i % toWidth + 0.5) * width / toWidth - 0.5));
			final double y = Math.max(0, Math.min(height - 1, (i / toWidth + 0.5) * height / toHeight - 0.5));
			assertEquals(3 * x - 2 * y, resized[i], 1e-3);
		}
	}
}
