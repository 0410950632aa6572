package fovea.train;

import java.util.SplittableRandom;

/** Poisson distributed random numbers. */
final class PoissonNumbers {

	/** Above it, a normal distribution comes close: its third moment is off by 1 / sqrt(mean) = 0.06 sigma. */
	private static final double LARGE = 256;
	private static final double PART = 16;

	private PoissonNumbers() {}

	/**
	 * By Knuth's product of uniform numbers (The Art of Computer Programming 2, 3.4.1), in parts of mean 16 so that their
	 * product does not underflow; for means above 256 by rounding a normal distribution.
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
		for (; rest > PART; rest -= PART)
			count += small(PART, random);
		return count + small(rest, random);
	}

	private static int small(final double mean, final SplittableRandom random) {
		final double limit = Math.exp(-mean);
		int count = -1;
		double product = 1;
		do {
			product *= random.nextDouble();
			count++;
		}
		while (product > limit);
		return count;
	}
}
