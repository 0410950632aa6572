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

import fovea.noise.PhotonNoise;
import java.util.List;
import java.util.Optional;

/**
 * A fitted step of a pre- or postprocessing: a function of pixels with all numbers known. Immutable and thread-safe.
 * Parameters given per channel hold one value for all channels, or one each.
 */
sealed interface PlanarFunction {

	/**
	 * Replaces values by the function's.
	 *
	 * @param data planar: the pixels of channel 0, then those of channel 1, ...
	 * @param channels number of channels
	 * @param n pixels per channel
	 */
	void apply(float[] data, int channels, int n);

	/** A function of one value, whatever its neighbors and the other channels are. */
	sealed interface Pointwise extends PlanarFunction {

		/**
		 * @param value of a pixel
		 * @param channel it belongs to
		 * @return its new value; NaN stays NaN, but in a cast
		 */
		double apply(double value, int channel);

		@Override
		default void apply(final float[] data, final int channels, final int n) {
			for (int c = 0; c < channels; c++) {
				final int channel = c;
				Stretches.forEach(c * n, (c + 1) * n, 1, (from, to) -> {
					for (int i = from; i < to; i++) data[i] = (float) apply(data[i], channel);
				});
			}
		}

		/** @return the function that undoes this one, if there is one */
		default Optional<Pointwise> inverse() {
			return Optional.empty();
		}
	}

	/** {@code x * gain + offset}, in double precision: float would lose the digits of a narrow range far from 0. */
	record Linear(double[] gain, double[] offset) implements Pointwise {

		@Override
		public double apply(final double value, final int channel) {
			return value * at(gain, channel) + at(offset, channel);
		}

		@Override
		public void apply(final float[] data, final int channels, final int n) {
			for (int c = 0; c < channels; c++) {
				final double g = at(gain, c);
				final double o = at(offset, c);
				Stretches.forEach(c * n, (c + 1) * n, 1, (from, to) -> {
					for (int i = from; i < to; i++) data[i] = (float) (data[i] * g + o);
				});
			}
		}

		@Override
		public Optional<Pointwise> inverse() {
			final double[] g = new double[Math.max(gain.length, offset.length)];
			final double[] o = new double[g.length];
			for (int c = 0; c < g.length; c++) {
				if (at(gain, c) == 0) return Optional.empty();
				g[c] = 1 / at(gain, c);
				o[c] = -at(offset, c) / at(gain, c);
			}
			return Optional.of(new Linear(g, o));
		}
	}

	/** Values whose noise is the same everywhere; a channel without a noise that is known stays as it is. */
	record Stabilize(List<Optional<PhotonNoise>> noise) implements Pointwise {

		@Override
		public double apply(final double value, final int channel) {
			final Optional<PhotonNoise> own = of(noise, channel);
			return own.isPresent() ? own.get().stabilized(value) : value;
		}

		@Override
		public Optional<Pointwise> inverse() {
			return Optional.of(new Restore(noise));
		}

		private static Optional<PhotonNoise> of(final List<Optional<PhotonNoise>> noise, final int channel) {
			return noise.get(noise.size() == 1 ? 0 : channel);
		}
	}

	/** Undoes {@link Stabilize} for what is free of noise. */
	record Restore(List<Optional<PhotonNoise>> noise) implements Pointwise {

		@Override
		public double apply(final double value, final int channel) {
			final Optional<PhotonNoise> own = Stabilize.of(noise, channel);
			return own.isPresent() ? own.get().restored(value) : value;
		}
	}

	/** Limits to a range. */
	record Clip(double[] min, double[] max) implements Pointwise {

		@Override
		public double apply(final double value, final int channel) {
			return Double.isNaN(value) ? value : Math.max(at(min, channel), Math.min(at(max, channel), value));
		}
	}

	/** A cast to a boolean, as numpy's: 1 for all but 0, NaN included. */
	record Truth() implements Pointwise {

		@Override
		public double apply(final double value, final int channel) {
			return value == 0 ? 0 : 1;
		}
	}

	/** 1 above the threshold, else 0. */
	record Threshold(double[] threshold) implements Pointwise {

		@Override
		public double apply(final double value, final int channel) {
			return Double.isNaN(value) ? value : value > at(threshold, channel) ? 1 : 0;
		}
	}

	/** The logistic function. */
	record Logistic() implements Pointwise {

		@Override
		public double apply(final double value, final int channel) {
			return 1 / (1 + Math.exp(-value));
		}
	}

	/** Cuts off the fraction and limits to the range of an integer type, as a cast in numpy does within that range. */
	record Truncate(double min, double max) implements Pointwise {

		@Override
		public double apply(final double value, final int channel) {
			final double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
			return Double.isNaN(value) ? 0 : Math.max(min, Math.min(max, whole));
		}
	}

	/** Softmax over the channels of each pixel. */
	record ChannelSoftmax() implements PlanarFunction {

		@Override
		public void apply(final float[] data, final int channels, final int n) {
			for (int i = 0; i < n; i++) {
				float max = Float.NEGATIVE_INFINITY;
				for (int c = 0; c < channels; c++) max = Math.max(max, data[c * n + i]);
				double sum = 0;
				for (int c = 0; c < channels; c++) sum += Math.exp(data[c * n + i] - max);
				for (int c = 0; c < channels; c++) data[c * n + i] = (float) (Math.exp(data[c * n + i] - max) / sum);
			}
		}
	}

	private static double at(final double[] values, final int channel) {
		return values[values.length == 1 ? 0 : channel];
	}
}
