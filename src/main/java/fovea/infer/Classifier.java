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
package fovea.infer;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.image.AxisMapping;
import fovea.image.ChannelChoice;
import fovea.image.Image;
import fovea.image.Normalizer;
import fovea.image.TensorLayout;
import fovea.infer.network.FloatTensor;
import fovea.infer.tile.Tile;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a model that tells whole images apart: an image goes in, a value for each class comes out. Does not close the
 * model. Thread-safe.
 */
public final class Classifier {

	private final LoadedModel model;
	private final ChannelChoice channels;

	/**
	 * @param model stays open
	 * @param channels of images that it gets
	 * @throws ModelException if images come out of it
	 */
	public Classifier(final LoadedModel model, final ChannelChoice channels) throws ModelException {
		this.model = model;
		this.channels = channels;
		if (!model.inputPort().layout().isImage() || model.outputPort().layout().isImage())
			throw new ModelException("Model '" + model.spec().name()
					+ "' turns axes '" + model.input().letters() + "' into '"
					+ model.output().letters()
					+ "'; expected an image in and a value for each class out, such as 'byxc' and 'bc'");
	}

	/**
	 * @param image of the size that the model takes; normalized as a whole. Of a color image a model of one channel
	 *     sees the gray
	 * @return for each slice and frame (and each channel, where the model takes one of several), slices fastest, the
	 *     values of all classes, for most models probabilities
	 * @throws FoveaException if image and model do not fit, or the run failed
	 */
	public List<float[]> classify(final Image image) throws FoveaException {
		final TensorLayout layout = model.inputPort().layout();
		OneChannel.require(model, image, channels);
		final Image seen = channels.numbers().isEmpty() ? image.asSeenBy(layout.channels()) : image;
		final AxisMapping mapping =
				AxisMapping.of(model.spec().name(), model.input(), layout, seen, channels.numbers());
		final int[] lengths = new int[mapping.tiledAxes().size()];
		for (int d = 0; d < lengths.length; d++)
			lengths[d] = image.size(mapping.tiledAxes().get(d));
		final List<float[]> results = new ArrayList<>();
		for (final AxisMapping.Run run : mapping.runs()) {
			final var whole = mapping.wholePixels(run);
			final Normalizer before = Normalizer.fit(model.input().processing(), whole, whole);
			IntegerInput.of(model).require(image.name(), whole, before);
			final float[] planar = new TileReader(mapping.pixels(run), before)
					.read(new Tile(new long[lengths.length], lengths, new int[lengths.length], lengths));
			final int[] shape = layout.shape(lengths, run.channels().size());
			final float[] data = new float[Math.toIntExact(FloatTensor.size(shape))];
			layout.toTensor(planar, shape, data);
			final FloatTensor output = model.network()
					.run(
							model.inputPort().info().name(),
							new FloatTensor(shape, data),
							model.outputPort().info().name());
			final float[] values = new float[model.outputPort().layout().channels(output.shape())];
			model.outputPort().layout().fromTensor(output.data(), output.shape(), new int[0], new int[0], values);
			Normalizer.fit(model.output().processing(), whole, whole).apply(values, values.length, 1);
			results.add(values);
		}
		return results;
	}
}
