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
package fovea.net.zoo;

import fovea.net.layer.Activation;
import fovea.net.layer.ActivationLayer;
import fovea.net.layer.Add;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.MaxPooling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Size;

/**
 * {@link FcnSmall} one level deeper, with batch normalization (Ioffe and Szegedy 2015, Batch Normalization:
 * Accelerating Deep Network Training by Reducing Internal Covariate Shift) and with a convolution after each sum on the
 * way up. Convolutions that are normalized have no bias, which would be taken away again.
 */
final class FcnDeep {

	/** Normalized layers bear larger steps than Keras' 0.001. */
	private static final double LEARNING_RATE = 2.5e-3;

	static final NamedArchitecture NAMED = new NamedArchitecture(
			"fcn-deep",
			"Fully convolutional network for segmentation, made to train on two processor cores and to see large "
					+ "objects as a whole. "
					+ "Five levels of two convolutions with 16, 32, 64, 128 and 128 filters and 2 x 2 max pooling "
					+ "between them, a 1 x 1 "
					+ "convolution at the bottom, 2 x 2 transposed convolutions back up, and at each level the sum "
					+ "with what came down there "
					+ "and one more convolution. 1 x 1 scores give one probability per class and pixel. With batch "
					+ "normalization: batches of "
					+ "some images to train with.",
			new ArchitectureOptions(1, 0, 0, 1, 2, 0),
			new TrainingDefaults("adam", LEARNING_RATE, "categorical_crossentropy", 8, 50, true),
			FcnDeep::build);

	private static final int[] FILTERS = {16, 32, 64, 128, 128};

	private FcnDeep() {}

	private static void build(final GraphBuilder graph, final ArchitectureOptions options) {
		final int bottom = FILTERS.length;
		for (int level = 1; level <= bottom; level++) {
			final int filters = options.filters(FILTERS[level - 1]);
			conv(graph, "level" + level + "_conv1", filters, 3);
			conv(graph, "level" + level + "_conv2", filters, 3);
			if (level < bottom) graph.add("level" + level + "_pool", new MaxPooling2D(2));
		}
		conv(graph, "bottom", options.filters(FILTERS[bottom - 1]), 1);
		for (int level = bottom - 1; level >= 1; level--) {
			final int filters = options.filters(FILTERS[level - 1]);
			final String up = graph.add(
					"level" + level + "_up", new Conv2DTranspose(filters, 2, 2, Padding.SAME, Activation.LINEAR));
			graph.add("level" + level + "_add", new Add(), up, "level" + level + "_conv2_relu");
			conv(graph, "level" + level + "_merge", filters, 3);
		}
		graph.add("score", new Conv2D(options.classes(), 1, 1, Padding.SAME, Activation.LINEAR));
		graph.add("probabilities", new ActivationLayer(Activation.SOFTMAX));
	}

	private static void conv(final GraphBuilder graph, final String name, final int filters, final int kernel) {
		graph.add(name, new Conv2D(filters, Size.of(kernel), Size.of(1), Padding.SAME, Activation.LINEAR, 0, false));
		graph.add(name + "_norm", new BatchNormalization());
		graph.add(name + "_relu", new ActivationLayer(Activation.RELU));
	}
}
