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
package fovea.teach;

import fovea.check.Ranges;
import fovea.model.ClassSpec;
import fovea.model.Normalization;
import fovea.model.Processing;
import java.util.List;
import java.util.Optional;

/**
 * How a network is taught. Immutable; {@link #of} has the defaults, the withers change one thing each.
 *
 * @param classes that are drawn, background first, at least two
 * @param start a model to begin with; empty: a network begins anew
 * @param network name of the architecture of a new one; not used with a model
 * @param preprocessing of a new network's images; a model has its own
 * @param seed of first weights and of all that is drawn at random
 * @param patch side in pixels of what is learned from at once; is fitted to the network's alignment
 * @param batch patches of a step
 * @param stepsPerUpdate steps until what is in view is predicted again
 * @param stepsPerEdit steps that are owed to an edit; several edits together have at most {@code mostSteps}
 * @param mostSteps that are owed at any time
 * @param learningRate of Adam
 * @param averaging decay of the average of the weights over the steps, above 0 and below 1
 * @param learnedLoss mean loss of an update from which on the strokes count as learned and no more steps are made; 0:
 *     never
 * @param frozen beginnings of the names of layers that stay as they are
 */
public record TeachingOptions(
		List<ClassSpec> classes,
		Optional<StartingModel> start,
		String network,
		List<Processing> preprocessing,
		long seed,
		int patch,
		int batch,
		int stepsPerUpdate,
		int stepsPerEdit,
		int mostSteps,
		double learningRate,
		double averaging,
		double learnedLoss,
		List<String> frozen) {

	/** Checks the ranges. */
	public TeachingOptions {
		classes = List.copyOf(classes);
		preprocessing = List.copyOf(preprocessing);
		frozen = List.copyOf(frozen);
		Ranges.require(learnedLoss >= 0, "learned loss", "0 or more", learnedLoss);
		Ranges.require(classes.size() >= 2, "classes", "background and at least one more", classes.size());
		Ranges.require(classes.size() <= Byte.MAX_VALUE, "classes", "at most " + Byte.MAX_VALUE, classes.size());
		Ranges.require(patch >= 8 && patch <= View.MOST, "patch", "8 to " + View.MOST + " pixels", patch);
		Ranges.require(batch >= 1, "batch", "1 patch or more", batch);
		Ranges.require(stepsPerUpdate >= 1, "steps per update", "1 or more", stepsPerUpdate);
		Ranges.require(stepsPerEdit >= 1, "steps per edit", "1 or more", stepsPerEdit);
		Ranges.require(mostSteps >= stepsPerEdit, "most steps", "at least those per edit", mostSteps);
		Ranges.require(learningRate > 0, "learning rate", "above 0", learningRate);
		Ranges.require(averaging > 0 && averaging < 1, "averaging", "above 0 and below 1", averaging);
	}

	/**
	 * @param classes that are drawn, background first, at least two
	 * @return a new small network, that takes percentiles of its images
	 */
	public static TeachingOptions of(final List<ClassSpec> classes) {
		return new TeachingOptions(
				classes,
				Optional.empty(),
				"fcn-small",
				Normalization.PERCENTILE.steps(),
				1,
				64,
				8,
				15,
				60,
				240,
				2e-3,
				0.95,
				0,
				List.of());
	}

	/**
	 * @param classes that are drawn, background first, at least two
	 * @param model to begin with
	 * @return steps as a network likes them that knows much already
	 */
	public static TeachingOptions of(final List<ClassSpec> classes, final StartingModel model) {
		return new TeachingOptions(
				classes,
				Optional.of(model),
				"",
				model.preprocessing(),
				1,
				64,
				8,
				4,
				10,
				60,
				3e-4,
				0.9,
				0.05,
				List.of());
	}

	/** @return the same with another seed */
	public TeachingOptions withSeed(final long value) {
		return new TeachingOptions(
				classes,
				start,
				network,
				preprocessing,
				value,
				patch,
				batch,
				stepsPerUpdate,
				stepsPerEdit,
				mostSteps,
				learningRate,
				averaging,
				learnedLoss,
				frozen);
	}

	/** @return the same with another new network */
	public TeachingOptions withNetwork(final String value) {
		return new TeachingOptions(
				classes,
				start,
				value,
				preprocessing,
				seed,
				patch,
				batch,
				stepsPerUpdate,
				stepsPerEdit,
				mostSteps,
				learningRate,
				averaging,
				learnedLoss,
				frozen);
	}

	/** @return the same with patches of another side, and another number of them in a step */
	public TeachingOptions withPatches(final int side, final int count) {
		return new TeachingOptions(
				classes,
				start,
				network,
				preprocessing,
				seed,
				side,
				count,
				stepsPerUpdate,
				stepsPerEdit,
				mostSteps,
				learningRate,
				averaging,
				learnedLoss,
				frozen);
	}

	/** @return the same with other numbers of steps: of an update, that are owed to an edit, and at most */
	public TeachingOptions withSteps(final int perUpdate, final int perEdit, final int most) {
		return new TeachingOptions(
				classes,
				start,
				network,
				preprocessing,
				seed,
				patch,
				batch,
				perUpdate,
				perEdit,
				most,
				learningRate,
				averaging,
				learnedLoss,
				frozen);
	}

	/** @return the same with another learning rate */
	public TeachingOptions withLearningRate(final double value) {
		return new TeachingOptions(
				classes,
				start,
				network,
				preprocessing,
				seed,
				patch,
				batch,
				stepsPerUpdate,
				stepsPerEdit,
				mostSteps,
				value,
				averaging,
				learnedLoss,
				frozen);
	}

	/** @return the same with another average of the weights */
	public TeachingOptions withAveraging(final double value) {
		return new TeachingOptions(
				classes,
				start,
				network,
				preprocessing,
				seed,
				patch,
				batch,
				stepsPerUpdate,
				stepsPerEdit,
				mostSteps,
				learningRate,
				value,
				learnedLoss,
				frozen);
	}

	/** @return the same that makes steps until the loss is another one, 0 for all steps that are owed */
	public TeachingOptions withLearnedLoss(final double value) {
		return new TeachingOptions(
				classes,
				start,
				network,
				preprocessing,
				seed,
				patch,
				batch,
				stepsPerUpdate,
				stepsPerEdit,
				mostSteps,
				learningRate,
				averaging,
				value,
				frozen);
	}

	/** @return the same with other layers frozen, by the beginnings of their names */
	public TeachingOptions withFrozen(final List<String> value) {
		return new TeachingOptions(
				classes,
				start,
				network,
				preprocessing,
				seed,
				patch,
				batch,
				stepsPerUpdate,
				stepsPerEdit,
				mostSteps,
				learningRate,
				averaging,
				learnedLoss,
				value);
	}
}
