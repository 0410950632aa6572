package fovea.ij1.files;

/** A kind of file that a job writes. */
public enum Output {
	/** The denoised image. */
	DENOISED("-denoised.tif"),
	/** The reconstructed image. */
	RECONSTRUCTED("-reconstructed.tif"),
	/** The squared difference of image and reconstruction, pixel by pixel. */
	ERROR("-error.tif"),
	/** The image with the objects' outlines in its overlay. */
	OVERLAY("-overlay.tif"),
	/** 255 where there is an object, else 0. */
	MASK("-mask.tif"),
	/** The label of each pixel's object, 0 where there is none. */
	LABELS("-labels.tif"),
	/** The probability of each class, one channel per class. */
	PROBABILITIES("-probabilities.tif"),
	/** One line per object. */
	TABLE("-objects.csv");

	private final String suffix;

	Output(final String suffix) {
		this.suffix = suffix;
	}

	/** @return what follows the image's name in the name of the file, for example "-mask.tif" */
	public String suffix() {
		return suffix;
	}
}
