package fovea.train;

/** What a number must be. */
final class Ranges {

	private Ranges() {}

	/** @throws IllegalArgumentException if it is not as it should be */
	static void require(final boolean holds, final String what, final String expected, final Object got) {
		if (!holds) throw new IllegalArgumentException(what + ": expected " + expected + ", got " + got);
	}
}
