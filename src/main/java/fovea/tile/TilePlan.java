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

import java.util.ArrayList;
import java.util.List;

/**
 * The tiles of an image: cores of (nearly) equal size that cover it exactly.
 *
 * @param tiles in raster order, the first axis fastest
 */
public record TilePlan(List<Tile> tiles) {

	/** Copies the list. */
	public TilePlan {
		tiles = List.copyOf(tiles);
	}

	/**
	 * Plans as few tiles as the limits allow, all of one padded size.
	 *
	 * @param image lengths of the image
	 * @param lengths what the network takes
	 * @param halo pixels around each core along each axis, multiples of the stride
	 * @param maxEdge longest padded edge along each axis that is not fixed
	 * @param maxPixels most pixels of a padded tile
	 * @return the plan; where not even the least tile meets the limits, of least tiles
	 * @throws IllegalArgumentException if a fixed length leaves no core between the halos
	 */
	public static TilePlan of(final long[] image, final TileLengths lengths, final int[] halo, final int[] maxEdge,
		final long maxPixels)
	{
		final int n = image.length;
		final int[] parts = new int[n];
		final int[] core = new int[n];
		final int[] padded = new int[n];
		for (int d = 0; d < n; d++) {
			parts[d] = 1;
			if (lengths.isFixed(d)) {
				padded[d] = lengths.min()[d];
				core[d] = fixedCore(image[d], padded[d], halo[d], lengths.stride(d));
				if (core[d] < 1) throw new IllegalArgumentException("a tile of fixed length " + padded[d] +
					" leaves nothing between halos of " + halo[d]);
			}
			else do
				balance(d, image, lengths, halo, parts[d]++, core, padded);
			while (padded[d] > maxEdge[d] && core[d] > lengths.stride(d));
		}
		while (product(padded) > maxPixels) {
			int longest = -1;
			for (int d = 0; d < n; d++)
				if (!lengths.isFixed(d) && core[d] > lengths.stride(d) && (longest < 0 || core[d] > core[longest])) longest = d;
			if (longest < 0) break;
			balance(longest, image, lengths, halo, parts[longest]++, core, padded);
		}
		return new TilePlan(tiles(image, core, halo, padded));
	}

	/** Where an image fits whole into the fixed length, halo included, its core is the whole image. */
	private static int fixedCore(final long image, final int padded, final int halo, final int stride) {
		final int core = padded - 2 * halo;
		return image <= core ? (int) image : core / stride * stride;
	}

	private static void balance(final int d, final long[] image, final TileLengths lengths, final int[] halo,
		final int parts, final int[] core, final int[] padded)
	{
		final int stride = lengths.stride(d);
		final long part = (image[d] + parts - 1) / parts;
		core[d] = Math.toIntExact((part + stride - 1) / stride * stride);
		padded[d] = lengths.paddedFor(d, core[d] + 2 * halo[d]);
	}

	private static long product(final int[] lengths) {
		long product = 1;
		for (final int length : lengths)
			product = Math.multiplyExact(product, length);
		return product;
	}

	private static List<Tile> tiles(final long[] image, final int[] core, final int[] halo, final int[] padded) {
		final int n = image.length;
		final List<Tile> tiles = new ArrayList<>();
		final long[] origin = new long[n];
		while (true) {
			final int[] size = new int[n];
			for (int d = 0; d < n; d++)
				size[d] = (int) Math.min(core[d], image[d] - origin[d]);
			tiles.add(new Tile(origin.clone(), size, halo, padded));
			int d = 0;
			while (d < n && (origin[d] += core[d]) >= image[d])
				origin[d++] = 0;
			if (d == n) return tiles;
		}
	}
}
