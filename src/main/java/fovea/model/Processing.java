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
package fovea.model;

import fovea.io.DataType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step that a model wants done to an image before the network, or to the network's output after it: the pre- and
 * postprocessing of the bioimage.io model description 0.5 (0.4 is read into the same records). Lists of parameters hold
 * one value for all channels, or one per channel.
 *
 * @see <a href="https://github.com/bioimage-io/spec-bioimage-io">bioimage.io specification</a>
 */
public sealed interface Processing {

	/** @return the name the description gives this step, for example "scale_range" */
	String label();

	/** A step whose parameters are computed from the image, over certain axes. */
	sealed interface Statistical extends Processing {

		/**
		 * @return the axes over which statistics are taken together; where CHANNEL is missing, each channel has its own
		 */
		Set<AxisType> axes();

		/** @return the id of the tensor the statistics come from; empty: the tensor itself */
		Optional<String> reference();
	}

	/**
	 * {@code (x - lo) / (hi - lo + eps)} where lo and hi are percentiles of x or of a reference tensor.
	 *
	 * @param minPercentile 0 to 100
	 * @param maxPercentile 0 to 100, above minPercentile
	 */
	record ScaleRange(
			double minPercentile, double maxPercentile, double eps, Set<AxisType> axes, Optional<String> reference)
			implements Statistical {
		@Override
		public String label() {
			return "scale_range";
		}
	}

	/** {@code (x - mean) / (std + eps)} with mean and (population) standard deviation of x. */
	record ZeroMeanUnitVariance(double eps, Set<AxisType> axes) implements Statistical {
		@Override
		public String label() {
			return "zero_mean_unit_variance";
		}

		@Override
		public Optional<String> reference() {
			return Optional.empty();
		}
	}

	/**
	 * Gives x the mean and standard deviation of a reference tensor: {@code (x - mean) / (std + eps) * (refStd + eps) +
	 * refMean}; without one x stays as it is.
	 */
	record ScaleMeanVariance(double eps, Set<AxisType> axes, Optional<String> reference) implements Statistical {
		@Override
		public String label() {
			return "scale_mean_variance";
		}
	}

	/** {@code (x - mean) / std} with given numbers. */
	record FixedZeroMeanUnitVariance(List<Double> mean, List<Double> std) implements Processing {
		@Override
		public String label() {
			return "fixed_zero_mean_unit_variance";
		}
	}

	/** {@code x * gain + offset}. */
	record ScaleLinear(List<Double> gain, List<Double> offset) implements Processing {
		@Override
		public String label() {
			return "scale_linear";
		}
	}

	/** Values below min become min, above max become max; either may be infinite. */
	record Clip(double min, double max) implements Processing {
		@Override
		public String label() {
			return "clip";
		}
	}

	/**
	 * Clips at percentiles of x: an end that is none is a fixed value.
	 *
	 * @param min lower end, a percentile (0 to 100) or a value, which may be infinite
	 * @param max upper end, likewise
	 * @param observed whether a percentile is a value that occurs (numpy's "inverted_cdf"), else it is interpolated
	 */
	record PercentileClip(Bound min, Bound max, boolean observed, Set<AxisType> axes) implements Statistical {

		/**
		 * @param value the number itself, or which percentile
		 * @param percentile whether it is a percentile
		 */
		public record Bound(double value, boolean percentile) {}

		@Override
		public String label() {
			return "clip";
		}

		@Override
		public Optional<String> reference() {
			return Optional.empty();
		}
	}

	/** 1 where x is above the threshold, else 0. */
	record Binarize(List<Double> threshold) implements Processing {
		@Override
		public String label() {
			return "binarize";
		}
	}

	/** {@code 1 / (1 + exp(-x))}. */
	record Sigmoid() implements Processing {
		@Override
		public String label() {
			return "sigmoid";
		}
	}

	/** Softmax over the channel axis. */
	record Softmax() implements Processing {
		@Override
		public String label() {
			return "softmax";
		}
	}

	/**
	 * A change of the element type: integers lose their fraction and are clipped to the type's range, for a boolean all
	 * but 0 is 1.
	 */
	record EnsureDtype(DataType type) implements Processing {
		@Override
		public String label() {
			return "ensure_dtype";
		}
	}

	/** A step that Fovea does not know. A model that has one can be inspected, not run. */
	record Unsupported(String label) implements Processing {}
}
