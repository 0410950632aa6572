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
package fovea.tile;

import java.util.Arrays;
import java.util.List;

/**
 * A part of an image that a network computes at once. The core is what is kept of the result; around it
 * lies the halo, computed and thrown away, which may reach beyond the image's borders.
 *
 * @param origin first pixel of the core in the image, a multiple of the stride along each axis
 * @param core lengths of the core; cores of a plan cover the image without overlap
 * @param halo pixels before the core, a multiple of the stride; at least as many follow it
 * @param padded lengths of what the network gets: at least core + 2 halo
 */
public record Tile(long[] origin, int[] core, int[] halo, int[] padded) {

	/** @return first pixel of the padded tile in the image; may be negative */
	public long[] paddedOrigin() {
		final long[] position = origin.clone();
		for (int d = 0; d < position.length; d++)
			position[d] -= halo[d];
		return position;
	}

	/** @return number of pixels the network gets */
	public long paddedSize() {
		return Arrays.stream(padded).asLongStream().reduce(1, Math::multiplyExact);
	}

	/**
	 * Halves the longest axis of the core.
	 *
	 * @param lengths which lengths a padded tile may have
	 * @return two tiles that cover the same core, or none if no axis can be halved
	 */
	public List<Tile> halve(final TileLengths lengths) {
		int longest = -1;
		for (int d = 0; d < core.length; d++) {
			final boolean smaller = core[d] > lengths.stride(d) && lengths.paddedFor(d, half(core[d], lengths.stride(d)) + 2 *
				halo[d]) < padded[d];
			if (smaller && (longest < 0 || core[d] > core[longest])) longest = d;
		}
		if (longest < 0) return List.of();
		final int first = half(core[longest], lengths.stride(longest));
		return List.of(part(longest, 0, first, lengths), part(longest, first, core[longest] - first, lengths));
	}

	private static int half(final int length, final int stride) {
		return (length / 2 + stride - 1) / stride * stride;
	}

	private Tile part(final int d, final int offset, final int length, final TileLengths lengths) {
		final long[] o = origin.clone();
		final int[] c = core.clone();
		final int[] p = padded.clone();
		o[d] += offset;
		c[d] = length;
		p[d] = lengths.paddedFor(d, length + 2 * halo[d]);
		return new Tile(o, c, halo, p);
	}
}
