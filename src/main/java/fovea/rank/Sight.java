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
package fovea.rank;

import fovea.image.Box;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.selfscore.BlindGrid;

/**
 * A part of an image that denoisers are tried on, with one grid of hidden pixels.
 *
 * @param slice 0-based
 * @param frame 0-based
 * @param counted where errors count
 * @param box what denoisers see
 * @param phase of the grid
 */
record Sight(int slice, int frame, Box counted, Box box, int phase) {

	/** What is seen is some more of the image. */
	Sight(final int slice, final int frame, final Box counted, final Image image, final int phase) {
		this(slice, frame, counted, counted.grown(Sights.MARGIN, 1, image), phase);
	}

	/** @return pixels that a network has to compute */
	long pixels() {
		return (long) box.width() * box.height();
	}

	/**
	 * @param image that it is part of
	 * @return what denoisers see
	 */
	Raster of(final Image image) {
		return Raster.planesOf(image.at(slice, frame).crop(box)).get(0);
	}

	/**
	 * @param noisy as from {@link #of}
	 * @return the hidden pixels
	 */
	BlindGrid spots(final Raster noisy) {
		final Box inside = new Box(counted.x() - box.x(), counted.y() - box.y(), counted.width(), counted.height());
		return BlindGrid.of(noisy, phase, inside);
	}
}
