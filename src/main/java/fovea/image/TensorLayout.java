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
package fovea.image;

import fovea.base.ModelException;
import fovea.model.AxisSize;
import fovea.model.AxisType;
import fovea.model.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where the pixels of a planar block (x fastest, then y, z, time, channels slowest) lie in a tensor with its axes in
 * any order, and back. Immutable and thread-safe.
 */
public final class TensorLayout {

	private static final List<AxisType> PLANAR = List.of(AxisType.X, AxisType.Y, AxisType.Z, AxisType.TIME);

	private final TensorSpec spec;
	private final List<AxisType> tiled;
	private final Set<AxisType> single;
	private final int batch;

	private TensorLayout(
			final TensorSpec spec, final List<AxisType> tiled, final Set<AxisType> single, final int batch) {
		this.spec = spec;
		this.single = single;
		this.tiled = List.copyOf(tiled);
		this.batch = batch;
	}

	/**
	 * @param tensor of an image: must have x and y, and may have z, time, one channel axis and a batch axis, which
	 *     comes first; or of one pixel: channels, and perhaps a batch axis
	 * @return its layout
	 * @throws ModelException if it is neither
	 */
	public static TensorLayout of(final TensorSpec tensor) throws ModelException {
		return of(tensor, Set.of());
	}

	/**
	 * @param tensor as {@link #of(TensorSpec)}
	 * @param single axes of length 1 that are no axes of the image: an output may have a z axis that its input lacks
	 * @return its layout
	 * @throws ModelException if it is neither an image nor a pixel
	 */
	public static TensorLayout of(final TensorSpec tensor, final Set<AxisType> single) throws ModelException {
		final List<AxisType> tiled = new ArrayList<>(PLANAR);
		tiled.removeIf(axis -> tensor.indexOf(axis) < 0 || single.contains(axis));
		final boolean pixel = tiled.isEmpty() && tensor.indexOf(AxisType.CHANNEL) >= 0;
		if (!pixel && !(tiled.contains(AxisType.X) && tiled.contains(AxisType.Y))
				|| tensor.indexOf(AxisType.INDEX) >= 0 && !single.contains(AxisType.INDEX))
			throw new ModelException("Tensor '" + tensor.id() + "' with axes '" + tensor.letters()
					+ "' is no image: expected x and y, perhaps b, c, z, t");
		if (tensor.letters().chars().distinct().count() != tensor.axes().size() || tensor.indexOf(AxisType.BATCH) > 0)
			throw new ModelException("Tensor '" + tensor.id() + "' has axes '" + tensor.letters()
					+ "': expected each axis once, and b first");
		final int batch = tensor.axis(AxisType.BATCH)
				.map(a -> a.size() instanceof AxisSize.Fixed f ? f.length() : 1)
				.orElse(1);
		return new TensorLayout(tensor, tiled, Set.copyOf(single), batch);
	}

	/** @return whether it is an image, of more than one pixel */
	public boolean isImage() {
		return !tiled.isEmpty();
	}

	/** @return the axes along which images are cut into tiles, in the order x, y, z, time */
	public List<AxisType> tiledAxes() {
		return tiled;
	}

	/** @return the number of channels, where the tensor has one only; 1 where it has no channel axis */
	public OptionalInt channels() {
		if (spec.indexOf(AxisType.CHANNEL) < 0) return OptionalInt.of(1);
		final AxisSize size = spec.axes().get(spec.indexOf(AxisType.CHANNEL)).size();
		return size instanceof AxisSize.Fixed fixed ? OptionalInt.of(fixed.length()) : OptionalInt.empty();
	}

	/**
	 * @param lengths of the tiled axes, in their order
	 * @param channels number of channels
	 * @return the tensor's shape
	 */
	public int[] shape(final int[] lengths, final int channels) {
		final int[] shape = new int[spec.axes().size()];
		for (int i = 0; i < shape.length; i++)
			shape[i] = switch (spec.axes().get(i).type()) {
				case BATCH -> batch;
				case CHANNEL -> channels;
				default ->
					single.contains(spec.axes().get(i).type())
							? 1
							: lengths[tiled.indexOf(spec.axes().get(i).type())];
			};
		return shape;
	}

	/**
	 * @param shape of a tensor of this layout
	 * @return lengths of the tiled axes, in their order
	 */
	public int[] tiledLengths(final int[] shape) {
		final int[] lengths = new int[tiled.size()];
		for (int d = 0; d < lengths.length; d++) lengths[d] = shape[spec.indexOf(tiled.get(d))];
		return lengths;
	}

