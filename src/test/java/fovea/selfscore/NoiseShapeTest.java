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

import static fovea.selfscore.Noisy.EDGE;
import static fovea.selfscore.Noisy.cells;
import static fovea.selfscore.Noisy.noise;
import static fovea.selfscore.Noisy.plus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Raster;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of noise of which it is known how far they reach. */
class NoiseShapeTest {

	@ParameterizedTest
	@ValueSource(doubles = {5, 25, 80})
	void whiteNoiseReachesNoOtherPixel(final double sigma) {
		final NoiseShape shape = NoiseShape.of(plus(cells(), noise(sigma)));
		assertEquals(List.of(0, 0), List.of(shape.across(), shape.down()));
		assertEquals(3, shape.impulses(), 0.3);
		assertFalse(shape.hasImpulses());
	}

	/** The same along a whole row; turned, along a whole column. */
	@Test
	void stripesReachAlongAllOfALine() {
		final NoiseShape rows = NoiseShape.of(plus(cells(), Noisy.stripes(20)));
		assertEquals(List.of(NoiseShape.MOST, 0), List.of(rows.across(), rows.down()));
		final NoiseShape columns = NoiseShape.of(plus(cells(), turned(Noisy.stripes(20))));
		assertEquals(List.of(0, NoiseShape.MOST), List.of(columns.across(), columns.down()));
	}

	/** Each value is the mean of four in a row: alike with three to either side. */
	@Test
	void whatACameraSmoothsReachesAsFarAsThat() {
		final Raster white = noise(50);
		final Raster smooth = noise(50);
		for (int i = 3; i < EDGE * EDGE; i++) {
			float sum = 0;
			for (int k = 0; k < 4; k++) sum += white.data()[i - k];
			smooth.data()[i] = sum / 2;
		}
		final NoiseShape shape = NoiseShape.of(plus(cells(), smooth));
		assertEquals(List.of(3, 0), List.of(shape.across(), shape.down()));
		final NoiseShape other = NoiseShape.of(plus(cells(), turned(smooth)));
		assertEquals(List.of(0, 3), List.of(other.across(), other.down()));
	}

	@ParameterizedTest
	@ValueSource(doubles = {0.02, 0.1})
	void blackAndWhitePixelsAreImpulses(final double share) {
		final Random random = new Random(3);
		final Raster image = plus(cells(), noise(5));
		for (int i = 0; i < image.data().length; i++)
			if (random.nextDouble() < share) image.data()[i] = random.nextBoolean() ? 255 : 0;
		final NoiseShape shape = NoiseShape.of(image);
		assertTrue(shape.hasImpulses(), shape.toString());
		assertEquals(List.of(0, 0), List.of(shape.across(), shape.down()));
	}

	/** They may be what one looks for. */
	@Test
	void brightPixelsAloneAreNone() {
		final Random random = new Random(3);
		final Raster image = plus(cells(), noise(5));
		for (int i = 0; i < image.data().length; i++) if (random.nextDouble() < 0.03) image.data()[i] = 255;
		assertFalse(NoiseShape.of(image).hasImpulses(), NoiseShape.of(image).toString());
	}

	/** Where most pixels are empty, the few others stand out, to one side only. */
	@ParameterizedTest
	@ValueSource(doubles = {0.05, 0.3, 1, 5})
	void fewPhotonsAreNone(final double photons) {
		final Random random = new Random(5);
		final Raster image = cells();
		for (int i = 0; i < image.data().length; i++) {
			final double mean = photons * image.data()[i] / 100;
			int count = 0;
			for (double p = random.nextDouble(); p > Math.exp(-mean); p *= random.nextDouble()) count++;
			image.data()[i] = count;
		}
		assertFalse(NoiseShape.of(image).hasImpulses(), NoiseShape.of(image).toString());
	}

	@Test
	void ofSeveralTheMiddleOneCounts() {
		assertEquals(
				new NoiseShape(1, 2, 5),
				NoiseShape.middle(List.of(new NoiseShape(0, 2, 9), new NoiseShape(32, 3, 3), new NoiseShape(1, 0, 5))));
		assertEquals(new NoiseShape(0, 0, 0), NoiseShape.of(new Raster(8, 8, 1, new float[64])));
	}

	private static Raster turned(final Raster raster) {
		final float[] turned = new float[EDGE * EDGE];
		for (int i = 0; i < turned.length; i++) turned[i] = raster.data()[i % EDGE * EDGE + i / EDGE];
		return raster.withData(turned);
	}
}
