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
package fovea.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import fovea.data.HeldOutBlocks;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.model.ClassSpec;
import fovea.train.augment.Places;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The channel of distances is no class, whoever looks at what is learned from. */
class DistanceSamplesTest {

	private static final List<ClassSpec> CLASSES = ClassSpec.named(List.of("background", "cell"));

	/** Of pixels: classes 0 or 1, below 0 for one that does not count; half as deep as can be in cells. */
	private static Raster target(final int side, final int... classes) {
		final float[] data = new float[3 * classes.length];
		for (int i = 0; i < classes.length; i++) {
			if (classes[i] >= 0) data[3 * i + classes[i]] = 1;
			if (classes[i] > 0) data[3 * i + 2] = 0.5f;
		}
		return new Raster(classes.length / side, side, 3, data);
	}

	private static Sample sample(final Raster target) {
		return new Sample(
				"s", "s", new Raster(target.height(), target.width(), 1, new float[target.data().length / 3]), target);
	}

	private static Samples samples(final Raster target) {
		return new Samples(List.of(sample(target)), List.of(), CLASSES, true);
	}

	@Test
	void theClassesOfATargetAreItsFirstChannels() {
		final Samples samples = samples(target(2, 0, 1));
		assertArrayEquals(
				new float[] {1, 0, 0, 1},
				samples.classesOf(samples.samples().get(0).target()).data());
		final Raster image = new Raster(1, 1, 3, new float[3]);
		assertSame(image, Samples.ofImages(List.of()).classesOf(image));
	}

	@Test
	void anotherClassComesBeforeTheDistance() {
		final Samples wider = samples(target(2, 0, 1)).withClass(new ClassSpec("border", 1));
		assertEquals(3, wider.classes().size());
		assertArrayEquals(
				new float[] {1, 0, 0, 0, 0, 1, 0, 0.5f},
				wider.samples().get(0).target().data());
		assertEquals(true, wider.named(ClassSpec.named(List.of("a", "b", "c"))).distance());
		assertEquals(true, wider.withValidation(wider).distance());
	}

	/** The distance is larger than any probability, and classes of pixels are right all the same. */
	@Test
	void theMetricComparesClasses() {
		final Samples samples = samples(target(2, 0, 1, 1, -1));
		final ValidationMetric metric =
				ValidationMetric.of(samples, new Samples.Split(samples.samples(), samples.samples()));
		metric.add(
				new FloatTensor(
						new int[] {1, 2, 2, 3},
						samples.samples().get(0).target().data()),
				new FloatTensor(
						new int[] {1, 2, 2, 3}, new float[] {0.6f, 0.4f, 9, 0.1f, 0.9f, 9, 0.2f, 0.8f, 0, 1, 0, 0}));
		assertEquals(1, metric.value());
	}

	/** Half of the pixels count: with those that have a distance once more it would be three quarters. */
	@Test
	void patchesAreCutByClasses() {
		final int[] pixels = new int[100];
		for (int i = 0; i < 100; i++) pixels[i] = i < 20 ? 0 : i < 45 ? 1 : -1;
		final Places places = Places.of(sample(target(10, pixels)), 2);
		final SplittableRandom random = new SplittableRandom(3);
		for (int i = 0; i < 200; i++) {
			final Sample patch = new fovea.train.augment.Patches(1, fovea.train.augment.Span.ONE, false)
					.draw(sample(target(10, pixels)), places, random);
			assertEquals(true, Places.areIn(patch), "a patch of one pixel that counts");
		}
	}

	/** A square of which a third counts is not held out, though that third has a distance, too. */
	@Test
	void blocksAreHeldOutByClasses() {
		final int[] pixels = new int[1600];
		for (int i = 0; i < pixels.length; i++) pixels[i] = i % 3 > 0 ? -1 : i / 40 % 4 == 0 ? 0 : 1;
		final HeldOutBlocks blocks = new HeldOutBlocks(8, 0);
		assertEquals(true, blocks.split(sample(target(40, pixels)), 2, 0.1, 1).isEmpty());
		assertEquals(false, blocks.split(sample(target(40, pixels)), 3, 0.1, 1).isEmpty(), "all channels as classes");
	}
}
