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
package fovea.ui;

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** A window with all models: their cards, and what can be done with them. */
public final class ModelsWindow {

	private static final Dimension SIZE = new Dimension(900, 860);

	/** Of a screen's height, for what systems put at its borders without telling. */
	private static final int SPARE = 40;

	private ModelsWindow() {}

	/**
	 * Opens the window; returns at once. May be called from any thread.
	 *
	 * @param catalog has the models; is called from a thread of the window's
	 * @param name of the model whose card is shown first; of the first one if there is none of that name
	 * @throws HeadlessException if no window can be shown
	 */
	public static void open(final ModelCatalog catalog, final String name) {
		if (GraphicsEnvironment.isHeadless())
			throw new HeadlessException("No window for the models: there is no display");
		SwingUtilities.invokeLater(() -> show(catalog, name));
	}

	private static void show(final ModelCatalog catalog, final String name) {
		final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
			final Thread thread = new Thread(task, "Fovea models window");
			thread.setDaemon(true);
			return thread;
		});
		final JFrame frame = new JFrame("Models");
		final ModelsPane pane = new ModelsPane(
				catalog,
				new ModelDialogs(frame),
				task -> {
					if (!worker.isShutdown()) worker.execute(task);
				},
				SwingUtilities::invokeLater);
		frame.setContentPane(pane);
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				worker.shutdown();
			}
		});
		final Rectangle screen =
				GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		frame.setSize(Math.min(SIZE.width, screen.width), Math.min(SIZE.height, screen.height - SPARE));
		frame.setLocation(screen.x + (screen.width - frame.getWidth()) / 2, screen.y);
		pane.refresh(name);
		frame.setVisible(true);
	}
}
