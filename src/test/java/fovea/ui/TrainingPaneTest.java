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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Raster;
import fovea.model.ClassSpec;
import fovea.train.checkpoint.EpochRecord;
import fovea.ui.TrainingState.FinalMessage;
import fovea.ui.TrainingState.UserChoice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** All that is in the window, painted without one. */
class TrainingPaneTest {

	private static final int TRAINING = 0x0072b2;
	private static final int METRIC = 0x009e73;
	private static final List<ClassSpec> CLASSES = List.of(new ClassSpec("none", 0), new ClassSpec("cell", 0xFF00FF));

	private final List<String> closed = new ArrayList<>();
	private long now;

	private TrainingLog log(final List<ClassSpec> classes) {
		return new TrainingLog(new ShownTraining("net", "psnr", 3, classes), () -> now);
	}

	private TrainingPane pane(final TrainingLog log) throws Exception {
		return inSwing(() -> {
			final TrainingPane pane =
					new TrainingPane(log, Runnable::run, Runnable::run, () -> now, () -> closed.add("closed"));
			pane.setSize(pane.getPreferredSize());
			return pane;
		});
	}

	private static <T> T inSwing(final Callable<T> task) throws Exception {
		final AtomicReference<T> result = new AtomicReference<>();
		final AtomicReference<Exception> failure = new AtomicReference<>();
		try {
			SwingUtilities.invokeAndWait(() -> {
				try {
					result.set(task.call());
				} catch (final Exception e) {
					failure.set(e);
				}
			});
		} catch (final InvocationTargetException e) {
			throw new AssertionError(e.getCause());
		}
		if (failure.get() != null) throw failure.get();
		return result.get();
	}

	private BufferedImage painted(final TrainingPane pane) throws Exception {
		return inSwing(() -> {
			now += 10_000_000_000L;
			layOut(pane);
			pane.refresh();
			layOut(pane);
			final BufferedImage image =
					new BufferedImage(pane.getWidth(), pane.getHeight(), BufferedImage.TYPE_INT_RGB);
			final Graphics2D graphics = image.createGraphics();
			pane.paint(graphics);
			graphics.dispose();
			return image;
		});
	}

	private static void layOut(final Container container) {
		container.doLayout();
		for (final Component child : container.getComponents())
			if (child instanceof Container) layOut((Container) child);
	}

	private static <T> List<T> all(final Class<T> type, final Container in) {
		final List<T> found = new ArrayList<>();
		for (final Component child : in.getComponents()) {
			if (type.isInstance(child)) found.add(type.cast(child));
			if (child instanceof Container) found.addAll(all(type, (Container) child));
		}
		return found;
	}

	private static JButton button(final TrainingPane pane, final String text) {
		return all(JButton.class, pane).stream()
				.filter(b -> text.equals(b.getText()))
				.findAny()
				.orElseThrow();
	}

	private static String position(final TrainingPane pane) {
		return all(ProgressPanel.class, pane).stream()
				.flatMap(p -> all(JTextField.class, p).stream())
				.findAny()
				.orElseThrow()
				.getText();
	}

