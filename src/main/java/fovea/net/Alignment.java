package fovea.net;

import fovea.model.ModelException;

/**
 * What the height and width of a network's input must be multiples of, so that no stride leaves a rest: then skip
 * connections line up, the output of an autoencoder is as large as its input, and shifting the input by this shifts
 * the output along. 1 for a network without strides.
 *
 * @param height in pixels of the input, at least 1
 * @param width in pixels of the input, at least 1
 */
public record Alignment(int height, int width) {

	/** More than any image has. */
	private static final int MAX = 1 << 16;

	public Alignment {
		Checks.atLeast(height, 1, "height");
		Checks.atLeast(width, 1, "width");
	}

	/**
	 * @param architecture any
	 * @return the least alignment of its input
	 * @throws ModelException if that is more than 65536 pixels
	 */
	public static Alignment of(final Architecture architecture) throws ModelException {
		return new Alignment(of(architecture, true), of(architecture, false));
	}

	private static int of(final Architecture architecture, final boolean vertical) throws ModelException {
		try {
			final long alignment = new Scales(architecture, vertical).alignment();
			if (alignment <= MAX) return (int) alignment;
			throw tooLarge(architecture, null);
		}
		catch (final ArithmeticException e) {
			throw tooLarge(architecture, e);
		}
	}

	private static ModelException tooLarge(final Architecture architecture, final Exception cause) {
		return new ModelException(architecture.name() + ": expected strides that multiply to at most " + MAX + ", got more",
			cause);
	}
}
