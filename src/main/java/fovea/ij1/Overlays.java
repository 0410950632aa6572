package fovea.ij1;

import java.awt.Color;

import fovea.model.ClassSpec;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

/** Objects of a segmentation as ImageJ ROIs. Stateless. */
public final class Overlays {

	/** Property of ROIs by which Fovea knows its own; it is saved with them. */
	private static final String OWN = "fovea";

	private Overlays() {}

	/**
	 * @param segmentation what was found in the source
	 * @param source the image it was found in; not changed
	 * @return a ROI for each object, in the order of labels, that covers exactly the object's pixels, holes
	 *         left out; named "class-label", stroke in the colour of the class, group the index of the
	 *         class, at the object's place in the stack
	 */
	public static Overlay of(final Segmentation segmentation, final ImagePlus source) {
		final RoiTracer tracer = new RoiTracer(segmentation);
		final Overlay overlay = new Overlay();
		for (final SegmentedObject object : segmentation.objects()) {
			final Roi roi = tracer.trace(object);
			final ClassSpec kind = segmentation.classes().get(object.classIndex());
			roi.setName(name(object, segmentation));
			roi.setGroup(object.classIndex()); // before the colour, for it brings one
			roi.setStrokeColor(new Color(kind.rgb()));
			roi.setProperty(OWN, "1");
			StackPosition.of(object, segmentation, source).apply(roi, source);
			overlay.add(roi);
		}
		return overlay;
	}

	/** @return what an object is called in overlay and table, for example "nucleus-17" */
	static String name(final SegmentedObject object, final Segmentation segmentation) {
		return segmentation.classes().get(object.classIndex()).name() + "-" + object.label();
	}

	/**
	 * Puts ROIs on an image in place of those that Fovea put there before; others stay.
	 *
	 * @param found from {@link #of}
	 * @param source the image to put them on
	 */
	public static void show(final Overlay found, final ImagePlus source) {
		final Overlay before = source.getOverlay();
		// a new one, for the old one may be drawn by another thread just now
		final Overlay merged = (before == null ? found : before).create();
		if (before != null) for (final Roi roi : before)
			if (roi.getProperty(OWN) == null) merged.add(roi);
		for (final Roi roi : found)
			merged.add(roi);
		source.setOverlay(merged);
	}
}
