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
package fovea.selfscore;

import fovea.image.Raster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a plane has noise and little else: of its tiles those in which least is left after the mean of its eight
 * neighbors is taken from each pixel, but none that is clipped, black or white. Immutable.
 *
 * @param rest what is left of each pixel, row by row; 0 at the plane's border
 * @param corners the first pixels of the tiles, the flattest first
 */
record FlatTiles(float[] rest, List<Integer> corners) {

	/** Of a tile, in pixels. */
	static final int SIDE = 16;

	/** Of the plane, around the tiles. */
	private static final int BORDER = 2;

	/** Of the tiles, the flattest ones. */
	private static final double SHARE = 0.05;

	/** Tiles at least. */
	private static final int LEAST = 16;

	/** Of a tile; more, and it is clipped. */
	private static final double MOST_FLAT = 0.02;

	private record Tile(int corner, double energy) {}

	/**
	 * @param plane as it came
	 * @param channel of it
	 * @return the flattest tiles; none where the plane is too small, or nowhere has noise
	 */
	static FlatTiles of(final Raster plane, final int channel) {
		final float[] rest = rest(plane, channel);
		final List<Tile> tiles = new ArrayList<>();
		for (int top = BORDER; top + SIDE + BORDER <= plane.height(); top += SIDE)
			for (int left = BORDER; left + SIDE + BORDER <= plane.width(); left += SIDE) {
				final double energy = energy(plane, channel, rest, top, left);
				if (energy > 0 && Double.isFinite(energy)) tiles.add(new Tile(top * plane.width() + left, energy));
			}
		tiles.sort(Comparator.comparingDouble(Tile::energy));
		final int taken = Math.min(tiles.size(), Math.max(LEAST, (int) (SHARE * tiles.size())));
		return new FlatTiles(
				rest, tiles.subList(0, taken).stream().map(Tile::corner).toList());
	}

	private static float[] rest(final Raster plane, final int c) {
		final int width = plane.width();
		final float[] rest = new float[width * plane.height()];
		for (int y = 1; y < plane.height() - 1; y++)
			for (int x = 1; x < width - 1; x++) {
				double around = -plane.at(y, x, c);
				for (int dy = -1; dy <= 1; dy++) for (int dx = -1; dx <= 1; dx++) around += plane.at(y + dy, x + dx, c);
				rest[y * width + x] = (float) (plane.at(y, x, c) - around / 8);
			}
		return rest;
	}

	/** The sum of squares; 0 of a tile that is clipped. */
	private static double energy(final Raster plane, final int c, final float[] rest, final int top, final int left) {
		double energy = 0;
		int flat = 0;
		for (int y = top; y < top + SIDE; y++)
			for (int x = left; x < left + SIDE; x++) {
				energy += (double) rest[y * plane.width() + x] * rest[y * plane.width() + x];
				if (isFlat(plane, c, y, x)) flat++;
			}
		return flat <= MOST_FLAT * SIDE * SIDE ? energy : 0;
	}

	private static boolean isFlat(final Raster plane, final int c, final int y, final int x) {
		final float value = plane.at(y, x, c);
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++) if (plane.at(y + dy, x + dx, c) != value) return false;
		return true;
	}
}
