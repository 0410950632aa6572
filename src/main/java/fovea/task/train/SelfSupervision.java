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
package fovea.task.train;

import fovea.base.ModelException;
import fovea.job.NetworkChoice;
import fovea.job.NoiseChoice;
import fovea.job.Pretrained;
import fovea.job.SelfTraining;
import fovea.job.TrainingChoices;
import fovea.job.TrainingPlan;
import fovea.task.Form;
import fovea.task.Option;
import fovea.task.Option.Trait;
import fovea.task.Values;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What <i>Denoise This Image...</i> and {@code fovea denoise --self-supervised} may be told: a network is trained on
 * the noisy images that it is to denoise.
 */
public final class SelfSupervision {

	/** What the command is called in the menu, and in macros. */
	public static final String LABEL = "Denoise This Image...";

	/** On the command line it is a way to denoise among others. */
	public static final Option<Boolean> WANTED = Option.of("", Form.FLAG, false)
			.named("--self-supervised", "")
			.says(
					"",
					"Trains a network on these noisy images alone, once on all of them, before it denoises them, which "
							+ "takes minutes. Of each image the result of what leaves least noise is taken: of this "
							+ "network, of the model that it began with, or of a filter");

	/** What the training begins with. */
	public static final Option<String> START = Option.of("startfrom", Form.TEXT, Network.AUTO)
			.named("--start-from", "MODEL")
			.under("Training")
			.says(
					"Start from (auto: a model that fits; none: a new network)",
					"What the training begins with. auto: the model inside that removes most of the noise; a name or "
							+ "path: that model, with its network and normalization; none: a new network, which needs "
							+ "much longer")
			.with(Trait.OPTIONAL, Trait.FILE)
			.and(Trait.FRESH);

	/** How long. */
	public static final Option<Integer> STEPS = Option.of("steps", Form.whole(0), 0)
			.named("--steps", "N")
			.under("Training")
			.says(
					"Steps (0: automatic)",
					"Steps of the training; rounded up to rounds of equal length, of at most "
							+ TrainingPlan.LEAST_STEPS,
					"as many as a training from noisy images alone has")
			.with(Trait.AUTOMATIC);

	/** Whether the trained network becomes a model. */
	public static final Option<String> KEEP = Option.of("keep", Form.TEXT, "")
			.named("--keep", "NAME|FILE")
			.under("Training")
			.says(
					"Keep the model as (empty: it is not kept)",
					"Keeps the trained network as a model of this name, for other images of the same kind; on the "
							+ "command line also as a file that ends in .zip")
			.with(Trait.OPTIONAL)
			.and(Trait.FRESH);

	private static final Option<Boolean> OVERWRITE = Run.OVERWRITE.and(Trait.ADVANCED);

	/** What the dialog asks for, in that order. */
	public static final List<Option<?>> OPTIONS = List.of(START, STEPS, KEEP, OVERWRITE, Run.SEED);

	/** What the command line has. */
	public static final List<Option<?>> NAMED = List.of(WANTED, START, STEPS, KEEP, Run.SEED);

	private SelfSupervision() {}

	/** @return whether a model of the name may be replaced */
	public static boolean overwrites(final Values said) {
		return said.get(OVERWRITE);
	}

	/**
	 * @param said values of {@link #OPTIONS} or {@link #NAMED}
	 * @return what the training is to begin with
	 */
	public static SelfTraining.Start start(final Values said) {
		return switch (said.get(START)) {
			case Network.AUTO -> new SelfTraining.Start(true, Optional.empty());
			case Network.NEW -> new SelfTraining.Start(false, Optional.empty());
			default -> new SelfTraining.Start(false, Optional.of(said.get(START)));
		};
	}

	/**
	 * @param said values of {@link #OPTIONS} or {@link #NAMED}
	 * @return those of them that decide on the result
	 */
	public static Values deciding(final Values said) {
		return said.of(List.of(START, STEPS, Run.SEED));
	}

	/**
	 * @param said values of {@link #OPTIONS} or {@link #NAMED}
	 * @param start model that the training begins with; empty: a new network
	 * @return a training as by <i>Train Denoising (CAE)...</i> with clean=none
	 * @throws ModelException if there is no such network
	 */
	public static TrainingChoices choices(final Values said, final Optional<Pretrained> start) throws ModelException {
		final NetworkChoice network =
				start.isPresent() ? NetworkChoice.of(start.get()) : NetworkChoice.named(Network.AUTOENCODER.initial());
		final TrainingChoices choices = TrainingTask.choices(network, new NoiseChoice.Noisy(), said);
		final int steps = said.get(STEPS);
		if (steps == 0) return choices;
		final int epochs = (steps - 1) / TrainingPlan.LEAST_STEPS + 1;
		return choices.withSchedule(new TrainingChoices.Schedule(
				epochs,
				choices.schedule().batch(),
				OptionalInt.empty(),
				(steps - 1) / epochs + 1,
				choices.schedule().patience()));
	}
}
