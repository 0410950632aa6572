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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PixelFormatTest {

	private static final float[] VALUES = {
		Float.NaN, Float.NEGATIVE_INFINITY, -0.6f, 0.4f, 0.5f, 254.4f, 255.6f, 65534.5f, 65536, Float.POSITIVE_INFINITY
	};

	@Test
	void integersAreRoundedAndClippedAndNaNIsNothing() {
		final byte[] bytes = (byte[]) PixelFormat.UINT8.plane(VALUES.length + 1);
		PixelFormat.UINT8.put(VALUES, 0, bytes, 1, VALUES.length);
		assertArrayEquals(
				new byte[] {0, 0, 0, 0, 0, 1, (byte) 254, (byte) 255, (byte) 255, (byte) 255, (byte) 255}, bytes);
		final short[] shorts = (short[]) PixelFormat.UINT16.plane(8);
		PixelFormat.UINT16.put(VALUES, 2, shorts, 0, 8);
		assertArrayEquals(new short[] {0, 0, 1, 254, 256, (short) 65535, (short) 65535, (short) 65535}, shorts);
		final float[] floats = (float[]) PixelFormat.FLOAT32.plane(3);
		PixelFormat.FLOAT32.put(VALUES, 0, floats, 0, 3);
		assertArrayEquals(new float[] {Float.NaN, Float.NEGATIVE_INFINITY, -0.6f}, floats);
	}

	@Test
	void imagesKnowTheirFormat() {
		for (final PixelFormat made : PixelFormat.values()) {
			final var image = made.create(3, 2, 1, 4, 1);
			for (final PixelFormat format : PixelFormat.values())
				assertEquals(made == format, format.isOf(image), made + " " + format);
			assertEquals(4, image.numSlices());
			assertEquals(made.bytes() * 8, image.getType().getBitsPerPixel());
			made.put(new float[] {7}, 0, image.getPlane(2).getCurrentStorageArray(), 4, 1);
			assertEquals(7, image.getAt(1, 1, 0, 2, 0).getRealDouble());
			assertEquals(0, image.getAt(1, 1, 0, 3, 0).getRealDouble());
		}
		assertTrue(PixelFormat.UINT8.bytes() < PixelFormat.UINT16.bytes());
		assertFalse(PixelFormat.UINT16.isOf(PixelFormat.UINT8.create(1, 1)));
	}
}
