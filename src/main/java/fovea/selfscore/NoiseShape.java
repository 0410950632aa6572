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
import java.util.Collection;

/**
 * Of what kind the noise of an image is, as far as that decides how a network can learn to remove it: how far along
 * rows and columns it is alike, and whether single pixels are far off. Measured where the plane is flattest.
 *
 * <p>Along a row the noise of a pixel is compared with that of others in the row, after half of the pixels above and
 * below is taken from each: a slope of the image vanishes by that, and how noise goes on along the row does not change.
 *
 * @param across pixels to either side to which noise is alike in a row, 0 to {@value #MOST}
 * @param down pixels to either side to which noise is alike in a column, 0 to {@value #MOST}
 * @param impulses fourth moment by the squared second one of what is left after smoothing, of values above 0 and of
 *     those below 0, the smaller one of both: 3 of Gaussian noise, less of few photons, above 8 of salt and pepper
 */
public record NoiseShape(int across, int down, double impulses) {

	/** Pixels; noise that is alike as far is taken to be so along the whole line. */
	public static final int MOST = 32;

	private static final double ALIKE = 0.15;
	private static final double IMPULSES = 8;

	/** @return whether single pixels are far off to both sides, as black and white ones are */
	public boolean hasImpulses() {
		return impulses > IMPULSES;
	}

	/**
	 * @param plane as it came, neither filtered nor enlarged; at least 3 x 3 pixels, or nothing is told
	 * @return of several channels the largest of each number
	 */
	public static NoiseShape of(final Raster plane) {
		NoiseShape shape = new NoiseShape(0, 0, 0);
		for (int c = 0; c < plane.channels(); c++) shape = shape.or(of(plane, c));
		return shape;
	}

	/**
	 * @param shapes of several planes, at least one
	 * @return the middle one of each number
	 */
	public static NoiseShape middle(final Collection<NoiseShape> shapes) {
		final int middle = shapes.size() / 2;
		return new NoiseShape(
				shapes.stream().mapToInt(NoiseShape::across).sorted().toArray()[middle],
				shapes.stream().mapToInt(NoiseShape::down).sorted().toArray()[middle],
				shapes.stream().mapToDouble(NoiseShape::impulses).sorted().toArray()[middle]);
	}

	private NoiseShape or(final NoiseShape other) {
		return new NoiseShape(
				Math.max(across, other.across), Math.max(down, other.down), Math.max(impulses, other.impulses));
	}

	private static NoiseShape of(final Raster plane, final int channel) {
		final FlatTiles tiles = FlatTiles.of(plane, channel);
		return new NoiseShape(
				reach(plane, channel, tiles, 0, 1),
				reach(plane, channel, tiles, 1, 0),
				Math.min(impulses(plane, tiles, 1), impulses(plane, tiles, -1)));
	}

	/** @return the last of the lags from 1 on at which noise is alike */
	private static int reach(
			final Raster plane, final int c, final FlatTiles tiles, final int rows, final int columns) {
		for (int lag = 1; lag <= MOST; lag++)
			if (alike(plane, c, tiles, lag * rows, lag * columns, columns, rows) < ALIKE) return lag - 1;
		return MOST;
	}

	/** Correlation at a lag of second differences in the other direction. */
	private static double alike(
			final Raster plane,
			final int c,
			final FlatTiles tiles,
			final int rows,
			final int columns,
			final int otherRows,
			final int otherColumns) {
		double same = 0;
		double product = 0;
		for (final int corner : tiles.corners())
			for (int i = 0; i < FlatTiles.SIDE * FlatTiles.SIDE; i++) {
				final int y = corner / plane.width() + i / FlatTiles.SIDE;
				final int x = corner % plane.width() + i % FlatTiles.SIDE;
				// to the side where there is more of the plane
				final int y2 = y + (y + rows < plane.height() - 1 ? rows : -rows);
				final int x2 = x + (x + columns < plane.width() - 1 ? columns : -columns);
				if (y2 < 1 || x2 < 1) continue;
				final double here = difference(plane, c, y, x, otherRows, otherColumns);
				same += here * here;
				product += here * difference(plane, c, y2, x2, otherRows, otherColumns);
			}
		return same > 0 ? product / same : 0;
	}

	private static double difference(
			final Raster plane, final int c, final int y, final int x, final int rows, final int columns) {
		return plane.at(y, x, c) - (plane.at(y - rows, x - columns, c) + plane.at(y + rows, x + columns, c)) / 2;
	}

	/** @return of what is left on one side of 0; 0 where that is too little to tell */
	private static double impulses(final Raster plane, final FlatTiles tiles, final int side) {
		double squares = 0;
		double fourth = 0;
		int n = 0;
		for (final int corner : tiles.corners())
			for (int i = 0; i < FlatTiles.SIDE * FlatTiles.SIDE; i++) {
				final double value =
						(double) side * tiles.rest()[corner + i / FlatTiles.SIDE * plane.width() + i % FlatTiles.SIDE];
				if (value <= 0) continue;
				squares += value * value;
				fourth += value * value * value * value;
				n++;
			}
		return squares > 0 ? n * fourth / (squares * squares) : 0;
	}
}
