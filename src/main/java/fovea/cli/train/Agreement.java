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

import fovea.base.ModelException;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Usage;
import fovea.job.TrainingChoices;
import fovea.net.Architecture;
import fovea.net.Shapes;
import fovea.task.Values;
import fovea.task.train.Changes;
import fovea.task.train.Data;
import fovea.task.train.Optimizer;
import fovea.task.train.Run;
import fovea.task.train.Schedule;
import fovea.train.augment.Span;
import fovea.train.config.Loss;
import fovea.train.config.TrainingConfig;
import java.util.List;

/**
 * Which options go with each other, told before anything is read.
 *
 * @param said with the options of a training among them
 */
record Agreement(DescribedOptions said, Usage usage) {

	/**
	 * @param choices that follow from the options
	 * @param built the network
	 * @param classes whether classes are to come out
	 * @param distance whether one more output channel, that is no class, is to come out
	 * @throws ModelException if the network has no shape
	 */
	void require(final TrainingChoices choices, final Architecture built, final boolean classes, final boolean distance)
			throws ModelException {
		final Values values = said.values();
		usage.require(
				!said.isGiven(Optimizer.COSINE)
						|| values.get(Optimizer.DECAY) == 0 && values.get(Optimizer.PLATEAU) == 0,
				"--cosine: expected neither --decay nor --plateau beside it, which would lower the learning rate a "
						+ "second time");
		usage.require(
				!said.isGiven(Optimizer.PLATEAU_FACTOR) || values.get(Optimizer.PLATEAU) > 0,
				"--plateau-factor needs --plateau");
		usage.require(
				values.get(Changes.SCALE).equals(Span.ONE) || values.get(Schedule.PATCH) > 0, "--scale needs --patch");
		usage.require(
				values.get(Changes.BLUR).equals(Span.ZERO) || classes,
				"--blur: expected classes to learn, such as --masks; with images the network would learn to sharpen");
		usage.require(
				!said.isGiven(Run.CHECKPOINT_EVERY) || said.isGiven(Run.CHECKPOINTS),
				"--checkpoint-every needs --checkpoints");
		usage.require(
				!values.get(Data.SELF_SUPERVISED)
						|| !classes && !said.isGiven(Data.TARGETS) && !said.isGiven(Changes.NOISE),
				"--self-supervised learns from noisy images alone: expected none of --targets, --noise and classes "
						+ "beside it");
		final TrainingConfig config = usage.inRange(() -> choices.config(built, classes));
		if (!(config.loss() instanceof Loss.CategoricalCrossEntropy loss)) return;
		final List<Double> weights = loss.classWeights();
		final int channels = Shapes.infer(built).output().channels();
		final int outputs = distance ? channels - 1 : channels;
		usage.require(
				weights.isEmpty() || weights.size() == outputs,
				"--class-weights: expected " + outputs + " numbers, got " + weights.size());
	}
}
