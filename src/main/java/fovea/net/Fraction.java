package fovea.net;

/**
 * A fraction that is not negative, in lowest terms. Arithmetic throws ArithmeticException where 64 bits do not do.
 *
 * @param numerator at least 0
 * @param denominator at least 1
 */
record Fraction(long numerator, long denominator) {

	static final Fraction ZERO = new Fraction(0, 1);
	static final Fraction ONE = new Fraction(1, 1);

	Fraction {
		final long divisor = gcd(numerator, denominator);
		numerator /= divisor;
		denominator /= divisor;
	}

	Fraction times(final long factor) {
		// In two steps, so that what cancels out cannot overflow.
		final long divisor = gcd(factor, denominator);
		return new Fraction(Math.multiplyExact(numerator, factor / divisor), denominator / divisor);
	}

	Fraction over(final long divisor) {
		final long common = gcd(numerator, divisor);
		return new Fraction(numerator / common, Math.multiplyExact(denominator, divisor / common));
	}

	double value() {
		return (double) numerator / denominator;
	}

	static long gcd(final long a, final long b) {
		return b == 0 ? Math.max(a, 1) : gcd(b, a % b);
	}

	static long lcm(final long a, final long b) {
		return Math.multiplyExact(a, b / gcd(a, b));
	}
}
