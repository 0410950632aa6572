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
import fovea.base.ImageException;
import fovea.image.Image;
import fovea.image.Normalizer;
import fovea.image.PlaneReader;
import fovea.image.TensorLayout;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.Network;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.TensorInfo;
import fovea.model.TensorSpec;

/**
 * The first half: images in, a latent out.
 *
 * @param model for messages
 * @param network ready to run
 * @param input what the description says of the image
 * @param layout of the image
 * @param from the network's own name and shape of the image
 * @param latent what comes out
 */
record Encoder(
		String model, Network network, TensorSpec input, TensorLayout layout, TensorInfo from, TensorInfo latent) {

	/** @return length of an axis; 0 where it is free */
	int length(final AxisType axis) {
		final int place = input.indexOf(axis);
		final long signed = from.shape().map(shape -> shape.get(place)).orElse(-1L);
		if (signed > 0) return Math.toIntExact(signed);
		return input.axes().get(place).size() instanceof AxisSize.Fixed fixed ? fixed.length() : 0;
	}

	/** @throws ImageException if it does not go in */
	void require(final Item item) throws ImageException {
		final int width = item.image().size(Image.X);
		final int height = item.image().size(Image.Y);
		if (!fits(AxisType.X, width) || !fits(AxisType.Y, height))
			throw new ImageException("'" + item.id() + "' has " + width + " x " + height
					+ " pixels, model '" + model + "' takes " + wanted(AxisType.X) + " x " + wanted(AxisType.Y)
					+ ": ROIs and patches of a grid are cut to that");
		final int channels = item.image().size(Image.C);
		final int taken = layout.channels().orElse(channels);
		if (taken != channels)
			throw new ImageException("'" + item.id() + "' has " + channels + (channels == 1 ? " channel" : " channels")
					+ ", model '" + model + "' takes " + taken + ": say which with channels");
	}

	private boolean fits(final AxisType axis, final int pixels) {
		final int length = length(axis);
		if (length > 0) return pixels == length;
		final AxisSpec spec = input.axis(axis).orElseThrow();
		return !(spec.size() instanceof AxisSize.Steps steps)
				|| pixels >= steps.min() && (pixels - steps.min()) % steps.step() == 0;
	}

	private String wanted(final AxisType axis) {
		if (length(axis) > 0) return String.valueOf(length(axis));
		return input.axis(axis).orElseThrow().size() instanceof AxisSize.Steps steps
				? steps.min() + " or more in steps of " + steps.step()
				: "any";
	}

	/**
	 * @return the gray values, planar: x fastest, channels slowest
	 * @throws ImageException if one is not a number
	 */
	static float[] read(final Item item) throws ImageException {
		final Image image = item.image();
		final int area = Math.multiplyExact(image.size(Image.X), image.size(Image.Y));
		final float[] planar = new float[Math.multiplyExact(area, image.size(Image.C))];
		final PlaneReader reader = new PlaneReader(image);
		final float[] plane = new float[area];
		for (int c = 0; c < image.size(Image.C); c++) {
			reader.read(c, 0, 0, 0, image.size(Image.Y), plane);
			System.arraycopy(plane, 0, planar, c * area, area);
		}
		for (final float value : planar)
			if (!Float.isFinite(value))
				throw new ImageException(
						"'" + item.id() + "': expected numbers, got a pixel that is not a number (NaN) or infinite");
		return planar;
	}

	/**
	 * @param planar normalized
	 * @return the tensor that goes in
	 */
	FloatTensor tensor(final Image image, final float[] planar) {
		final int[] shape = layout.shape(new int[] {image.size(Image.X), image.size(Image.Y)}, image.size(Image.C));
		final float[] data = new float[Math.toIntExact(FloatTensor.size(shape))];
		layout.toTensor(planar, shape, data);
		return new FloatTensor(shape, data);
	}

	/** @return the values that go in: a copy, what no number came of is 0, as it is where images are run in tiles */
	static float[] normalized(final float[] planar, final Image image, final Normalizer before) {
		final float[] values = planar.clone();
		before.apply(values, image.size(Image.C), image.size(Image.X) * image.size(Image.Y));
		for (int i = 0; i < values.length; i++) if (Float.isNaN(values[i])) values[i] = 0;
		return values;
	}

	/** @return the latent of one image */
	FloatTensor run(final FloatTensor tensor) throws FoveaException {
		return network.run(from.name(), tensor, latent.name());
	}
}
