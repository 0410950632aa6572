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
package fovea.latent;

import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.ModelOptions;
import fovea.infer.network.NetworkLoader;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.zoo.ArchitectureOptions;
import fovea.net.zoo.Architectures;
import fovea.tf.SavedModelLoader;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.nio.file.Path;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;

/** Autoencoders for tests: the one in the jar, and real ones that nobody trained. */
final class LatentModels {

	static final NetworkLoader LOADER = new SavedModelLoader();

	private LatentModels() {}

	/** Sixteen numbers for 64 x 64 pixels. */
	static Autoencoder nuclei() throws Exception {
		return Autoencoder.open(new ModelLibrary().open("nuclei-cae"), LOADER, ModelOptions.DEFAULT, Pooling.MEAN);
	}

	/** @return a SavedModel in a new folder */
	static Path untrained(final Path parent, final String architecture, final int side) throws Exception {
		final ArchitectureOptions options = Architectures.named(architecture)
				.defaults()
				.withChannels(1)
				.withSize(side, side)
				.withWidthMultiplier(0.125);
		final Architecture network = Architectures.named(architecture).build(options);
		final Path folder = parent.resolve(architecture + side);
		try (TrainableNetwork trainable = new TensorFlowNetworkFactory()
				.create(network, Initializers.initialize(network, 1), new Loss.MeanSquaredError(), 1)) {
			trainable.export(folder);
		}
		return folder;
	}

	static Autoencoder open(final Path savedModel, final Pooling pooling) throws Exception {
		return Autoencoder.open(ModelArchive.open(savedModel), LOADER, new ModelOptions("", "", "", "none"), pooling);
	}

	/** Smooth, so that a network that knows images does not answer with nothing. */
	static Item item(final String id, final long seed, final int width, final int height) {
		final Random random = new Random(seed);
		final double x0 = width * (0.3 + 0.4 * random.nextDouble());
		final double y0 = height * (0.3 + 0.4 * random.nextDouble());
		final double radius = width * (0.15 + 0.2 * random.nextDouble());
		final float[] pixels = new float[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) (20
					+ 10 * seed
					+ 150
							* Math.exp(-(Math.pow(i % width - x0, 2) + Math.pow(i / width - y0, 2))
									/ (2 * radius * radius))
					+ random.nextInt(4));
		return item(id, pixels, width, height);
	}

	static Item item(final String id, final float[] pixels, final int width, final int height) {
		final Image image = new Image(id, ArrayImgs.floats(pixels, width, height, 1, 1, 1), Calibration.PIXELS, false);
		return new Item(id, "", image, image, new ItemLocation(0, 0, 1, 0, 0, width, height, 0));
	}
}
