package fovea.ui.latent;

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

import fovea.latent.LatentSpace;

/**
 * A window in which a latent space is explored: points that can be zoomed, selected and walked between, what is decoded at them, items
 * beside their reconstructions. It owns the space: closing the window closes it.
 * <p>
 * Thread-safe.
 */
public final class LatentExplorer {

	private static final Dimension LEAST = new Dimension(820, 560);

	private final LatentSpace space;
	private final ExplorerHost host;
	private final Places places;
	// What is wished for after the end is let go: the window may be closed while something is on its way.
	private final ExecutorService worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), task -> {
		final Thread thread = new Thread(task, "Fovea latent space");
		thread.setDaemon(true);
		return thread;
	}, new ThreadPoolExecutor.DiscardPolicy());
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
		if (!isPossible()) throw new HeadlessException("No window for the latent space '" + space.name() + "': there is no display");
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
		frame.setLocationByPlatform(true);
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
