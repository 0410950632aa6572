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
package fovea.ij1.preview;

import ij.ImagePlus;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Tells whether pixels have changed, or only how they are shown. Stateless. */
public final class PlaneSum {

	private PlaneSum() {}

	/**
	 * @param image any
	 * @param view of it
	 * @return a checksum of the pixels of that plane, in all channels
	 */
	public static long of(final ImagePlus image, final View view) {
		final CRC32 sum = new CRC32();
		for (int c = 1; c <= image.getNChannels(); c++)
			add(image.getStack().getPixels(image.getStackIndex(c, view.slice(), view.frame())), sum);
		return sum.getValue();
	}

	private static void add(final Object pixels, final CRC32 sum) {
		if (pixels instanceof final byte[] bytes) sum.update(bytes);
		else if (pixels instanceof final short[] shorts) {
			final ByteBuffer buffer = ByteBuffer.allocate(Short.BYTES * shorts.length);
			buffer.asShortBuffer().put(shorts);
			sum.update(buffer);
		} else if (pixels instanceof final float[] floats) {
			final ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * floats.length);
			buffer.asFloatBuffer().put(floats);
			sum.update(buffer);
		} else if (pixels instanceof final int[] colors) {
			final ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * colors.length);
			buffer.asIntBuffer().put(colors);
			sum.update(buffer);
		}
	}
}
