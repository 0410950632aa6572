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

import ij.ImageListener;
import ij.ImagePlus;
import javax.swing.Timer;

/**
 * Tells when another part of an image is seen, or the image has changed. ImageJ tells of changed images, but not of
 * moved views, so these are looked after several times a second. Swing's thread only.
 */
public final class ViewWatch implements ImageListener, AutoCloseable {

	private static final int MILLISECONDS = 100;

	private final ImagePlus image;
	private final Listener listener;
	private final Timer timer = new Timer(MILLISECONDS, event -> look());
	private View last;

	/** Hears of an image, on the thread that has changed it, or Swing's. */
	public interface Listener {

		/** Another part is seen. */
		void moved();

		/** Its pixels, or only their display, may have changed. */
		void changed();

		/** Its window was closed. */
		void closed();
	}

	/**
	 * @param image is watched until this is closed
	 * @param listener hears of it
	 */
	public ViewWatch(final ImagePlus image, final Listener listener) {
		this.image = image;
		this.listener = listener;
		last = View.of(image);
		ImagePlus.addImageListener(this);
		timer.start();
	}

	private void look() {
		final View now = View.of(image);
		if (now.equals(last)) return;
		last = now;
		listener.moved();
	}

	@Override
	public void imageOpened(final ImagePlus opened) {
		// others do not matter
	}

	@Override
	public void imageClosed(final ImagePlus closed) {
		if (closed == image) listener.closed();
	}

	@Override
	public void imageUpdated(final ImagePlus updated) {
		if (updated == image) listener.changed();
	}

	@Override
	public void close() {
		timer.stop();
		ImagePlus.removeImageListener(this);
	}
}
