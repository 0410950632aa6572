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
package fovea.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fovea.train.LineNetwork;
import fovea.train.augment.Augmentation;
import fovea.train.augment.Span;
import fovea.train.config.LearningRate;
import fovea.train.config.Loss;
import fovea.train.config.Precision;
import fovea.train.config.TrainingConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigMapTest {

	private static final TrainingConfig CONFIG = TrainingConfig.of(LineNetwork.architecture());

	@Test
	void ratesAndAveragesAreTold() {
		final Map<String, Object> map =
				ConfigMap.of(CONFIG.withLearningRate(LearningRate.constant(0.01).withCosine(0.4))
						.withAveraging(0.999));
		assertEquals(Map.of("initial", 0.01, "decay", 0.0, "cosine_after", 0.4), map.get("learning_rate"));
		assertEquals(0.999, map.get("averaging"));
		final Map<String, Object> plain = ConfigMap.of(CONFIG);
		assertEquals(Map.of("initial", 0.001, "decay", 0.0), plain.get("learning_rate"));
		assertEquals(0.0, plain.get("averaging"));
	}

	/** Readers of class weights find them where they were. */
	@Test
	void aDistanceIsToldBesideTheLossOfTheClasses() {
		final Loss loss = new Loss.WithDistance(new Loss.CategoricalCrossEntropy(List.of(1.0, 1.0, 6.0)), 2);
		assertEquals(
				Map.of(
						"name",
						"categorical_crossentropy",
						"class_weights",
						List.of(1.0, 1.0, 6.0),
						"distance_weight",
						2.0),
				ConfigMap.of(CONFIG.withLoss(loss)).get("loss"));
	}

	@Test
	void thePrecisionHasKerasName() {
		assertEquals("float32", ConfigMap.of(CONFIG).get("precision"));
		assertEquals(
				"mixed_bfloat16",
				ConfigMap.of(CONFIG.withPrecision(Precision.MIXED_BFLOAT16)).get("precision"));
	}

	@Test
	void changesOfSamplesAreTold() {
		final Map<?, ?> map = (Map<?, ?>) ConfigMap.of(CONFIG.withAugmentation(Augmentation.NONE
						.withScale(new Span(0.7, 1.5))
						.withGamma(new Span(0.8, 1.25))
						.withBlur(new Span(0, 2))
						.withUntouched(0.6)))
				.get("augmentation");
		assertEquals(List.of(0.7, 1.5), map.get("scale"));
		assertEquals(List.of(0.8, 1.25), map.get("gamma"));
		assertEquals(List.of(0.0, 2.0), map.get("blur"));
		assertEquals(0.6, map.get("untouched"));
		assertFalse((Boolean) map.get("turns"));
	}
}
