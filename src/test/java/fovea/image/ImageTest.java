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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class ImageTest {

	private static final Calibration CALIBRATION = new Calibration(0.5, 0.5, 2, "um");

	private final ArrayImg<UnsignedByteType, ByteArray> pixels = ArrayImgs.unsignedBytes(5, 4, 3, 2, 2);

	private Image image(final boolean rgb) {
		final SplittableRandom random = new SplittableRandom(1);
		for (final UnsignedByteType pixel : pixels) pixel.set(random.nextInt(256));
		return new Image("colours", pixels, CALIBRATION, rgb);
	}

	@Test
	void grayIsTheMeanOfTheColorsAndNotRounded() {
		final Image gray = image(true).asGray();
		assertArrayEquals(new long[] {5, 4, 1, 2, 2}, gray.pixels().dimensionsAsLongArray());
		assertInstanceOf(FloatType.class, gray.pixels().getType());
		assertEquals("colours", gray.name());
		assertSame(CALIBRATION, gray.calibration());
		assertFalse(gray.rgb());
		final PlaneReader reader = new PlaneReader(gray);
		final float[] plane = new float[20];
		for (int t = 0; t < 2; t++)
			for (int z = 0; z < 2; z++) {
				reader.read(0, z, t, 0, 4, plane);
				for (int i = 0; i < 20; i++)
					assertEquals((at(i, 0, z, t) + at(i, 1, z, t) + at(i, 2, z, t)) / 3f, plane[i]);
			}
	}

	private int at(final int i, final int c, final int z, final int t) {
		return pixels.getAt(i % 5, i / 5, c, z, t).get();
	}

	@Test
	void grayIsAView() {
		final Image gray = image(true).asGray();
		for (int c = 0; c < 3; c++) pixels.getAt(2, 3, c, 1, 0).set(10 * c);
		assertEquals(10, gray.pixels().getAt(2, 3, 0, 1, 0).getRealFloat());
	}

	@Test
	void onlyColorsAreMadeGrayAndOnlyForOneChannel() {
		final Image channels = image(false);
		assertSame(channels, channels.asGray());
		assertSame(channels, channels.asSeenBy(OptionalInt.of(1)));
		final Image colors = image(true);
		assertSame(colors, colors.asSeenBy(OptionalInt.of(3)));
		assertSame(colors, colors.asSeenBy(OptionalInt.empty()));
		assertEquals(1, colors.asSeenBy(OptionalInt.of(1)).size(Image.C));
	}
}
