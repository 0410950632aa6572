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
import fovea.net.layer.Dense;
import fovea.net.layer.Flatten;
import fovea.net.layer.Reshape;
import fovea.net.shape.Shape;

/** The plainest autoencoder: one fully connected layer each way. */
final class DenseAutoencoder {

	static final NamedArchitecture NAMED = new NamedArchitecture(
			"ae-dense",
			"Fully connected autoencoder for small images such as MNIST digits: all pixels to 32 numbers (relu) and "
					+ "back (sigmoid, "
					+ "so pixel values are expected from 0 to 1). It knows nothing of neighborhood and takes images "
					+ "of one size only; the "
					+ "convolutional autoencoders are to be compared with it.",
			new ArchitectureOptions(1, 28, 28, 1, 0, 32),
			TrainingDefaults.adam("mse", 256, 50, true),
			DenseAutoencoder::build);

	private DenseAutoencoder() {}

	private static void build(final GraphBuilder graph, final ArchitectureOptions options) throws ModelException {
		final Shape image = options.inputShape();
		if (image.isFree()) throw new ModelException("expected a known height and width, got an input of " + image);
		if (image.elements() > Integer.MAX_VALUE)
			throw new ModelException("expected an image of fewer than 2^31 values, got " + image);
		graph.add("flatten", new Flatten());
		graph.add("latent", new Dense(options.latent(), Activation.RELU));
		graph.encodedHere();
		graph.add("decoder", new Dense((int) image.elements(), Activation.SIGMOID));
		graph.add("output", new Reshape(image));
	}
}
