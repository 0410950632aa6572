package fovea.ij1;

import fovea.image.Image;
import fovea.image.ImageException;
import ij.ImagePlus;

/** Between ImageJ's images and the core's. Stateless. */
public final class ImagePlusImages {

	private ImagePlusImages() {}

	/**
	 * Sees an ImageJ image as a 5-D one. 8-, 16- and 32-bit pixels are not copied, so changes show on
	 * both sides; colour pixels are; planes of a virtual stack are read when they are needed. Pixels are
	 * raw values: a density calibration is left aside, an 8-bit colour image counts as its indices.
	 *
	 * @param imp any type
	 * @return its pixels, X Y C Z T
	 * @throws ImageException if there is no image, or it is empty
	 */
	public static Image wrap(final ImagePlus imp) throws ImageException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Makes an ImageJ image of a result.
	 *
	 * @param result X Y C Z T
	 * @param source the image it was made from: its calibration (pixel size divided by the result's scale),
	 *            properties and, where planes correspond, labels, lookup tables and display are taken over,
	 *            its overlay is not
	 * @param title of the new image
	 * @param sameType true: rounded and clipped to the source's type; false: 32 bit
	 * @return a new image, not shown
	 * @throws ImageException if it does not fit into memory or into ImageJ
	 */
	public static ImagePlus toImagePlus(final Image result, final ImagePlus source, final String title,
		final boolean sameType) throws ImageException
	{
		throw new UnsupportedOperationException();
	}
}
