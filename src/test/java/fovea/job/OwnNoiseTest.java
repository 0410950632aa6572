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
package fovea.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.data.ImageSource;
import fovea.image.Calibration;
import fovea.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class OwnNoiseTest {

	private static final int SIDE = 64;

	/** Gray values from 100 to 1100, two planes: the first is empty, the second counts. */
	private static Image image(final double sigma, final int index) {
		final Random random = new Random(index);
		final float[] values = new float[2 * SIDE * SIDE];
		for (int i = SIDE * SIDE; i < values.length; i++)
			values[i] = (float) (100 + 1000.0 * (i % SIDE) / SIDE + 1000 * sigma * random.nextGaussian());
		return new Image("image" + index, ArrayImgs.floats(values, SIDE, SIDE, 1, 2, 1), Calibration.PIXELS, false);
	}

	private static ImageSource images(final int count, final double... sigmas) {
		final List<Image> images = new ArrayList<>();
		for (int i = 0; i < count; i++) images.add(image(sigmas[i % sigmas.length], i));
		return ImageSource.of("images", images);
	}

	@Test
	void noisyImagesAreLearnedFromAsTheyAre() throws FoveaException {
		final OwnNoise noise = OwnNoise.of(images(3, 0.1));
		assertEquals(0.08, noise.level(), 0.01, "noise makes the range wider");
		assertTrue(noise.isMuch());
		assertInstanceOf(NoiseChoice.Noisy.class, noise.choice());
		assertEquals("noise of 10 % of the range of gray values", new OwnNoise(0.1).toString());
	}

	@Test
	void onCleanOnesNoiseIsPut() throws FoveaException {
		final OwnNoise noise = OwnNoise.of(images(1, 0.02));
		assertFalse(noise.isMuch());
		assertInstanceOf(NoiseChoice.Automatic.class, noise.choice());
	}

	/** The image in the middle counts, and not all are read. */
	@Test
	void someAreLookedAt() throws FoveaException {
		final List<Integer> read = new ArrayList<>();
		final ImageSource all = images(100, 0.01, 0.1, 0.1);
		final OwnNoise noise = OwnNoise.of(new ImageSource() {

			@Override
			public String name() {
				return all.name();
			}

			@Override
			public List<String> names() throws FoveaException {
				return all.names();
			}

			@Override
			public Image read(final int index) throws FoveaException {
				read.add(index);
				return all.read(index);
			}
		});
		assertTrue(noise.isMuch());
		assertEquals(16, read.size());
		assertEquals(93, read.get(15));
	}
}
