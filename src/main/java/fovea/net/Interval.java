package fovea.net;

/**
 * Pixels from one to another along one axis, both included; none if low is above high.
 *
 * @param low may be negative
 * @param high may be negative
 */
record Interval(long low, long high) {

	boolean isEmpty() {
		return low > high;
	}

	Interval hull(final Interval other) {
		if (isEmpty()) return other;
		return other.isEmpty() ? this : new Interval(Math.min(low, other.low), Math.max(high, other.high));
	}
}
