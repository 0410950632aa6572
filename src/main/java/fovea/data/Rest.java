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

/** What the pixels of an image mean that nobody labeled. */
public enum Rest {

	/** They are background. */
	BACKGROUND,

	/** They do not count. */
	IGNORED,

	/** Those near an outline are background, since who outlines something says where it ends; others do not count. */
	RINGS;

	/**
	 * @param classes of each pixel, row by row; {@link MaskReading#UNLABELED} becomes background or
	 *     {@link MaskReading#IGNORED}
	 * @param width columns
	 */
	public void settle(final int[] classes, final int width) {
		final boolean[] ring = this == RINGS ? Rings.around(classes, width) : new boolean[0];
		for (int i = 0; i < classes.length; i++) {
			if (classes[i] != MaskReading.UNLABELED) continue;
			final boolean counts = this == BACKGROUND || this == RINGS && ring[i];
			classes[i] = counts ? 0 : MaskReading.IGNORED;
		}
	}
}
