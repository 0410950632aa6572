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

import java.util.SplittableRandom;

/** Poisson distributed random numbers. */
final class PoissonNumbers {

	/** Above it, a normal distribution comes close: its third moment is off by 1 / sqrt(mean) = 0.06 sigma. */
	private static final double LARGE = 256;

	private static final double PART = 16;

	private PoissonNumbers() {}

	/**
	 * By Knuth's product of uniform numbers (The Art of Computer Programming 2, 3.4.1), in parts of mean 16 so that
	 * their product does not underflow; for means above 256 by rounding a normal distribution.
	 *
	 * @param mean what is not above 0 gives 0
	 * @param random decides
	 * @return a whole number
	 */
	static double next(final double mean, final SplittableRandom random) {
		if (!(mean > 0)) return 0;
		if (mean > LARGE) return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
		double count = 0;
		double rest = mean;
		for (; rest > PART; rest -= PART) count += small(PART, random);
		return count + small(rest, random);
	}

	private static int small(final double mean, final SplittableRandom random) {
		final double limit = Math.exp(-mean);
		int count = -1;
		double product = 1;
		do {
			product *= random.nextDouble();
			count++;
		} while (product > limit);
		return count;
	}
}
