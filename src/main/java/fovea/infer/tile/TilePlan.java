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

import java.util.ArrayList;
import java.util.List;

/**
 * The tiles of an image: all of one padded size, with cores that cover it exactly. A tile at the image's border has the
 * larger core, since it needs no halo there.
 *
 * @param tiles in raster order, the first axis fastest
 */
public record TilePlan(List<Tile> tiles) {

	/** Copies the list. */
	public TilePlan {
		tiles = List.copyOf(tiles);
	}

	/**
	 * @param x first column of a rectangle within the image
	 * @param y first row
	 * @param width of the rectangle in pixels
	 * @param height of the rectangle in pixels
	 * @return those tiles whose cores have pixels in it, wherever they lie along further axes
	 */
	public TilePlan touching(final long x, final long y, final long width, final long height) {
		return new TilePlan(tiles.stream()
				.filter(tile -> tile.origin()[0] < x + width
						&& tile.origin()[0] + tile.core()[0] > x
						&& tile.origin()[1] < y + height
						&& tile.origin()[1] + tile.core()[1] > y)
				.toList());
	}

	/**
	 * Plans as few tiles as the limits allow, all of one padded size.
	 *
	 * @param grid where tiles may lie
	 * @param maxEdge longest padded edge along each axis that is not fixed
	 * @param maxPixels most pixels of a padded tile
	 * @return the plan; where not even the least tile meets the limits, of least tiles
	 * @throws IllegalArgumentException if a fixed length leaves no core between the halos
	 */
	public static TilePlan of(final TileGrid grid, final int[] maxEdge, final long maxPixels) {
		final int n = grid.image().length;
		final int[] parts = new int[n];
		final int[] padded = new int[n];
		for (int d = 0; d < n; d++) {
			if (!grid.isCoverable(d))
				throw new IllegalArgumentException("a tile of fixed length " + grid.least(d)
						+ " leaves nothing between halos of " + grid.halo()[d]);
			do padded[d] = grid.lengthOf(d, ++parts[d]);
			while (padded[d] > grid.least(d) && padded[d] > maxEdge[d]);
		}
		while (product(padded) > maxPixels) {
			int longest = -1;
			for (int d = 0; d < n; d++)
				if (padded[d] > grid.least(d) && (longest < 0 || padded[d] > padded[longest])) longest = d;
			if (longest < 0) break;
			padded[longest] = grid.lengthOf(longest, ++parts[longest]);
		}
		return new TilePlan(tiles(grid, padded));
	}

	private static long product(final int[] lengths) {
		long product = 1;
		for (final int length : lengths) product = Math.multiplyExact(product, length);
		return product;
	}

	private static List<Tile> tiles(final TileGrid grid, final int[] padded) {
		final int n = padded.length;
		final List<List<Section>> sections = new ArrayList<>();
		for (int d = 0; d < n; d++) sections.add(sections(grid, d, padded[d]));
		final List<Tile> tiles = new ArrayList<>();
		final int[] index = new int[n];
		while (true) {
			final long[] origin = new long[n];
			final int[] core = new int[n];
			final int[] before = new int[n];
			for (int d = 0; d < n; d++) {
				final Section section = sections.get(d).get(index[d]);
				origin[d] = section.from();
				core[d] = Math.toIntExact(section.to() - section.from());
				before[d] = Math.toIntExact(section.from() - section.origin());
			}
			tiles.add(new Tile(origin, core, before, padded));
			int d = 0;
			while (d < n && ++index[d] == sections.get(d).size()) index[d++] = 0;
			if (d == n) return tiles;
		}
	}

	/** A tile along one axis: where it begins, padded, and its core's first pixel and the one after its last. */
	private record Section(long origin, long from, long to) {}

	private static List<Section> sections(final TileGrid grid, final int d, final int padded) {
		final long[] origins = grid.origins(d, padded);
		final List<Section> sections = new ArrayList<>();
		long from = 0;
		// a coarse step between lengths may put the last tile behind the image
		for (int i = 0; i < origins.length && from < grid.image()[d]; i++) {
			final long next = i + 1 < origins.length ? origins[i + 1] + grid.halo()[d] : grid.image()[d];
			final long to = Math.min(next, grid.image()[d]);
			sections.add(new Section(origins[i], from, to));
			from = to;
		}
		return sections;
	}
}
