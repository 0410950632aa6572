/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.ij1.files;

import fovea.base.TrainingException;
import fovea.text.Counted;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import java.util.List;

/**
 * The size of an image and the ROIs drawn on it.
 *
 * @param name for messages, unique among the images
 * @param width in pixels
 * @param height in pixels
 * @param channels ImageJ's, not those of colors
 * @param slices ImageJ's, along z
 * @param frames along t
 * @param rgb whether pixels are colors
 * @param rois all of areas or lines and within the stack, in the order they were drawn
 */
public record AnnotatedImage(
		String name, int width, int height, int channels, int slices, int frames, boolean rgb, List<Roi> rois) {

	/** Copies the list. */
	public AnnotatedImage {
		rois = List.copyOf(rois);
	}

	/**
	 * @param name for messages
	 * @param imp of that size
	 * @param rois that were drawn on it
	 * @return both
	 * @throws TrainingException if a ROI is neither an area nor a line, or at a place that the stack does not have
	 */
	public static AnnotatedImage of(final String name, final ImagePlus imp, final List<Roi> rois)
			throws TrainingException {
		final AnnotatedImage image = sized(name, imp, rois);
		for (final Roi roi : rois) {
			if (!roi.isArea() && !Strokes.isOne(roi) || roi instanceof TextRoi || roi instanceof ImageRoi)
				throw new TrainingException(image.place(roi)
						+ " expected an area (rectangle, oval, polygon, freehand, traced or composite) or a line, got '"
						+ roi.getTypeAsString() + "'");
			image.requireWithin(roi);
		}
		return image;
	}

	/** @throws TrainingException if a ROI is a line, which is around nothing */
	void requireAreas() throws TrainingException {
		for (final Roi roi : rois)
			if (Strokes.isOne(roi))
				throw new TrainingException(
						place(roi) + " expected an area, got '" + roi.getTypeAsString() + "', which is around nothing");
	}

	/** @return both, of which nothing is required */
	static AnnotatedImage sized(final String name, final ImagePlus imp, final List<Roi> rois) {
		return new AnnotatedImage(
				name,
				imp.getWidth(),
				imp.getHeight(),
				imp.getNChannels(),
				imp.getNSlices(),
				imp.getNFrames(),
				imp.getType() == ImagePlus.COLOR_RGB,
				rois);
	}

	private void requireWithin(final Roi roi) throws TrainingException {
		if (planes() == 1) return; // ImageJ shows a ROI there wherever it was drawn
		final boolean within = roi.hasHyperStackPosition()
				? roi.getZPosition() <= slices && roi.getTPosition() <= frames
				: roi.getPosition() <= channels * slices * frames;
		if (!within)
			throw new TrainingException(place(roi) + " expected a place within " + Counted.of(slices, "slice") + " and "
					+ Counted.of(frames, "frame")
					+ ", got "
					+ (roi.hasHyperStackPosition()
							? "slice " + roi.getZPosition() + " and frame " + roi.getTPosition()
							: "position " + roi.getPosition() + " of the stack"));
	}

	/** @return "a.tif: ROI 'nucleus-1':" */
	String place(final Roi roi) {
		return name + ": ROI '" + (roi.getName() == null ? "" : roi.getName()) + "':";
	}

	/** @return the mask's length along z: of a color image, its channels are slices of the mask */
	int depth() {
		return rgb ? channels * slices : slices;
	}

	private int planes() {
		return channels * slices * frames;
	}

	/**
	 * @param roi of these
	 * @param z of the mask, from 0 on
	 * @param t from 0 on
	 * @return whether the ROI is on that plane; one at a channel is on the mask of all channels
	 */
	boolean isOn(final Roi roi, final int z, final int t) {
		if (planes() == 1) return true;
		final int slice = rgb ? z / channels : z;
		if (!rgb) return isOn(roi, 0, slice, t) || isAtOneOfChannels(roi, slice, t);
		return isOn(roi, z % channels, slice, t);
	}

	private boolean isAtOneOfChannels(final Roi roi, final int slice, final int t) {
		for (int c = 1; c < channels; c++) if (isOn(roi, c, slice, t)) return true;
		return false;
	}

	/** All from 0 on; positions of ROIs are from 1 on, 0 is everywhere. */
	private boolean isOn(final Roi roi, final int c, final int slice, final int t) {
		if (!roi.hasHyperStackPosition())
			return roi.getPosition() == 0 || roi.getPosition() == (t * slices + slice) * channels + c + 1;
		return (roi.getCPosition() == 0 || roi.getCPosition() == c + 1)
				&& (roi.getZPosition() == 0 || roi.getZPosition() == slice + 1)
				&& (roi.getTPosition() == 0 || roi.getTPosition() == t + 1);
	}
}
