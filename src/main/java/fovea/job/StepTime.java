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
package fovea.job;

import fovea.base.FoveaException;
import fovea.infer.network.FloatTensor;
import fovea.net.Initializers;
import fovea.net.Shapes;
import fovea.net.shape.Shape;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.config.StepOptions;
import fovea.train.config.TrainingConfig;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long a training will take, told before it begins: two steps of a network like the one that is trained, on zeros,
 * of which the second counts, since the first one makes ready.
 *
 * @param seconds of a step
 * @param steps of an epoch
 * @param epochs of the training
 */
public record StepTime(double seconds, int steps, int epochs) {

	/**
	 * @param plan of the training
	 * @param networks makes the network, which is closed again
	 * @return what a step took
	 * @throws FoveaException if it cannot be trained
	 */
	public static StepTime of(final TrainingPlan plan, final TrainableNetworkFactory networks) throws FoveaException {
		final TrainingConfig config = plan.config();
		final Shape input = plan.cost().input();
		final Shape output = Shapes.infer(config.architecture(), input).output();
		final FloatTensor images = zeros(config.batch(), input);
		final FloatTensor targets = zeros(config.batch(), output);
		final boolean frozen = config.frozenEpochs() >= config.epochs();
		try (TrainableNetwork network = networks.create(
				frozen ? config.frozenArchitecture() : config.architecture(),
				Initializers.initialize(config.architecture(), config.seed()),
				StepOptions.of(config.loss(), config.seed()).withPrecision(config.precision()))) {
			network.step(images, targets, 0);
			final long before = System.nanoTime();
			network.step(images, targets, 0);
			final double seconds = (System.nanoTime() - before) / (double) TimeUnit.SECONDS.toNanos(1);
			return new StepTime(seconds, plan.cost().steps(), config.epochs());
		}
	}

	private static FloatTensor zeros(final int batch, final Shape shape) {
		final int[] lengths = shape.isVector()
				? new int[] {batch, shape.channels()}
				: new int[] {batch, shape.height(), shape.width(), shape.channels()};
		return new FloatTensor(lengths, new float[Math.toIntExact(batch * shape.elements())]);
	}

	/** @return for example "an epoch takes 12 s, all 20 min, or so, on this machine as it is now" */
	@Override
	public String toString() {
		final double epoch = seconds * steps;
		return "an epoch takes " + text(epoch) + ", all " + text(epoch * epochs)
				+ ", or so, on this machine as it is now";
	}

	private static String text(final double seconds) {
		if (seconds < 0.1) return "less than 0.1 s";
		if (seconds < 90) return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
		if (seconds < 5400) return String.format(Locale.ROOT, "%.0f min", seconds / 60);
		return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
	}
}
