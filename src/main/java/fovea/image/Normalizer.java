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
import fovea.image.PlanarFunction.Pointwise;
import fovea.io.DataType;
import fovea.model.AxisType;
import fovea.model.Processing;
import fovea.noise.PhotonNoise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * A chain of pre- or postprocessing steps whose numbers were fitted on an image. Immutable and thread-safe. What the
 * steps mean is defined by the bioimage.io model description; statistics are those of a whole image, never of a tile.
 */
public final class Normalizer {

	/** Does nothing. */
	public static final Normalizer IDENTITY = new Normalizer(List.of());

	/** Bytes of Java memory that fitting steps takes at most, for a channel. */
	public static final long FITTING = DistributionReader.MAX_SAMPLED * (Float.BYTES + 3 * Long.BYTES);

	private final List<PlanarFunction> functions;

	private Normalizer(final List<PlanarFunction> functions) {
		this.functions = List.copyOf(functions);
	}

	/**
	 * Fits steps on images.
	 *
	 * @param steps in order
	 * @param channels of what the steps will be applied to, each any number of axes; read once, and only if a step
	 *     needs statistics
	 * @param reference channels of the model's input before any processing, for steps that refer to it; one for all, or
	 *     as many as channels
	 * @return the chain with all numbers known
	 * @throws ModelException if a step is not supported
	 */
	public static Normalizer fit(
			final List<Processing> steps,
			final List<RandomAccessibleInterval<? extends RealType<?>>> channels,
			final List<RandomAccessibleInterval<? extends RealType<?>>> reference)
			throws ModelException {
		return fit(IDENTITY, steps, channels, reference);
	}

	/**
	 * @param noise of each channel, or one for all; empty: the channel stays as it is
	 * @return the chain that brings it to values whose noise is the same everywhere; its inverse is for what is free of
	 *     noise
	 */
	public static Normalizer stabilizing(final List<Optional<PhotonNoise>> noise) {
		return noise.stream().allMatch(Optional::isEmpty)
				? IDENTITY
				: new Normalizer(List.of(new PlanarFunction.Stabilize(List.copyOf(noise))));
	}

	/**
	 * As {@link #fit(List, List, List)}, behind other steps.
	 *
	 * @param first is done before, and part of the chain
	 */
	public static Normalizer fit(
			final Normalizer first,
			final List<Processing> steps,
			final List<RandomAccessibleInterval<? extends RealType<?>>> channels,
			final List<RandomAccessibleInterval<? extends RealType<?>>> reference)
			throws ModelException {
		return fit(first, steps, ChannelValues.of(channels), ChannelValues.of(reference));
	}

	/**
	 * As {@link #fit(Normalizer, List, List, List)}, on values that may be known already.
	 *
	 * @param channels of what the steps will be applied to
	 * @param reference of the model's input before any processing
	 */
	public static Normalizer fit(
			final Normalizer first,
			final List<Processing> steps,
			final ChannelValues channels,
			final ChannelValues reference)
			throws ModelException {
		final boolean statistical = steps.stream()
				.anyMatch(s ->
						s instanceof Processing.Statistical t && t.reference().isEmpty()
								|| s instanceof Processing.ScaleMeanVariance);
		final boolean referring = steps.stream()
				.anyMatch(s ->
						s instanceof Processing.Statistical t && t.reference().isPresent());
		List<Distribution> own = statistical
				? channels.distributions()
				: Collections.nCopies(channels.channels(), new Distribution(new double[0], new long[0]));
		final List<Distribution> other = referring ? reference.distributions() : List.of();
		final List<PlanarFunction> functions = new ArrayList<>(first.functions);
		if (statistical) for (final PlanarFunction function : first.functions) own = map(own, function);
		for (final Processing step : steps) {
			final Optional<PlanarFunction> function = fit(step, own, other);
			if (function.isEmpty()) continue;
			functions.add(function.get());
			if (statistical) own = map(own, function.get());
		}
		return new Normalizer(functions);
	}

	/**
	 * @param steps in order
	 * @return how many of them, from the first on, need no statistics and can be applied tile by tile
	 */
	public static int pointwisePrefix(final List<Processing> steps) {
		int n = 0;
		while (n < steps.size() && !(steps.get(n) instanceof Processing.Statistical)) n++;
		return n;
	}

