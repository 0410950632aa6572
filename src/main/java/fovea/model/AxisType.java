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
package fovea.model;

import fovea.base.ModelException;

/** What an axis of a tensor means; the axis types of the bioimage.io model description. */
public enum AxisType {
	/** Independent samples; Fovea always runs one at a time. */
	BATCH('b'),
	/** Channels of an image, classes of a segmentation, features of a latent space. */
	CHANNEL('c'),
	/** Along a row of pixels. */
	X('x'),
	/** Along a column of pixels. */
	Y('y'),
	/** Along the slices of a volume. */
	Z('z'),
	/** Along the frames of a time series. */
	TIME('t'),
	/** Anything that is no image axis, such as a list of detections. */
	INDEX('i');

	private final char letter;

	AxisType(final char letter) {
		this.letter = letter;
	}

	/** @return the one-letter name of description format 0.4: b c x y z t i */
	public char letter() {
		return letter;
	}

	/** @return true for x, y, z and time: the axes along which an image is cut into tiles */
	public boolean isTiled() {
		return this == X || this == Y || this == Z || this == TIME;
	}

	/**
	 * @param letter one of b c x y z t i
	 * @return its axis type
	 * @throws ModelException if there is none
	 */
	public static AxisType ofLetter(final char letter) throws ModelException {
		for (final AxisType type : values()) if (type.letter == letter) return type;
		throw new ModelException("Unknown axis '" + letter + "': expected letters of b, c, x, y, z, t, i");
	}
}
