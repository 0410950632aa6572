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

import fovea.base.ModelException;
import fovea.image.Box;
import fovea.image.Normalizer;
import fovea.infer.geometry.Port;
import fovea.infer.geometry.TileGeometry;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.infer.tile.Tile;
import java.util.BitSet;

/** Takes single tiles through a network: planar block in, planar block of the core out. Not thread-safe. */
final class TileRunner {

	private final LoadedModel model;
	private final TileGeometry geometry;
	private final Port input;
	private final Port output;
	private final int channels;
	private float[] fed = {};
	private float[] received = {};
	private float[] kept = {};

	/**
	 * @param model stays open
	 * @param geometry of its network
	 * @param channels number of channels it is given
	 */
	TileRunner(final LoadedModel model, final TileGeometry geometry, final int channels) {
		this.model = model;
		this.geometry = geometry;
		this.input = model.inputPort();
		this.output = model.outputPort();
		this.channels = channels;
	}

	/**
	 * A tile's result.
	 *
	 * @param origin of the core in the result
	 * @param size of the core in the result
	 * @param channels number of output channels
	 * @param planar values, x fastest, channels slowest; valid until the next tile is run
	 */
	record Core(long[] origin, int[] size, int channels, float[] planar) {

		/** @return values of one channel */
		int plane() {
			return Math.toIntExact(FloatTensor.size(size));
		}

		/**
		 * @param box in pixels of the result, with some of the core
		 * @return what of the core lies in it, its origin counted from the box's
		 */
		Core within(final Box box) {
			final int left = (int) Math.max(origin[0], box.x());
			final int top = (int) Math.max(origin[1], box.y());
			final int width = (int) Math.min(origin[0] + size[0], box.endX()) - left;
			final int height = (int) Math.min(origin[1] + size[1], box.endY()) - top;
			final long[] place = origin.clone();
			place[0] = (long) left - box.x();
			place[1] = (long) top - box.y();
			final int[] part = size.clone();
			part[0] = width;
			part[1] = height;
			if (width == size[0] && height == size[1]) return new Core(place, size, channels, planar);
			final int planes = channels * plane() / (size[0] * size[1]);
			final float[] values = new float[planes * width * height];
			for (int p = 0, to = 0; p < planes; p++)
				for (int y = top; y < top + height; y++, to += width)
					System.arraycopy(
							planar,
							(int) ((p * size[1] + y - origin[1]) * size[0] + left - origin[0]),
							values,
							to,
							width);
			return new Core(place, part, channels, values);
		}
	}

	/**
	 * @param tile what is read
	 * @param reader reads it
	 * @param postprocessing applied to the core
	 * @return the core; NaN where the input is
	 */
	Core run(final Tile tile, final TileReader reader, final Normalizer postprocessing)
			throws InferenceException, ModelException {
		final float[] planar = reader.read(tile);
		final FloatTensor result = model.network()
				.run(input.info().name(), tensor(tile, planar), output.info().name(), received);
		received = result.data();
		final int[] lengths = output.layout().tiledLengths(result.shape());
		final int axes = tile.core().length;
		final int[] start = new int[axes];
		final int[] size = new int[axes];
		final long[] origin = new long[axes];
		for (int d = 0; d < axes; d++) {
			final int expected = geometry.outputLength(d, tile.padded()[d]);
			if (lengths[d] != expected)
				throw new ModelException("Model '" + model.spec().name() + "' gave " + lengths[d] + " pixels along "
						+ input.layout().tiledAxes().get(d) + " for a tile of " + tile.padded()[d] + ", expected "
						+ expected);
			final double scale = geometry.scale()[d];
			origin[d] = Math.round(tile.origin()[d] * scale);
			start[d] = (int) Math.round(tile.before()[d] * scale) - geometry.border()[d];
			size[d] = Math.min((int) Math.ceil(tile.core()[d] * scale), lengths[d] - start[d]);
		}
		final int outChannels = output.layout().channels(result.shape());
		final int n = Math.toIntExact(FloatTensor.size(size) * outChannels);
		if (kept.length < n) kept = new float[n];
		final Core core = new Core(origin, size, outChannels, kept);
		output.layout().fromTensor(result.data(), result.shape(), start, size, core.planar());
		postprocessing.apply(core.planar(), outChannels, core.plane());
		restoreNotANumber(tile, core, reader.notANumber());
		return core;
	}

	private FloatTensor tensor(final Tile tile, final float[] planar) {
		final int[] shape = input.layout().shape(tile.padded(), channels);
		if (input.layout().isPlanar(channels)) return new FloatTensor(shape, planar);
		final int size = Math.toIntExact(FloatTensor.size(shape));
		if (fed.length != size) fed = new float[size];
		input.layout().toTensor(planar, shape, fed);
		return new FloatTensor(shape, fed);
	}

	/** A pixel that was not measured has no result either, at whatever scale. */
	private void restoreNotANumber(final Tile tile, final Core core, final BitSet places) {
		for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
			int rest = place;
			int at = 0;
			int step = 1;
			boolean inside = true;
			for (int d = 0; d < core.size().length; d++) {
				final int x = (int) Math.floor((rest % tile.padded()[d] - tile.before()[d]) * geometry.scale()[d]);
				inside &= x >= 0 && x < core.size()[d];
				at += x * step;
				step *= core.size()[d];
				rest /= tile.padded()[d];
			}
			for (int c = 0; inside && c < core.channels(); c++) core.planar()[c * core.plane() + at] = Float.NaN;
		}
	}
}
