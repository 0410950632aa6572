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
package fovea.train.result;

import fovea.base.ModelException;
import fovea.image.Raster;
import fovea.io.Npy;
import fovea.io.NpyArray;
import fovea.model.AxisType;
import fovea.model.ObjectTraits;
import fovea.model.TensorSpec;
import fovea.model.library.ModelArchive;
import java.util.Optional;

/**
 * The test tensors in a model's package as images: what goes in, before its preprocessing, and what comes out.
 *
 * @param input as an image comes in
 * @param output as the network gives it; beside classes no other channels
 */
public record TestTensors(Raster input, Raster output) {

	/**
	 * @param archive of a model
	 * @return its first input and output; empty where it has none, or they are no images
	 * @throws ModelException if they cannot be read
	 */
	public static Optional<TestTensors> of(final ModelArchive archive) throws ModelException {
		if (archive.spec().isEmpty()) return Optional.empty();
		final Optional<Raster> input =
				raster(archive, archive.spec().get().inputs().get(0));
		final Optional<Raster> output =
				raster(archive, archive.spec().get().outputs().get(0));
		final ObjectTraits traits = archive.spec().get().objectTraits();
		return input.isPresent() && output.isPresent()
				? Optional.of(new TestTensors(
						input.get(),
						output.get()
								.firstChannels(traits.classChannels(output.get().channels()))))
				: Optional.empty();
	}

	/** The first of a batch, in the middle of a stack. */
	private static Optional<Raster> raster(final ModelArchive archive, final TensorSpec tensor) throws ModelException {
		final int x = tensor.indexOf(AxisType.X);
		final int y = tensor.indexOf(AxisType.Y);
		if (tensor.testTensor().isEmpty() || x < 0 || y < 0) return Optional.empty();
		final NpyArray array = Npy.read(archive.resolve(tensor.testTensor().get()));
		final int[] shape = array.shape();
		if (shape.length != tensor.axes().size()) return Optional.empty();
		final int[] steps = new int[shape.length];
		int step = 1;
		for (int i = shape.length - 1; i >= 0; i--) {
			steps[i] = step;
			step *= shape[i];
		}
		if (step == 0) return Optional.empty();
		final int c = tensor.indexOf(AxisType.CHANNEL);
		final int z = tensor.indexOf(AxisType.Z);
		final int channels = c < 0 ? 1 : shape[c];
		final int first = z < 0 ? 0 : shape[z] / 2 * steps[z];
		final float[] data = new float[shape[y] * shape[x] * channels];
		for (int i = 0; i < data.length; i++)
			data[i] = array.data()[
					first
							+ i / channels / shape[x] * steps[y]
							+ i / channels % shape[x] * steps[x]
							+ (c < 0 ? 0 : i % channels * steps[c])];
		return Optional.of(new Raster(shape[y], shape[x], channels, data));
	}
}
