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
package fovea.data;

import fovea.check.Ranges;

/**
 * How objects are cut out of images.
 *
 * @param size rows and columns of what is cut out in the end, from 1 to 4096
 * @param margin beyond each side of an object, as a part of the longer side of its bounding box, from 0 to 2
 * @param border whether objects that touch the border of the image are taken too
 * @param minSize pixels that an object has at least, from 1 on
 * @param maxSize pixels that an object has at most, {@code minSize} or more
 * @param clearOthers whether pixels of other objects become background
 */
public record CropOptions(int size, double margin, boolean border, int minSize, int maxSize, boolean clearOthers) {

	/** Throws IllegalArgumentException where a number is out of its range. */
	public CropOptions {
		Ranges.require(size >= 1 && size <= 4096, "size", "1 to 4096 pixels", size);
		Ranges.require(margin >= 0 && margin <= 2, "margin", "0 to 2", margin);
		Ranges.require(minSize >= 1, "minimum size of objects", "1 pixel or more", minSize);
		Ranges.require(maxSize >= minSize, "greatest size of objects", minSize + " pixels or more", maxSize);
	}

	/** @return whether an object of that many pixels is neither too small nor too large */
	boolean fits(final int pixels) {
		return pixels >= minSize && pixels <= maxSize;
	}
}
