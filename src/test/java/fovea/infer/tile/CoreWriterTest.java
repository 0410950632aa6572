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
package fovea.infer.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.image.PixelFormat;
import net.imglib2.RandomAccess;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class CoreWriterTest {

	/**
	 * X, Y and Z of a core lie along X, Y and Z of a result X Y C Z T, in the channel and at the time that are said.
	 */
	@Test
	void aCoreLiesWhereItBelongsAndNowhereElse() {
		final PlanarImg<FloatType, FloatArray> result = PlanarImgs.floats(7, 6, 2, 5, 3);
		final float[] values = new float[4 + 3 * 2 * 2];
		for (int i = 0; i < values.length; i++) values[i] = i + 1;
		new CoreWriter(result, PixelFormat.FLOAT32, 0, 1, 3)
				.write(values, 4, new long[] {2, 3, 1}, new int[] {3, 2, 2}, new long[] {0, 0, 1, 0, 2});
		final RandomAccess<FloatType> at = result.randomAccess();
		int written = 0;
		for (final FloatType value : result) if (value.get() != 0) written++;
		assertEquals(12, written);
		for (int i = 0; i < 12; i++) {
			at.setPosition(new int[] {2 + i % 3, 3 + i / 3 % 2, 1, 1 + i / 6, 2});
			assertEquals(5 + i, at.get().get(), "value " + i);
		}
	}

	@Test
	void aCoreOfAPlaneIsWrittenIntoThePlaneThatIsSaid() {
		final PlanarImg<FloatType, FloatArray> result = PlanarImgs.floats(2, 2, 1, 4, 1);
		new CoreWriter(result, PixelFormat.FLOAT32, 0, 1)
				.write(new float[] {1, 2, 3, 4}, 0, new long[] {0, 0}, new int[] {2, 2}, new long[] {9, 9, 0, 3, 0});
		final float[] plane = result.getPlane(3).getCurrentStorageArray();
		for (int i = 0; i < 4; i++) assertEquals(i + 1, plane[i]);
		assertEquals(0, result.getPlane(2).getCurrentStorageArray()[0]);
	}
}
