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
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Interpolation;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Size;
import java.util.List;

/**
 * Convolutional autoencoders as they are taught: one that shrinks by strides, and three with the same max-pooling
 * encoder that differ in how the decoder enlarges.
 */
final class ConvolutionalAutoencoders {

	private static final ArchitectureOptions DIGIT = new ArchitectureOptions(1, 28, 28, 1, 0, 2);
	private static final ArchitectureOptions PHOTOGRAPH = new ArchitectureOptions(3, 224, 224, 1, 0, 0);
	private static final TrainingDefaults POOLING_TRAINING = TrainingDefaults.adam("mse", 64, 40, true);

	/** Side of the image that reaches the encoding, where the input has 28 pixels. */
	private static final int ENCODED_SIDE = 7;

	/** Input pixels per pixel of the image that reaches the encoding. */
	private static final int STRIDE = 4;

	private ConvolutionalAutoencoders() {}

	static List<NamedArchitecture> all() {
		return List.of(
				new NamedArchitecture(
						"cae-strided",
						"Convolutional autoencoder for small images such as MNIST digits. "
								+ "Two convolutions of stride 2 shrink the image to a quarter of its sides, and a "
								+ "convolution as large as what is left "
								+ "makes an encoding of two numbers of it, so that a data set can be seen as points "
								+ "in a plane. Transposed convolutions "
								+ "go the same way back. For inputs of any size the encoding is an image, two "
								+ "channels for each 28 x 28 window.",
						DIGIT,
						TrainingDefaults.adam("mse", 32, 10, false),
						ConvolutionalAutoencoders::strided),
				pooling(
						"cae-pooling",
						"Each convolution of the decoder is followed by a two-fold enlargement that repeats pixels.",
						ConvolutionalAutoencoders::nearest),
				pooling(
						"cae-unpooling",
						"The decoder enlarges by max unpooling: values return to the places the encoder's pooling "
								+ "took them from, so edges "
								+ "stay where they were. The decoder's filters are as many as the switches have "
								+ "channels. Since it needs the "
								+ "encoder's switches, the decoder cannot be used alone.",
						ConvolutionalAutoencoders::unpooling),
				pooling(
						"cae-transposed",
						"The decoder enlarges by transposed convolutions of stride 2 and kernel 3. Kernels that are no "
								+ "multiple of their stride overlap unevenly, and the results show it as a "
								+ "checkerboard.",
						ConvolutionalAutoencoders::transposed));
	}

	private static NamedArchitecture pooling(
			final String name, final String decoder, final NamedArchitecture.Recipe recipe) {
		return new NamedArchitecture(
				name,
				"Convolutional autoencoder for photographs. The encoder is three convolutions with 32, "
						+ "64 and 128 filters, each followed by 2 x 2 max pooling; the encoding is an image of an "
						+ "eighth of the sides. "
						+ decoder,
				PHOTOGRAPH,
				POOLING_TRAINING,
				recipe);
	}

	private static void strided(final GraphBuilder graph, final ArchitectureOptions options) throws ModelException {
		if (options.height() % STRIDE != 0 || options.width() % STRIDE != 0)
			throw new ModelException("expected a height and width that are multiples of " + STRIDE
					+ ", got an input of " + options.inputShape());
		final Size whole = new Size(encodedSide(options.height()), encodedSide(options.width()));
		final Size one = Size.of(1);
		graph.add("encoder_conv1", new Conv2D(options.filters(32), 3, 2, Padding.SAME, Activation.RELU));
		graph.add("encoder_conv2", new Conv2D(options.filters(64), 3, 2, Padding.SAME, Activation.RELU));
		graph.add("latent", new Conv2D(options.latent(), whole, one, Padding.VALID, Activation.LINEAR, 0, true));
		graph.encodedHere();
		graph.add(
				"decoder_conv1",
				new Conv2DTranspose(options.filters(64), whole, one, Padding.VALID, Activation.RELU, 0, true));
		graph.add("decoder_conv2", new Conv2DTranspose(options.filters(32), 3, 2, Padding.SAME, Activation.RELU));
		graph.add("output", new Conv2DTranspose(options.channels(), 7, 2, Padding.SAME, Activation.LINEAR));
	}

	private static int encodedSide(final int side) {
		return side == 0 ? ENCODED_SIDE : side / STRIDE;
	}

	private static void nearest(final GraphBuilder graph, final ArchitectureOptions options) {
		encoder(graph, options);
		final int[] filters = {options.filters(128), options.filters(16), options.channels()};
		for (int i = 0; i < filters.length; i++) {
			graph.add("decoder_conv" + (i + 1), conv(filters[i]));
			graph.add("decoder_up" + (i + 1), new UpSampling2D(Size.of(2), Interpolation.NEAREST));
		}
	}

	private static void unpooling(final GraphBuilder graph, final ArchitectureOptions options) {
		encoder(graph, options);
		final int[] filters = {options.filters(128), options.filters(64), options.filters(32)};
		for (int i = 0; i < filters.length; i++) {
			graph.add("decoder_conv" + (i + 1), conv(filters[i]));
			graph.add("decoder_unpool" + (i + 1), new MaxUnpooling2D("encoder_pool" + (filters.length - i)));
		}
		graph.add("output", conv(options.channels()));
	}

	private static void transposed(final GraphBuilder graph, final ArchitectureOptions options) {
		encoder(graph, options);
		final int[] filters = {options.filters(128), options.filters(16), options.channels()};
		for (int i = 0; i < filters.length; i++)
			graph.add("decoder_conv" + (i + 1), new Conv2DTranspose(filters[i], 3, 2, Padding.SAME, Activation.RELU));
	}

	private static void encoder(final GraphBuilder graph, final ArchitectureOptions options) {
		final int[] filters = {options.filters(32), options.filters(64), options.filters(128)};
		for (int i = 0; i < filters.length; i++) {
			graph.add("encoder_conv" + (i + 1), conv(filters[i]));
			graph.add("encoder_pool" + (i + 1), new MaxPooling2D(2));
		}
		graph.encodedHere();
	}

	private static Conv2D conv(final int filters) {
		return new Conv2D(filters, 3, 1, Padding.SAME, Activation.RELU);
	}
}
