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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TilePlanTest {

	private static TileLengths lengths(final int min, final int step, final int stride) {
		return new TileLengths(new int[] { min, min }, new int[] { step, step }, new int[] { stride, stride });
	}

	@Property
	void coresCoverTheImageExactlyOnceOnTheStridesGrid(@ForAll @IntRange(min = 1, max = 130) final int width,
		@ForAll @IntRange(min = 1, max = 130) final int height, @ForAll @IntRange(min = 0, max = 4) final int log,
		@ForAll @IntRange(min = 0, max = 3) final int halos, @ForAll @IntRange(min = 1, max = 9) final int strides,
		@ForAll @IntRange(min = 1, max = 5000) final int pixels)
	{
		final int stride = 1 << log;
		final int halo = halos * stride;
		final int edge = 2 * halo + strides * stride;
		final TileLengths lengths = lengths(stride, stride, stride);
		final TilePlan plan = TilePlan.of(new long[] { width, height }, lengths, new int[] { halo, halo }, new int[] { edge,
			edge }, pixels);
		final int[] covered = new int[width * height];
		final int least = 2 * halo + stride;
		for (final Tile tile : plan.tiles()) {
			for (int d = 0; d < 2; d++) {
				assertEquals(0, tile.origin()[d] % stride);
				assertEquals(0, tile.padded()[d] % stride);
				assertTrue(tile.padded()[d] <= Math.max(edge, least));
				assertTrue(tile.padded()[d] >= tile.core()[d] + 2 * halo);
			}
			assertTrue(tile.paddedSize() <= Math.max(pixels, (long) least * least));
			cover(tile, covered, width);
		}
		assertTrue(Arrays.stream(covered).allMatch(n -> n == 1));
	}

	private static void cover(final Tile tile, final int[] covered, final int width) {
		for (int y = 0; y < tile.core()[1]; y++)
			for (int x = 0; x < tile.core()[0]; x++)
				covered[(int) ((tile.origin()[1] + y) * width + tile.origin()[0] + x)]++;
	}

	@Property
	void halvingDownToTheLeastTileCoversTheSameCore(@ForAll @IntRange(min = 1, max = 90) final int width,
		@ForAll @IntRange(min = 1, max = 90) final int height, @ForAll @IntRange(min = 0, max = 3) final int log)
	{
		final int stride = 1 << log;
		final TileLengths lengths = lengths(stride, stride, stride);
		final Tile whole = TilePlan.of(new long[] { width, height }, lengths, new int[] { stride, stride }, new int[] { 1000,
			1000 }, 1000000).tiles().get(0);
		final int[] covered = new int[width * height];
		final Deque<Tile> tiles = new ArrayDeque<>(List.of(whole));
		while (!tiles.isEmpty()) {
			final Tile tile = tiles.pop();
			final List<Tile> halves = tile.halve(lengths);
			if (halves.isEmpty()) {
				cover(tile, covered, width);
				assertTrue(tile.core()[0] <= stride && tile.core()[1] <= stride);
			}
			for (final Tile half : halves) {
				assertTrue(half.paddedSize() < tile.paddedSize());
				assertEquals(0, half.origin()[0] % stride + half.origin()[1] % stride);
				tiles.push(half);
			}
		}
		assertTrue(Arrays.stream(covered).allMatch(n -> n == 1));
	}

	@Test
	void fixedLengthsAreServedByOverlappingTiles() {
		final TilePlan plan = TilePlan.of(new long[] { 150, 100 }, lengths(64, 0, 1), new int[] { 4, 4 }, new int[] { 1280,
			1280 }, 1 << 20);
		assertEquals(3 * 2, plan.tiles().size());
		assertTrue(plan.tiles().stream().allMatch(t -> t.padded()[0] == 64 && t.padded()[1] == 64));
	}

	@Test
	void aFixedLengthThatLeavesNoCoreIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> TilePlan.of(new long[] { 150, 100 }, lengths(8, 0, 1), new int[] {
			4, 4 }, new int[] { 1280, 1280 }, 1 << 20));
	}

	@Test
	void lengthsOfMinPlusSteps() {
		final TileLengths lengths = lengths(20, 16, 16);
		assertEquals(20, lengths.paddedFor(0, 1));
		assertEquals(36, lengths.paddedFor(0, 21));
		assertEquals(36, lengths.paddedFor(0, 36));
	}
}
