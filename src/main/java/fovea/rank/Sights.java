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
package fovea.rank;

import fovea.image.Box;
import fovea.image.Image;
import fovea.selfscore.BlindGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of an image in an order in which any number of the first are spread over all of it, its slices and frames: each
 * with one of the four grids, and once all parts had their turn, each with the next. The same image, the same order.
 */
final class Sights {

	/** Pixels that a network sees around a part, so that it is not judged by what it makes of a border. */
	static final int MARGIN = 16;

	private static final int WIDEST = 768;
	private static final int LEAST_HEIGHT = 48;

	/** Steps of this part of the whole spread the first ones most evenly. */
	private static final double GOLDEN = 0.6180339887498949;

	/** Of tiles; nobody has time for more. */
	private static final int MOST = 4096;

	private Sights() {}

	/**
	 * @param image all of it
	 * @param part of it that counts
	 * @param pixels that a network is to compute for one sight, about
	 * @return all there are
	 */
	static List<Sight> of(final Image image, final Box part, final long pixels) {
		// Over the width of the image, so that as few pixels as possible are computed for the margins alone.
		final int columns = -Math.floorDiv(-part.width(), WIDEST);
		final double height = Math.max(LEAST_HEIGHT, pixels * (double) columns / part.width() - 1.5 * MARGIN);
		final int rows = (int) Math.max(1, Math.round(part.height() / height));
		final int planes = image.size(Image.Z) * image.size(Image.T);
		final int all = Math.multiplyExact(Math.multiplyExact(columns, rows), planes);
		final int step = step(all);
		final List<Sight> sights = new ArrayList<>();
		for (int round = 0; round < BlindGrid.PHASES; round++)
			for (int k = 0; k < Math.min(all, MOST); k++) {
				final int tile = (int) ((long) k * step % all);
				final int plane = tile / (columns * rows);
				sights.add(new Sight(
						plane % image.size(Image.Z),
						plane / image.size(Image.Z),
						tile(part, tile % columns, columns, tile / columns % rows, rows),
						image,
						k + round));
			}
		return sights;
	}

	/** All of about the same size, side by side. */
	private static Box tile(final Box part, final int column, final int columns, final int row, final int rows) {
		final int left = part.x() + (int) ((long) column * part.width() / columns);
		final int right = part.x() + (int) ((column + 1L) * part.width() / columns);
		final int top = part.y() + (int) ((long) row * part.height() / rows);
		final int bottom = part.y() + (int) ((row + 1L) * part.height() / rows);
		return new Box(left, top, right - left, bottom - top);
	}

	/**
	 * @param image all of it
	 * @return all planes as a whole, each with the four grids
	 */
	static List<Sight> whole(final Image image) {
		final List<Sight> sights = new ArrayList<>();
		for (int phase = 0; phase < BlindGrid.PHASES; phase++)
			for (int t = 0; t < image.size(Image.T); t++)
				for (int z = 0; z < image.size(Image.Z); z++) sights.add(new Sight(z, t, Box.of(image), image, phase));
		return sights;
	}

	/** @return prime to the number, so that all are met; the nearest such one to its golden section */
	private static int step(final int all) {
		final int golden = Math.max(1, (int) Math.round(all * GOLDEN));
		int away = 0;
		while (gcd(golden - away, all) != 1 && gcd(golden + away, all) != 1) away++;
		return gcd(golden - away, all) == 1 ? golden - away : golden + away;
	}

	private static int gcd(final int a, final int b) {
		return b == 0 ? a : gcd(b, a % b);
	}
}
