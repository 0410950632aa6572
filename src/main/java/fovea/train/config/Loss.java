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

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What training makes small: a mean over the batch of a mean over pixels. */
public sealed interface Loss {

	/** @return whether the last channel of outputs and targets is no class but a distance, see {@link WithDistance} */
	default boolean hasDistance() {
		return false;
	}

	/**
	 * @param name "mse", "mae", "dice", "crossentropy" or, as Keras has it, "categorical_crossentropy", in any case
	 * @return that loss, with the same weight for all classes; empty if there is none of that name
	 */
	static Optional<Loss> named(final String name) {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "mse" -> Optional.of(new MeanSquaredError());
			case "mae" -> Optional.of(new MeanAbsoluteError());
			case "dice" -> Optional.of(new Dice());
			case "crossentropy", "categorical_crossentropy" -> Optional.of(new CategoricalCrossEntropy(List.of()));
			default -> Optional.empty();
		};
	}

	/** Mean squared error over pixels and channels; those whose target is NaN do not count. */
	record MeanSquaredError() implements Loss {}

	/** Mean absolute error over pixels and channels; those whose target is NaN do not count. */
	record MeanAbsoluteError() implements Loss {}

	/**
	 * Categorical cross-entropy of softmax outputs against one-hot targets; a pixel whose target is zero in all classes
	 * is ignored. The mean is over the pixels that count, each times the weight of its class.
	 *
	 * @param classWeights one for each class; empty: all 1
	 */
	record CategoricalCrossEntropy(List<Double> classWeights) implements Loss {}

	/**
	 * One minus the mean over classes of the soft Dice coefficient {@code (2 sum(p t) + 1) / (sum(p) + sum(t) + 1)},
	 * sums over all pixels of the batch.
	 */
	record Dice() implements Loss {}

	/**
	 * A loss of classes, of all channels but the last, plus a weight times the mean absolute error of the last one: how
	 * deep a pixel lies in its object ({@link fovea.data.Depths}). Where a pixel's target is zero in all classes, its
	 * distance does not count either.
	 *
	 * @param classes cross-entropy or Dice
	 * @param weight of the distance, above 0
	 */
	record WithDistance(Loss classes, double weight) implements Loss {

		/** As the default model for nuclei has it. */
		public static final double USUAL_WEIGHT = 2;

		/** Checks both. */
		public WithDistance {
			if (!(classes instanceof CategoricalCrossEntropy) && !(classes instanceof Dice))
				throw new IllegalArgumentException(
						"loss: expected crossentropy or dice where distances are learned beside classes, got "
								+ (classes instanceof MeanSquaredError
										? "mse"
										: classes instanceof MeanAbsoluteError ? "mae" : "another one with distances"));
			if (!(weight > 0 && weight < Double.POSITIVE_INFINITY))
				throw new IllegalArgumentException("weight of the distance: expected above 0, got " + weight);
		}

		@Override
		public boolean hasDistance() {
			return true;
		}
	}
}
