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
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;

/** The window in which a person teaches a network. Swing's thread only. */
public final class TeachWindow {

	private final JFrame frame;
	private final Teaching teaching;
	private final TeachPane pane;

	/**
	 * @param title of what is taught
	 * @param choices at first
	 * @param host does what is asked for; closed with the window
	 * @param starts names of models that may be begun with
	 * @param start the one that it begins with; empty: a new network
	 */
	public TeachWindow(
			final String title,
			final Choices choices,
			final TeachHost host,
			final List<String> starts,
			final String start) {
		frame = new JFrame("Teach: " + title);
		teaching = new Teaching(choices);
		pane = new TeachPane(teaching, host, starts, start);
		final JScrollPane scroll =
				new JScrollPane(pane, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		frame.setContentPane(scroll);
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				host.close();
			}
		});
		key(KeyEvent.VK_Z, KeyEvent.CTRL_DOWN_MASK, host::undo);
		key(KeyEvent.VK_Y, KeyEvent.CTRL_DOWN_MASK, host::redo);
		frame.pack();
	}

	/** @return whether there is a display */
	public static boolean isPossible() {
		return !GraphicsEnvironment.isHeadless();
	}

	private void key(final int key, final int modifiers, final Runnable action) {
		frame.getRootPane()
				.registerKeyboardAction(
						event -> action.run(),
						KeyStroke.getKeyStroke(key, modifiers),
						JComponent.WHEN_IN_FOCUSED_WINDOW);
	}

	/** @return its size */
	public Dimension size() {
		return frame.getSize();
	}

	/** Shows it there, without taking the keys from the image. */
	public void open(final Point place) {
		frame.setLocation(place);
		frame.setAutoRequestFocus(false);
		frame.setVisible(true);
	}

	/** Shows it before all others. */
	public void toFront() {
		frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
		frame.toFront();
	}

	/** @return what is chosen */
	public Choices choices() {
		return teaching.choices();
	}

	/** @param change of what is chosen, not by the window itself; its host hears of it */
	public void change(final UnaryOperator<Choices> change) {
		teaching.change(change);
	}

	/** @param learning what it says from now on */
	public void show(final Learning learning) {
		pane.show(learning);
	}

	/** Closes it, as a person does. */
	public void close() {
		frame.dispose();
	}
}
