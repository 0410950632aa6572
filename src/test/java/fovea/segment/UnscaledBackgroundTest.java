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
package fovea.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.Prediction;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class UnscaledBackgroundTest {

	private static Prediction prediction(final float[] values, final int width, final int channels, final int runs) {
		return new Prediction(
				new Image(
						"p",
						ArrayImgs.floats(values, width, 1, (long) channels * runs, 1, 1),
						Calibration.PIXELS,
						false),
				channels,
				List.of());
	}

	/** Background, inside, border of two pixels, then of the four that they become. */
	@Test
	void eachSightCountsHalfForTheBackgroundAndTheRestKeepsItsShares() {
		final float[] second = {0.2f, 0.2f, 0.5f, 1, 0.6f, 0.8f, 0.25f, 0, 0.2f, 0, 0.25f, 0};
		UnscaledBackground.of(prediction(new float[] {0.4f, 0.4f, 0.6f, 0.6f, 0, 0}, 2, 3, 1))
				.mixInto(prediction(second, 4, 3, 1), 3);
		assertArrayEquals(
				new float[] {
					0.3f, 0.3f, 0.45f, 0.7f, 0.525f, 0.7f, 0.275f,
					0, // of what only the first sight took for something, nothing is known
					0.175f, 0, 0.275f, 0.3f
				},
				second,
				1e-6f);
	}

	@Test
	void runsOverChannelsAreKeptApart() {
		final float[] second = {0, 1, 0, 0.5f, 0.5f, 0};
		UnscaledBackground.of(prediction(new float[] {1, 0, 0, 0, 1, 0}, 1, 3, 2))
				.mixInto(prediction(second, 1, 3, 2), 3);
		assertArrayEquals(new float[] {0.5f, 0.5f, 0, 0.25f, 0.75f, 0}, second, 1e-6f);
	}

	@Test
	void isACopy() {
		final float[] first = {0.4f, 0.6f, 0};
		final UnscaledBackground sight = UnscaledBackground.of(prediction(first, 1, 3, 1));
		first[0] = 1;
		final float[] second = {0.2f, 0.8f, 0};
		sight.mixInto(prediction(second, 1, 3, 1), 3);
		assertEquals(0.3f, second[0], 1e-6f);
	}
}
