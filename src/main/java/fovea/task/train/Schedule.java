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

import fovea.job.TrainingChoices;
import fovea.job.TrainingPlan;
import fovea.task.Form;
import fovea.task.Option;
import fovea.task.Option.Trait;
import fovea.task.Values;
import java.util.List;
import java.util.OptionalInt;

/** How much a network sees, and for how long. */
public final class Schedule {

	private static final TrainingChoices.Schedule USUAL = TrainingChoices.USUAL.schedule();

	/** How often all is gone through. */
	public static final Option<Integer> EPOCHS = Option.of("epochs", Form.whole(0), USUAL.epochs())
			.named("--epochs", "N")
			.under("Training")
			.says(
					"Epochs: rounds over all images (0: automatic)",
					"How often all images are gone through",
					"the architecture's")
			.with(Trait.AUTOMATIC);

	/** Of a step. */
	public static final Option<Integer> BATCH = Option.of("batch", Form.whole(0), USUAL.batch())
			.named("--batch", "N")
			.under("Training")
			.says("Images in each step (0: automatic)", "Images or patches of a step", "the architecture's")
			.with(Trait.AUTOMATIC)
			.and(Trait.ADVANCED);

	/** In a dialog 0 is automatic. */
	public static final Option<Integer> FITTING_PATCH = Option.of("patch", Form.whole(0), 0)
			.under("Training")
			.says(
					"Squares cut from images (pixels, 0: automatic)",
					"Edge of the squares that are cut from the images at random",
					"by the images' size")
			.and(Trait.ADVANCED);

	/** On a command line 0 is the whole image. */
	public static final Option<Integer> PATCH = Option.of("", Form.whole(Integer::valueOf), 0)
			.named("--patch", "PIXELS")
			.says("", FITTING_PATCH.help() + "; 0: whole images");

	/** Of an epoch. */
	public static final Option<Integer> STEPS = Option.of("", Form.whole(Integer::valueOf), USUAL.stepsPerEpoch())
			.named("--steps-per-epoch", "N")
			.says(
					"",
					"Steps of an epoch",
					"0, as many as take each image once, or as many patches of it as would tile it, but at least "
							+ TrainingPlan.LEAST_STEPS + " of patches");

	/** When it is over. */
	public static final Option<Integer> PATIENCE = Option.of("", Form.whole(Integer::valueOf), USUAL.patience())
			.named("--patience", "N")
			.says("", "Stops when the validation loss has not fallen for so many epochs; 0: never");

	/** What the command line has. */
	static final List<Option<?>> NAMED = List.of(EPOCHS, BATCH, PATCH, STEPS, PATIENCE);

	private Schedule() {}

	/** @return what some of these options say */
	static TrainingChoices.Schedule of(final Values values) {
		return new TrainingChoices.Schedule(
				TrainingTask.or(values, EPOCHS),
				TrainingTask.or(values, BATCH),
				patch(values),
				TrainingTask.or(values, STEPS),
				TrainingTask.or(values, PATIENCE));
	}

	private static OptionalInt patch(final Values values) {
		if (values.has(PATCH)) return OptionalInt.of(values.get(PATCH));
		final int pixels = TrainingTask.or(values, FITTING_PATCH);
		return pixels == 0 ? OptionalInt.empty() : OptionalInt.of(pixels);
	}
}
