package fovea.train;

import java.util.List;

/** What training makes small: a mean over the batch of a mean over pixels. */
public sealed interface Loss {

	/** Mean squared error over pixels and channels. */
	record MeanSquaredError() implements Loss {}

	/** Mean absolute error over pixels and channels. */
	record MeanAbsoluteError() implements Loss {}

	/**
	 * Categorical cross-entropy of softmax outputs against one-hot targets; a pixel whose target is zero in all
	 * classes is ignored. The mean is over the pixels that count, each times the weight of its class.
	 *
	 * @param classWeights one for each class; empty: all 1
	 */
	record CategoricalCrossEntropy(List<Double> classWeights) implements Loss {}

	/**
	 * One minus the mean over classes of the soft Dice coefficient {@code (2 sum(p t) + 1) / (sum(p) + sum(t) + 1)},
	 * sums over all pixels of the batch.
	 */
	record Dice() implements Loss {}
}
