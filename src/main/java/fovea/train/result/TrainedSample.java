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
package fovea.train.result;

import fovea.base.FoveaException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.data.Seeds;
import fovea.image.Raster;
import fovea.net.Alignment;
import fovea.net.Architecture;
import fovea.net.Shapes;
import fovea.net.shape.Shape;
import fovea.train.Batch;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingResult;
import fovea.train.augment.Noise;
import fovea.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * What a trained network makes of a sample, or of its middle where that is larger than it takes or than one can look
 * at.
 *
 * @param input as the network got it, with noise
 * @param output what it made of it, of the target's size and channels; of classes and a distance the classes
 * @param target what it should have made of it
 */
public record TrainedSample(Raster input, Raster output, Raster target) {

	/** Of a network that takes images of any size. */
	private static final int MAX_SIDE = 256;

	/**
	 * @param config of the training
	 * @param result the outcome; the samples are those for validation, else those trained with
	 * @param factory makes the network, which is closed again
	 * @param count how many samples at most; taken evenly from all
	 * @return in the samples' order
	 * @throws FoveaException if the network cannot be made or fails
	 */
	public static List<TrainedSample> of(
			final TrainingConfig config,
			final TrainingResult result,
			final TrainableNetworkFactory factory,
			final int count)
			throws FoveaException {
		final Samples.Split split = result.split();
		final List<Sample> all = split.validation().isEmpty() ? split.training() : split.validation();
		final int chosen = Math.min(count, all.size());
		final Architecture architecture = config.architecture();
		final boolean vectorInput = architecture.inputShape().isVector();
		final boolean vectorOutput = Shapes.infer(architecture).output().isVector();
		final List<TrainedSample> outputs = new ArrayList<>();
		try (TrainableNetwork network = factory.create(architecture, result.weights(), config.loss(), config.seed())) {
			for (int i = 0; i < chosen; i++) {
				final Sample middle = middle(all.get((int) ((long) i * all.size() / chosen)), architecture);
				final Raster input = config.noise() instanceof Noise.Added noise
						? noise.applied(
								middle.input(), Seeds.random(config.seed(), Seeds.Purpose.VALIDATION_NOISE, 0, i))
						: middle.input();
				final Batch batch = Batch.of(
						List.of(new Sample(middle.name(), middle.image(), input, middle.target())),
						vectorInput,
						vectorOutput);
				final Raster output = Batch.first(network.predict(batch.input()), middle.target());
				outputs.add(new TrainedSample(
						input,
						output.firstChannels(config.classChannels(output.channels())),
						middle.target()
								.firstChannels(
										config.classChannels(middle.target().channels()))));
			}
		}
		return outputs;
	}

	/** Strides leave no rest of what is left; a sample whose target has another size is taken as it is. */
	private static Sample middle(final Sample sample, final Architecture architecture) throws FoveaException {
		final Raster input = sample.input();
		final Shape declared = architecture.inputShape();
		if (declared.isVector() || !sample.target().hasSizeOf(input)) return sample;
		final Alignment alignment = Alignment.of(architecture);
		final int height = length(input.height(), declared.height(), alignment.height());
		final int width = length(input.width(), declared.width(), alignment.width());
		final int y = (input.height() - height) / 2;
		final int x = (input.width() - width) / 2;
		return new Sample(
				sample.name(),
				sample.image(),
				input.crop(y, x, height, width),
				sample.target().crop(y, x, height, width));
	}

	private static int length(final int given, final int declared, final int step) {
		final int most = declared == Shape.FREE ? Math.min(given, Math.max(MAX_SIDE, step)) / step * step : declared;
		return most < 1 ? given : Math.min(given, most);
	}
}
