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
import fovea.data.ImageSource;
import fovea.data.Sample;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.ij1.files.FolderImages;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import fovea.model.Normalization;
import fovea.net.zoo.Architectures;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.Trainer;
import fovea.train.TrainingListener;
import fovea.train.TrainingResult;
import fovea.train.augment.Augmentation;
import fovea.train.augment.Noise;
import fovea.train.config.Loss;
import fovea.train.config.TrainingConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Trains on the sample images for a moment and shows it: run from the root of a checkout with {@code denoise} or
 * {@code classes} and the number of epochs. The nuclei in tissue are for validation.
 */
public final class TrainingWindowDemo {

	private static final List<String> TRAINING = List.of("blobs.tif", "nuclei-culture.png", "cells-noisy.tif");
	private static final List<String> VALIDATION = List.of("nuclei-tissue.png");

	/** Of the brightest pixels of nuclei, in which percentiles 1 and 99.8 are 0 and 1. */
	private static final float BRIGHT = 0.35f;

	private TrainingWindowDemo() {}

	/** @param args {@code denoise} or {@code classes}, epochs */
	public static void main(final String[] args) throws FoveaException {
		final boolean classes = args[0].equals("classes");
		final SampleReader reader =
				new SampleReader(Normalization.ofLabel("percentile").steps(), OptionalInt.of(1), TrainingListener.NONE);
		final Samples images = reader.images(source(TRAINING)).withValidation(reader.images(source(VALIDATION)));
		final TrainingConfig some = TrainingConfig.of(Architectures.named(classes ? "fcn-small" : "cae-denoise")
						.build())
				.withEpochs(Integer.parseInt(args[1]))
				.withPatch(128)
				.withBatch(4)
				.withStepsPerEpoch(24)
				.withAugmentation(Augmentation.GEOMETRIC);
		final TrainingConfig config = classes
				? some.withLoss(new Loss.CategoricalCrossEntropy(List.of()))
				: some.withNoise(new Noise.Gaussian(0.15));
		final Samples samples = classes
				? new Samples(
						bright(images.samples()),
						bright(images.validation()),
						List.of(new ClassSpec("background", 0), new ClassSpec("bright", 0xE69F00)))
				: images;
		final TrainingWindow window =
				TrainingWindow.open(ShownTraining.of(config.architecture().name(), config, samples));
		try {
			final TrainingResult result = Trainer.train(config, samples, new TensorFlowNetworkFactory(), window);
			window.finished(
					window.isDiscarded()
							? "Cancelled, nothing is kept"
							: "Best epoch " + result.bestEpoch() + " of "
									+ result.history().size() + "; a demonstration, no model is written");
		} catch (final FoveaException e) {
			window.failed(e.getMessage());
		}
	}

	private static ImageSource source(final List<String> names) throws FoveaException {
		final List<Image> images = new ArrayList<>();
		for (final String name : names)
			images.add(FolderImages.of(Path.of("samples", name)).read(0));
		return ImageSource.of("samples", images);
	}

	private static List<Sample> bright(final List<Sample> samples) {
		return samples.stream()
				.map(sample -> {
					final float[] values = sample.input().data();
					final float[] classes = new float[2 * values.length];
					for (int i = 0; i < values.length; i++) classes[2 * i + (values[i] > BRIGHT ? 1 : 0)] = 1;
					return new Sample(
							sample.name(),
							sample.image(),
							sample.input(),
							new Raster(sample.input().height(), sample.input().width(), 2, classes));
				})
				.toList();
	}
}
