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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fovea.image.Raster;
import fovea.train.TrainingListener;
import fovea.train.checkpoint.EpochRecord;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * That the window and the training leave each other alone. With a display: {@code xvfb-run -a mvn test -Pslow
 * -Dfovea.headless=false -Dtest=TrainingWindowTest}.
 */
class TrainingWindowTest {

	private static final int STEPS = 10_000;
	private static final int EPOCHS = 10;

	/** Of an epoch, with and without somebody who watches, since other programs make the processor slower at times. */
	private static final int TURNS = 5;

	private static final ShownTraining PLAN = new ShownTraining("net", "psnr", EPOCHS, List.of());

	/** Numbers that a step takes, some microseconds of them: the smallest networks take a hundred times as long. */
	private static final int WORK = 12_000;

	private double sink;

	/** As a training would: steps, previews and epochs. */
	private void train(final TrainingListener listener, final int epochs, final int steps) {
		final float[] pixels = new float[256 * 256];
		for (int epoch = 1; epoch <= epochs; epoch++) {
			for (int step = 1; step <= steps && !listener.isCancelled(); step++) {
				for (int i = 1; i <= WORK; i++) sink += Math.sqrt(i * (double) step);
				listener.step(epoch, step, steps, 1.0 / step);
			}
			pixels[epoch] = epoch;
			final Raster raster = new Raster(256, 256, 1, pixels.clone());
			listener.previewIndex(10);
			listener.preview(epoch, raster, raster, raster);
			listener.epoch(new EpochRecord(
					epoch, 1.0 / epoch, OptionalDouble.of(1.1 / epoch), OptionalDouble.of(epoch), 1e-3, 1));
		}
	}

	/** @return the processor's time for it, which other programs do not count in */
	private long cpuTime(final TrainingListener listener) {
		final long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		train(listener, 1, STEPS / TURNS);
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
	}

	private static long waits() {
		final ThreadInfo info = ManagementFactory.getThreadMXBean()
				.getThreadInfo(Thread.currentThread().getId());
		return info.getBlockedCount() + info.getWaitedCount();
	}

	/** The pane with its timer, painter and Swing's thread; a window adds nothing to the listener's way. */
	@Test
	@Tag("slow")
	void aHundredThousandStepsWaitForNobodyAndAreNotSlowed() {
		final TrainingLog log = new TrainingLog(PLAN, System::nanoTime);
		final ExecutorService worker = Executors.newSingleThreadExecutor();
		final Executor swing = SwingUtilities::invokeLater;
		final TrainingPane[] pane = new TrainingPane[1];
		swing.execute(() -> {
			pane[0] = new TrainingPane(log, worker, swing, System::nanoTime, () -> {});
			pane[0].setSize(pane[0].getPreferredSize());
			pane[0].doLayout();
		});
		final Timer timer = new Timer(100, e -> pane[0].refresh());
		timer.start();
		cpuTime(log);
		cpuTime(TrainingListener.NONE);
		final long waits = waits();
		final double[] speeds = new double[EPOCHS * TURNS];
		for (int i = 0; i < speeds.length; i++) speeds[i] = cpuTime(TrainingListener.NONE) / (double) cpuTime(log);
		timer.stop();
		worker.shutdownNow();
		assertEquals(waits, waits());
		Arrays.sort(speeds);
		final double speed = speeds[speeds.length / 2];
		System.getLogger("fovea")
				.log(System.Logger.Level.INFO, "speed of a watched training, as a part of one alone: " + speed);
		assertTrue(speed >= 0.95, "speed " + speed);
	}

	/**
	 * Measures what runs in Swing's thread: its own time, since on a machine that does other things too it waits for
	 * these.
	 */
	private static final class Stopwatch extends EventQueue {

		private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

		private volatile long longest;
		private volatile long longestWait;
		private volatile String which = "";

		@Override
		protected void dispatchEvent(final AWTEvent event) {
			final long begin = System.nanoTime();
			final long cpu = THREADS.getCurrentThreadCpuTime();
			final long blocked = blocked();
			super.dispatchEvent(event);
			final long took = THREADS.getCurrentThreadCpuTime() - cpu;
			longestWait = Math.max(longestWait, blocked() - blocked);
			if (took <= longest) return;
			longest = took;
			which = took / 1000 + " us of the processor, " + (System.nanoTime() - begin) / 1000 + " by the clock: "
					+ event;
		}

		/** @return milliseconds that this thread waited for what another held */
		private static long blocked() {
			return THREADS.getThreadInfo(Thread.currentThread().getId()).getBlockedTime();
		}

		void remove() {
			pop();
		}
	}

	@Test
	@Tag("slow")
	void swingsThreadIsNeverBusyForLong() throws Exception {
		assumeTrue(TrainingWindow.isPossible(), "there is no display");
		final TrainingWindow window = TrainingWindow.open(PLAN);
		final Stopwatch stopwatch = new Stopwatch();
		ManagementFactory.getThreadMXBean().setThreadContentionMonitoringEnabled(true);
		try {
			train(window, 2, STEPS); // until it is there and classes are loaded
			final JFrame frame = frame();
			for (int i = 0; i < 50 && !frame.isVisible(); i++) Thread.sleep(100);
			Thread.sleep(3000);
			Toolkit.getDefaultToolkit().getSystemEventQueue().push(stopwatch);
			train(window, EPOCHS, STEPS);
			SwingUtilities.invokeAndWait(() -> frame.setSize(900, 600));
			train(window, 2, STEPS);
			System.getLogger("fovea").log(System.Logger.Level.INFO, "longest event: " + stopwatch.which);
			assertTrue(stopwatch.longest > 0 && stopwatch.longest < 100_000_000, stopwatch.which);
			assertTrue(stopwatch.longestWait < 100, "waited for " + stopwatch.longestWait + " ms");
		} finally {
			stopwatch.remove();
			ManagementFactory.getThreadMXBean().setThreadContentionMonitoringEnabled(false);
			window.close();
		}
	}

	@Test
	@Tag("slow")
	void whoClosesTheWindowLetsTheTrainingGoOn() throws Exception {
		assumeTrue(TrainingWindow.isPossible(), "there is no display");
		final TrainingWindow window = TrainingWindow.open(PLAN);
		final JFrame frame = frame();
		assertEquals("Training: net", frame.getTitle());
		SwingUtilities.invokeAndWait(() -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
		SwingUtilities.invokeAndWait(() -> {});
		assertFalse(frame.isDisplayable());
		train(window, 1, STEPS);
		assertFalse(window.isCancelled());
		assertFalse(window.isDiscarded());
		window.finished("Best epoch 1");
	}

	@Test
	void withoutADisplayThereIsNoWindow() {
		assumeFalse(TrainingWindow.isPossible(), "there is a display");
		assertThrows(HeadlessException.class, () -> TrainingWindow.open(PLAN));
	}

	private static JFrame frame() throws Exception {
		final JFrame[] found = new JFrame[1];
		SwingUtilities.invokeAndWait(() -> {
			for (final Window each : Window.getWindows())
				if (each instanceof JFrame && each.isDisplayable()) found[0] = (JFrame) each;
		});
		return found[0];
	}
}
