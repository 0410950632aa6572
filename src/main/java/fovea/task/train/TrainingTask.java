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

import fovea.job.NetworkChoice;
import fovea.job.NoiseChoice;
import fovea.job.TrainingChoices;
import fovea.task.Option;
import fovea.task.Values;
import java.util.List;
import java.util.stream.Stream;

/** What a network may be trained for, each with all that can be said of it. */
public enum TrainingTask {

	/** Gives back images, without their noise if wanted. */
	AUTOENCODER(
			Network.AUTOENCODER,
			List.of(
					Data.IMAGES,
					Data.PURPOSE,
					Changes.NOISE,
					Data.TARGETS,
					Data.CLEAN,
					Network.AUTOENCODER,
					Network.START_FROM_DENOISER),
			List.of(Network.FILE)),

	/** Tells the class of each pixel. */
	SEGMENTER(
			Network.SEGMENTER,
			List.of(
					Data.ANNOTATED,
					Masks.MASKS,
					Masks.KIND,
					Masks.CLASSES,
					Masks.UNLABELED,
					Masks.SHOW,
					Network.SEGMENTER,
					Network.START_FROM_FITTING),
			List.of(Masks.IGNORE, Network.FILE));

	/**
	 * Options of the command line that belong together.
	 *
	 * @param heading of them in its help
	 * @param options in their order
	 */
	public record Group(String heading, List<Option<?>> options) {}

	/** What {@code fovea train} cannot do without. */
	public static final List<Option<?>> REQUIRED = List.of(Network.NAME_OR_FILE, Data.IMAGES, Run.OUT);

	/** What {@code fovea train} may be told besides. */
	public static final List<Group> GROUPS = List.of(
			new Group("What is to come out", Data.NAMED),
			new Group("Masks", Masks.NAMED),
			new Group("The network", Network.NAMED),
			new Group("Noise and other changes at random", Changes.NAMED),
			new Group("How much and how long", Schedule.NAMED),
			new Group("Loss and learning rate", Optimizer.NAMED),
			new Group("Validation", Validation.NAMED),
			new Group("This run", Run.NAMED));

	/** What dialogs of all of them ask for. */
	private static final List<Option<?>> COMMON = List.of(
			Schedule.EPOCHS,
			Validation.PART,
			Changes.AUGMENT,
			Run.LIBRARY_NAME,
			Run.OVERWRITE,
			Schedule.FITTING_PATCH,
			Schedule.BATCH,
			Optimizer.LEARNING_RATE,
			Data.NORMALIZE,
			Run.SEED,
			Run.PRECISION,
			Run.GOING_ON);

	private final Option<String> architecture;
	private final List<Option<?>> first;
	private final List<Option<?>> last;

	TrainingTask(final Option<String> architecture, final List<Option<?>> first, final List<Option<?>> last) {
		this.architecture = architecture;
		this.first = first;
		this.last = last;
	}

	/** @return which network, of those that can do it */
	public Option<String> architecture() {
		return architecture;
	}

	/** @return what it begins with */
	public Option<String> start() {
		return this == SEGMENTER ? Network.START_FROM_FITTING : Network.START_FROM_DENOISER;
	}

	/** @return what its dialog asks for, in that order */
	public List<Option<?>> options() {
		return Stream.of(first, COMMON, last).flatMap(List::stream).toList();
	}

	/**
	 * @param network which
	 * @param noise put on the input
	 * @param values of some of the options; the others have their defaults
	 * @return what they choose; throws IllegalArgumentException for a number out of range
	 */
	public static TrainingChoices choices(final NetworkChoice network, final NoiseChoice noise, final Values values) {
		return new TrainingChoices(
				network,
				or(values, Data.NORMALIZE),
				noise,
				Changes.of(values),
				Schedule.of(values),
				Optimizer.of(values),
				or(values, Validation.PART),
				or(values, Run.SEED),
				or(values, Run.PRECISION),
				or(values, Run.CHECKPOINT_EVERY));
	}

	static <T> T or(final Values values, final Option<T> option) {
		return values.has(option) ? values.get(option) : option.initial();
	}
}
