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

import ij.ImagePlus;
import ij.gui.Overlay;

/**
 * The overlay that an image had before Fovea changed it. It is kept at the image, as long as that is open. Stateless.
 */
public final class OverlayHistory {

	private static final String BEFORE = "fovea overlay before";

	private OverlayHistory() {}

	/** @param image whose overlay is about to be changed */
	public static void keep(final ImagePlus image) {
		final Overlay now = image.getOverlay();
		image.setProperty(BEFORE, now == null ? new Overlay() : now);
	}

	/**
	 * Gives an image the overlay that it had before; done once more, that which it has now.
	 *
	 * @param image any
	 * @return false if none was changed
	 */
	public static boolean restore(final ImagePlus image) {
		if (!(image.getProperty(BEFORE) instanceof final Overlay before)) return false;
		keep(image);
		image.setOverlay(before.size() == 0 ? null : before);
		return true;
	}
}
