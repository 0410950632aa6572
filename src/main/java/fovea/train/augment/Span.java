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
package fovea.train.augment;

import fovea.check.Ranges;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range that numbers are drawn from. Immutable.
 *
 * @param min finite
 * @param max finite, not below the minimum; the same for a number that is always the same, for which nothing is drawn
 */
public record Span(double min, double max) {

	/** Always 0. */
	public static final Span ZERO = new Span(0, 0);

	/** Always 1. */
	public static final Span ONE = new Span(1, 1);

	private static final String NUMBER = "((?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)";
	private static final Pattern TEXT = Pattern.compile(NUMBER + "(?:-" + NUMBER + ")?");

	/** Checks the order. */
	public Span {
		Ranges.require(
				Double.isFinite(min) && Double.isFinite(max) && min <= max,
				"range",
				"numbers, and no maximum below the minimum",
				min + " to " + max);
	}

	/**
	 * @param text numbers of 0 or more such as "0.7-1.5"; one number stands for itself
	 * @return the range, empty if the text is none
	 * @throws IllegalArgumentException if it ends before it begins
	 */
	public static Optional<Span> parse(final String text) {
		final Matcher numbers = TEXT.matcher(text);
		if (!numbers.matches()) return Optional.empty();
		final double min = Double.parseDouble(numbers.group(1));
		return Optional.of(new Span(min, numbers.group(2) == null ? min : Double.parseDouble(numbers.group(2))));
	}

	/** @return a number of the range, all equally likely */
	double draw(final SplittableRandom random) {
		return min == max ? min : min + random.nextDouble() * (max - min);
	}

	/**
	 * @return a number of the range, whose logarithms are equally likely: half as likely as twice; of a range above 0
	 */
	double drawRatio(final SplittableRandom random) {
		// strict, so that the same seed gives the same bits wherever it is compiled
		return min == max ? min : min * StrictMath.pow(max / min, random.nextDouble());
	}

	@Override
	public String toString() {
		return min + " to " + max;
	}
}
