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
import fovea.task.Form;
import fovea.task.Option;
import fovea.task.Option.Trait;
import fovea.task.Values;
import fovea.train.config.LearningRate;
import java.util.List;

/** What is made small, and in how large steps. */
public final class Optimizer {

	private static final TrainingChoices.Optimizer USUAL = TrainingChoices.USUAL.optimizer();

	/** What is made small. */
	public static final Option<String> LOSS = Option.of("", Form.TEXT, USUAL.loss())
			.named("--loss", "NAME")
			.says("", "What is made small: mse, mae, crossentropy or dice", "the architecture's");

	/** Of the loss. */
	public static final Option<List<Double>> CLASS_WEIGHTS = Option.of(
					"", Form.list(Form.decimal()), USUAL.classWeights())
			.named("--class-weights", "X")
			.says("", "For crossentropy, one for each class")
			.with(Trait.LIST);

	/** Of the steps. */
	public static final Option<Double> LEARNING_RATE = Option.of("learningrate", Form.decimal(0), USUAL.learningRate())
			.named("--learning-rate", "X")
			.under("Training")
			.says("Learning rate (0: automatic)", "Learning rate of Adam", "the architecture's")
			.with(Trait.AUTOMATIC)
			.and(Trait.ADVANCED);

	/** Of the learning rate. */
	public static final Option<Double> DECAY = Option.of("", Form.decimal(), USUAL.decay())
			.named("--decay", "X")
			.says("", "Divides the learning rate by 1 + X times the number of steps done");

	/** When the learning rate falls. */
	public static final Option<Integer> PLATEAU = Option.of(
					"", Form.whole(Integer::valueOf), USUAL.plateau().patience())
			.named("--plateau", "N")
			.says("", "Lowers the learning rate when the validation loss has not fallen for so many epochs; 0: never");

	/** How much it falls. */
	public static final Option<Double> PLATEAU_FACTOR = Option.of(
					"", Form.decimal(), USUAL.plateau().factor())
			.named("--plateau-factor", "X")
			.says("", "What the learning rate is multiplied by then");

	/** When the learning rate falls. */
	public static final Option<Double> COSINE = Option.of("", Form.decimal(), USUAL.cosine())
			.named("--cosine", "X")
			.says("", "Part of the steps with the full learning rate, such as 0.4; then it falls to 0 by a cosine");

	/** Of the weights. */
	public static final Option<Double> AVERAGE = Option.of("", Form.decimal(), USUAL.averaging())
			.named("--average", "X")
			.says(
					"",
					"Keeps the moving average of the weights, which loses by X a step, such as 0.999; 0: none, where "
							+ "something is validated on");

	/** What the command line has. */
	static final List<Option<?>> NAMED =
			List.of(LOSS, CLASS_WEIGHTS, LEARNING_RATE, DECAY, PLATEAU, PLATEAU_FACTOR, COSINE, AVERAGE);

	private Optimizer() {}

	/** @return what some of these options say, throws IllegalArgumentException for a number out of range */
	static TrainingChoices.Optimizer of(final Values values) {
		return new TrainingChoices.Optimizer(
				TrainingTask.or(values, LOSS),
				TrainingTask.or(values, CLASS_WEIGHTS),
				TrainingTask.or(values, LEARNING_RATE),
				TrainingTask.or(values, DECAY),
				new LearningRate.Plateau(
						TrainingTask.or(values, PLATEAU_FACTOR),
						TrainingTask.or(values, PLATEAU),
						USUAL.plateau().minimum()),
				TrainingTask.or(values, COSINE),
				TrainingTask.or(values, AVERAGE));
	}
}