	private static int count(final BufferedImage image, final int rgb) {
		int count = 0;
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++) if ((image.getRGB(x, y) & 0xFFFFFF) == rgb) count++;
		return count;
	}

	private static EpochRecord record(final int epoch) {
		return new EpochRecord(
				epoch, 1.0 / epoch, OptionalDouble.of(1.2 / epoch), OptionalDouble.of(20 + epoch), 1e-3, 2);
	}

	@Test
	void stepsAreSeenBeforeTheFirstEpochIsDoneThenEpochs() throws Exception {
		final TrainingLog log = log(List.of());
		final TrainingPane pane = pane(log);
		assertEquals(0, count(painted(pane), TRAINING));
		for (int step = 1; step <= 20; step++) log.step(1, step, 20, 1.0 / step);
		final BufferedImage steps = painted(pane);
		assertTrue(count(steps, TRAINING) > 100);
		assertEquals(0, count(steps, METRIC));
		log.epoch(record(1));
		log.epoch(record(2));
		assertTrue(count(painted(pane), METRIC) > 100);
	}

	@Test
	void theScaleOfTheLossIsTheirs() throws Exception {
		final TrainingLog log = log(List.of());
		final TrainingPane pane = pane(log);
		log.epoch(record(1));
		log.epoch(record(2));
		log.epoch(record(3));
		final BufferedImage linear = painted(pane);
		inSwing(() -> {
			all(JComboBox.class, pane).get(0).setSelectedIndex(2);
			return null;
		});
		final BufferedImage logarithmic = painted(pane);
		boolean same = true;
		for (int y = 0; y < linear.getHeight(); y++)
			for (int x = 0; x < linear.getWidth() / 2; x++)
				same &= linear.getRGB(x, y) == logarithmic.getRGB(x, y) || y < 60;
		assertFalse(same);
	}

	@Test
	void theLineDividesWhatWentInFromWhatCameOut() throws Exception {
		final TrainingLog log = log(CLASSES);
		final TrainingPane pane = pane(log);
		final Raster input = new Raster(2, 2, 1, new float[] {0, 0, 0, 1});
		final Raster output = new Raster(2, 2, 2, new float[] {0, 1, 0, 1, 0, 1, 1, 0});
		log.previewIndex(7);
		log.preview(1, input, output, output);
		final int half = 0x800080; // the class over black
		final int[] counts = new int[3];
		for (int i = 0; i < 3; i++) {
			final int position = 500 * i;
			inSwing(() -> {
				all(JSlider.class, pane).get(0).setValue(position);
				return null;
			});
			counts[i] = count(painted(pane), half);
		}
		assertTrue(
				counts[0] > 1.5 * counts[1] && counts[1] > counts[2] && counts[2] > 1000,
				counts[0] + " " + counts[1] + " " + counts[2]);
		final JSpinner spinner = all(JSpinner.class, pane).get(0);
		assertTrue(spinner.isEnabled());
		inSwing(() -> {
			spinner.setValue(5);
			return null;
		});
		assertEquals(4, log.previewIndex(7));
	}

	@Test
	void theButtonsEndTheTrainingAndThenTheWindow() throws Exception {
		final TrainingLog log = log(List.of());
		final TrainingPane pane = pane(log);
		log.step(1, 1, 20, 1);
		log.warn("Few images");
		painted(pane);
		assertEquals("Epoch 1 of 3, step 1 of 20", position(pane));
		assertEquals("Few images", all(JTextArea.class, pane).get(0).getText());
		assertFalse(button(pane, "Close").isVisible());
		inSwing(() -> {
			button(pane, "Stop (keep the best)").doClick(0);
			return null;
		});
		assertEquals(UserChoice.STOP, log.state().choice());
		painted(pane);
		assertFalse(button(pane, "Stop (keep the best)").isEnabled());
		inSwing(() -> {
			button(pane, "Cancel (discard)").doClick(0);
			return null;
		});
		assertEquals(UserChoice.DISCARD, log.state().choice());
		log.end(new FinalMessage(false, "Cancelled, nothing is kept"));
		painted(pane);
		assertEquals("Cancelled, nothing is kept", position(pane));
		assertFalse(button(pane, "Cancel (discard)").isVisible());
		assertEquals(List.of(), closed);
		inSwing(() -> {
			button(pane, "Close").doClick(0);
			return null;
		});
		assertEquals(List.of("closed"), closed);
	}

	@Test
	void aPictureThatCannotBeDrawnIsAMessage() throws Exception {
		final TrainingLog log = log(CLASSES);
		final TrainingPane pane = pane(log);
		final Raster wrong = new Raster(1, 2, 3, new float[] {0, 0, 1, 0, 0, 1}); // of a third class
		log.preview(1, wrong, new Raster(1, 2, 2, new float[4]), wrong);
		painted(pane);
		painted(pane);
		assertTrue(
				all(JTextArea.class, pane).get(0).getText().startsWith("The preview cannot be drawn: "),
				() -> log.state().messages() + "");
	}
}
