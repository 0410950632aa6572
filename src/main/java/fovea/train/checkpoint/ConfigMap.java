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

import fovea.train.augment.Augmentation;
import fovea.train.augment.BlindSpots;
import fovea.train.augment.Noise;
import fovea.train.augment.Recorrupted;
import fovea.train.augment.Span;
import fovea.train.config.LearningRate;
import fovea.train.config.Loss;
import fovea.train.config.TrainingConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A configuration in words and numbers, for records that people and other programs read. */
public final class ConfigMap {

	private ConfigMap() {}

	public static Map<String, Object> of(final TrainingConfig config) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("loss", loss(config.loss()));
		map.put("optimizer", "adam");
		map.put("learning_rate", rate(config.learningRate()));
		map.put("averaging", config.averaging());
		map.put("batch", config.batch());
		map.put("epochs", config.epochs());
		map.put("steps_per_epoch", config.stepsPerEpoch());
		map.put("patch", config.patch());
		map.put("augmentation", augmentation(config.augmentation()));
		map.put("noise", noise(config.noise()));
		map.put("validation_fraction", config.validationFraction());
		map.put("patience", config.patience());
		map.put("seed", config.seed());
		if (config.frozenEpochs() > 0) map.put("frozen_epochs", config.frozenEpochs());
		map.put("precision", config.precision().name().toLowerCase(Locale.ROOT));
		return map;
	}

	private static Map<String, Object> loss(final Loss loss) {
		if (loss instanceof Loss.MeanSquaredError) return named("mse");
		if (loss instanceof Loss.MeanAbsoluteError) return named("mae");
		if (loss instanceof Loss.Dice) return named("dice");
		if (loss instanceof Loss.WithDistance both) {
			final Map<String, Object> map = loss(both.classes());
			map.put("distance_weight", both.weight());
			return map;
		}
		final Loss.CategoricalCrossEntropy entropy = (Loss.CategoricalCrossEntropy) loss;
		return entropy.classWeights().isEmpty()
				? named("categorical_crossentropy")
				: named("categorical_crossentropy", "class_weights", entropy.classWeights());
	}

	private static Map<String, Object> rate(final LearningRate rate) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("initial", rate.initial());
		map.put("decay", rate.decay());
		if (rate.rise() > 0) map.put("rises_in_steps", rate.rise());
		if (rate.isCosine()) map.put("cosine_after", rate.flat());
		final LearningRate.Plateau plateau = rate.plateau();
		if (plateau.patience() > 0) {
			map.put("plateau_factor", plateau.factor());
			map.put("plateau_patience", plateau.patience());
			map.put("minimum", plateau.minimum());
		}
		return map;
	}

	private static Map<String, Object> augmentation(final Augmentation augmentation) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("flip_x", augmentation.flipX());
		map.put("flip_y", augmentation.flipY());
		map.put("turns", augmentation.turns());
		map.put("brightness", augmentation.brightness());
		map.put("contrast", augmentation.contrast());
		map.put("inversion", augmentation.inversion());
		map.put("untouched", augmentation.untouched());
		map.put("scale", span(augmentation.scale()));
		map.put("gamma", span(augmentation.gamma()));
		map.put("blur", span(augmentation.blur()));
		return map;
	}

	private static List<Double> span(final Span span) {
		return List.of(span.min(), span.max());
	}

	private static Map<String, Object> noise(final Noise noise) {
		if (noise instanceof Noise.Gaussian n)
			return named("gaussian", "min_sigma", n.minSigma(), "max_sigma", n.maxSigma());
		if (noise instanceof Noise.Poisson n)
			return named("poisson", "min_photons", n.minPhotons(), "max_photons", n.maxPhotons());
		if (noise instanceof Noise.SaltAndPepper n)
			return named("salt_and_pepper", "fraction", n.fraction(), "black", n.black(), "white", n.white());
		if (noise instanceof Noise.Mixed n)
			return named(
					"mixed", "parts", n.parts().stream().map(ConfigMap::noise).toList());
		if (noise instanceof Noise.OneOf n)
			return named(
					"one_of",
					"choices",
					n.choices().stream().map(ConfigMap::noise).toList());
		if (noise instanceof BlindSpots n)
			return named(
					"blind_spots",
					"spacing",
					n.spacing(),
					"radius",
					n.radius(),
					"filled_with",
					n.filling().name().toLowerCase(Locale.ROOT),
					"hidden_x",
					n.hidden().x(),
					"hidden_y",
					n.hidden().y());
		if (noise instanceof Recorrupted n) return named("recorrupted", "strength", n.strength());
		return named("none");
	}

	private static Map<String, Object> named(final String name, final Object... keysAndValues) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("name", name);
		for (int i = 0; i < keysAndValues.length; i += 2) map.put((String) keysAndValues[i], keysAndValues[i + 1]);
		return map;
	}
}
