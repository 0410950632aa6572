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
package fovea.block;

import fovea.base.ImageException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.image.PixelFormat;
import fovea.zarr.Elements;
import fovea.zarr.RegionReader;
import java.util.Arrays;

/**
 * Pixels of an array of Zarr, as an image has them. Thread-safe.
 *
 * @param reader of the array
 * @param order for each axis of an image the index of the array's, -1 where it has none
 * @param format of the image's pixels
 * @param fill value where chunks are missing
 */
public record ZarrPixels(RegionReader reader, int[] order, PixelFormat format, double fill) {

	/** Copies the order. */
	public ZarrPixels {
		order = order.clone();
	}

	@Override
	public int[] order() {
		return order.clone();
	}

	/** A box of a plane, in the order of the array's axes. */
	private record Part(long[] start, int[] size) {}

	private Part part(final Box box, final int c, final int z, final int t) {
		final int axes = Arrays.stream(order).max().orElseThrow() + 1;
		final Part part = new Part(new long[axes], new int[axes]);
		Arrays.fill(part.size, 1);
		final int[] at = {box.x(), box.y(), c, z, t};
		for (int d = 0; d < order.length; d++) if (order[d] >= 0) part.start[order[d]] = at[d];
		part.size[order[Image.X]] = box.width();
		part.size[order[Image.Y]] = box.height();
		return part;
	}

	/** @return whether no chunk of a box is there */
	boolean isMissing(final Box box, final int c, final int z, final int t) throws ImageException {
		final Part part = part(box, c, z, t);
		return reader.isMissing(part.start, part.size);
	}

	/** @return an array of the format's kind, row by row */
	Object read(final Box box, final int c, final int z, final int t) {
		final Part part = part(box, c, z, t);
		try {
			return pixels(reader.read(part.start, part.size), order[Image.Y] < order[Image.X], box);
		} catch (final ImageException e) {
			throw new IllegalStateException(e.getMessage(), e);
		}
	}

	/** @param rows whether rows come one after the other, not columns */
	private Object pixels(final Elements read, final boolean rows, final Box box) {
		if (rows && (format != PixelFormat.FLOAT32 || read.array() instanceof float[])) return read.array();
		final float[] values = new float[read.length()];
		for (int y = 0, i = 0; y < box.height(); y++)
			for (int x = 0; x < box.width(); x++, i++) values[i] = (float) read.get(rows ? i : x * box.height() + y);
		final Object pixels = format.plane(values.length);
		format.put(values, 0, pixels, 0, values.length);
		return pixels;
	}
}
