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
package fovea.ui;

import fovea.base.FoveaException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.net.zoo.ArchitectureOptions;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.Trainer;
import fovea.train.TrainingListener;
import fovea.train.augment.Noise;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How much a window slows a training: the same training with one and without, in turns. Needs a display, and the name
 * of a network, epochs, and turns.
 */
public final class WindowSpeedDemo {

	private static final int SIDE = 64;

	private WindowSpeedDemo() {}

	/** @param args name of a network, epochs of a training, trainings of each kind */
	public static void main(final String[] args) throws FoveaException {
		final NamedArchitecture network = Architectures.named(args[0]);
		final ArchitectureOptions options =
				network.hasLatentLength() ? network.defaults().withSize(SIDE, SIDE) : network.defaults();
		final TrainingConfig config = TrainingConfig.of(network.build(options))
				.withEpochs(Integer.parseInt(args[1]))
				.withBatch(8)
				.withNoise(new Noise.Gaussian(0.1));
		final Samples samples = samples();
		final int turns = Integer.parseInt(args[2]);
		final double[] alone = new double[turns];
		final double[] watched = new double[turns];
		final double[] speeds = new double[turns];
		for (int turn = 0; turn < turns; turn++) {
			alone[turn] = seconds(config, samples, TrainingListener.NONE);
			final TrainingWindow window = TrainingWindow.open(ShownTraining.of(network.name(), config, samples));
			watched[turn] = seconds(config, samples, window);
			window.close();
			speeds[turn] = alone[turn] / watched[turn];
			System.out.printf(
					Locale.ROOT,
					"%s: alone %.3f s, with a window %.3f s, speed %.3f%n",
					args[0],
					alone[turn],
					watched[turn],
					speeds[turn]);
		}
		Arrays.sort(speeds);
		System.out.printf(
				Locale.ROOT,
				"%s: median speed with a window %.3f of that alone, over all turns %.3f%n",
				args[0],
				speeds[turns / 2],
				Arrays.stream(alone).sum() / Arrays.stream(watched).sum());
		System.exit(0);
	}

	/** @return of all epochs but the first, in which TensorFlow warms up */
	private static double seconds(final TrainingConfig config, final Samples samples, final TrainingListener listener)
			throws FoveaException {
		return Trainer.train(config, samples, new TensorFlowNetworkFactory(), listener).history().stream()
				.filter(epoch -> epoch.epoch() > 1)
				.mapToDouble(EpochRecord::seconds)
				.sum();
	}

	private static Samples samples() {
		final List<Sample> samples = new ArrayList<>();
		for (int n = 0; n < 80; n++) {
			final float[] data = new float[SIDE * SIDE];
			for (int i = 0; i < data.length; i++)
				data[i] = (float) (0.5 + 0.5 * Math.sin((i / SIDE + n) * 0.3) * Math.sin(i % SIDE * 0.2));
			final Raster raster = new Raster(SIDE, SIDE, 1, data);
			samples.add(new Sample("wave " + n, "wave " + n, raster, raster));
		}
		return Samples.ofImages(samples);
	}
}
