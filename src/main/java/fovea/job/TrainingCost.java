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

import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.infer.MemoryBudget;
import fovea.net.Architecture;
import fovea.net.ParameterCount;
import fovea.net.Shapes;
import fovea.net.shape.Shape;
import fovea.train.Trainer;
import fovea.train.config.TrainingConfig;
import java.util.Locale;

/**
 * What a training takes, estimated from the network's shapes.
 *
 * @param parameters of the network
 * @param bytes of memory while it trains, beside TensorFlow's own: four for each weight, its gradient and Adam's two
 *     moments, and for each sample of a batch four for each value that a layer gives and for its gradient. What
 *     TensorFlow fuses or frees early makes it less, scratch space of convolutions more
 * @param steps of an epoch
 * @param input the largest that the network will see
 */
public record TrainingCost(long parameters, double bytes, int steps, Shape input) {

	private static final int COPIES_OF_WEIGHTS = 4;
	private static final int COPIES_OF_VALUES = 2;
	private static final double GIGA = 1e9;

	/**
	 * @param config how
	 * @param samples what from
	 * @return the estimate
	 * @throws ModelException if samples or patches do not fit to the network
	 * @throws TrainingException if there are no samples
	 */
	static TrainingCost of(final TrainingConfig config, final Samples samples)
			throws ModelException, TrainingException {
		final Architecture network = config.architecture();
		final long parameters = ParameterCount.of(network).total();
		final Shape input = input(config, samples);
		final Shapes shapes = Shapes.infer(network, input);
		double values = 0;
		for (final Shape shape : shapes.ofNodes().values()) values += shape.elements();
		final int steps = Trainer.stepsPerEpoch(config, samples);
		return new TrainingCost(
				parameters,
				Float.BYTES * ((double) COPIES_OF_WEIGHTS * parameters + COPIES_OF_VALUES * values * config.batch()),
				steps,
				input);
	}

	/** The largest that it will see. */
	private static Shape input(final TrainingConfig config, final Samples samples) {
		final Shape declared = config.architecture().inputShape();
		if (!declared.isFree()) return declared;
		if (config.patch() > 0) return Shape.image(config.patch(), config.patch(), declared.channels());
		Raster largest = samples.samples().get(0).input();
		for (final Sample sample : samples.samples())
			if (sample.input().data().length > largest.data().length) largest = sample.input();
		return Shape.image(largest.height(), largest.width(), declared.channels());
	}

	/** @throws TrainingException if it takes more than four fifths of this machine's memory */
	void requireMemory() throws TrainingException {
		final long most = MemoryBudget.most();
		if (bytes > most)
			throw new TrainingException(String.format(
					Locale.ROOT,
					"expected a training that takes at most %.1f GB of memory on this machine, got one of about %.1f "
							+ "GB; "
							+ "choose a smaller batch or patch",
					most / GIGA,
					bytes / GIGA));
	}

	/** @return for example "35,921 parameters, about 0.21 GB of memory, 12 steps in an epoch" */
	@Override
	public String toString() {
		return String.format(
				Locale.ROOT,
				"%,d parameters, about %.2f GB of memory, %d %s in an epoch",
				parameters,
				bytes / GIGA,
				steps,
				steps == 1 ? "step" : "steps");
	}
}
