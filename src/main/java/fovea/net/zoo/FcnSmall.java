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
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.MaxPooling2D;
import fovea.net.shape.Padding;

/**
 * A fully convolutional network that trains on an ordinary computer: the way down and up again of {@link Fcn8}, with
 * few filters and with skips from every level, down to single pixels.
 */
final class FcnSmall {

	static final NamedArchitecture NAMED = new NamedArchitecture(
			"fcn-small",
			"Small fully convolutional network for segmentation, made to train on two processor cores. Four levels "
					+ "of two "
					+ "convolutions with 16, 32, 64 and 64 filters and 2 x 2 max pooling between them, a 1 x 1 "
					+ "convolution at the bottom, "
					+ "learned upsampling back to full size, and at each level the sum with what came down there. A "
					+ "last convolution and 1 x 1 "
					+ "scores give one probability per class and pixel. Objects of up to some 80 pixels are seen as "
					+ "a whole.",
			new ArchitectureOptions(1, 0, 0, 1, 2, 0),
			TrainingDefaults.adam("categorical_crossentropy", 8, 50, true),
			FcnSmall::build);

	private static final int[] FILTERS = {16, 32, 64, 64};

	private FcnSmall() {}

	private static void build(final GraphBuilder graph, final ArchitectureOptions options) {
		final int bottom = FILTERS.length;
		for (int level = 1; level <= bottom; level++) {
			final int filters = options.filters(FILTERS[level - 1]);
			graph.add("level" + level + "_conv1", conv(filters, 3));
			graph.add("level" + level + "_conv2", conv(filters, 3));
			if (level < bottom) graph.add("level" + level + "_pool", new MaxPooling2D(2));
		}
		graph.add("bottom", conv(options.filters(FILTERS[bottom - 1]), 1));
		for (int level = bottom - 1; level >= 1; level--) {
			final String up = graph.add(
					"level" + level + "_up",
					new Conv2DTranspose(options.filters(FILTERS[level - 1]), 4, 2, Padding.SAME, Activation.RELU));
			graph.add("level" + level + "_add", new Add(), up, "level" + level + "_conv2");
		}
		graph.add("merge", conv(options.filters(FILTERS[0]), 3));
		graph.add("score", new Conv2D(options.classes(), 1, 1, Padding.SAME, Activation.LINEAR));
		graph.add("probabilities", new ActivationLayer(Activation.SOFTMAX));
	}

	private static Conv2D conv(final int filters, final int kernel) {
		return new Conv2D(filters, kernel, 1, Padding.SAME, Activation.RELU);
	}
}
