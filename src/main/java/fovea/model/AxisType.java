package fovea.model;

/** What an axis of a tensor means; the axis types of the bioimage.io model description. */
public enum AxisType {
	/** Independent samples; Fovea always runs one at a time. */
	BATCH('b'),
	/** Channels of an image, classes of a segmentation, features of a latent space. */
	CHANNEL('c'),
	/** Along a row of pixels. */
	X('x'),
	/** Along a column of pixels. */
	Y('y'),
	/** Along the slices of a volume. */
	Z('z'),
	/** Along the frames of a time series. */
	TIME('t'),
	/** Anything that is no image axis, such as a list of detections. */
	INDEX('i');

	private final char letter;

	AxisType(final char letter) {
		this.letter = letter;
	}

	/** @return the one-letter name of description format 0.4: b c x y z t i */
	public char letter() {
		return letter;
	}

	/** @return true for x, y, z and time: the axes along which an image is cut into tiles */
	public boolean isTiled() {
		return this == X || this == Y || this == Z || this == TIME;
	}

	/**
	 * @param letter one of b c x y z t i
	 * @return its axis type
	 * @throws ModelException if there is none
	 */
	public static AxisType ofLetter(final char letter) throws ModelException {
		for (final AxisType type : values())
			if (type.letter == letter) return type;
		throw new ModelException("Unknown axis '" + letter + "': expected letters of b, c, x, y, z, t, i");
	}
}
