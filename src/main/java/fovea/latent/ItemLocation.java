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
package fovea.latent;

/**
 * Where an item is: in its {@link ItemSource}, and in the image it is from.
 *
 * @param image 0-based place of its image among those of the source
 * @param item 0-based place among the items of that image
 * @param plane 1-based slice or frame of the image, in the order of an ImageJ stack of one channel: slices fastest
 * @param x left edge in the image, pixels; below 0 where it begins beyond the image
 * @param y upper edge in the image, the same
 * @param width columns in the image, at least 1
 * @param height rows in the image, at least 1
 * @param roi 1-based number of the ROI it was cut out by; 0: by none
 */
public record ItemLocation(int image, int item, int plane, int x, int y, int width, int height, int roi) {

	/** Of what is in no image, as a row of a table. */
	public static final ItemLocation NOWHERE = new ItemLocation(-1, -1, 0, 0, 0, 1, 1, 0);

	/** @return whether there is an image it is in */
	public boolean isKnown() {
		return image >= 0;
	}
}
