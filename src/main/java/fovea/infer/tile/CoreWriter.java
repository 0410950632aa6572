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

import fovea.image.PixelFormat;
import java.util.Arrays;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;

/**
 * Writes tile cores into a result. Cores do not overlap, so there is nothing to blend: each pixel of the result is
 * written once. Thread-safe for different cores.
 */
public final class CoreWriter {

	private final PlanarImg<?, ? extends ArrayDataAccess<?>> target;
	private final PixelFormat format;
	private final int[] targetAxes;

	/**
	 * @param target result with at least x and y as its first axes, one array per plane
	 * @param format of its pixels, which values are converted to
	 * @param targetAxes for each axis of a core, beginning with 0 (x) and 1 (y), the axis of the target
	 */
	public CoreWriter(
			final PlanarImg<?, ? extends ArrayDataAccess<?>> target,
			final PixelFormat format,
			final int... targetAxes) {
		this.target = target;
		this.format = format;
		this.targetAxes = targetAxes;
	}

	/**
	 * @param values x fastest, then y and the further axes of the core; one channel
	 * @param offset where the core's values begin
	 * @param origin of the core along its axes
	 * @param size of the core along its axes
	 * @param position in the target along the axes that the core does not have; its other elements are ignored
	 */
	public void write(
			final float[] values, final int offset, final long[] origin, final int[] size, final long[] position) {
		final int width = (int) target.dimension(0);
		final long[] at = position.clone();
		final int[] index = new int[size.length];
		int from = offset;
		final int planes = Arrays.stream(size).skip(2).reduce(1, Math::multiplyExact);
		for (int p = 0; p < planes; p++) {
			for (int d = 2, rest = p; d < size.length; rest /= size[d++]) index[d] = rest % size[d];
			for (int d = 2; d < size.length; d++) at[targetAxes[d]] = origin[d] + index[d];
			final Object plane = target.getPlane(planeIndex(at)).getCurrentStorageArray();
			for (int y = 0; y < size[1]; y++, from += size[0])
				format.put(values, from, plane, (int) ((origin[1] + y) * width + origin[0]), size[0]);
		}
	}

	private int planeIndex(final long[] position) {
		long index = 0;
		for (int d = target.numDimensions() - 1; d >= 2; d--) index = index * target.dimension(d) + position[d];
		return Math.toIntExact(index);
	}
}
