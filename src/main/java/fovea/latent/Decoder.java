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

import fovea.base.FoveaException;
import fovea.image.Normalizer;
import fovea.image.Raster;
import fovea.image.TensorLayout;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.Network;
import fovea.model.Processing;
import fovea.model.TensorInfo;
import java.util.List;

/**
 * What gives images: the second half of an autoencoder, or a whole one.
 *
 * @param network ready to run
 * @param from what it takes
 * @param to what it gives
 * @param layout of the image that comes out
 * @param postprocessing of that image, as described
 */
record Decoder(Network network, TensorInfo from, TensorInfo to, TensorLayout layout, List<Processing> postprocessing) {

	/** @return what comes out, planar: x fastest, channels slowest */
	Planar run(final FloatTensor tensor) throws FoveaException {
		final FloatTensor result = network.run(from.name(), tensor, to.name());
		final int[] size = layout.tiledLengths(result.shape());
		final int channels = layout.channels(result.shape());
		final float[] values = new float[size[0] * size[1] * channels];
		layout.fromTensor(result.data(), result.shape(), new int[2], size, values);
		return new Planar(size[0], size[1], channels, values);
	}

	/**
	 * An image in planes of channels.
	 *
	 * @param values x fastest, channels slowest; not copied
	 */
	record Planar(int width, int height, int channels, float[] values) {

		/** @return the same after it */
		Planar after(final Normalizer normalizer) {
			final float[] changed = values.clone();
			normalizer.apply(changed, channels, width * height);
			return new Planar(width, height, channels, changed);
		}

		/** @return the same, channels fastest */
		Raster raster() {
			final float[] data = new float[values.length];
			final int area = width * height;
			for (int i = 0; i < area; i++)
				for (int c = 0; c < channels; c++) data[i * channels + c] = values[c * area + i];
			return new Raster(height, width, channels, data);
		}
	}
}
