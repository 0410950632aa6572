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
package fovea.train;

import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Largest;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.metric.Metrics;

/** How good outputs are, in a number that people know; higher is better. Takes batch after batch. Not thread-safe. */
public sealed interface ValidationMetric {

	/** Takes a batch into account; both of one shape. */
	void add(FloatTensor target, FloatTensor output);

	/** @return its value over all batches so far */
	double value();

	/**
	 * @return PSNR where targets are images, mean IoU where they are classes of pixels, accuracy where of whole images
	 */
	static ValidationMetric of(final Samples samples, final Samples.Split split) {
		if (samples.areImages()) return new Psnr(range(split));
		return samples.areLabels()
				? new Accuracy(samples.classes().size())
				: new MeanIou(samples.classes().size(), samples.classes().size() + (samples.distance() ? 1 : 0));
	}

	private static double range(final Samples.Split split) {
		float lo = Float.POSITIVE_INFINITY;
		float hi = Float.NEGATIVE_INFINITY;
		for (final Sample sample : split.validation()) {
			final float[] range = sample.target().range();
			lo = Math.min(lo, range[0]);
			hi = Math.max(hi, range[1]);
		}
		return hi > lo ? (double) hi - lo : 1;
	}

	/**
	 * Peak signal-to-noise ratio in dB of the mean squared error over all pixels; the peak is the range of all targets.
	 */
	final class Psnr implements ValidationMetric {

		private final double range;
		private double sum;
		private long count;

		public Psnr(final double range) {
			this.range = range;
		}

		@Override
		public void add(final FloatTensor target, final FloatTensor output) {
			add(target.data(), output.data(), target.size());
		}

		/** Takes an image into account. */
		void add(final Raster target, final Raster output) {
			add(target.data(), output.data(), target.data().length);
		}

		private void add(final float[] target, final float[] output, final int n) {
			for (int i = 0; i < n; i++) {
				if (Float.isNaN(target[i])) continue; // does not count
				final double d = (double) target[i] - output[i];
				sum += d * d;
				count++;
			}
		}

		@Override
		public double value() {
			return Metrics.psnr(sum / count, range);
		}
	}

	/**
	 * Mean over the classes that occur of the intersection over union of all pixels; a pixel's class is its largest
	 * value.
	 */
	final class MeanIou implements ValidationMetric {

		private final long[] intersection;
		private final long[] union;
		private final int channels;

		public MeanIou(final int classes) {
			this(classes, classes);
		}

		/**
		 * @param classes the first channels
		 * @param channels of targets and outputs; those that are no classes are left aside
		 */
		MeanIou(final int classes, final int channels) {
			this.channels = channels;
			intersection = new long[classes];
			union = new long[classes];
		}

		@Override
		public void add(final FloatTensor target, final FloatTensor output) {
			final int classes = intersection.length;
			for (int i = 0; i < target.size(); i += channels) {
				final int truth = Largest.of(target.data(), i, classes);
				if (target.data()[i + truth] == 0) continue; // does not count
				final int found = Largest.of(output.data(), i, classes);
				union[truth]++;
				if (found == truth) intersection[truth]++;
				else union[found]++;
			}
		}

		@Override
		public double value() {
			double sum = 0;
			int occurring = 0;
			for (int c = 0; c < union.length; c++)
				if (union[c] > 0) {
					sum += (double) intersection[c] / union[c];
					occurring++;
				}
			return occurring == 0 ? 1 : sum / occurring;
		}
	}

	/** Fraction of the images whose class is the network's largest value. */
	final class Accuracy implements ValidationMetric {

		private final int classes;
		private long right;
		private long all;

		public Accuracy(final int classes) {
			this.classes = classes;
		}

		@Override
		public void add(final FloatTensor target, final FloatTensor output) {
			for (int i = 0; i < target.size(); i += classes) {
				if (Largest.of(target.data(), i, classes) == Largest.of(output.data(), i, classes)) right++;
				all++;
			}
		}

		@Override
		public double value() {
			return (double) right / all;
		}
	}
}
