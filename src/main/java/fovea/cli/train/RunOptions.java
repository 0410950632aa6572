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

import fovea.base.TrainingException;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Usage;
import fovea.job.TrainingJob;
import fovea.model.ObjectTraits;
import fovea.task.Option;
import fovea.task.Values;
import fovea.task.train.Run;
import fovea.train.TrainingStart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a training is called and leaves on the way.
 *
 * @param said with the options of {@link Run} among them
 */
record RunOptions(DescribedOptions said) {

	private static final double MOST_DIAMETER = 10_000;

	/**
	 * @param title where no name is given
	 * @param description where none is given
	 * @return what the model says of itself
	 */
	TrainingJob.ModelCard card(final String title, final String description, final Usage usage) {
		return new TrainingJob.ModelCard(
				said.given(Run.NAME).orElse(title),
				said.given(Run.DESCRIPTION).orElse(description),
				said.values().get(Run.LICENSE),
				objectTraits(usage));
	}

	/** @return what the model says of its objects */
	ObjectTraits objectTraits(final Usage usage) {
		final Values values = said.values();
		final Optional<Double> diameter = values.get(Run.OBJECT_DIAMETER);
		final Optional<Double> most = values.get(Run.OBJECT_MAX_DIAMETER);
		final Optional<Integer> least = values.get(Run.OBJECT_MIN_SIZE);
		if (least.isPresent() && least.get() < 1)
			throw refused(Run.OBJECT_MIN_SIZE, "1 pixel or more, got " + least.get(), usage);
		requireDiameter(Run.OBJECT_DIAMETER, diameter, 0, usage);
		requireDiameter(Run.OBJECT_MAX_DIAMETER, most, diameter.orElse(0.0), usage);
		return new ObjectTraits(
				optional(diameter), optional(most), least.map(OptionalInt::of).orElse(OptionalInt.empty()), 1);
	}

	private static OptionalDouble optional(final Optional<Double> value) {
		return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
	}

	private static void requireDiameter(
			final Option<?> option, final Optional<Double> pixels, final double above, final Usage usage) {
		if (pixels.isPresent() && !(pixels.get() > above && pixels.get() < MOST_DIAMETER))
			throw refused(
					option,
					"pixels above " + (above == 0 ? "0" : String.valueOf(above)) + ", got " + pixels.get(),
					usage);
	}

	private static RuntimeException refused(final Option<?> option, final String reason, final Usage usage) {
		return usage.error("Invalid value for option '" + option.name() + "': expected " + reason);
	}

	Optional<Path> checkpoints() {
		return said.path(Run.CHECKPOINTS);
	}

	/** @return the same that writes checkpoints, if there is a folder for them, and goes on from what is there */
	TrainingStart apply(final TrainingStart start) throws TrainingException {
		final Optional<Path> folder = checkpoints();
		return folder.isEmpty() ? start : start.goingOn(folder.get());
	}
}
