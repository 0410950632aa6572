package fovea.ij1;

import fovea.segment.Segmentation;
import ij.ImagePlus;
import ij.gui.Overlay;

/** Objects of a segmentation as ImageJ ROIs. Stateless. */
public final class Overlays {

	private Overlays() {}

	/**
	 * @param segmentation what was found in the source
	 * @param source the image it was found in; not changed
	 * @return a ROI for each object, in the order of labels, that covers exactly the object's pixels, holes
	 *         left out; named "class-label", stroke in the colour of the class, group the index of the
	 *         class, at the object's place in the stack
	 */
	public static Overlay of(final Segmentation segmentation, final ImagePlus source) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Puts ROIs on an image in place of those that Fovea put there before; others stay.
	 *
	 * @param found from {@link #of}
	 * @param source the image to put them on
	 */
	public static void show(final Overlay found, final ImagePlus source) {
		throw new UnsupportedOperationException();
	}
}
