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
package fovea.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fovea.ij1.bridge.FoveaPlugIn;
import fovea.task.TableWish;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person with a mouse, in plain ImageJ: opens a sample, segments it with a preview, moves the threshold, accepts,
 * measures, saves. With a display: {@code xvfb-run -a -s "-screen 0 1366x768x24" mvn test -Pslow -Dfovea.headless=false
 * -Dtest=UserWithAMouseTest}.
 */
@Tag("slow")
class UserWithAMouseTest {

	private static final int SECONDS = 90;
	private static final String IN_VIEW = " nuclei in view";

	/** What a dialog gives is waited for, since other threads make it. */
	private static <T> T await(final String what, final Callable<Optional<T>> question) throws Exception {
		final long end = System.nanoTime() + SECONDS * 1_000_000_000L;
		while (System.nanoTime() < end) {
			final Optional<T> answer = question.call();
			if (answer.isPresent()) return answer.get();
			Thread.sleep(50);
		}
		throw new AssertionError(what + " has not come in " + SECONDS + " s");
	}

	private static <C extends Component> Optional<C> part(
			final Container in, final Class<C> type, final Predicate<C> is) {
		for (final Component part : in.getComponents()) {
			if (type.isInstance(part) && is.test(type.cast(part))) return Optional.of(type.cast(part));
			if (part instanceof final Container more) {
				final Optional<C> found = part(more, type, is);
				if (found.isPresent()) return found;
			}
		}
		return Optional.empty();
	}

	private static Optional<JDialog> dialog() {
		for (final Window window : Window.getWindows())
			if (window instanceof final JDialog dialog && dialog.isShowing()) return Optional.of(dialog);
		return Optional.empty();
	}

	private static <T> T seen(final Callable<T> question) throws Exception {
		final Object[] answer = new Object[1];
		SwingUtilities.invokeAndWait(() -> {
			try {
				answer[0] = question.call();
			} catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		});
		@SuppressWarnings("unchecked")
		final T typed = (T) answer[0];
		return typed;
	}

	private static Thread run(final String command) {
		final Thread thread = new Thread(() -> new FoveaPlugIn().run("fovea.command." + command));
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	private final Robot robot;

	UserWithAMouseTest() throws Exception {
		robot = GraphicsEnvironment.isHeadless() ? null : new Robot();
	}

	private void click(final Component part) throws Exception {
		final Rectangle place = seen(() -> new Rectangle(part.getLocationOnScreen(), part.getSize()));
		robot.mouseMove(place.x + Math.min(10, place.width / 2), place.y + place.height / 2);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.delay(50);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	private void drag(final JSlider slider, final double to) throws Exception {
		final Rectangle place = seen(() -> new Rectangle(slider.getLocationOnScreen(), slider.getSize()));
		final int y = place.y + place.height / 2;
		final Point from = new Point((int) (place.x + place.width * seen(slider::getValue) / 100.0), y);
		robot.mouseMove(from.x, y);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		for (int step = 1; step <= 10; step++) {
			robot.mouseMove((int) (from.x + (place.x + place.width * to - from.x) * step / 10), y);
			robot.delay(40);
		}
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	private static AbstractButton button(final JDialog dialog, final String text) {
		return part(dialog, AbstractButton.class, button -> text.equals(button.getText()))
				.orElseThrow(() -> new AssertionError("there is no " + text));
	}

	private static Optional<Integer> count(final JDialog dialog) {
		return part(dialog, JLabel.class, label -> label.getText().contains(IN_VIEW))
				.map(label -> Integer.valueOf(
						label.getText().substring(0, label.getText().indexOf(IN_VIEW))));
	}

	@Test
	void opensSegmentsAndSaves(@TempDir final Path folder) throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display");
		final ImageJ imageJ = new ImageJ(ImageJ.EMBEDDED);
		try {
			run("SampleCommands$NucleiTouching");
			final ImagePlus image = await("the sample", () -> Optional.ofNullable(WindowManager.getCurrentImage()));
			assertTrue(image.getTitle().startsWith("nuclei-touching"), image.getTitle());
			final Thread segmenting = run("SegmentCommand");
			final JDialog dialog = await("the dialog", UserWithAMouseTest::dialog);
			robot.waitForIdle();

			click(button(dialog, "Preview"));
			final int first = await("the preview", () -> count(dialog));
			assertTrue(first > 60, first + " nuclei");
			final Overlay outlines = image.getOverlay();
			assertEquals(1, outlines.size(), "all outlines of a class are one ROI");

			drag(part(dialog, JSlider.class, slider -> true).orElseThrow(), 0.9);
			final int moved = await(
					"the preview at another threshold",
					() -> count(dialog).filter(count -> image.getOverlay() != outlines && count != first));
			final JTextField threshold = part(
							dialog,
							JTextField.class,
							text -> text.getText().startsWith("0.9")
									|| text.getText().startsWith("0.8"))
					.orElseThrow(() -> new AssertionError("the slider has not moved its number"));
			assertNotEquals(first, moved);

			click(button(dialog, "Preview"));
			await("the image as it was", () -> Optional.of(image).filter(shown -> shown.getOverlay() == null));
			click(button(dialog, "Preview"));
			await("the preview again", () -> Optional.ofNullable(image.getOverlay()));
			robot.waitForIdle();
			final int last = count(dialog).orElseThrow();

			click(button(dialog, TableWish.OPTION.label()));
			click(button(dialog, "OK"));
			final Overlay found = await(
					"the result", () -> Optional.ofNullable(image.getOverlay()).filter(overlay -> overlay.size() > 1));
			assertEquals(last, found.size(), "the preview has shown what is found at " + threshold.getText());
			for (final Roi roi : found) assertTrue(roi.getName().startsWith("nucleus-"), roi.getName());
			segmenting.join(SECONDS * 1000L);
			assertEquals(last, ResultsTable.getResultsTable().size());

			image.setRoi((Roi) found.get(0).clone());
			IJ.run(image, "Measure", "");
			assertEquals(last + 1, ResultsTable.getResultsTable().size());
			final Path file = folder.resolve("nuclei.tif");
			assertTrue(IJ.saveAsTiff(image, file.toString()));
			assertEquals(last, IJ.openImage(file.toString()).getOverlay().size());
			image.changes = false;
			image.close();
			assertNull(WindowManager.getCurrentImage());
		} finally {
			imageJ.dispose();
		}
	}
}
