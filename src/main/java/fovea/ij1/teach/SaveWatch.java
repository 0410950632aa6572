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
package fovea.ij1.teach;

import ij.CommandListener;
import ij.Executer;
import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.swing.SwingUtilities;

/**
 * Hears when ImageJ is about to write, copy or close an image that is learned from: strokes are to be in its overlay
 * then, and nothing of what is shown beside them. Made and closed in Swing's thread.
 */
final class SaveWatch implements CommandListener, AWTEventListener, AutoCloseable {

	/** Commands of ImageJ that write an image, copy or end it. */
	private static final Pattern SAVES =
			Pattern.compile("(Save|Close|Quit|Duplicate|Flatten|Revert).*|(Tiff|ZIP)\\.\\.\\.");

	private final List<TeachImage> images;
	private final Consumer<TeachImage> put;

	/**
	 * @param images that are learned from, as they are at any time
	 * @param put puts the strokes of one into its overlay, in Swing's thread
	 */
	SaveWatch(final List<TeachImage> images, final Consumer<TeachImage> put) {
		this.images = images;
		this.put = put;
		Executer.addCommandListener(this);
		Toolkit.getDefaultToolkit().addAWTEventListener(this, AWTEvent.WINDOW_EVENT_MASK);
	}

	@Override
	public String commandExecuting(final String command) {
		if (command != null && SAVES.matcher(command).matches()) inSwing(() -> images.forEach(put));
		return command;
	}

	/** {@inheritDoc} Before the window hears of it, which asks whether the image is to be saved. */
	@Override
	public void eventDispatched(final AWTEvent event) {
		if (event.getID() != WindowEvent.WINDOW_CLOSING) return;
		for (final TeachImage each : images) if (each.image().getWindow() == event.getSource()) put.accept(each);
	}

	/** Runs a task in Swing's thread, and waits for it. */
	static void inSwing(final Runnable task) {
		if (SwingUtilities.isEventDispatchThread()) {
			task.run();
			return;
		}
		try {
			SwingUtilities.invokeAndWait(task);
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (final InvocationTargetException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		Executer.removeCommandListener(this);
		Toolkit.getDefaultToolkit().removeAWTEventListener(this);
	}
}
