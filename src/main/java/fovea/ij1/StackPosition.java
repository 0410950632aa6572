package fovea.ij1;

import fovea.image.Image;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import ij.ImagePlus;
import ij.gui.Roi;

/**
 * Where an object lies in ImageJ's stack; all 1-based, 0 where it is everywhere along an axis.
 *
 * @param channel 0 where the model took all channels at once
 * @param slice in ImageJ's sense: z
 * @param frame t
 */
record StackPosition(int channel, int slice, int frame) {

	/**
	 * @param object of the segmentation
	 * @param segmentation of the source
	 * @param source ImageJ's image; colour channels are no channels there, and channels of a colour stack are
	 *            slices in the segmentation
	 */
	static StackPosition of(final SegmentedObject object, final Segmentation segmentation, final ImagePlus source) {
		final boolean rgb = segmentation.source().rgb();
		final int channels = source.getNChannels();
		if (rgb && channels > 1) return new StackPosition(object.slice() % channels + 1, object.slice() / channels + 1, //
			object.frame() + 1);
		final boolean oneChannel = segmentation.perChannel() && !rgb && segmentation.source().size(Image.C) > 1;
		return new StackPosition(oneChannel ? object.channel() + 1 : 0, object.slice() + 1, object.frame() + 1);
	}

	/** Puts a ROI there, in the way ImageJ shows ROIs on this image. */
	void apply(final Roi roi, final ImagePlus source) {
		if (source.getStackSize() == 1) roi.setPosition(0);
		else if (source.isHyperStack() || source.getNChannels() > 1) roi.setPosition(channel, slice, frame);
		else roi.setPosition(source.getStackIndex(1, slice, frame)); // a plain stack knows no axes
	}
}
