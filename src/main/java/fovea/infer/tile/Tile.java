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

import java.util.Arrays;
import java.util.List;

/**
 * A part of an image that a network computes at once. The core is what is kept of the result; around it lies the halo,
 * computed and thrown away, which may reach beyond the image's borders.
 *
 * @param origin first pixel of the core in the image, a multiple of the stride along each axis
 * @param core lengths of the core; cores of a plan cover the image without overlap
 * @param before pixels before the core, a multiple of the stride; none at the image's beginning where nothing is put
 *     around it
 * @param padded lengths of what the network gets
 */
public record Tile(long[] origin, int[] core, int[] before, int[] padded) {

	/** @return first pixel of the padded tile in the image; may be negative */
	public long[] paddedOrigin() {
		final long[] position = origin.clone();
		for (int d = 0; d < position.length; d++) position[d] -= before[d];
		return position;
	}

	/** @return number of pixels the network gets */
	public long paddedSize() {
		return Arrays.stream(padded).asLongStream().reduce(1, Math::multiplyExact);
	}

	/**
	 * Halves the longest axis of the core that gives smaller tiles.
	 *
	 * @param grid where tiles may lie
	 * @return two tiles that cover the same core, or none if no axis can be halved
	 */
	public List<Tile> halve(final TileGrid grid) {
		int longest = -1;
		for (int d = 0; d < core.length; d++)
			if ((longest < 0 || core[d] > core[longest]) && isHalvable(d, grid)) longest = d;
		if (longest < 0) return List.of();
		final long cut = cut(longest, grid);
		return List.of(
				part(longest, origin[longest], cut, grid), part(longest, cut, origin[longest] + core[longest], grid));
	}

	private boolean isHalvable(final int d, final TileGrid grid) {
		final long cut = cut(d, grid);
		final long end = origin[d] + core[d];
		return cut > origin[d]
				&& cut < end
				&& grid.lengthAround(d, origin[d], cut) < padded[d]
				&& grid.lengthAround(d, cut, end) < padded[d];
	}

	/** The middle of the padded tile, since a core at the image's border has a halo on one side only. */
	private long cut(final int d, final TileGrid grid) {
		final int stride = grid.lengths().stride(d);
		return origin[d] - before[d] + (padded[d] / 2 + stride - 1) / stride * stride;
	}

	private Tile part(final int d, final long from, final long to, final TileGrid grid) {
		final long[] o = origin.clone();
		final int[] c = core.clone();
		final int[] b = before.clone();
		final int[] p = padded.clone();
		o[d] = from;
		c[d] = Math.toIntExact(to - from);
		b[d] = Math.toIntExact(from - grid.originAround(d, from, to));
		p[d] = grid.lengthAround(d, from, to);
		return new Tile(o, c, b, p);
	}
}
