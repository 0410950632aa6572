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

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.train.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

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
		if (resume && checkpoints.isEmpty())
			throw new IllegalArgumentException("resume: expected a folder of checkpoints");
	}

	/**
	 * @param folder that need not exist
	 * @return whether a training has written checkpoints into it
	 * @throws TrainingException if it cannot be listed
	 */
	public static boolean hasCheckpoints(final Path folder) throws TrainingException {
		return Checkpoints.areIn(folder);
	}

	/** @return the same with other first weights */
	public TrainingStart withWeights(final WeightMap value) {
		return new TrainingStart(Optional.of(value), checkpoints, resume);
	}

	/**
	 * @param folder of checkpoints of an earlier training, with whatever settings and images
	 * @param network which both trainings are of
	 * @return the same with the best weights of the earlier training's latest checkpoint
	 * @throws FoveaException if there is none, or it is of another network
	 */
	public TrainingStart withWeightsOf(final Path folder, final Architecture network) throws FoveaException {
		return withWeights(Checkpoints.best(folder, network));
	}

	/** @return the same that writes checkpoints */
	public TrainingStart withCheckpoints(final Path folder) {
		return new TrainingStart(weights, Optional.of(folder), resume);
	}

	/**
	 * @return the same that goes on from the latest checkpoint in the folder, if there is one, and writes others there
	 */
	public TrainingStart resuming(final Path folder) {
		return new TrainingStart(weights, Optional.of(folder), true);
	}

	/**
	 * @param folder of checkpoints, need not exist
	 * @return the same that goes on from the latest one there, or begins if the folder is empty, and writes others
	 *     there
	 * @throws TrainingException if the folder cannot be listed
	 */
	public TrainingStart goingOn(final Path folder) throws TrainingException {
		if (!Files.isDirectory(folder)) return withCheckpoints(folder);
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isPresent() ? resuming(folder) : withCheckpoints(folder);
		} catch (final IOException e) {
			throw new TrainingException(folder + ": cannot be used for checkpoints: " + e, e);
		}
	}
}
