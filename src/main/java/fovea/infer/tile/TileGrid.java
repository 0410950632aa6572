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

/**
 * Where tiles of an image may lie. The network is shown the whole image, or tiles of it, but never more than the image
 * and an edge around it; only where the network does not take such a length does the image go on a little at its far
 * end. A tile that ends there, or at the image's beginning, meets what the network itself puts around the whole image;
 * at all other sides it has a halo.
 *
 * @param image lengths of the image
 * @param lengths what the network takes
 * @param halo input pixels around a core that its results depend on, multiples of the stride
 * @param edge pixels before the image's beginning, and at least as many after its end, that are shown too, multiples of
 *     the stride and no more than the halo
 */
public record TileGrid(long[] image, TileLengths lengths, int[] halo, int[] edge) {

	/**
	 * @param d axis
	 * @return length of the whole image as the network is shown it, or would be if it took any length
	 */
	int whole(final int d) {
		final int needed = Math.toIntExact(image[d] + 2 * edge[d]);
		final int shortest = lengths.paddedFor(d, needed);
		return shortest >= needed ? shortest : shortest + roundUp(needed - shortest, lengths.stride(d));
	}

	/**
	 * @param d axis
	 * @return the shortest padded length of tiles that cover the image; for a fixed length that leaves nothing between
	 *     two halos, a longer one
	 */
	public int least(final int d) {
		return Math.min(whole(d), lengths.paddedFor(d, leastBetweenHalos(d)));
	}

	/** @return whether tiles can cover an axis: where the length is fixed, it may leave nothing between two halos */
	public boolean isCoverable(final int d) {
		return least(d) >= Math.min(whole(d), leastBetweenHalos(d));
	}

	/** @return a halo on either side and one stride between */
	public int leastBetweenHalos(final int d) {
		return 2 * halo[d] + lengths.stride(d);
	}

	/** @return padded length of so many tiles that share an axis */
	int lengthOf(final int d, final int parts) {
		final long together = whole(d) + 2L * halo[d] * (parts - 1);
		final int each = roundUp(Math.toIntExact((together + parts - 1) / parts), lengths.stride(d));
		return Math.min(whole(d), lengths.paddedFor(d, each));
	}

	/**
	 * @return what the tiles of one padded length that cover an axis begin with, in order; the last ends where the
	 *     whole does
	 */
	long[] origins(final int d, final int padded) {
		final int between = (padded - 2 * halo[d]) / lengths.stride(d) * lengths.stride(d);
		final int last = whole(d) - padded;
		final long[] origins = new long[last == 0 ? 1 : 1 + (last + between - 1) / between];
		for (int i = 0; i < origins.length; i++) origins[i] = Math.min((long) i * between, last) - edge[d];
		return origins;
	}

	/**
	 * The shortest tile around a part of an axis.
	 *
	 * @param d axis
	 * @param from first pixel of the part, a multiple of the stride
	 * @param to pixel after its last
	 * @return its padded length
	 */
	int lengthAround(final int d, final long from, final long to) {
		final long begin = Math.max(-edge[d], from - halo[d]);
		final long end = Math.min(whole(d) - edge[d], to + halo[d]);
		return lengths.paddedFor(d, Math.toIntExact(end - begin));
	}

	/** @return where the tile that {@link #lengthAround} speaks of begins */
	long originAround(final int d, final long from, final long to) {
		final long latest = (long) whole(d) - edge[d] - lengthAround(d, from, to);
		return Math.min(latest, Math.max(-edge[d], from - halo[d]));
	}

	private static int roundUp(final int value, final int step) {
		return (value + step - 1) / step * step;
	}
}
