package fovea.cli;

import java.util.Optional;

import fovea.net.TrainingDefaults;
import fovea.train.TrainingConfig;
import picocli.CommandLine.Option;

/** How much a network sees, and for how long. */
final class ScheduleOptions {

	@Option(names = "--epochs", paramLabel = "N", description = "Default: the architecture's.")
	private Integer epochs;

	@Option(names = "--batch", paramLabel = "N", description = "Images or patches of a step. Default: the architecture's.")
	private Integer batch;

	@Option(names = "--patch", paramLabel = "PIXELS", //
		description = "Edge of the squares that are cut from the images at random; 0: whole images. Default: 0.")
	private int patch;

	@Option(names = "--steps-per-epoch", paramLabel = "N", //
		description = "Default: as many as take each image once, or as many patches of it as would tile it.")
	private int steps;

	@Option(names = "--patience", paramLabel = "N", //
		description = "Stops when the validation loss has not fallen for so many epochs; 0: never. Default: 0.")
	private int patience;

	/**
	 * @param defaults of the architecture, if it has any
	 * @return the same with this schedule; throws IllegalArgumentException for a number out of range
	 */
	TrainingConfig apply(final TrainingConfig config, final Optional<TrainingDefaults> defaults) {
		TrainingConfig changed = config.withPatch(patch).withStepsPerEpoch(steps).withPatience(patience);
		if (defaults.isPresent()) changed = changed.withEpochs(defaults.get().epochs()).withBatch(defaults.get().batchSize());
		if (epochs != null) changed = changed.withEpochs(epochs);
		return batch == null ? changed : changed.withBatch(batch);
	}
}
