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

import fovea.image.PlanarFunction.Pointwise;
import fovea.image.PlanarFunction.Truncate;
import fovea.io.DataType;
import java.util.List;

/**
 * What the values of an image lose where they become integers.
 *
 * @param cut part of the pixels whose value is outside the integers' range, 0 to 1
 * @param least value that is to become an integer
 * @param greatest value that is to become an integer
 * @param type that cuts or rounds
 * @param rounding root mean square of what rounding changes, as a part of the values' standard deviation; 0 where a
 *     chain ends with a cast of its own
 */
public record IntegerLoss(double cut, double least, double greatest, DataType type, double rounding) {

	/** Of an image of 8 bits it is below 0.01; of 0 and 1 it is 0, of values between them 1. */
	private static final double MAX_ROUNDING = 0.1;

	/** @return whether so much is lost that the result cannot be what is wanted */
	public boolean isFatal() {
		return cut > 0 || isRounded();
	}

	/** @return whether rounding alone changes the image */
	public boolean isRounded() {
		return rounding > MAX_ROUNDING;
	}

	static IntegerLoss of(
			final List<Distribution> channels, final List<PlanarFunction> functions, final DataType type) {
		final Sum sum = new Sum();
		for (int c = 0; c < channels.size(); c++) {
			final int channel = c;
			Distribution values = channels.get(c);
			boolean whole = false;
			for (final PlanarFunction function : functions) {
				if (!(function instanceof Pointwise pointwise)) continue;
				whole = function instanceof Truncate;
				if (function instanceof Truncate cast) sum.cast(values, cast.min() - 1, cast.max() + 1);
				values = values.map(v -> pointwise.apply(v, channel));
			}
			if (type.isInteger()) sum.cast(values, type.least() - 0.5, type.greatest() + 0.5);
			if (type.isInteger() && !whole) sum.round(values);
		}
		return new IntegerLoss(sum.cut, sum.least, sum.greatest, type, sum.rounding);
	}

	/** The worst of all channels. */
	private static final class Sum {

		private double cut;
		private double least = Double.POSITIVE_INFINITY;
		private double greatest = Double.NEGATIVE_INFINITY;
		private double rounding;

		/** Values at a limit, or beyond, are lost. */
		void cast(final Distribution values, final double below, final double above) {
			if (values.isEmpty()) return;
			final double share = 1 - values.share(below, above);
			if (share < cut) return;
			cut = share;
			least = Math.min(least, values.percentile(0));
			greatest = Math.max(greatest, values.percentile(100));
		}

		void round(final Distribution values) {
			final Distribution error = values.map(v -> v - Math.rint(v));
			final double rms = Math.hypot(error.mean(), error.standardDeviation());
			if (rms == 0) return;
			rounding = Math.max(rounding, rms / values.standardDeviation());
		}
	}
}
