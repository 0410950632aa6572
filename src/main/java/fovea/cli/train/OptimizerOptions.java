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

import fovea.cli.terminal.Usage;
import fovea.net.zoo.TrainingDefaults;
import fovea.train.config.LearningRate;
import fovea.train.config.Loss;
import fovea.train.config.TrainingConfig;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is made small, and in how large steps. */
final class OptimizerOptions {

	private static final double DEFAULT_RATE = 1e-3;

	@Option(
			names = "--loss",
			paramLabel = "NAME",
			description = "mse, mae, crossentropy or dice. Default: the architecture's.")
	private String loss;

	@Option(
			names = "--class-weights",
			split = ",",
			paramLabel = "X",
			description = "For crossentropy, one for each class.")
	private List<Double> classWeights = List.of();

	@Option(names = "--learning-rate", paramLabel = "X", description = "Of Adam. Default: the architecture's.")
	private Double learningRate;

	@Option(
			names = "--decay",
			paramLabel = "X",
			description = "Divides the learning rate by 1 + X times the number of steps done. Default: 0.")
	private double decay;

	@Option(
			names = "--plateau",
			paramLabel = "N",
			description =
					"Lowers the learning rate when the validation loss has not fallen for so many epochs; 0: never. "
							+ "Default: 0.")
	private int plateau;

	@Option(
			names = "--plateau-factor",
			paramLabel = "X",
			description = "What the learning rate is multiplied by then. Default: 0.5.")
	private Double plateauFactor;

	@Option(
			names = "--cosine",
			paramLabel = "X",
			description = "Part of the steps with the full learning rate, such as 0.4; then it falls to 0 by a cosine. "
					+ "Default: 1.")
	private Double cosine;

	@Option(
			names = "--average",
			paramLabel = "X",
			description =
					"Keeps the moving average of the weights, which loses by X a step, such as 0.999. Default: 0, no "
							+ "average.")
	private double average;

	/** @return the same that averages weights as wanted; throws IllegalArgumentException for a number out of range */
	TrainingConfig averaging(final TrainingConfig config) {
		return config.withAveraging(average);
	}

	/**
	 * @param defaults of the architecture, if it has any
	 * @return how large steps are; throws IllegalArgumentException for a number out of range
	 */
	LearningRate learningRate(final Optional<TrainingDefaults> defaults, final Usage usage) {
		usage.require(
				cosine == null || decay == 0 && plateau == 0,
				"--cosine: expected neither --decay nor --plateau beside it, which would lower the learning rate a "
						+ "second time");
		usage.require(plateauFactor == null || plateau > 0, "--plateau-factor needs --plateau");
		final double initial = learningRate != null
				? learningRate
				: defaults.map(TrainingDefaults::learningRate).orElse(DEFAULT_RATE);
		return LearningRate.constant(initial)
				.withDecay(decay)
				.withPlateau(new LearningRate.Plateau(
						plateauFactor == null ? LearningRate.Plateau.NONE.factor() : plateauFactor, plateau, 0))
				.withCosine(cosine == null ? 1 : cosine);
	}

	/**
	 * @param defaults of the architecture, if it has any
	 * @param classes whether classes are to come out
	 * @param outputs of the network for each pixel
	 */
	Loss loss(final Optional<TrainingDefaults> defaults, final boolean classes, final int outputs, final Usage usage) {
		final String wanted =
				loss != null ? loss : defaults.map(TrainingDefaults::loss).orElse(classes ? "crossentropy" : "mse");
		final Loss chosen = Loss.named(wanted)
				.orElseThrow(
						() -> usage.error("--loss: expected mse, mae, crossentropy or dice, got '" + wanted + "'"));
		usage.require(
				classWeights.isEmpty() || chosen instanceof Loss.CategoricalCrossEntropy,
				"--class-weights: expected with --loss crossentropy, got " + wanted);
		usage.require(
				classWeights.isEmpty() || classWeights.size() == outputs,
				"--class-weights: expected " + outputs + " numbers, got " + classWeights.size());
		return classWeights.isEmpty() ? chosen : new Loss.CategoricalCrossEntropy(classWeights);
	}
}
