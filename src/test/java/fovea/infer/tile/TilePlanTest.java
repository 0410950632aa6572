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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilePlanTest {

	private static TileLengths lengths(final int min, final int step, final int stride) {
		return new TileLengths(new int[] {min, min}, new int[] {step, step}, new int[] {stride, stride});
	}

	private static TileGrid grid(
			final int width, final int height, final TileLengths lengths, final int halo, final int edge) {
		return new TileGrid(new long[] {width, height}, lengths, new int[] {halo, halo}, new int[] {edge, edge});
	}

	private static int[] both(final int length) {
		return new int[] {length, length};
	}

	/** Nothing is around the image, or all of the halo, or what valid padding takes away. */
	@Property(tries = 3000)
	void coresCoverTheImageExactlyOnceOnTheStridesGrid(
			@ForAll @IntRange(min = 1, max = 130) final int width,
			@ForAll @IntRange(min = 1, max = 130) final int height,
			@ForAll @IntRange(min = 0, max = 4) final int log,
			@ForAll @IntRange(min = 0, max = 3) final int halos,
			@ForAll @IntRange(min = 0, max = 3) final int edges,
			@ForAll @IntRange(min = 1, max = 9) final int strides,
			@ForAll @IntRange(min = 1, max = 5000) final int pixels,
			@ForAll @IntRange(max = 40) final int min,
			@ForAll @IntRange(min = 1, max = 3) final int steps) {
		final int stride = 1 << log;
		final int halo = halos * stride;
		final int maxEdge = 2 * halo + strides * stride;
		final TileLengths lengths = lengths(Math.max(1, min), steps * stride, stride);
		final TileGrid grid = grid(width, height, lengths, halo, Math.min(edges, halos) * stride);
		final TilePlan plan = TilePlan.of(grid, both(maxEdge), pixels);
		final int[] covered = new int[width * height];
		for (final Tile tile : plan.tiles()) {
			assertLiesWell(tile, grid);
			for (int d = 0; d < 2; d++) assertTrue(tile.padded()[d] <= Math.max(maxEdge, grid.least(d)));
			assertTrue(tile.paddedSize() <= Math.max(pixels, (long) grid.least(0) * grid.least(1)));
			cover(tile, covered, width);
		}
		assertTrue(Arrays.stream(covered).allMatch(n -> n == 1));
	}

	/** A tile has its halo on each side, or ends there where the whole image does. */
	private static void assertLiesWell(final Tile tile, final TileGrid grid) {
		for (int d = 0; d < 2; d++) {
			final int stride = grid.lengths().stride(d);
			final long begin = tile.paddedOrigin()[d];
			final long end = begin + tile.padded()[d];
			final long first = -grid.edge()[d];
			final long last = first + grid.whole(d);
			assertEquals(0, Math.floorMod(tile.origin()[d], stride));
			assertEquals(0, Math.floorMod(begin, stride));
			assertEquals(tile.padded()[d], grid.lengths().paddedFor(d, tile.padded()[d]));
			assertTrue(begin == first || begin > first && tile.before()[d] >= grid.halo()[d]);
			assertTrue(end == last || end < last && end >= tile.origin()[d] + tile.core()[d] + grid.halo()[d]);
			assertTrue(tile.core()[d] > 0 && last >= grid.image()[d] + grid.edge()[d]);
		}
	}

	private static void cover(final Tile tile, final int[] covered, final int width) {
		for (int y = 0; y < tile.core()[1]; y++)
			for (int x = 0; x < tile.core()[0]; x++)
				covered[(int) ((tile.origin()[1] + y) * width + tile.origin()[0] + x)]++;
	}

	@Property
	void halvingDownToTheLeastTileCoversTheSameCore(
			@ForAll @IntRange(min = 1, max = 90) final int width,
			@ForAll @IntRange(min = 1, max = 90) final int height,
			@ForAll @IntRange(min = 0, max = 3) final int log,
			@ForAll @IntRange(min = 0, max = 2) final int halos,
			@ForAll @IntRange(min = 1, max = 3) final int steps,
			@ForAll final boolean mirrored) {
		final int stride = 1 << log;
		final int halo = halos * stride;
		final TileGrid grid = grid(width, height, lengths(stride, steps * stride, stride), halo, mirrored ? halo : 0);
		final Tile whole = TilePlan.of(grid, both(1000), 1000000).tiles().get(0);
		final int[] covered = new int[width * height];
		final Deque<Tile> tiles = new ArrayDeque<>(List.of(whole));
		while (!tiles.isEmpty()) {
			final Tile tile = tiles.pop();
			assertLiesWell(tile, grid);
			final List<Tile> halves = tile.halve(grid);
			if (halves.isEmpty()) {
				cover(tile, covered, width);
				assertTrue(steps > 1
						|| tile.padded()[0] <= grid.leastBetweenHalos(0)
								&& tile.padded()[1] <= grid.leastBetweenHalos(1));
			}
			for (final Tile half : halves) {
				assertTrue(half.paddedSize() < tile.paddedSize());
				tiles.push(half);
			}
		}
		assertTrue(Arrays.stream(covered).allMatch(n -> n == 1));
	}

	@Property
	void fixedLengthsAreServedByOverlappingTiles(
			@ForAll @IntRange(min = 1, max = 200) final int width,
			@ForAll @IntRange(min = 1, max = 200) final int height,
			@ForAll @IntRange(min = 0, max = 3) final int halos,
			@ForAll @IntRange(min = 0, max = 3) final int edges,
			@ForAll @IntRange(min = 0, max = 2) final int log) {
		final int stride = 1 << log;
		final TileGrid grid =
				grid(width, height, lengths(64, 0, stride), halos * stride, Math.min(edges, halos) * stride);
		final int[] covered = new int[width * height];
		for (final Tile tile : TilePlan.of(grid, both(1280), 1 << 20).tiles()) {
			assertLiesWell(tile, grid);
			assertTrue(tile.padded()[0] == 64 && tile.padded()[1] == 64);
			cover(tile, covered, width);
		}
		assertTrue(Arrays.stream(covered).allMatch(n -> n == 1));
	}

	/** The last tile of 150 pixels begins at 150 - 64; the height fits. */
	@Test
	void tilesOfAFixedLengthStayInTheImage() {
		final TilePlan plan = TilePlan.of(grid(150, 64, lengths(64, 0, 1), 4, 0), both(1280), 1 << 20);
		assertEquals(
				List.of(0L, 56L, 86L),
				plan.tiles().stream().map(t -> t.paddedOrigin()[0]).toList());
		assertEquals(
				List.of(0L, 60L, 90L),
				plan.tiles().stream().map(t -> t.origin()[0]).toList());
		assertTrue(plan.tiles().stream().allMatch(t -> t.paddedOrigin()[1] == 0));
	}

	@Test
	void aFixedLengthThatLeavesNoCoreIsRefused() {
		assertThrows(
				IllegalArgumentException.class,
				() -> TilePlan.of(grid(150, 100, lengths(8, 0, 1), 4, 4), both(1280), 1 << 20));
		assertEquals(
				1,
				TilePlan.of(grid(8, 8, lengths(8, 0, 1), 4, 0), both(1280), 1 << 20)
						.tiles()
						.size());
	}

	/**
	 * Two tiles share a side of 2048: 1024 + 92 each, rounded up to the stride, where mirrored halos made it 1024 + 2 *
	 * 92.
	 */
	@Test
	void aTileAtTheBorderHasAHaloOnOneSide() {
		final int[][] sides = {{0, 1120}, {96, 1216}};
		for (final int[] side : sides) {
			final TilePlan plan = TilePlan.of(grid(2048, 2048, lengths(16, 16, 16), 96, side[0]), both(1280), 1L << 40);
			assertEquals(4, plan.tiles().size());
			assertTrue(plan.tiles().stream().allMatch(t -> t.padded()[0] == side[1] && t.padded()[1] == side[1]));
		}
	}

	/** With the halo of nuclei, where memory does not set the limit. */
	@ParameterizedTest
	@CsvSource({"2048,1,1", "4096,2,1.05", "8192,6,1.08", "16384,25,1.11"})
	void littleIsComputedTwice(final int side, final int tiles, final double most) {
		final TilePlan plan =
				TilePlan.of(grid(side, side, lengths(16, 16, 16), 96, 0), both(Integer.MAX_VALUE), 3L << 22);
		assertEquals(tiles, plan.tiles().size());
		final double computed =
				plan.tiles().stream().mapToDouble(Tile::paddedSize).sum();
		assertTrue(computed <= most * side * side, computed / side / side + " times");
	}

	@ParameterizedTest
	@CsvSource({
		"1,1,16,16,16",
		"20,1,16,32,16",
		"20,8,16,20,16",
		"24,8,16,32,16",
		"20,16,16,20,16",
		"30,6,8,48,24",
		"64,0,16,64,0"
	})
	void lengthsThatDoNotLieOnTheGridAreLeftOut(
			final int min, final int step, final int stride, final int first, final int between) {
		final TileLengths lengths = TileLengths.onGrid(both(min), both(step), both(stride));
		assertEquals(first + " " + between, lengths.min()[0] + " " + lengths.step()[1]);
	}

	@Test
	void lengthsOfMinPlusSteps() {
		final TileLengths lengths = lengths(20, 16, 16);
		assertEquals(20, lengths.paddedFor(0, 1));
		assertEquals(36, lengths.paddedFor(0, 21));
		assertEquals(36, lengths.paddedFor(0, 36));
	}

	@Test
	void aTileAsLargeAsTheLimitsIsTaken() {
		final TilePlan plan = TilePlan.of(grid(128, 64, lengths(8, 8, 8), 0, 0), both(128), 128 * 64);
		assertEquals(1, plan.tiles().size());
	}

	/** The network takes 1, 3, 5, ... pixels, so that a whole of 2 is seen as 3. */
	@Test
	void noTileLiesBehindTheImage() {
		final TilePlan plan = TilePlan.of(grid(2, 1, lengths(1, 2, 1), 0, 0), both(1), 1);
		assertEquals(
				List.of(0L, 1L), plan.tiles().stream().map(t -> t.origin()[0]).toList());
		assertTrue(plan.tiles().stream().allMatch(t -> t.core()[0] == 1));
	}

	/** Of sides of one length the first. */
	@ParameterizedTest
	@CsvSource({"208,104,10816,104,104", "104,208,10816,104,104", "104,104,5824,56,104"})
	void theLongestSideIsCutForLackOfMemory(
			final int width, final int height, final int pixels, final int first, final int second) {
		final TilePlan plan = TilePlan.of(grid(width, height, lengths(8, 8, 8), 0, 0), both(1000), pixels);
		assertEquals(List.of(first, second), sides(plan.tiles().get(0).padded()));
	}

	@Test
	void aSideThatCannotBeCutIsPassedOver() {
		final TileLengths lengths = new TileLengths(new int[] {64, 8}, new int[] {0, 8}, both(8));
		final TilePlan plan = TilePlan.of(grid(200, 56, lengths, 0, 0), both(1000), 64 * 16);
		assertEquals(List.of(64, 16), sides(plan.tiles().get(0).padded()));
	}

	@ParameterizedTest
	@CsvSource({"64,32,32,0", "32,64,0,32", "64,64,32,0"})
	void theLongerSideIsHalved(final int width, final int height, final long x, final long y) {
		final TileGrid grid = grid(width, height, lengths(8, 8, 8), 0, 0);
		final List<Tile> halves =
				TilePlan.of(grid, both(1000), 1 << 20).tiles().get(0).halve(grid);
		assertEquals(2, halves.size());
		assertEquals(List.of(0L, 0L), sides(halves.get(0).origin()));
		assertEquals(List.of(x, y), sides(halves.get(1).origin()));
	}

	/** Cores meet at 48. */
	@ParameterizedTest
	@CsvSource({
		"0,0,100,100,4",
		"47,0,1,1,1",
		"48,0,1,1,1",
		"47,0,2,1,2",
		"0,47,1,1,1",
		"0,48,1,1,1",
		"0,47,1,2,2",
		"47,47,2,2,4",
		"99,99,1,1,1"
	})
	void aPartOfTheImageNeedsTheTilesThatHavePixelsInIt(
			final long x, final long y, final long width, final long height, final int tiles) {
		final TilePlan plan = TilePlan.of(grid(100, 100, lengths(8, 8, 8), 0, 0), both(56), 1 << 20);
		assertEquals(List.of(48L, 48L), sides(plan.tiles().get(3).origin()));
		final List<Tile> touching = plan.touching(x, y, width, height).tiles();
		assertEquals(tiles, touching.size());
		assertEquals(x < 48 ? 0 : 48, touching.get(0).origin()[0]);
		assertEquals(y < 48 ? 0 : 48, touching.get(0).origin()[1]);
	}

	@Test
	void axesMayBeOfOneLengthOrAlike() {
		assertTrue(lengths(64, 0, 1).isFixed(1) && !lengths(64, 8, 1).isFixed(1));
		assertTrue(lengths(64, 8, 1).areSameLying());
		assertFalse(new TileLengths(new int[] {64, 32}, both(8), both(8)).areSameLying());
		assertFalse(new TileLengths(both(64), new int[] {8, 16}, both(8)).areSameLying());
	}

	private static List<Integer> sides(final int[] lengths) {
		return Arrays.stream(lengths).boxed().toList();
	}

	private static List<Long> sides(final long[] lengths) {
		return Arrays.stream(lengths).boxed().toList();
	}
}
