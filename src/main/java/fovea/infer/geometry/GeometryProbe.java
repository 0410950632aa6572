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
package fovea.infer.geometry;

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.infer.network.Network;
import fovea.infer.tile.TileLengths;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Measures a network's {@link TileGeometry} by running it on noise.
 *
 * <p>Stride: the least shift of the input that shifts the output along and changes nothing else. Halo: where the output
 * changes when all pixels on one side of a line become others, over all places of the line within a stride. A whole
 * half of the image is changed rather than one pixel, since the answer to one pixel can be lost behind a rectifier or a
 * maximum. Lengths are multiples of 48, which the usual strides divide: an odd length can make a network with skip
 * connections fail.
 */
public final class GeometryProbe {

	private static final int[] SHIFTS = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48};
	private static final int EDGE_2D = 192;
	private static final int EDGE_3D = 48;
	private static final int MAX_EDGE_2D = 768;
	private static final int MAX_EDGE_3D = 96;

	private final Network network;
	private final Port input;
	private final Port output;
	private final int channels;
	private final int axes;
	private final TileLengths allowed;
	private final ProbeNoise noise;

	/** @param channels number of channels the input has */
	public GeometryProbe(final Network network, final Port input, final Port output, final int channels) {
		this.network = network;
		this.input = input;
		this.output = output;
		this.channels = channels;
		this.axes = input.layout().tiledAxes().size();
		final int[] ones = new int[axes];
		Arrays.fill(ones, 1);
		this.allowed = input.lengths(ones);
		this.noise = new ProbeNoise(channels, input.info().type().isInteger());
	}

	/** @return what was measured */
	public TileGeometry measure() throws InferenceException, ModelException {
		int[] lengths = start();
		final double bytes = bytesPerPixel(lengths);
		while (true) {
			final int[] tried = lengths;
			final Optional<TileGeometry> geometry = attempt(tried, bytes);
			if (geometry.isPresent()) return geometry.get();
			lengths = tried.clone();
			for (int d = 0; d < axes; d++) if (!allowed.isFixed(d)) lengths[d] = allowed.paddedFor(d, 2 * tried[d]);
			if (Arrays.equals(lengths, tried)
					|| Arrays.stream(lengths).max().getAsInt() > (axes == 2 ? MAX_EDGE_2D : MAX_EDGE_3D))
				return unmeasured(tried, bytes);
		}
	}

	/**
	 * @param stride of the network, somebody says
	 * @param halo that it needs, somebody says
	 * @return the rest measured
	 */
	public TileGeometry complete(final int[] stride, final int[] halo) throws InferenceException, ModelException {
		final int[] lengths = start();
		return unmeasured(lengths, bytesPerPixel(lengths))
				.trusted()
				.withStride(stride)
				.withHalo(halo);
	}

	/** @throws ModelException if Java's memory could not hold the least that the network takes */
	private int[] start() throws ModelException {
		final int[] lengths = new int[axes];
		for (int d = 0; d < axes; d++)
			lengths[d] = allowed.isFixed(d) ? allowed.min()[d] : allowed.paddedFor(d, axes == 2 ? EDGE_2D : EDGE_3D);
		final double bytes = Arrays.stream(lengths).asDoubleStream().reduce(channels, (a, b) -> a * b) * Float.BYTES;
		if (bytes > Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2))
			throw new ModelException("The model takes images of at least "
					+ Arrays.stream(lengths).mapToObj(String::valueOf).collect(Collectors.joining(" x "))
					+ " pixels, which is more than memory holds" + " (the size in its description may be wrong)");
		return lengths;
	}

	/** Nothing ends within what was tried: a quarter of a fixed length, or 64 pixels, is the best that can be done. */
	private TileGeometry unmeasured(final int[] lengths, final double bytes) throws InferenceException, ModelException {
		final ProbeAnswer answer = answer(noise.random(lengths, 0), lengths);
		final double[] scale = new double[axes];
		final int[] border = new int[axes];
		final int[] halo = new int[axes];
		final int[] stride = new int[axes];
		for (int d = 0; d < axes; d++) {
			scale[d] = scale(lengths[d], answer.length(d));
			border[d] = border(lengths[d], answer.length(d), scale[d]);
			stride[d] = allowed.isFixed(d) ? 1 : 16;
			halo[d] = TileGeometry.roundUp(Math.max(border[d], allowed.isFixed(d) ? lengths[d] / 4 : 64), stride[d]);
		}
		return new TileGeometry(stride, halo, scale, border, true, bytes);
	}

	private Optional<TileGeometry> attempt(final int[] lengths, final double bytes)
			throws InferenceException, ModelException {
		final float[] first = noise.random(lengths, 0);
		final ProbeAnswer base = answer(first, lengths);
		final double[] scale = new double[axes];
		final int[] border = new int[axes];
		final int[] stride = new int[axes];
		final int[] halo = new int[axes];
		for (int d = 0; d < axes; d++) {
			scale[d] = scale(lengths[d], base.length(d));
			border[d] = border(lengths[d], base.length(d), scale[d]);
			stride[d] = stride(d, first, lengths, base, scale[d]);
			if (stride[d] == 0) return Optional.empty();
		}
		for (int trial = 0; trial < 2; trial++) {
			final float[] pixels = trial == 0 ? first : noise.random(lengths, trial);
			final ProbeAnswer answer = trial == 0 ? base : answer(pixels, lengths);
			for (int d = 0; d < axes; d++) {
				final int reach = reach(d, pixels, lengths, answer, scale[d], border[d], stride[d]);
				if (reach < 0) return Optional.empty();
				halo[d] = Math.max(
						halo[d],
						TileGeometry.roundUp(Math.max(reach, (int) Math.ceil(border[d] / scale[d])), stride[d]));
			}
		}
		return Optional.of(new TileGeometry(stride, halo, scale, border, false, bytes));
	}

	private int stride(
			final int d, final float[] pixels, final int[] lengths, final ProbeAnswer base, final double scale)
			throws InferenceException, ModelException {
		for (final int shift : SHIFTS) {
			final double moved = shift * scale;
			if (moved != Math.rint(moved) || shift > lengths[d] / 4) continue;
			final ProbeAnswer shifted = answer(noise.shift(pixels, lengths, d, shift), lengths);
			if (base.equalsShifted(shifted, d, (int) moved)) return shift;
		}
		return 0;
	}

	/**
	 * Tries a few places within the stride; how far another place can reach is bounded by their distance. Only where
	 * that bound costs a larger halo are all places tried. -1: the change reaches the border of what was tried.
	 */
	private int reach(
			final int d,
			final float[] pixels,
			final int[] lengths,
			final ProbeAnswer base,
			final double scale,
			final int border,
			final int stride)
			throws InferenceException, ModelException {
		final int gap = Math.max(1, stride / 4);
		final int seen = reach(d, pixels, lengths, base, scale, border, stride, gap);
		if (seen < 0 || TileGeometry.roundUp(seen, stride) == TileGeometry.roundUp(seen + gap - 1, stride)) return seen;
		return reach(d, pixels, lengths, base, scale, border, stride, 1);
	}

	private int reach(
			final int d,
			final float[] pixels,
			final int[] lengths,
			final ProbeAnswer base,
			final double scale,
			final int border,
			final int stride,
			final int gap)
			throws InferenceException, ModelException {
		final int middle = lengths[d] / 2 / stride * stride;
		int reach = 0;
		for (int line = middle; line < middle + stride; line += gap) {
			final ProbeAnswer right = answer(noise.replace(pixels, lengths, d, line, lengths[d]), lengths);
			final int first = base.firstChange(right, d);
			final ProbeAnswer left = answer(noise.replace(pixels, lengths, d, 0, line), lengths);
			final int last = base.lastChange(left, d);
			if (first == 0 || last == base.length(d) - 1) return -1;
			if (first < base.length(d)) reach = Math.max(reach, line - (int) Math.floor((first + border) / scale));
			if (last >= 0) reach = Math.max(reach, (int) Math.ceil((last + 1 + border) / scale) - line);
		}
		return reach;
	}

	/** From two sizes, so that the weights, which do not grow, do not count. */
	private double bytesPerPixel(final int[] lengths) throws InferenceException, ModelException {
		final int[] smaller = lengths.clone();
		for (int d = 0; d < axes; d++) if (!allowed.isFixed(d)) smaller[d] = allowed.paddedFor(d, lengths[d] / 2);
		final long pixels = FloatTensor.size(lengths);
		final long fewer = FloatTensor.size(smaller);
		final long bytes = peak(lengths);
		if (bytes < 0) return 512;
		if (fewer == pixels) return Math.max(1, (double) bytes / pixels);
		return Math.max(8, (double) (bytes - peak(smaller)) / (pixels - fewer));
	}

	private long peak(final int[] lengths) throws InferenceException, ModelException {
		return network.peakBytes(
				input.info().name(),
				tensor(noise.random(lengths, 0), lengths),
				output.info().name());
	}

	private ProbeAnswer answer(final float[] planar, final int[] lengths) throws InferenceException, ModelException {
		return new ProbeAnswer(run(planar, lengths), output.layout());
	}

	private FloatTensor run(final float[] planar, final int[] lengths) throws InferenceException, ModelException {
		return network.run(
				input.info().name(), tensor(planar, lengths), output.info().name());
	}

	private FloatTensor tensor(final float[] planar, final int[] lengths) {
		final int[] shape = input.layout().shape(lengths, channels);
		final float[] data = new float[Math.toIntExact(FloatTensor.size(shape))];
		input.layout().toTensor(planar, shape, data);
		return new FloatTensor(shape, data);
	}

	/** A simple ratio if there is one, else valid padding, which loses a few pixels at scale 1. */
	private static double scale(final int in, final int out) {
		if (out % in == 0) return out / in;
		return in % out == 0 ? 1.0 / (in / out) : 1;
	}

	private static int border(final int in, final int out, final double scale) {
		return (int) (Math.round(in * scale) - out) / 2;
	}
}
