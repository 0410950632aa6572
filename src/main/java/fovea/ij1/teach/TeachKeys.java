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

import ij.ImagePlus;
import ij.gui.TextRoi;
import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.SwingUtilities;

/** Keys that are pressed over an image that is learned from; others reach ImageJ as before. Swing's thread only. */
final class TeachKeys implements KeyEventDispatcher, AutoCloseable {

	private final Actions actions;
	private final List<TeachImage> images;
	private boolean consumed;

	/** What keys do. */
	interface Actions {

		/** [ with -1, ] with 1. */
		void brush(int direction);

		/** T. */
		void addSelection();

		/** Ctrl+Z. */
		void undo();

		/** Ctrl+Y. */
		void redo();

		/**
		 * A digit.
		 *
		 * @return whether there is such a class
		 */
		boolean choose(int index);
	}

	TeachKeys(final Actions actions, final List<TeachImage> images) {
		this.actions = actions;
		this.images = images;
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
	}

	@Override
	public boolean dispatchKeyEvent(final KeyEvent event) {
		if (event.getID() == KeyEvent.KEY_PRESSED) consumed = isOverImage(event.getComponent()) && press(event);
		final boolean result = consumed;
		if (event.getID() == KeyEvent.KEY_RELEASED) consumed = false;
		return result;
	}

	private boolean isOverImage(final Component focused) {
		for (final TeachImage each : images) {
			final ImagePlus image = each.image();
			if (image.getWindow() == null || image.getRoi() instanceof TextRoi) continue;
			if (focused == image.getWindow() || SwingUtilities.isDescendingFrom(focused, image.getWindow()))
				return true;
		}
		return false;
	}

	private boolean press(final KeyEvent event) {
		final boolean control = event.isControlDown() || event.isMetaDown();
		final char typed = event.getKeyChar();
		if (control && event.getKeyCode() == KeyEvent.VK_Z) {
			if (event.isShiftDown()) actions.redo();
			else actions.undo();
			return true;
		}
		if (control && event.getKeyCode() == KeyEvent.VK_Y) {
			actions.redo();
			return true;
		}
		if (control || event.isAltDown()) return false;
		if (typed == '[' || typed == ']') {
			actions.brush(typed == '[' ? -1 : 1);
			return true;
		}
		if (typed == 't' || typed == 'T') {
			actions.addSelection();
			return true;
		}
		return typed >= '0' && typed <= '9' && actions.choose(typed - '0');
	}

	@Override
	public void close() {
		KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
	}
}
