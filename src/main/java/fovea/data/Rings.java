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
package fovea.data;

import java.util.ArrayList;
import java.util.List;

/** Thin rings around outlines: pixels that are surely none of what was outlined. Stateless. */
final class Rings {

	/** Pixels next to an outline may still belong to what it is around. */
	private static final double FROM = 1;

	/** How far a ring goes, pixels from the outlined ones. */
	private static final int TO = 4;

	private Rings() {}

	/**
	 * @param classes of each pixel, row by row
	 * @param width columns
	 * @return the pixels that nobody labeled and whose distance from the nearest of a class beside background is more
	 *     than 1 and at most 4
	 */
	static boolean[] around(final int[] classes, final int width) {
		final boolean[] ring = new boolean[classes.length];
		final boolean[] near = near(classes, width, FROM);
		final boolean[] within = near(classes, width, TO);
		for (int i = 0; i < ring.length; i++) ring[i] = within[i] && !near[i] && classes[i] == MaskReading.UNLABELED;
		return ring;
	}

	/**
	 * @param classes of each pixel, row by row
	 * @param width columns
	 * @return the pixels that nobody labeled and that no ring reaches
	 */
	static boolean[] beyond(final int[] classes, final int width) {
		final boolean[] far = near(classes, width, TO);
		for (int i = 0; i < far.length; i++) far[i] = !far[i] && classes[i] == MaskReading.UNLABELED;
		return far;
	}

	/** @return pixels at most so far from one of a class beside background, these included */
	private static boolean[] near(final int[] classes, final int width, final double distance) {
		final int reach = (int) distance;
		final List<int[]> disk = new ArrayList<>();
		for (int dy = -reach; dy <= reach; dy++)
			for (int dx = -reach; dx <= reach; dx++)
				if (dx * dx + dy * dy <= distance * distance) disk.add(new int[] {dx, dy});
		final int height = classes.length / width;
		final boolean[] near = new boolean[classes.length];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				if (classes[y * width + x] <= 0) continue;
				near[y * width + x] = true;
				if (!isEdge(classes, width, height, x, y)) continue;
				for (final int[] step : disk) {
					final int nx = x + step[0];
					final int ny = y + step[1];
					if (nx >= 0 && nx < width && ny >= 0 && ny < height) near[ny * width + nx] = true;
				}
			}
		return near;
	}

	/** @return whether one of the four neighbors is of no object: from others no pixel outside is nearer */
	private static boolean isEdge(final int[] classes, final int width, final int height, final int x, final int y) {
		return x > 0 && classes[y * width + x - 1] <= 0
				|| x < width - 1 && classes[y * width + x + 1] <= 0
				|| y > 0 && classes[(y - 1) * width + x] <= 0
				|| y < height - 1 && classes[(y + 1) * width + x] <= 0;
	}
}
