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
package fovea.ui.help;

import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.Arrays;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** Shows pages of the documentation in one window, which stays open. May be called from any thread. */
public final class HelpPages {

	/** Where a reader begins. */
	public static final String START = "help.md";

	private static final Dimension SIZE = new Dimension(820, 640);

	private HelpPages() {}

	/**
	 * @param place a page, such as keys.md, perhaps with a heading as on the web: keys.md#selections
	 * @return whether there is such a page
	 */
	public static boolean has(final String place) {
		return HelpPages.class.getResource(Place.of(place).resource()) != null;
	}

	/**
	 * Opens the window, or brings it to the front; returns at once.
	 *
	 * @param place a page, perhaps with a heading, as for {@link #has}
	 * @throws HeadlessException if no window can be shown
	 */
	public static void open(final String place) {
		if (GraphicsEnvironment.isHeadless()) throw new HeadlessException("No window for help: there is no display");
		SwingUtilities.invokeLater(() -> show(Place.of(place)));
	}

	private static void show(final Place place) {
		final HelpPane pane = shown().orElseGet(HelpPages::frame);
		pane.go(place);
		final Window frame = SwingUtilities.getWindowAncestor(pane);
		frame.setVisible(true);
		frame.toFront();
	}

	/** @return what the window shows, while there is one */
	private static Optional<HelpPane> shown() {
		return Arrays.stream(Window.getWindows())
				.filter(Window::isDisplayable)
				.filter(JFrame.class::isInstance)
				.map(window -> ((JFrame) window).getContentPane())
				.filter(HelpPane.class::isInstance)
				.map(HelpPane.class::cast)
				.findFirst();
	}

	private static HelpPane frame() {
		final HelpPane pane = new HelpPane();
		final JFrame frame = new JFrame("Fovea Help");
		frame.setContentPane(pane);
		// It can be read while a dialog waits for an answer.
		frame.setModalExclusionType(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		final Rectangle screen =
				GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		frame.setSize(Math.min(SIZE.width, screen.width), Math.min(SIZE.height, screen.height));
		frame.setLocationByPlatform(true);
		return pane;
	}
}
