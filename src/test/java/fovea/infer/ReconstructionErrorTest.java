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
package fovea.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.ImageException;
import fovea.image.Calibration;
import fovea.image.Image;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class ReconstructionErrorTest {

	private static final Calibration MICRON = new Calibration(0.5, 0.5, 2, "micron");

	@Test
	void meansOfPlanesAreInTheOrderOfAStack() throws ImageException {
		// one pixel in 2 channels, 2 slices, 2 frames; the error of plane i is i
		final byte[] original = new byte[8];
		final float[] reconstruction = new float[8];
		for (int i = 0; i < 8; i++) {
			original[i] = (byte) 200;
			reconstruction[i] = 200 + i;
		}
		final ReconstructionError error = ReconstructionError.of(
				new Image("a", ArrayImgs.unsignedBytes(original, 1, 1, 2, 2, 2), MICRON, false),
				new Image("b", ArrayImgs.floats(reconstruction, 1, 1, 2, 2, 2), MICRON, false));
		assertArrayEquals(new double[] {0, 1, 4, 9, 16, 25, 36, 49}, error.meanPerPlane());
		assertEquals(
				List.of(
						"c:1 z:1 t:1",
						"c:2 z:1 t:1",
						"c:1 z:2 t:1",
						"c:2 z:2 t:1",
						"c:1 z:1 t:2",
						"c:2 z:1 t:2",
						"c:1 z:2 t:2",
						"c:2 z:2 t:2"),
				error.labels());
		assertEquals(MICRON, error.squared().calibration());
	}

	@Test
	void nanIsLeftOutOfTheMean() throws ImageException {
		final float[] values = {1, Float.NaN, 5, 0};
		final ReconstructionError error = ReconstructionError.of(image(new float[4], 2, 2), image(values, 2, 2));
		assertArrayEquals(new double[] {26 / 3.0}, error.meanPerPlane(), 1e-12);
		int i = 0;
		for (final var v : Views.flatIterable(error.squared().pixels()))
			assertEquals(values[i] * values[i++], v.getRealFloat());
	}

	@Test
	void errorsThatReplaceTheReconstructionAreTheSame() throws ImageException {
		final Image original = image(new float[] {3, 1, Float.NaN, 0, 2, 9}, 2, 3);
		final var planes = PlanarImgs.floats(2, 3, 1, 1, 1);
		final float[] values = {1, 4, 5, -2, Float.NaN, 8.5f};
		System.arraycopy(values, 0, planes.getPlane(0).getCurrentStorageArray(), 0, 6);
		final ReconstructionError expected = ReconstructionError.of(original, image(values, 2, 3));
		final ReconstructionError error =
				ReconstructionError.replacing(original, new Image("r", planes, MICRON, false));
		assertArrayEquals(expected.meanPerPlane(), error.meanPerPlane());
		assertArrayEquals(
				new float[] {4, 9, Float.NaN, 4, Float.NaN, 0.25f},
				planes.getPlane(0).getCurrentStorageArray());
	}

	@Test
	void allNanMeansNan() throws ImageException {
		assertArrayEquals(
				new double[] {Double.NaN},
				ReconstructionError.of(image(new float[1], 1, 1), image(new float[] {Float.NaN}, 1, 1))
						.meanPerPlane());
	}

	@Test
	void otherSizesAreRefused() {
		final String message = assertThrows(
						ImageException.class,
						() -> ReconstructionError.of(image(new float[2], 1, 2), image(new float[2], 2, 1)))
				.getMessage();
		assertEquals(
				"Reconstruction of 'i' has 2 x 1, 1 channel, 1 slice, 1 frame: expected those of the original, "
						+ "1 x 2, 1 channel, 1 slice, 1 frame",
				message);
	}

	private static Image image(final float[] values, final int width, final int height) {
		return new Image("i", ArrayImgs.floats(values, width, height, 1, 1, 1), Calibration.PIXELS, false);
	}
}
