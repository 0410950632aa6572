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
package fovea.chart;

import java.util.Arrays;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;

/** Axes that hold given values with a margin. Stateless. */
final class LossAxes {

	private static final double DECADES = 2;

	/** At both ends, in parts of the values' span. */
	private static final double MARGIN = 0.06;

	private LossAxes() {}

	/**
	 * @param losses finite; may be none
	 * @param scale where they allow it
	 * @return an axis for them
	 */
	static ValueAxis loss(final double[] losses, final LossScale scale) {
		final double min = Arrays.stream(losses).min().orElse(1);
		final double max = Arrays.stream(losses).max().orElse(1);
		final boolean logarithmic = switch (scale) {
			case AUTOMATIC -> min > 0 && Math.log10(max / min) > DECADES;
			case LINEAR -> false;
			case LOGARITHMIC -> min > 0;
		};
		if (!logarithmic) return linear("loss", losses);
		final ValueAxis axis = ChartStyle.logAxis("loss");
		final double margin = Math.max(1.05, Math.pow(max / min, MARGIN));
		axis.setRange(min / margin, max * margin);
		return axis;
	}

	/**
	 * Equal values would else be spread over the width of a rounding error.
	 *
	 * @param values finite; may be none
	 * @return an axis for them
	 */
	static NumberAxis linear(final String label, final double[] values) {
		final NumberAxis axis = ChartStyle.axis(label);
		final double min = Arrays.stream(values).min().orElse(0);
		final double max = Arrays.stream(values).max().orElse(1);
		final double margin =
				max - min > 1e-9 * Math.abs(max) ? MARGIN * (max - min) : max == 0 ? 1 : 0.1 * Math.abs(max);
		axis.setRange(min - margin, max + margin);
		return axis;
	}
}
