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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Random;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** Blocks of parts are mirrored as ImgLib2's views are. */
class MirroredPartTest {

	@Test
	void blocksAreThoseOfTheView() {
		final Random random = new Random(3);
		final short[] values = new short[17 * 13 * 4];
		for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(1 << 16);
		final RandomAccessibleInterval<UnsignedShortType> all = ArrayImgs.unsignedShorts(values, 17, 13, 4);
		for (int n = 0; n < 200; n++) {
			final long[] min = {random.nextInt(10), random.nextInt(9), random.nextInt(3)};
			final long[] size = {1 + random.nextInt(6), 1 + random.nextInt(4), 1};
			final RandomAccessibleInterval<UnsignedShortType> part =
					Views.zeroMin(Views.interval(all, FinalInterval.createMinSize(min, size)));
			final PrimitiveBlocks<FloatType> blocks = PixelBlocks.mirrored(part);
			if (n == 0) assertInstanceOf(MirroredPart.class, blocks);
			final long[] from = {random.nextInt(30) - 15, random.nextInt(20) - 10, random.nextInt(3) - 1};
			final int[] length = {1 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(3)};
			final float[] read = new float[length[0] * length[1] * length[2]];
			blocks.copy(from, read, length);
			final float[] expected = new float[read.length];
			final RandomAccess<UnsignedShortType> pixel =
					Views.extendMirrorDouble(part).randomAccess();
			for (int z = 0, i = 0; z < length[2]; z++)
				for (int y = 0; y < length[1]; y++)
					for (int x = 0; x < length[0]; x++, i++) {
						pixel.setPosition(new long[] {from[0] + x, from[1] + y, from[2] + z});
						expected[i] = pixel.get().getRealFloat();
					}
			assertArrayEquals(expected, read, "part " + n);
		}
	}
}
