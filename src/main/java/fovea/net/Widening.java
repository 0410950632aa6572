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
package fovea.net;

import fovea.base.ModelException;
import fovea.net.layer.WeightKind;
import fovea.net.layer.WeightSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * First weights of a network from those of one with the same layers, but fewer filters. The wider network begins with
 * what the narrower one does: its filters come first and take nothing from those that are added, until the training
 * finds use for them. Added filters are drawn like those of a new network.
 *
 * <p>The aim is that of Chen, Goodfellow and Shlens 2016, Net2Net: Accelerating Learning via Knowledge Transfer, which
 * copies filters where this draws new ones.
 */
public final class Widening {

	private Widening() {}

	/**
	 * @param narrow a network
	 * @param weights of it
	 * @param wide the same network, with as many or more filters in its layers; layers have the same names
	 * @param seed of what is drawn
	 * @return weights of the wide network; the same arrays where shapes are the same
	 * @throws ModelException if layers are missing or narrower, or have kernels of another size, or if there are other
	 *     channels in the input, the output, or where a layer mixes them (flatten, reshape, concatenate, softmax)
	 */
	public static WeightMap widen(
			final Architecture narrow, final WeightMap weights, final Architecture wide, final long seed)
			throws ModelException {
		final Map<String, WeightSpec> known =
				WeightSpecs.of(narrow).stream().collect(Collectors.toMap(WeightSpec::key, spec -> spec));
		final List<WeightSpec> wanted = WeightSpecs.of(wide);
		if (wanted.stream().allMatch(spec -> isSame(spec, known.get(spec.key())))) return weights.forArchitecture(wide);
		requireSameWhereMixed(narrow, wide);
		final WeightMap drawn = Initializers.initialize(wide, seed);
		final Map<String, float[]> values = new LinkedHashMap<>();
		for (final WeightSpec spec : wanted) {
			final WeightSpec from = known.get(spec.key());
			final float[] old = from == null ? null : weights.get(from);
			if (old == null || !fits(from, spec))
				throw new ModelException(wide.name() + ": expected weights " + spec.key() + " of shape " + spec.shape()
						+ " or of fewer filters, got " + (old == null ? "none" : "shape " + from.shape()));
			values.put(spec.key(), isSame(spec, from) ? old : widen(from, old, spec, drawn.get(spec)));
		}
		return new WeightMap(values);
	}

	private static boolean isSame(final WeightSpec spec, final WeightSpec other) {
		return other != null && other.shape().equals(spec.shape());
	}

	/**
	 * Filters and channels, the last two axes of a kernel and the only one of the rest, may be more; but not the number
	 * of outputs of each channel, which are numbered through.
	 */
	private static boolean fits(final WeightSpec from, final WeightSpec spec) {
		final int axes = spec.shape().size();
		if (from.shape().size() != axes) return false;
		final int fixed = spec.kind() == WeightKind.DEPTHWISE_KERNEL ? axes - 1 : axes;
		for (int axis = 0; axis < axes; axis++) {
			final int before = from.shape().get(axis);
			final int now = spec.shape().get(axis);
			if (axis < axes - 2 || axis >= fixed ? before != now : before > now) return false;
		}
		return true;
	}

	/** Where new channels lead into old filters are zeros, and in the corner that both have is what was there. */
	private static float[] widen(final WeightSpec from, final float[] old, final WeightSpec spec, final float[] drawn) {

		final int oldRows = rows(from);
		final int oldColumns = columns(from);
		final int rows = rows(spec);
		final int columns = columns(spec);
		for (int i = 0; i < drawn.length; i++) {
			final int column = i % columns;
			final int row = i / columns % rows;
			final int cell = i / columns / rows;
			if (row < oldRows && column < oldColumns) drawn[i] = old[(cell * oldRows + row) * oldColumns + column];
			else if (leadsIntoOld(spec.kind(), row < oldRows, column < oldColumns)) drawn[i] = 0;
		}
		return drawn;
	}

	private static boolean leadsIntoOld(final WeightKind kind, final boolean oldRow, final boolean oldColumn) {
		return kind == WeightKind.KERNEL && oldColumn || kind == WeightKind.TRANSPOSED_KERNEL && oldRow;
	}

	private static int columns(final WeightSpec spec) {
		return spec.shape().get(spec.shape().size() - 1);
	}

	private static int rows(final WeightSpec spec) {
		final int axes = spec.shape().size();
		return axes < 2 ? 1 : spec.shape().get(axes - 2);
	}

	/** Input and output stay as they are, and so does what mixes channels. */
	private static void requireSameWhereMixed(final Architecture narrow, final Architecture wide)
			throws ModelException {
		final Shapes before = Shapes.infer(narrow);
		final Shapes now = Shapes.infer(wide);
		for (final Node node : wide.nodes()) {
			final boolean fixed =
					node.name().equals(wide.output()) || node.layer().mixesChannels();
			if (!fixed || narrow.node(node.name()).isEmpty()) continue;
			final int channels = before.of(node.name()).channels();
			if (now.of(node.name()).channels() != channels)
				throw new ModelException(wide.name() + ": expected " + channels + " channels out of '"
						+ node.name() + "', as in the network whose weights it gets, got "
						+ now.of(node.name()).channels());
		}
	}
}
