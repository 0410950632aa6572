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
package fovea.train.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LearningRateTest {

	@Property
	void aCosineIsFlatThenFallsToAlmostNothing(
			@ForAll @DoubleRange(min = 0, max = 0.99) final double flat,
			@ForAll @IntRange(min = 1, max = 5000) final int total) {
		final LearningRate rate = LearningRate.constant(0.002).withCosine(flat);
		final long lastFlat = (long) (flat * total);
		assertEquals(0.002, rate.at(0, total));
		assertEquals(0.002, rate.at(lastFlat, total));
		// a product such as 0.29 * 100 may be just below a step, which then has the full rate to the last bit
		assertTrue(rate.at(lastFlat + 1, total) <= 0.002);
		for (long step = lastFlat + 1; step + 1 < total; step++)
			assertTrue(rate.at(step + 1, total) < rate.at(step, total));
		assertTrue(rate.at(total - 1, total) > 0, "the last step is one that counts");
		assertEquals(0, rate.at(total, total), 1e-18);
	}

	@Property
	void theFallIsSymmetricAboutHalfTheRate(@ForAll @IntRange(min = 0, max = 500) final int before) {
		final LearningRate rate = LearningRate.constant(1).withCosine(0.5);
		assertEquals(1, rate.at(1500 - before, 2000) + rate.at(1500 + before, 2000), 1e-12);
	}

	@Test
	void valuesByHand() {
		final LearningRate rate = LearningRate.constant(0.1).withCosine(0.4);
		assertEquals(0.1, rate.at(40, 100));
		assertEquals(0.05 * (1 + Math.sqrt(0.5)), rate.at(55, 100), 1e-15);
		assertEquals(0.05, rate.at(70, 100), 1e-15);
		assertEquals(0.05 * (1 - Math.sqrt(0.5)), rate.at(85, 100), 1e-15);
		assertEquals(0.1, LearningRate.constant(0.1).at(99, 100));
		assertEquals(0.1, LearningRate.constant(0.1).withCosine(1).at(99, 100));
	}

	@Test
	void aCosineStandsAlone() {
		final LearningRate cosine = LearningRate.constant(0.1).withCosine(0.4);
		assertThrows(IllegalArgumentException.class, () -> cosine.withDecay(0.1));
		assertThrows(IllegalArgumentException.class, () -> cosine.withPlateau(new LearningRate.Plateau(0.5, 2, 0)));
		assertThrows(IllegalArgumentException.class, () -> cosine.withCosine(-0.1));
		assertThrows(IllegalArgumentException.class, () -> cosine.withCosine(1.1));
		assertThrows(IllegalArgumentException.class, () -> cosine.withCosine(Double.NaN));
		assertEquals(
				0.1,
				cosine.withCosine(1)
						.withDecay(0.1)
						.withPlateau(new LearningRate.Plateau(0.5, 2, 0))
						.decay());
	}
}