	/**
	 * Replaces values by the processed ones.
	 *
	 * @param data planar: the pixels of channel 0, then those of channel 1, ...
	 * @param channels number of channels
	 * @param n pixels per channel
	 */
	public void apply(final float[] data, final int channels, final int n) {
		for (final PlanarFunction function : functions) function.apply(data, channels, n);
	}

	/**
	 * @param steps in order
	 * @param channels of what they will be fitted on
	 * @return bytes of Java memory that {@link #fit} takes for it
	 */
	public static long fittingBytes(
			final List<Processing> steps, final List<RandomAccessibleInterval<? extends RealType<?>>> channels) {
		if (pointwisePrefix(steps) == steps.size()) return 0;
		return channels.stream().mapToLong(DistributionReader::bytes).sum();
	}

	/**
	 * @param channels what this chain is applied to
	 * @param type element type of what it is for
	 * @return what the values lose on the way into that type, the chain's own casts included
	 */
	public IntegerLoss loss(final List<RandomAccessibleInterval<? extends RealType<?>>> channels, final DataType type) {
		return loss(ChannelValues.of(channels), type);
	}

	/** As {@link #loss(List, DataType)}, of values that may be known already. */
	public IntegerLoss loss(final ChannelValues channels, final DataType type) {
		return IntegerLoss.of(channels.distributions(), functions, type);
	}

	/**
	 * @param next what is to follow
	 * @return this chain and the next as one
	 */
	public Normalizer then(final Normalizer next) {
		final List<PlanarFunction> all = new ArrayList<>(functions);
		all.addAll(next.functions);
		return new Normalizer(all);
	}

	/**
	 * @return the chain that undoes this one; clipping and lost fractions are passed over, anything else not linear has
	 *     no inverse: empty
	 */
	public Optional<Normalizer> inverse() {
		final List<PlanarFunction> inverted = new ArrayList<>();
		for (int i = functions.size() - 1; i >= 0; i--) {
			if (functions.get(i) instanceof PlanarFunction.Clip || functions.get(i) instanceof PlanarFunction.Truncate)
				continue;
			if (!(functions.get(i) instanceof Pointwise pointwise)) return Optional.empty();
			final Optional<Pointwise> inverse = pointwise.inverse();
			if (inverse.isEmpty()) return Optional.empty();
			inverted.add(inverse.get());
		}
		return Optional.of(new Normalizer(inverted));
	}

	private static List<Distribution> map(final List<Distribution> channels, final PlanarFunction function) {
		if (!(function instanceof Pointwise pointwise)) return channels;
		final List<Distribution> mapped = new ArrayList<>();
		for (int c = 0; c < channels.size(); c++) {
			final int channel = c;
			mapped.add(channels.get(c).map(v -> pointwise.apply(v, channel)));
		}
		return mapped;
	}

	/** Empty for steps that do nothing to float values. */
	private static Optional<PlanarFunction> fit(
			final Processing step, final List<Distribution> own, final List<Distribution> reference)
			throws ModelException {
		if (step instanceof Processing.ScaleRange s)
			return Optional.of(scaleRange(
					s, over(s.axes(), s.reference().isPresent() ? spread(reference, own.size()) : own)));
		if (step instanceof Processing.ZeroMeanUnitVariance s) return Optional.of(zeroMean(s, over(s.axes(), own)));
		if (step instanceof Processing.ScaleMeanVariance s && s.reference().isEmpty()) return Optional.empty();
		if (step instanceof Processing.ScaleMeanVariance s)
			return Optional.of(
					scaleMeanVariance(s, over(s.axes(), own), over(s.axes(), spread(reference, own.size()))));
		if (step instanceof Processing.FixedZeroMeanUnitVariance s) return Optional.of(fixedZeroMean(s));
		if (step instanceof Processing.ScaleLinear s)
			return Optional.of(new PlanarFunction.Linear(array(s.gain()), array(s.offset())));
		if (step instanceof Processing.Clip s)
			return Optional.of(new PlanarFunction.Clip(new double[] {s.min()}, new double[] {s.max()}));
		if (step instanceof Processing.PercentileClip s) return Optional.of(percentileClip(s, over(s.axes(), own)));
		if (step instanceof Processing.Binarize s)
			return Optional.of(new PlanarFunction.Threshold(array(s.threshold())));
		if (step instanceof Processing.Sigmoid) return Optional.of(new PlanarFunction.Logistic());
		if (step instanceof Processing.Softmax) return Optional.of(new PlanarFunction.ChannelSoftmax());
		if (step instanceof Processing.EnsureDtype s) return cast(s.type());
		throw new ModelException("Processing step '" + step.label() + "' is not supported by Fovea");
	}

