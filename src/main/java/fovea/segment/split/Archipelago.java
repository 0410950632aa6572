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
package fovea.segment.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A plane whose islands of foreground are taken apart one by one, each in its box: that is faster than the plane as a
 * whole, since the box of an island stays in the processor's cache, background costs next to nothing, and there can be
 * work for every processor. What is common to all is their heights: the distance is blurred over the gap between two
 * islands, and levels are steps of the highest height.
 */
final class Archipelago {

	/** Of so many pixels there may be one run: a bound of the memory it takes. */
	private static final int PIXELS_PER_RUN = 16;

	/** What a neighbor is high at most where it has a part in the height of another island's pixel. */
	private static final double NEAR = 12;

	private static final double ROUNDING = 0.01;

	/** The boxes at work together are no larger than the plane's part. */
	private static final int SHARE = 4;

	private final byte[] foreground;
	private final byte[] interior;
	private final int width;
	private final Frame frame;
	private final List<Island> islands;

	/** Most pixels of a box that others may be at work beside. */
	private final long small;

	private Archipelago(final byte[] foreground, final byte[] interior, final int width, final List<Island> islands) {
		this.foreground = foreground;
		this.interior = interior;
		this.width = width;
		frame = new Frame(width, foreground.length / width);
		this.islands = islands;
		small = foreground.length / SHARE / Runtime.getRuntime().availableProcessors();
	}

	/**
	 * @param foreground of the plane, row by row, not 0 where objects are
	 * @param interior not 0 in their insides
	 * @param width of the plane
	 * @return empty if the plane is better taken as a whole: it has a large island or very many, or insides lie outside
	 */
	static Optional<Archipelago> of(final byte[] foreground, final byte[] interior, final int width) {
		if (isBeyond(interior, foreground)) return Optional.empty();
		return Islands.of(foreground, width, foreground.length / PIXELS_PER_RUN)
				.filter(islands -> islands.stream().allMatch(i -> i.area() <= foreground.length / SHARE))
				.map(islands -> new Archipelago(foreground, interior, width, islands));
	}

	/**
	 * @param foreground of a part of a plane, row by row, not 0 where objects are
	 * @param interior not 0 in their insides, which lie in the foreground
	 * @param width of the part
	 * @return its islands, however large and many they are
	 */
	static Archipelago ofPart(final byte[] foreground, final byte[] interior, final int width) {
		return new Archipelago(
				foreground,
				interior,
				width,
				Islands.of(foreground, width, foreground.length).orElseThrow());
	}

	/** @return those that have a wanted pixel: the index of their first one is given */
	private Archipelago only(final IntPredicate wanted) {
		return new Archipelago(
				foreground,
				interior,
				width,
				islands.stream().filter(i -> wanted.test(i.runs()[0])).toList());
	}

	/**
	 * Measures only islands that may have the highest height, each with what is near it.
	 *
	 * @param wanted is asked about the index of an island's first pixel
	 * @return the highest height of those islands; {@link Relief#FLOOR} if there is none
	 */
	float highest(final IntPredicate wanted) {
		final List<Island> sorted = new ArrayList<>(only(wanted).islands);
		sorted.sort(Comparator.comparingDouble(this::bound).reversed());
		float most = Relief.FLOOR;
		for (final Island island : sorted) {
			if (bound(island) + Relief.FLOOR < most) break;
			most = Math.max(most, highest(island));
		}
		return most;
	}

	/**
	 * No pixel is further away from the outside than half of the box is wide, unless the island goes on beyond the
	 * plane; and none is raised by a neighbor to more than such a one is high where it is near.
	 */
	private double bound(final Island island) {
		final int narrow = Math.min(island.frame().width(), island.frame().height());
		final boolean ends = island.left() > 0
				&& island.top() > 0
				&& island.left() + island.frame().width() < width
				&& island.top() + island.frame().height() < frame.height();
		return Math.max(NEAR, ends ? narrow / 2. + ROUNDING : narrow);
	}

	private float highest(final Island island) {
		final int left = Math.max(0, island.left() - PartSplitter.MARGIN);
		final int top = Math.max(0, island.top() - PartSplitter.MARGIN);
		final int right = Math.min(width, island.left() + island.frame().width() + PartSplitter.MARGIN);
		final int bottom =
				Math.min(frame.height(), island.top() + island.frame().height() + PartSplitter.MARGIN);
		final int across = right - left;
		final byte[] near = new byte[across * (bottom - top)];
		final byte[] inside = new byte[near.length];
		for (int y = top; y < bottom; y++) {
			System.arraycopy(foreground, y * width + left, near, (y - top) * across, across);
			System.arraycopy(interior, y * width + left, inside, (y - top) * across, across);
		}
		final int first = island.runs()[0];
		final int at = (first / width - top) * across + first % width - left;
		final Archipelago part = ofPart(near, inside, across);
		final float[] heights = part.heights();
		for (final Island own : part.islands)
			for (int n = 0; n < own.runs().length; n += 2)
				if (own.runs()[n] <= at && at < own.runs()[n + 1]) return part.most(heights, List.of(own));
		throw new IllegalStateException("an island has left its place");
	}

