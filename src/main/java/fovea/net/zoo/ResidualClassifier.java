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

import fovea.base.ModelException;
import fovea.net.layer.Activation;
import fovea.net.layer.ActivationLayer;
import fovea.net.layer.Add;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Dense;
import fovea.net.layer.Flatten;
import fovea.net.layer.MaxPooling2D;
import fovea.net.shape.Padding;

/**
 * A residual block with a classifier behind it.
 *
 * <p>Source: He, Zhang, Ren and Sun 2016, Deep Residual Learning for Image Recognition.
 */
final class ResidualClassifier {

	static final NamedArchitecture NAMED = new NamedArchitecture(
			"resnet-block",
			"The residual block as a classifier of small images, an example of a sum of layers: a convolution that "
					+ "makes 32 "
					+ "channels, two more whose result is added to what they began with, 2 x 2 max pooling, and a "
					+ "fully connected layer "
					+ "with one probability per class.",
			new ArchitectureOptions(1, 28, 28, 1, 10, 0),
			TrainingDefaults.adam("categorical_crossentropy", 32, 10, true),
			ResidualClassifier::build);

	private ResidualClassifier() {}

	private static void build(final GraphBuilder graph, final ArchitectureOptions options) throws ModelException {
		if (options.inputShape().isFree())
			throw new ModelException("expected a known height and width, got an input of " + options.inputShape());
		final int filters = options.filters(32);
		final String x = graph.add("stem", conv(filters));
		graph.add("block_conv1", conv(filters));
		final String residual = graph.add("block_conv2", conv(filters));
		graph.add("block_add", new Add(), residual, x);
		graph.add("pool", new MaxPooling2D(2));
		graph.add("flatten", new Flatten());
		graph.add("score", new Dense(options.classes(), Activation.LINEAR));
		graph.add("probabilities", new ActivationLayer(Activation.SOFTMAX));
	}

	private static Conv2D conv(final int filters) {
		return new Conv2D(filters, 3, 1, Padding.SAME, Activation.RELU);
	}
}
