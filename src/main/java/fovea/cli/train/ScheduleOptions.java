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
package fovea.cli.train;

import fovea.net.zoo.TrainingDefaults;
import fovea.train.config.TrainingConfig;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How much a network sees, and for how long. */
final class ScheduleOptions {

	@Option(names = "--epochs", paramLabel = "N", description = "Default: the architecture's.")
	private Integer epochs;

	@Option(
			names = "--batch",
			paramLabel = "N",
			description = "Images or patches of a step. Default: the architecture's.")
	private Integer batch;

	@Option(
			names = "--patch",
			paramLabel = "PIXELS",
			description = "Edge of the squares that are cut from the images at random; 0: whole images. Default: 0.")
	private int patch;

	@Option(
			names = "--steps-per-epoch",
			paramLabel = "N",
			description = "Default: as many as take each image once, or as many patches of it as would tile it.")
	private int steps;

	@Option(
			names = "--patience",
			paramLabel = "N",
			description = "Stops when the validation loss has not fallen for so many epochs; 0: never. Default: 0.")
	private int patience;

	/**
	 * @param defaults of the architecture, if it has any
	 * @return the same with this schedule; throws IllegalArgumentException for a number out of range
	 */
	TrainingConfig apply(final TrainingConfig config, final Optional<TrainingDefaults> defaults) {
		TrainingConfig changed =
				config.withPatch(patch).withStepsPerEpoch(steps).withPatience(patience);
		if (defaults.isPresent())
			changed = changed.withEpochs(defaults.get().epochs())
					.withBatch(defaults.get().batchSize());
		if (epochs != null) changed = changed.withEpochs(epochs);
		return batch == null ? changed : changed.withBatch(batch);
	}
}
