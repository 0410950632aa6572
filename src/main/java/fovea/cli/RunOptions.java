package fovea.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import fovea.train.TrainingConfig;
import fovea.train.TrainingException;
import fovea.train.TrainingStart;
import picocli.CommandLine.Option;

/** What a training is called, begins with and leaves on the way. */
final class RunOptions {

	@Option(names = "--name", paramLabel = "TEXT", description = "Name of the model. Default: that of the file.")
	private String name;

	@Option(names = "--seed", paramLabel = "N", description = "Same seed, same weights. Default: 1.")
	private long seed = 1;

	@Option(names = "--checkpoints", paramLabel = "FOLDER", //
		description = "Writes a checkpoint after each epoch, and goes on from the latest one there.")
	private Path checkpoints;

	@Option(names = "--checkpoint-every", paramLabel = "N", description = "Writes one after so many epochs. Default: 1.")
	private Integer every;

	Optional<String> name() {
		return Optional.ofNullable(name);
	}

	long seed() {
		return seed;
	}

	Optional<Path> checkpoints() {
		return Optional.ofNullable(checkpoints);
	}

	/** @return the same with seed and checkpoints; throws IllegalArgumentException for a number out of range */
	TrainingConfig apply(final TrainingConfig config, final Usage usage) {
		usage.require(every == null || checkpoints != null, "--checkpoint-every needs --checkpoints");
		return every == null ? config.withSeed(seed) : config.withSeed(seed).withCheckpointEvery(every);
	}

	/** @return the same that writes checkpoints, if there is a folder for them, and goes on from what is there */
	TrainingStart apply(final TrainingStart start) throws TrainingException {
		if (checkpoints == null) return start;
		return isBegun() ? start.resuming(checkpoints) : start.withCheckpoints(checkpoints);
	}

	private boolean isBegun() throws TrainingException {
		if (!Files.isDirectory(checkpoints)) return false;
		try (Stream<Path> files = Files.list(checkpoints)) {
			return files.findAny().isPresent();
		}
		catch (final IOException e) {
			throw new TrainingException(checkpoints + ": cannot be used for checkpoints: " + e, e);
		}
	}
}
