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
package fovea.train;

import fovea.base.FoveaException;
import fovea.data.Samples;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.LearningRate;
import fovea.train.config.Loss;
import fovea.train.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains fcn8-vgg16 as published on four drawn images, from drawn weights, in a Java of its own. Prints for each epoch
 * "epoch N loss X iou X", the latter two of these same images after the epoch, and in the end "peak N", the largest
 * resident memory in bytes, 0 where it is not known.
 */
final class LargeNetworkRun {

	private LargeNetworkRun() {}

	/** @param arguments samples in a batch, epochs, learning rate */
	public static void main(final String[] arguments) throws FoveaException, IOException {
		final NamedArchitecture named = Architectures.named("fcn8-vgg16");
		final TrainingConfig config = TrainingConfig.of(
						named.build(named.defaults().withSize(DrawnImages.EDGE, DrawnImages.EDGE)))
				.withLoss(new Loss.CategoricalCrossEntropy(List.of()))
				.withBatch(Integer.parseInt(arguments[0]))
				.withEpochs(Integer.parseInt(arguments[1]))
				.withLearningRate(LearningRate.constant(Double.parseDouble(arguments[2])));
		final Samples four = DrawnImages.four(1);
		Trainer.train(config, four.withValidation(four), new TensorFlowNetworkFactory(), new TrainingListener() {

			@Override
			public void epoch(final EpochRecord record) {
				System.out.println("epoch " + record.epoch() + " loss "
						+ record.validationLoss().orElseThrow() + " iou "
						+ record.metric().orElseThrow());
			}
		});
		System.out.println("peak " + peakResident());
	}

	/** Linux only. */
	private static long peakResident() throws IOException {
		final Path status = Path.of("/proc/self/status");
		if (!Files.isReadable(status)) return 0;
		for (final String line : Files.readAllLines(status))
			if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
		return 0;
	}
}
