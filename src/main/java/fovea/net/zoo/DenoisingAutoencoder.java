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
import fovea.net.layer.AveragePooling2D;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.shape.Padding;
import fovea.net.shape.Size;

/**
 * The denoiser: predicts what to add to a noisy image to get the clean one.
 *
 * <p>Two steps of stride 2 bring most of the work to a quarter and a sixteenth of the pixels, where residual blocks
 * without batch normalization (Lim et al. 2017, Enhanced Deep Residual Networks for Single Image Super-Resolution) look
 * around widely; at full size there are one convolution on the way in and one on the way out. Transposed convolutions
 * whose kernels do not overlap go back up, each followed by the mean of 2 x 2 pixels, which has nothing of half the
 * sampling frequency and so no checkerboard (as the blurs of Zhang 2019, Making Convolutional Networks Shift-Invariant
 * Again, on the way down). Sums carry detail across (Ronneberger et al. 2015, U-Net, with concatenation there), and the
 * output is a correction of the input (Zhang et al. 2017, Beyond a Gaussian Denoiser).
 */
final class DenoisingAutoencoder {

	static final NamedArchitecture NAMED = new NamedArchitecture(
			"cae-denoise",
			"Convolutional autoencoder that denoises images of any size, trained on corrupted images against the "
					+ "clean ones. "
					+ "Two convolutions of stride 2 lead to residual blocks at half and a quarter of the sides, 24, "
					+ "64 and 96 filters from "
					+ "the top down, and 2 x 2 transposed convolutions lead back up, each with a mean of 2 x 2 pixels "
					+ "against checkerboards; skip connections are sums, and "
					+ "the input is added to the "
					+ "output, so that the network learns the noise and leaves alone what it does not know. Without "
					+ "batch normalization: "
					+ "small batches and single tiles give the same result.",
			new ArchitectureOptions(1, 0, 0, 1, 0, 0),
			TrainingDefaults.adam("mse", 16, 100, true),
			DenoisingAutoencoder::build);

	private static final int BLOCKS = 3;

	private DenoisingAutoencoder() {}

	private static void build(final GraphBuilder graph, final ArchitectureOptions options) {
		final int full = options.filters(24);
		final int half = options.filters(64);
		final int quarter = options.filters(96);
		final String fullSkip = graph.add("full", conv(full, 1, Activation.RELU));
		graph.add("down1", conv(half, 2, Activation.RELU));
		final String halfSkip = block(graph, "enc1", half);
		graph.add("down2", conv(quarter, 2, Activation.RELU));
		for (int i = 1; i <= BLOCKS; i++) block(graph, "mid" + i, quarter);
		up(graph, "up1", half, halfSkip);
		block(graph, "dec1", half);
		up(graph, "up2", full, fullSkip);
		graph.add("up2_relu", new ActivationLayer(Activation.RELU));
		graph.add("correction", conv(options.channels(), 1, Activation.LINEAR));
		graph.add("output", new Add(), "correction", "input");
	}

	/** @return the sum of two convolutions and what they were given */
	private static String block(final GraphBuilder graph, final String name, final int filters) {
		final String before = graph.last();
		graph.add(name + "_conv1", conv(filters, 1, Activation.RELU));
		final String after = graph.add(name + "_conv2", conv(filters, 1, Activation.LINEAR));
		return graph.add(name + "_add", new Add(), after, before);
	}

	private static void up(final GraphBuilder graph, final String name, final int filters, final String skip) {
		graph.add(name, new Conv2DTranspose(filters, 2, 2, Padding.SAME, Activation.LINEAR));
		final String smooth = graph.add(name + "_mean", new AveragePooling2D(Size.of(2), Size.of(1), Padding.SAME));
		graph.add(name + "_add", new Add(), smooth, skip);
	}

	private static Conv2D conv(final int filters, final int stride, final Activation activation) {
		return new Conv2D(filters, 3, stride, Padding.SAME, activation);
	}
}
