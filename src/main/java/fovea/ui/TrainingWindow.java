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

import fovea.image.Raster;
import fovea.train.TrainingListener;
import fovea.train.checkpoint.EpochRecord;
import fovea.ui.TrainingState.FinalMessage;
import fovea.ui.TrainingState.UserChoice;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;

/**
 * A window that shows a training while it runs, and lets a person end it: curves, a validation sample and what the
 * network makes of it, progress, warnings, and the buttons "Stop (keep the best)" and "Cancel (discard)".
 *
 * <p>Closing the window asks nothing and ends nothing: the training goes on without it, and {@link #isCancelled} stays
 * what it was.
 *
 * <p>Thread-safe: it may be opened and told things from any thread. What it is told it keeps and returns at once; the
 * training never waits for Swing's thread, nor that for a picture.
 */
public final class TrainingWindow implements TrainingListener {

	/** Of looking for something new. */
	private static final int PERIOD_MS = 100;

	private static final Dimension LEAST = new Dimension(720, 480);

	private final TrainingLog log;
	private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
		final Thread thread = new Thread(task, "Fovea training window");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		return thread;
	});
	private JFrame frame; // Swing's thread only, as all below
	private TrainingPane pane;
	private Timer timer;
	private boolean closed;

	private TrainingWindow(final ShownTraining plan) {
		log = new TrainingLog(plan, System::nanoTime);
	}

	/** @return true if windows can be shown, so that {@link #open} may be called */
	public static boolean isPossible() {
		return !GraphicsEnvironment.isHeadless();
	}

	/**
	 * Opens a window. It is told of the training as a listener, and of its end by {@link #finished} or {@link #failed}.
	 *
	 * @param plan of the training, which may begin at once
	 * @return the window, which may become visible only later
	 * @throws HeadlessException if no window can be shown, see {@link #isPossible}
	 */
	public static TrainingWindow open(final ShownTraining plan) {
		if (!isPossible())
			throw new HeadlessException("No window for the training '" + plan.title() + "': there is no display");
		final TrainingWindow window = new TrainingWindow(plan);
		SwingUtilities.invokeLater(window::show);
		return window;
	}

	private void show() {
		if (closed) return;
		frame = new JFrame("Training: " + log.state().plan().title());
		pane = new TrainingPane(log, worker, SwingUtilities::invokeLater, System::nanoTime, frame::dispose);
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
		timer = new Timer(PERIOD_MS, e -> pane.refresh());
		timer.start();
		frame.setVisible(true);
	}

	private void forget() {
		closed = true;
		if (timer != null) timer.stop();
		worker.shutdown();
	}

	/** Closes the window, if it is not yet; as when a person does, the training goes on. */
	public void close() {
		SwingUtilities.invokeLater(() -> {
			forget();
			if (frame != null) frame.dispose();
		});
	}

	@Override
	public void step(final int epoch, final int step, final int steps, final double loss) {
		log.step(epoch, step, steps, loss);
	}

	@Override
	public void epoch(final EpochRecord record) {
		log.epoch(record);
	}

	@Override
	public int previewIndex(final int count) {
		return log.previewIndex(count);
	}

	@Override
	public void preview(final int epoch, final Raster input, final Raster target, final Raster output) {
		log.preview(epoch, input, target, output);
	}

	@Override
	public void warn(final String message) {
		log.warn(message);
	}

	/** @return true once a person pressed one of the two buttons */
	@Override
	public boolean isCancelled() {
		return log.isCancelled();
	}

	/** @return true once a person pressed "Cancel (discard)" */
	@Override
	public boolean isDiscarded() {
		return log.state().choice() == UserChoice.DISCARD;
	}

	/**
	 * To be called when the training is over and its model written, or nothing to be written.
	 *
	 * @param line which epoch was best, and where the model is
	 */
	public void finished(final String line) {
		log.end(new FinalMessage(false, line));
	}

	/**
	 * To be called when the training, or writing its model, failed.
	 *
	 * @param line what was wrong
	 */
	public void failed(final String line) {
		log.end(new FinalMessage(true, line));
	}
}
