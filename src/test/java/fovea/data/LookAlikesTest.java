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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Disks on a dark ground, some of them outlined. */
class LookAlikesTest {

	private static final int SIDE = 120;
	private static final int DISKS = 16;

	private final List<Raster> images = new ArrayList<>();
	private final List<int[]> classes = new ArrayList<>();

	/** @param outlined how many of 16 disks */
	private void draw(final long seed, final int outlined, final double brightness, final int channels) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] values = new float[SIDE * SIDE * channels];
		final int[] own = new int[SIDE * SIDE];
		for (int i = 0; i < own.length; i++) {
			final int disk = i / SIDE / 30 * 4 + i % SIDE / 30;
			final int dx = i % SIDE % 30 - 15;
			final int dy = i / SIDE % 30 - 15;
			final boolean inside = dx * dx + dy * dy <= 49;
			for (int c = 0; c < channels; c++)
				values[i * channels + c] =
						(float) (0.2 + 0.3 * random.nextDouble() + (inside && c == channels - 1 ? brightness : 0));
			own[i] = inside && disk < outlined ? 1 : MaskReading.UNLABELED;
		}
		images.add(new Raster(SIDE, SIDE, channels, values));
		classes.add(own);
	}

	private LookAlikes found() {
		return LookAlikes.of(images, classes);
	}

	@Test
	void whereAllAreOutlinedLittleIsAlike() {
		draw(1, DISKS, 0.5, 1);
		assertTrue(found().areTold(), () -> found().toString());
		assertFalse(found().areMany(), () -> found().toString());
	}

	@Test
	void whereFewAreOutlinedTheOthersAreAlike() {
		draw(1, 3, 0.5, 1);
		assertTrue(found().areMany(), () -> found().toString());
		assertEquals(13 / 3.0, found().part(), 1.5, () -> found().toString());
	}

	@Test
	void anyChannelMayTell() {
		draw(1, 3, -0.2, 3);
		assertTrue(found().areMany(), () -> found().toString());
		images.clear();
		classes.clear();
		draw(1, 3, 3, 7);
		assertTrue(found().areMany(), () -> found().toString());
	}

	@Test
	void whatLooksLikeAllElseTellsNothing() {
		draw(1, 3, 0, 1);
		assertFalse(found().areTold(), () -> found().toString());
		assertFalse(found().areMany());
	}

	@Test
	void ofNothingNothingIsTold() {
		draw(1, 0, 0.5, 1);
		assertEquals(new LookAlikes(0.5, 0), found());
	}

	/** An image on which nothing is outlined is a part of the rest. */
	@Test
	void imagesAreJudgedTogetherInAnyOrder() {
		draw(1, DISKS, 0.5, 1);
		draw(2, 0, 0.5, 1);
		draw(3, 0, 0.5, 1);
		final LookAlikes first = found();
		assertTrue(first.areMany(), first::toString);
		Collections.reverse(images);
		Collections.reverse(classes);
		assertEquals(first.part(), found().part(), 0.05);
		assertEquals(first.separation(), found().separation(), 0.01);
	}

	@Test
	void specksAreNoObjects() {
		draw(1, DISKS, 0.9, 1);
		final float[] values = images.get(0).data();
		for (int i = 0; i < values.length; i += 97) if (classes.get(0)[i] != 1) values[i] = 1.4f;
		assertFalse(found().areMany(), () -> found().toString());
		assertEquals(0, Arrays.stream(classes.get(0)).filter(c -> c == 0).count());
	}
}
