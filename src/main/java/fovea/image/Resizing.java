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

import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Images with more or fewer pixels across the same field of view: the outer edges of the border pixels stay where they
 * are, so that pixel i of n is taken from {@code (i + 0.5) * m / n - 0.5} of m, linearly between its neighbors, the
 * border pixels repeated, whatever the type of the pixels without rounding to it. Nothing is smoothed before where an
 * image gets smaller: good for factors of 0.5 to 2 or so. Stateless and thread-safe.
 */
public final class Resizing {

	private Resizing() {}

	/**
	 * @param image not changed
	 * @param width in pixels
	 * @param height in pixels
	 * @return a copy of that size, 32-bit float in planes; the calibration is that of the given image's pixels
	 */
	public static Image resize(final Image image, final int width, final int height) {
		final long[] size = image.pixels().dimensionsAsLongArray();
		size[Image.X] = width;
		size[Image.Y] = height;
		final PlanarImg<FloatType, FloatArray> result = PlanarImgs.floats(size);
		final Box whole = new Box(0, 0, width, height);
		int plane = 0;
		for (int t = 0; t < image.size(Image.T); t++)
			for (int z = 0; z < image.size(Image.Z); z++)
				for (int c = 0; c < image.size(Image.C); c++)
					resize(image, c, z, t, result.getPlane(plane++).getCurrentStorageArray(), width, height, whole);
		return new Image(image.name(), result, image.calibration(), image.rgb());
	}

	/**
	 * @param image not changed
	 * @param c 0-based channel
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @param width in pixels
	 * @param height in pixels
	 * @return that plane with so many pixels, row by row
	 */
	public static float[] plane(
			final Image image, final int c, final int z, final int t, final int width, final int height) {
		return plane(image, c, z, t, width, height, new Box(0, 0, width, height));
	}

	/**
	 * As {@link #plane(Image, int, int, int, int, int)}, of which only a part is computed, from those pixels alone that
	 * it needs.
	 *
	 * @param part of the resized plane
	 * @return that part, row by row
	 */
	public static float[] plane(
			final Image image,
			final int c,
			final int z,
			final int t,
			final int width,
			final int height,
			final Box part) {
		final float[] resized = new float[Math.multiplyExact(part.width(), part.height())];
		resize(image, c, z, t, resized, width, height, part);
		return resized;
	}

	private static void resize(
			final Image image,
			final int c,
			final int z,
			final int t,
			final float[] to,
			final int width,
			final int height,
			final Box part) {
		final PrimitiveBlocks<FloatType> blocks = PixelBlocks.mirrored(image.pixels());
		final Between columns = new Between(image.size(Image.X), width, part.x(), part.width());
		final Between rows = new Between(image.size(Image.Y), height, part.y(), part.height());
		final int first = columns.first(0);
		final int[] size = {columns.second(part.width() - 1) - first + 1, 1, 1, 1, 1};
		float[] above = new float[size[0]];
		float[] below = new float[above.length];
		int aboveAt = -1;
		int belowAt = -1;
		for (int y = 0, i = 0; y < part.height(); y++) {
			if (rows.first(y) != aboveAt) {
				if (rows.first(y) == belowAt) {
					final float[] free = above;
					above = below;
					below = free;
					belowAt = -1;
				} else blocks.copy(new long[] {first, rows.first(y), c, z, t}, above, size);
				aboveAt = rows.first(y);
			}
			if (rows.second(y) != belowAt) {
				belowAt = rows.second(y);
				blocks.copy(new long[] {first, belowAt, c, z, t}, below, size);
			}
			final double down = rows.part(y);
			for (int x = 0; x < part.width(); x++, i++) {
				final int left = columns.first(x) - first;
				final int right = columns.second(x) - first;
				final double across = columns.part(x);
				float value = (float) (above[left] * ((1 - across) * (1 - down)));
				value += (float) (above[right] * (across * (1 - down)));
				value += (float) (below[right] * (across * down));
				value += (float) (below[left] * ((1 - across) * down));
				to[i] = value;
			}
		}
	}

	/** Of the pixels along one axis the two that each new one lies between. */
	private static final class Between {

		private final int length;
		private final int[] floor;
		private final double[] part;

		/** Of as many as count from the start-th on. */
		Between(final int length, final int wanted, final int start, final int count) {
			this.length = length;
			floor = new int[count];
			part = new double[count];
			for (int i = 0; i < count; i++) {
				final double at = (start + i + 0.5) * length / wanted - 0.5;
				floor[i] = (int) Math.floor(at);
				part[i] = at - floor[i];
			}
		}

		int first(final int i) {
			return Math.max(floor[i], 0);
		}

		int second(final int i) {
			return Math.min(floor[i] + 1, length - 1);
		}

		/** @return the second's share */
		double part(final int i) {
			return part[i];
		}
	}
}
