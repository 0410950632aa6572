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
import ij.ImageStack;
import ij.plugin.AVI_Reader;
import java.io.IOException;

/** Frames of an AVI. A virtual stack of them tells of damaged ones when they are shown, in dialogs, and gives none. */
final class AviFrames {

	/** Read at once. */
	private static final long BYTES = 1 << 26;

	private AviFrames() {}

	/**
	 * Decodes all of them.
	 *
	 * @param image virtual, as ImageJ opened it
	 * @param path of its file
	 * @throws IOException if a frame cannot be decoded
	 */
	static void check(final ImagePlus image, final String path) throws IOException {
		final long frame = Math.max(1, (long) image.getWidth() * image.getHeight() * image.getBytesPerPixel());
		final int frames = image.getStackSize();
		final int atOnce = (int) Math.max(1, Math.min(frames, BYTES / frame));
		for (int first = 1; first <= frames; first += atOnce) {
			final int last = Math.min(frames, first + atOnce - 1);
			final ImageStack read = new AVI_Reader().makeStack(path, first, last, false, false, false);
			final int whole = read == null ? 0 : read.getSize();
			if (whole <= last - first)
				throw new IOException(
						"it is damaged (frame " + (first + whole) + " of " + frames + " cannot be decoded)");
		}
	}
}
