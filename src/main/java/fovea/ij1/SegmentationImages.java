package fovea.ij1;

import fovea.image.ImageException;
import fovea.segment.Segmentation;
import ij.ImagePlus;

/** What a segmentation found, as new ImageJ images with the source's calibration; none is shown. Stateless. */
public final class SegmentationImages {

	private SegmentationImages() {}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return 8 bit: 255 where the class is not background, else 0; title "name-mask"
	 * @throws ImageException if it does not fit into ImageJ
	 */
	public static ImagePlus mask(final Segmentation segmentation, final ImagePlus source) throws ImageException {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return 8 bit: the index of the class; title "name-classes"
	 * @throws ImageException if it does not fit into ImageJ
	 */
	public static ImagePlus classMap(final Segmentation segmentation, final ImagePlus source) throws ImageException {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return the label of each pixel's object, 0 for none: 16 bit up to 65535 objects, else 32 bit; title
	 *         "name-labels"
	 * @throws ImageException if it does not fit into ImageJ
	 */
	public static ImagePlus labels(final Segmentation segmentation, final ImagePlus source) throws ImageException {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return 32 bit: a channel for each class (of each run); title "name-probabilities"
	 * @throws ImageException if none were kept, or it does not fit into ImageJ
	 */
	public static ImagePlus probabilities(final Segmentation segmentation, final ImagePlus source) throws ImageException {
		throw new UnsupportedOperationException();
	}
}
