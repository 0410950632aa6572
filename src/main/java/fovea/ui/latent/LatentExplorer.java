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
package fovea.ui.latent;

import fovea.latent.LatentSpace;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * A window in which a latent space is explored: points that can be zoomed, selected and walked between, what is decoded
 * at them, items beside their reconstructions. It owns the space: closing the window closes it.
 *
 * <p>Thread-safe.
 */
public final class LatentExplorer {

	private static final Dimension LEAST = new Dimension(820, 560);

	private final LatentSpace space;
	private final ExplorerHost host;
	private final Places places;
	// What is wished for after the end is let go: the window may be closed while something is on its way.
	private final ExecutorService worker = new ThreadPoolExecutor(
			1,
			1,
			0,
			TimeUnit.MILLISECONDS,
			new LinkedBlockingQueue<>(),
			task -> {
				final Thread thread = new Thread(task, "Fovea latent space");
				thread.setDaemon(true);
				return thread;
			},
			new ThreadPoolExecutor.DiscardPolicy());
	private JFrame frame; // Swing's thread only, as all below
	private ExplorerPane pane;
	private boolean closed;

	private LatentExplorer(final LatentSpace space, final ExplorerHost host) {
		this.space = space;
		this.host = host;
		places = Places.of(space.encodings(), space.projection());
	}

	/** @return true if windows can be shown, so that {@link #open} may be called */
	public static boolean isPossible() {
		return !GraphicsEnvironment.isHeadless();
	}

	/**
	 * Opens a window.
	 *
	 * @param space what is explored; closed with the window
	 * @param host where its items come from; closed with the window
	 * @return the window, which may become visible only later
	 * @throws HeadlessException if no window can be shown, see {@link #isPossible}; nothing is closed then
	 */
	public static LatentExplorer open(final LatentSpace space, final ExplorerHost host) {
		if (!isPossible())
			throw new HeadlessException("No window for the latent space '" + space.name() + "': there is no display");
		final LatentExplorer explorer = new LatentExplorer(space, host);
		SwingUtilities.invokeLater(explorer::show);
		return explorer;
	}

	private void show() {
		if (closed) return;
		frame = new JFrame("Latent Space: " + space.name());
		pane = new ExplorerPane(space, host, places, worker, SwingUtilities::invokeLater);
		frame.setContentPane(pane);
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				forget();
			}
		});
		frame.setMinimumSize(LEAST);
		frame.pack();
		final Rectangle screen =
				GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		frame.setSize(Math.min(frame.getWidth(), screen.width), Math.min(frame.getHeight(), screen.height));
		frame.setLocationRelativeTo(null);
		frame.setVisible(true);
	}

	private void forget() {
		if (closed) return;
		closed = true;
		if (pane == null) host.close();
		else pane.close();
		worker.execute(space::close); // after what runs
		worker.shutdown();
	}

	/** Closes the window, if it is not yet, and what it shows. */
	public void close() {
		SwingUtilities.invokeLater(() -> {
			forget();
			if (frame != null) frame.dispose();
		});
	}
}
