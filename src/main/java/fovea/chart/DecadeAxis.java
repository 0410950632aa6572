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

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A vertical logarithmic axis that has labels also where its range holds no or few powers of ten. */
final class DecadeAxis extends LogAxis {

	private static final long serialVersionUID = 1;

	/** With more of them their powers are enough. */
	private static final double FEW_DECADES = 2;

	/** Labels that are aimed at where the range is narrow. */
	private static final int SOME = 5;

	DecadeAxis(final String label) {
		super(label);
		setTickUnit(new NumberTickUnit(1)); // decades
	}

	@Override
	protected List<NumberTick> refreshTicksVertical(
			final Graphics2D graphics, final Rectangle2D area, final RectangleEdge edge) {
		final List<NumberTick> ticks = new ArrayList<>();
		for (final double value : values(getRange().getLowerBound(), getRange().getUpperBound()))
			ticks.add(new NumberTick(
					value,
					text(value),
					edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT,
					TextAnchor.CENTER,
					0));
		return ticks;
	}

	/**
	 * @param lower end of the range, above 0
	 * @param upper above that
	 * @return powers of ten in it; where it has few, their 2- and 5-fold too; where these are few as well, multiples of
	 *     1, 2 or 5 of some power
	 */
	static List<Double> values(final double lower, final double upper) {
		final boolean wide = Math.log10(upper / lower) > FEW_DECADES;
		final List<Double> values = new ArrayList<>();
		for (int power = (int) Math.floor(Math.log10(lower)); power <= Math.log10(upper); power++)
			for (final int times : wide ? new int[] {1} : new int[] {1, 2, 5})
				add(values, new BigDecimal(times).scaleByPowerOfTen(power), lower, upper);
		if (values.size() > 2) return values;
		values.clear();
		final BigDecimal step = step((upper - lower) / SOME);
		final long first = (long) Math.ceil(lower / step.doubleValue());
		for (long i = first; i <= first + 2 * SOME; i++)
			add(values, step.multiply(BigDecimal.valueOf(i)), lower, upper);
		return values;
	}

	private static void add(final List<Double> values, final BigDecimal value, final double lower, final double upper) {
		if (value.doubleValue() >= lower && value.doubleValue() <= upper) values.add(value.doubleValue());
	}

	/** @return 1, 2 or 5 times a power of ten, at least this */
	private static BigDecimal step(final double least) {
		final int power = (int) Math.floor(Math.log10(least));
		for (final int times : new int[] {1, 2, 5}) {
			final BigDecimal step = new BigDecimal(times).scaleByPowerOfTen(power);
			if (step.doubleValue() >= least) return step;
		}
		return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
	}

	/** @return with as few digits as it needs, for example 0.002 or 1E-7 */
	private static String text(final double value) {
		final BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
		return value >= 1e-5 && value < 1e6 ? exact.toPlainString() : exact.toString();
	}
}