	/**
	 * Of the islands that are wanted; the others have no part in the result.
	 *
	 * @param wanted is asked about the index of an island's first pixel
	 * @param most the highest height of all of the plane
	 * @param prominence by how much a top rises above the way to a higher one
	 * @return {@link Levels#OBJECT} where objects are, else 0
	 */
	byte[] split(final IntPredicate wanted, final float most, final float prominence) {
		final byte[] parts = new byte[foreground.length];
		final Archipelago own = only(wanted);
		if (most <= prominence) {
			// The first top spreads over all that is no higher than this.
			for (final Island island : own.islands)
				for (int n = 0; n < island.runs().length; n += 2)
					Arrays.fill(parts, island.runs()[n], island.runs()[n + 1], (byte) Levels.OBJECT);
			return parts;
		}
		final float[] heights = heights();
		own.each(island -> {
			split(island, heights, most, prominence, parts);
			return true;
		});
		return parts;
	}

	private float[] heights() {
		final float[] heights = new float[frame.length()];
		each(island -> measure(island, heights));
		PixelBlur.blur(heights, frame);
		return heights;
	}

	private static boolean isBeyond(final byte[] interior, final byte[] foreground) {
		if (interior == foreground) return false;
		for (int p = 0; p < interior.length; p++) if (interior[p] != 0 && foreground[p] == 0) return true;
		return false;
	}

	/**
	 * @param prominence by how much a top rises above the way to a higher one
	 * @return {@link Levels#OBJECT} where objects are, else 0; empty if islands cannot be told apart one by one
	 */
	Optional<byte[]> split(final float prominence) {
		final float[] heights = heights();
		final float most = most(heights, islands);
		if (most <= prominence) return Optional.empty();
		final byte[] parts = new byte[foreground.length];
		return each(island -> split(island, heights, most, prominence, parts)) ? Optional.of(parts) : Optional.empty();
	}

	/** The small ones side by side. */
	private boolean each(final Predicate<Island> work) {
		return islands.stream().filter(i -> i.area() > small).allMatch(work)
				&& islands.stream().filter(i -> i.area() <= small).toList().parallelStream()
						.allMatch(work);
	}

	private boolean measure(final Island island, final float[] heights) {
		final Frame box = island.frame();
		final byte[] mask = new byte[box.width() * box.height()];
		for (int y = 0; y < box.height(); y++)
			System.arraycopy(interior, (island.top() + y) * width + island.left(), mask, y * box.width(), box.width());
		final float[] distances = DistanceMap.of(mask, box);
		final int[] runs = island.runs();
		for (int n = 0; n < runs.length; n += 2)
			System.arraycopy(
					distances,
					island.at(runs[n], width),
					heights,
					frame.at(runs[n] % width, runs[n] / width),
					runs[n + 1] - runs[n]);
		return true;
	}

	private float most(final float[] heights, final List<Island> of) {
		float most = 0;
		for (final Island island : of) {
			final int[] runs = island.runs();
			for (int n = 0; n < runs.length; n += 2) {
				final int start = frame.at(runs[n] % width, runs[n] / width);
				for (int i = start, end = start + runs[n + 1] - runs[n]; i < end; i++)
					if (heights[i] > most) most = heights[i];
			}
		}
		return most + Relief.FLOOR;
	}

	private boolean split(
			final Island island, final float[] heights, final float most, final float prominence, final byte[] parts) {
		final Relief relief = relief(island, heights, most);
		final Maxima maxima = Maxima.of(relief, prominence);
		final short[] levels = ShapeSplitter.levels(relief, maxima);
		final int[] runs = island.runs();
		for (int n = 0; n < runs.length; n += 2)
			for (int p = runs[n], i = island.at(p, width); p < runs[n + 1]; p++, i++)
				if (levels[i] == Levels.OBJECT) parts[p] = (byte) Levels.OBJECT;
		return maxima.areApart();
	}

	private Relief relief(final Island island, final float[] heights, final float most) {
		final float[] own = new float[island.frame().length()];
		final int[] runs = island.runs();
		for (int n = 0; n < runs.length; n += 2) {
			final int from = frame.at(runs[n] % width, runs[n] / width);
			final int to = island.at(runs[n], width);
			for (int k = 0; k < runs[n + 1] - runs[n]; k++) own[to + k] = heights[from + k] + Relief.FLOOR;
		}
		return Relief.of(own, island.frame(), 0, most);
	}
}
