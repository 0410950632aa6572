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

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.BlockInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Blocks of a part of an image, mirrored at its borders with the border pixel repeated. ImgLib2 copies such blocks at
 * full speed of whole images only; of a part it looks at each pixel by itself. Not thread-safe.
 */
final class MirroredPart implements PrimitiveBlocks<FloatType> {

	private final RandomAccessibleInterval<FloatType> pixels;
	private final PrimitiveBlocks<FloatType> inside;

	/** @param pixels a view of a part of something, zero-min */
	MirroredPart(final RandomAccessibleInterval<FloatType> pixels) {
		this.pixels = pixels;
		inside = PrimitiveBlocks.of(pixels, OnFallback.ACCEPT);
	}

	@Override
	public void copy(final Interval interval, final Object dest) {
		final BlockInterval block = BlockInterval.asBlockInterval(interval);
		if (isInside(block)) {
			inside.copy(block, dest);
			return;
		}
		final int n = block.numDimensions();
		final int[][] places = new int[n][];
		final long[] min = new long[n];
		final int[] size = new int[n];
		for (int d = 0; d < n; d++) {
			places[d] = places(block.min(d), block.size()[d], Math.toIntExact(pixels.dimension(d)));
			int least = Integer.MAX_VALUE;
			int most = 0;
			for (final int place : places[d]) {
				least = Math.min(least, place);
				most = Math.max(most, place);
			}
			min[d] = least;
			size[d] = most - least + 1;
			for (int i = 0; i < places[d].length; i++) places[d][i] -= least;
		}
		int length = 1;
		for (final int s : size) length = Math.multiplyExact(length, s);
		final float[] read = new float[length];
		inside.copy(min, read, size);
		spread(read, size, places, (float[]) dest);
	}

	private boolean isInside(final BlockInterval block) {
		for (int d = 0; d < block.numDimensions(); d++)
			if (block.min(d) < 0 || block.max(d) >= pixels.dimension(d)) return false;
		return true;
	}

	private static int[] places(final long from, final int count, final int length) {
		final int[] places = new int[count];
		for (int i = 0; i < count; i++) {
			final int at = (int) Math.floorMod(from + i, 2L * length);
			places[i] = at < length ? at : 2 * length - 1 - at;
		}
		return places;
	}

	private static void spread(final float[] read, final int[] size, final int[][] places, final float... dest) {
		final int n = size.length;
		final int[] at = new int[n];
		for (int to = 0; to < dest.length; ) {
			int row = 0;
			for (int d = n - 1; d > 0; d--) row = (row + places[d][at[d]]) * (d > 1 ? size[d - 1] : 1);
			row *= n > 1 ? size[0] : 0;
			for (final int x : places[0]) dest[to++] = read[row + x];
			int d = 1;
			while (d < n && ++at[d] == places[d].length) at[d++] = 0;
			if (d == n) return;
		}
	}

	@Override
	public FloatType getType() {
		return new FloatType();
	}

	@Override
	public int numDimensions() {
		return pixels.numDimensions();
	}

	@Override
	public PrimitiveBlocks<FloatType> threadSafe() {
		throw new UnsupportedOperationException("one for each thread");
	}

	@Override
	public PrimitiveBlocks<FloatType> independentCopy() {
		return new MirroredPart(pixels);
	}
}