	/**
	 * @param shape of a tensor of this layout
	 * @return its number of channels, 1 without a channel axis
	 */
	public int channels(final int[] shape) {
		final int c = spec.indexOf(AxisType.CHANNEL);
		return c < 0 ? 1 : shape[c];
	}

	/** @return whether a planar block of this many channels lies in the tensor exactly as it is */
	public boolean isPlanar(final int channels) {
		if (batch > 1) return false;
		final List<AxisType> order = new ArrayList<>();
		for (int i = spec.axes().size() - 1; i >= 0; i--) {
			final AxisType type = spec.axes().get(i).type();
			if (type != AxisType.BATCH && !single.contains(type) && (type != AxisType.CHANNEL || channels > 1))
				order.add(type);
		}
		final List<AxisType> planar = new ArrayList<>(tiled);
		if (channels > 1) planar.add(AxisType.CHANNEL);
		return order.equals(planar);
	}

	/**
	 * Writes a planar block into a tensor; where the batch has more than one place, into each.
	 *
	 * @param planar the block
	 * @param shape of the tensor, from {@link #shape}
	 * @param tensor row-major values, overwritten
	 */
	public void toTensor(final float[] planar, final int[] shape, final float[] tensor) {
		final Walk walk = new Walk(shape, new int[tiled.size()], tiledLengths(shape));
		walk.rows((row, at) -> {
			for (int x = 0; x < walk.width; x++) tensor[at + x * walk.step] = planar[row + x];
		});
		final int sample = tensor.length / batch;
		for (int b = 1; b < batch; b++) System.arraycopy(tensor, 0, tensor, b * sample, sample);
	}

	/**
	 * Reads a part of a tensor as a planar block; of a batch, the first sample.
	 *
	 * @param tensor row-major values
	 * @param shape of the tensor
	 * @param start of the part along the tiled axes
	 * @param size of the part along the tiled axes
	 * @param planar receives product of size times channels values
	 */
	public void fromTensor(
			final float[] tensor, final int[] shape, final int[] start, final int[] size, final float[] planar) {
		final Walk walk = new Walk(shape, start, size);
		if (walk.channels > 1 && walk.channelStep == 1) walk.pixels(tensor, planar);
		else
			walk.rows((row, at) -> {
				if (walk.step == 1) System.arraycopy(tensor, at, planar, row, walk.width);
				else for (int x = 0; x < walk.width; x++) planar[row + x] = tensor[at + x * walk.step];
			});
	}

	private interface RowVisitor {

		/**
		 * @param row where the row begins in the planar block
		 * @param at where it begins in the tensor
		 */
		void visit(int row, int at);
	}

	/** Goes through the rows of a part of a tensor in planar order. */
	private final class Walk {

		private final int[] lengths = {1, 1, 1, 1};
		private final int[] steps = {0, 0, 0, 0};
		private final int channels;
		private final int channelStep;
		private final int width;
		private final int step;
		private int first;

		Walk(final int[] shape, final int[] start, final int[] size) {
			final int[] strides = new int[shape.length];
			for (int i = shape.length - 1, stride = 1; i >= 0; stride *= shape[i--]) strides[i] = stride;
			for (int d = 0; d < tiled.size(); d++) {
				final int stride = strides[spec.indexOf(tiled.get(d))];
				lengths[d] = size[d];
				steps[d] = stride;
				first += start[d] * stride;
			}
			final int c = spec.indexOf(AxisType.CHANNEL);
			channels = c < 0 ? 1 : shape[c];
			channelStep = c < 0 ? 0 : strides[c];
			width = lengths[0];
			step = steps[0];
		}

		/** Channels last: all channels of a pixel at once, since going through the tensor once for each is slow. */
		void pixels(final float[] tensor, final float[] planar) {
			final int plane = lengths[0] * lengths[1] * lengths[2] * lengths[3];
			Stretches.forEach(0, lengths[1] * lengths[2] * lengths[3], width * channels, (from, end) -> {
				for (int r = from; r < end; r++) {
					final int slices = r / lengths[1];
					int at = first
							+ slices / lengths[2] * steps[3]
							+ slices % lengths[2] * steps[2]
							+ r % lengths[1] * steps[1];
					for (int x = 0; x < width; x++, at += step)
						for (int c = 0, to = r * width + x; c < channels; c++, to += plane) planar[to] = tensor[at + c];
				}
			});
		}

		void rows(final RowVisitor visitor) {
			int row = 0;
			for (int c = 0; c < channels; c++)
				for (int t = 0; t < lengths[3]; t++)
					for (int z = 0; z < lengths[2]; z++)
						for (int y = 0; y < lengths[1]; y++, row += width)
							visitor.visit(row, first + c * channelStep + t * steps[3] + z * steps[2] + y * steps[1]);
		}
	}
}
