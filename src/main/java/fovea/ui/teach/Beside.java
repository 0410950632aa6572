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
package fovea.ui.teach;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;

/**
 * Where an image and the window beside it have their places.
 *
 * @param image of the image's window, moved and made smaller where it must be
 * @param window upper left corner of the window beside it
 */
public record Beside(Rectangle image, Point window) {

	/**
	 * @param image where it is
	 * @param window size of the window
	 * @param screen what may be covered
	 * @return places where neither is on top of the other: right of the image if it need not move for that, else left,
	 *     else the image is moved, and in the end made smaller
	 */
	public static Beside of(final Rectangle image, final Dimension window, final Rectangle screen) {
		final int right = screen.x + screen.width;
		final int top = Math.max(screen.y, Math.min(image.y, screen.y + screen.height - window.height));
		if (image.x + image.width + window.width <= right)
			return new Beside(image, new Point(image.x + image.width, top));
		if (image.x - window.width >= screen.x) return new Beside(image, new Point(image.x - window.width, top));
		final int width = Math.min(image.width, Math.max(screen.width - window.width, screen.width / 2));
		final int left = Math.max(screen.x, right - window.width - width);
		return new Beside(
				new Rectangle(left, image.y, width, image.height),
				new Point(Math.min(left + width, right - window.width), top));
	}
}
