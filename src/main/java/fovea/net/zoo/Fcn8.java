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
 * A fully convolutional network of stride 8 on the convolutions of VGG16.
 *
 * <p>Sources: Long, Shelhamer and Darrell 2015, Fully Convolutional Networks for Semantic Segmentation; Simonyan and
 * Zisserman 2015, Very Deep Convolutional Networks for Large-Scale Image Recognition.
 */
final class Fcn8 {

	/** With Keras' 0.001 the loss of the first steps from drawn weights goes up by a factor of hundreds. */
	private static final double LEARNING_RATE = 1e-4;

	static final NamedArchitecture NAMED = new NamedArchitecture(
			"fcn8-vgg16",
			"Fully convolutional network for segmentation on VGG16's thirteen convolutions, which have Keras' names "
					+ "(block1_conv1 to block5_conv3), so that ImageNet weights find their layers; freeze those "
					+ "whose name begins with "
					+ "\"block\" to train the rest alone. Two large convolutions and 1 x 1 scores follow at a 32nd "
					+ "of the sides; learned "
					+ "upsampling comes back in three steps, with the poolings of stride 16 and 8 added on the way. "
					+ "The output is one "
					+ "probability per class and pixel. For ImageNet weights the input is blue, green, red, each 0 "
					+ "to 255 less ImageNet's mean "
					+ "(103.939, 116.779, 123.68). Large: 137 million parameters.",
			new ArchitectureOptions(3, 0, 0, 1, 2, 0),
			new TrainingDefaults("adam", LEARNING_RATE, "categorical_crossentropy", 4, 50, true),
			Fcn8::build);

	private static final int[] BLOCK_FILTERS = {64, 128, 256, 512, 512};
	private static final int[] BLOCK_CONVOLUTIONS = {2, 2, 3, 3, 3};

	private Fcn8() {}

	private static void build(final GraphBuilder graph, final ArchitectureOptions options) {
		for (int block = 1; block <= BLOCK_FILTERS.length; block++) {
			final int filters = options.filters(BLOCK_FILTERS[block - 1]);
			for (int i = 1; i <= BLOCK_CONVOLUTIONS[block - 1]; i++)
				graph.add("block" + block + "_conv" + i, new Conv2D(filters, 3, 1, Padding.SAME, Activation.RELU));
			graph.add("block" + block + "_pool", new MaxPooling2D(2));
		}
		final int wide = options.filters(4096);
		graph.add("conv6", new Conv2D(wide, 7, 1, Padding.SAME, Activation.RELU));
		graph.add("conv7", new Conv2D(wide, 1, 1, Padding.SAME, Activation.RELU));
		graph.add("score", new Conv2D(options.classes(), 1, 1, Padding.SAME, Activation.LINEAR));
		final String up1 = graph.add("up1", up(options.filters(512), 4, 2));
		graph.add("add_pool4", new Add(), up1, "block4_pool");
		final String up2 = graph.add("up2", up(options.filters(256), 4, 2));
		graph.add("add_pool3", new Add(), up2, "block3_pool");
		graph.add("up3", up(options.classes(), 16, 8));
		graph.add("probabilities", new ActivationLayer(Activation.SOFTMAX));
	}

	private static Conv2DTranspose up(final int filters, final int kernel, final int stride) {
		return new Conv2DTranspose(filters, kernel, stride, Padding.SAME, Activation.LINEAR);
	}
}