	/** Where the channel axis is among the axes, every channel gets the statistics of all together. */
	private static List<Distribution> over(final Set<AxisType> axes, final List<Distribution> channels) {
		if (!axes.contains(AxisType.CHANNEL) || channels.size() < 2) return channels;
		Distribution all = channels.get(0);
		for (final Distribution channel : channels.subList(1, channels.size())) all = all.plus(channel);
		return Collections.nCopies(channels.size(), all);
	}

	private static List<Distribution> spread(final List<Distribution> reference, final int channels)
			throws ModelException {
		if (reference.size() == channels) return reference;
		if (reference.size() == 1) return Collections.nCopies(channels, reference.get(0));
		throw new ModelException(
				"A step refers to an input of " + reference.size() + " channels, but works on " + channels);
	}

	private static PlanarFunction scaleRange(final Processing.ScaleRange s, final List<Distribution> channels) {
		return linear(channels.size(), c -> {
			final double lo = channels.get(c).percentile(s.minPercentile());
			final double hi = channels.get(c).percentile(s.maxPercentile());
			final double gain = 1 / (hi - lo + s.eps());
			return new double[] {gain, -lo * gain};
		});
	}

	private static PlanarFunction percentileClip(final Processing.PercentileClip s, final List<Distribution> channels) {
		final double[] min = new double[channels.size()];
		final double[] max = new double[channels.size()];
		for (int c = 0; c < min.length; c++) {
			min[c] = bound(s.min(), channels.get(c), s.observed());
			max[c] = bound(s.max(), channels.get(c), s.observed());
		}
		return new PlanarFunction.Clip(min, max);
	}

	private static double bound(
			final Processing.PercentileClip.Bound bound, final Distribution values, final boolean observed) {
		if (!bound.percentile()) return bound.value();
		return observed ? values.observedPercentile(bound.value()) : values.percentile(bound.value());
	}

	private static PlanarFunction zeroMean(final Processing.ZeroMeanUnitVariance s, final List<Distribution> channels) {
		return linear(channels.size(), c -> {
			final double gain = 1 / (channels.get(c).standardDeviation() + s.eps());
			return new double[] {gain, -channels.get(c).mean() * gain};
		});
	}

	private static PlanarFunction scaleMeanVariance(
			final Processing.ScaleMeanVariance s,
			final List<Distribution> channels,
			final List<Distribution> reference) {
		return linear(channels.size(), c -> {
			final double gain = (reference.get(c).standardDeviation() + s.eps())
					/ (channels.get(c).standardDeviation() + s.eps());
			return new double[] {gain, reference.get(c).mean() - channels.get(c).mean() * gain};
		});
	}

	private static PlanarFunction fixedZeroMean(final Processing.FixedZeroMeanUnitVariance s) {
		final int n = Math.max(s.mean().size(), s.std().size());
		return linear(n, c -> {
			final double gain = 1 / s.std().get(s.std().size() == 1 ? 0 : c);
			return new double[] {gain, -s.mean().get(s.mean().size() == 1 ? 0 : c) * gain};
		});
	}

	private interface GainAndOffset {

		double[] of(int channel);
	}

	private static PlanarFunction.Linear linear(final int channels, final GainAndOffset parameters) {
		final double[] gain = new double[channels];
		final double[] offset = new double[channels];
		for (int c = 0; c < channels; c++) {
			final double[] p = parameters.of(c);
			gain[c] = p[0];
			offset[c] = p[1];
		}
		return new PlanarFunction.Linear(gain, offset);
	}

	private static Optional<PlanarFunction> cast(final DataType type) {
		if (type == DataType.BOOL) return Optional.of(new PlanarFunction.Truth());
		return type.isInteger()
				? Optional.of(new PlanarFunction.Truncate(type.least(), type.greatest()))
				: Optional.empty();
	}

	private static double[] array(final List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
