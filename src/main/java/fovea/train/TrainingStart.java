package fovea.train;

import java.nio.file.Path;
import java.util.Optional;

import fovea.net.WeightMap;

/**
 * Where a training begins.
 *
 * @param weights values of all weights; empty: drawn by the seed
 * @param checkpoints folder for checkpoints, is made; empty: none are written
 * @param resume whether to go on from the latest checkpoint in that folder, if there is one
 */
public record TrainingStart(Optional<WeightMap> weights, Optional<Path> checkpoints, boolean resume) {

	/** New weights, no checkpoints. */
	public static final TrainingStart NEW = new TrainingStart(Optional.empty(), Optional.empty(), false);

	/** Checks that there is something to resume from. */
	public TrainingStart {
		if (resume && checkpoints.isEmpty()) throw new IllegalArgumentException("resume: expected a folder of checkpoints");
	}

	/** @return the same with other first weights */
	public TrainingStart withWeights(final WeightMap value) {
		return new TrainingStart(Optional.of(value), checkpoints, resume);
	}

	/** @return the same that writes checkpoints */
	public TrainingStart withCheckpoints(final Path folder) {
		return new TrainingStart(weights, Optional.of(folder), resume);
	}

	/** @return the same that goes on from the latest checkpoint in the folder, if there is one, and writes others there */
	public TrainingStart resuming(final Path folder) {
		return new TrainingStart(weights, Optional.of(folder), true);
	}
}
