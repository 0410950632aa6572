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
package fovea.ij1.preview;

import fovea.image.Box;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.Rectangle;

/**
 * What is seen of an image. Immutable.
 *
 * @param box the part that its window shows, in pixels
 * @param channel 1-based, the one in front
 * @param slice 1-based, as ImageJ counts: z
 * @param frame 1-based: t
 */
public record View(Box box, int channel, int slice, int frame) {

	/**
	 * @param image any
	 * @return what its window shows; of an image without a window, all of the current plane
	 */
	public static View of(final ImagePlus image) {
		final int[] position = image.convertIndexToPosition(image.getCurrentSlice());
		final Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
		final ImageCanvas canvas = image.getCanvas();
		final Rectangle seen = canvas == null ? all : canvas.getSrcRect().intersection(all);
		final Rectangle part = seen.isEmpty() ? all : seen;
		return new View(new Box(part.x, part.y, part.width, part.height), position[0], position[1], position[2]);
	}

	/**
	 * @param image that it is of
	 * @return 0-based slice of the image as {@link fovea.ij1.ImagePlusImages#wrap} sees it: of a color stack channels
	 *     count as slices
	 */
	public int z(final ImagePlus image) {
		final boolean mixes = image.getType() == ImagePlus.COLOR_RGB && image.getNChannels() > 1;
		return mixes ? (slice - 1) * image.getNChannels() + channel - 1 : slice - 1;
	}

	/** @return 0-based frame */
	public int t() {
		return frame - 1;
	}

	/** @return whether it is of the same plane */
	public boolean isOfPlaneOf(final View other) {
		return channel == other.channel && slice == other.slice && frame == other.frame;
	}
}
