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
package fovea.teach;

import fovea.image.Box;

/**
 * What somebody looks at.
 *
 * @param plane of an image
 * @param box part of it, at most {@value #MOST} pixels wide and high where a session predicts it
 */
public record View(Plane plane, Box box) {

	/** Longest side in pixels of what is predicted at once. */
	public static final int MOST = 1024;

	/**
	 * @param width of the image
	 * @param height of the image
	 * @return the part of it that lies in the image, of a larger one the middle; of one beside the image the nearest
	 *     pixel
	 */
	View within(final int width, final int height) {
		final int x = Math.max(0, Math.min(width - 1, box.x()));
		final int y = Math.max(0, Math.min(height - 1, box.y()));
		final int endX = Math.max(x + 1, Math.min(width, box.endX()));
		final int endY = Math.max(y + 1, Math.min(height, box.endY()));
		final int across = Math.min(MOST, endX - x);
		final int down = Math.min(MOST, endY - y);
		return new View(plane, new Box(x + (endX - x - across) / 2, y + (endY - y - down) / 2, across, down));
	}
}
