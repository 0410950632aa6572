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
package fovea.ij1;

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
	 * @param source ImageJ's image; color channels are no channels there, and channels of a color stack are slices in
	 *     the segmentation
	 */
	static StackPosition of(final SegmentedObject object, final Segmentation segmentation, final ImagePlus source) {
		final boolean rgb = segmentation.source().rgb();
		final int channels = source.getNChannels();
		if (rgb && channels > 1)
			return new StackPosition(object.slice() % channels + 1, object.slice() / channels + 1, object.frame() + 1);
		return new StackPosition(
				segmentation.perChannel() && !rgb ? object.channel() + 1 : 0, object.slice() + 1, object.frame() + 1);
	}

	/** Puts a ROI there, in the way ImageJ shows ROIs on this image. */
	void apply(final Roi roi, final ImagePlus source) {
		if (source.getStackSize() == 1) roi.setPosition(0);
		else if (source.isHyperStack() || source.getNChannels() > 1) roi.setPosition(channel, slice, frame);
		else roi.setPosition(source.getStackIndex(1, slice, frame)); // a plain stack knows no axes
	}
}
