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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.Opener;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Islands that are taken apart one by one are as if the plane had been taken apart as a whole, byte by byte. */
class ArchipelagoTest {

	private static final float PROMINENCE = 1.5f;
	private static final int WIDTH = 230;
	private static final int HEIGHT = 190;

	private final ObjectSplitter imageJ = new ImageJSplitter();

	/** From a few islands to a land with lakes, with specks of a pixel or two, at edges and in corners. */
	@ParameterizedTest
	@ValueSource(ints = {2, 5, 10, 20, 40, 80, 160})
	void islandsOfAnyDensity(final int disks) {
		int apart = 0;
		for (int seed = 0; seed < 30; seed++) {
			final Random random = new Random(seed);
			final byte[] mask = disks(disks, random);
			specks(mask, random.nextInt(200), random);
			if (equal("disks " + seed, mask, mask)) apart++;
			equal("with border " + seed, mask, insides(mask));
			equal("cut " + seed, mask, cut(mask, random));
			equal("insides beyond " + seed, mask, disks(disks, random));
		}
		if (disks > 2 && disks < 80) assertTrue(apart > 20, apart + " were taken apart one by one");
	}

	/** An island in the lake of an island: their boxes overlap. */
	@Test
	void islandsWithinLakes() {
		for (int seed = 0; seed < 30; seed++) {
			final Random random = new Random(seed);
			final byte[] mask = new byte[WIDTH * HEIGHT];
			for (int n = 0; n < 12; n++) {
				final int x = random.nextInt(WIDTH);
				final int y = random.nextInt(HEIGHT);
				for (int r = 28 - random.nextInt(4), on = 1; r > 0; r -= 2 + random.nextInt(6), on = 1 - on)
					disk(mask, x, y, r, on);
			}
			equal("rings " + seed, mask, mask);
			equal("rings with border " + seed, mask, insides(mask));
		}
	}

	/** The highest of all islands decides on the levels of each. */
	@Test
	void oneIslandIsHigherThanAllOthers() {
		final byte[] mask = disks(40, new Random(3));
		for (int y = 60; y < 130; y++) Arrays.fill(mask, y * WIDTH, y * WIDTH + 90, (byte) 1);
		assertTrue(equal("disks and a block at the edge", mask, mask));
	}

	@Test
	void whereAllAreLowTheyAreTakenTogether() {
		final byte[] mask = new byte[WIDTH * HEIGHT];
		specks(mask, 300, new Random(1));
		assertFalse(equal("specks", mask, mask));
	}

	@Test
	void planesThatAreEmptyOrFull() {
		final byte[] mask = new byte[WIDTH * HEIGHT];
		assertFalse(equal("empty", mask, mask));
		Arrays.fill(mask, (byte) 3);
		assertFalse(equal("full", mask, mask));
		assertFalse(equal("full without insides", mask, new byte[mask.length]));
	}

	@ParameterizedTest
	@CsvSource({"blobs.tif, 100", "nuclei-touching.png, 40", "nuclei-culture.png, 30", "nuclei-tissue.png, 60"})
	void realMasks(final String sample, final int threshold) {
		final ImagePlus image = new Opener().openImage("samples/" + sample);
		final int width = image.getWidth();
		for (int step = 0; step < 3; step++) {
			final byte[] mask = new byte[width * image.getHeight()];
			for (int i = 0; i < mask.length; i++)
				mask[i] = (byte) (image.getProcessor().get(i) > threshold + 10 * step ? 1 : 0);
			assertArrayEquals(imageJ.split(mask, mask, width), new ShapeSplitter().split(mask, mask, width), sample);
		}
	}

	/** What sorting cannot tell from the prominence might be visited after what spreads over all islands. */
	@Test
	void aMaximumAsGoodAsTheProminenceIsNoIslandsOwn() {
		assertTrue(maxima(1000, 1.6f).areApart());
		assertTrue(maxima(1000, 1.4f).areApart());
		assertTrue(maxima(1000, PROMINENCE).areApart());
		assertFalse(maxima(1000, Math.nextUp(PROMINENCE)).areApart());
		assertFalse(maxima(PROMINENCE, 1.2f).areApart());
	}

	private static Maxima maxima(final float most, final float height) {
		final Frame frame = new Frame(3, 3);
		final float[] heights = new float[frame.length()];
		heights[frame.at(1, 1)] = height;
		return Maxima.of(Relief.of(heights, frame, 0, most), PROMINENCE);
	}

	@Test
	void boxesReachAPixelBeyondButNotBeyondThePlane() {
		final byte[] mask = new byte[8 * 6];
		mask[0] = 1;
		mask[9] = 1; // by a corner
		mask[3 * 8 + 4] = 2;
		mask[3 * 8 + 5] = 1;
		mask[5 * 8 + 7] = 1;
		final List<Island> islands = Islands.of(mask, 8, 5).orElseThrow();
		assertEquals(3, islands.size());
		box(0, 0, 3, 3, islands.get(0));
		box(3, 2, 4, 3, islands.get(1));
		box(6, 4, 2, 2, islands.get(2));
		assertArrayEquals(new int[] {0, 1, 9, 10}, islands.get(0).runs());
		assertArrayEquals(new int[] {28, 30}, islands.get(1).runs());
		assertEquals(Optional.empty(), Islands.of(mask, 8, 3));
	}

	private static void box(final int left, final int top, final int width, final int height, final Island island) {
		assertEquals(
				List.of(left, top, new Frame(width, height)), List.of(island.left(), island.top(), island.frame()));
	}

	/** @return whether islands were taken apart one by one */
	private boolean equal(final String name, final byte[] mask, final byte[] interior) {
		final byte[] expected = imageJ.split(mask, interior, WIDTH);
		assertArrayEquals(expected, new ShapeSplitter().split(mask, interior, WIDTH), name);
		final Optional<byte[]> apart =
				Archipelago.of(mask, interior, WIDTH).flatMap(islands -> islands.split(PROMINENCE));
		apart.ifPresent(parts -> assertArrayEquals(expected, parts, name));
		return apart.isPresent();
	}

	private static byte[] disks(final int count, final Random random) {
		final byte[] mask = new byte[WIDTH * HEIGHT];
		for (int n = 0; n < count; n++)
			disk(mask, random.nextInt(WIDTH + 8) - 4, random.nextInt(HEIGHT + 8) - 4, random.nextInt(13), 1);
		return mask;
	}

	private static void disk(final byte[] mask, final int x, final int y, final int radius, final int value) {
		for (int v = Math.max(y - radius, 0); v <= Math.min(y + radius, HEIGHT - 1); v++)
			for (int u = Math.max(x - radius, 0); u <= Math.min(x + radius, WIDTH - 1); u++)
				if (Math.hypot(u - x, v - y) <= radius) mask[v * WIDTH + u] = (byte) value;
	}

	private static void specks(final byte[] mask, final int count, final Random random) {
		for (int n = 0; n < count; n++) mask[random.nextInt(mask.length)] = (byte) random.nextInt(3);
	}

	private static byte[] insides(final byte[] mask) {
		final byte[] interior = mask.clone();
		for (int i = 0; i < mask.length; i++)
			if (i + 1 < mask.length && mask[i + 1] == 0 || i + WIDTH < mask.length && mask[i + WIDTH] == 0)
				interior[i] = 0;
		return interior;
	}

	private static byte[] cut(final byte[] mask, final Random random) {
		final byte[] interior = mask.clone();
		for (int n = 0; n < 20; n++) disk(interior, random.nextInt(WIDTH), random.nextInt(HEIGHT), 3, 0);
		return interior;
	}
}
