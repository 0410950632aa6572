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

import fovea.ij1.Annotator;
import fovea.ij1.bridge.FoveaPlugIn;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

/**
 * A person who teaches a network with a mouse, in plain ImageJ: draws, takes back, selects, keeps, saves and goes on. A
 * program of its own, which {@link TeachPersonTest} runs; it needs a display and the folder of models, and writes
 * pictures of the screen where a second argument names a folder. A third one is the side of the image in pixels.
 */
public final class TeachPerson {

	private static final int SECONDS = 240;

	/** Milliseconds until events have arrived; the robot's own waiting would block the thread that is timed here. */
	private static final int SETTLING = 80;

	/** Milliseconds that no event should take. */
	private static final int LONG = 30;

	private final Robot robot = new Robot();
	private final Optional<Path> pictures;
	private final AtomicLong longest = new AtomicLong();
	private volatile boolean ended;
	private ImagePlus image;

	private TeachPerson(final Optional<Path> pictures) throws Exception {
		this.pictures = pictures;
		robot.setAutoDelay(8);
	}

	/** @param args folder for a file; folder for pictures; side of the image */
	public static void main(final String[] args) throws Exception {
		try {
			new TeachPerson(args.length > 1 ? Optional.of(Path.of(args[1])) : Optional.empty())
					.play(Path.of(args[0]), args.length > 2 ? Integer.parseInt(args[2]) : 0);
		} catch (final Exception e) {
			e.printStackTrace();
			System.exit(1);
		}
		System.exit(0);
	}

	private void play(final Path folder, final int side) throws Exception {
		final ImageJ imageJ = new ImageJ();
		run("SampleCommands$NucleiCulture").join();
		image = await("the sample", () -> Optional.ofNullable(WindowManager.getCurrentImage()));
		if (side > 0) {
			final ImagePlus larger = new ImagePlus(
					"larger", image.getProcessor().resize(side, side).convertToByte(false));
			image.close();
			image = larger;
			image.show();
		}
		image.setDisplayRange(0, 70);
		image.updateAndDraw();
		imageJ.toFront();
		Toolkit.getDefaultToolkit().getSystemEventQueue().push(new Timed());
		watch();
		run("TeachCommand");
		JFrame frame = await("the window", TeachPerson::frame);
		await("its first line", () -> said(""));
		beginAnew(frame);
		picture("begin");
		final double scale = side > 0 ? side / 360.0 : 1;

		longest.set(0);
		draw(scale, 130, 120, 140, 130, 146, 140, 140, 150);
		draw(scale, 185, 225, 190, 240, 188, 255);
		choose(frame, 0);
		draw(scale, 40, 40, 60, 60, 80, 60);
		final long before = System.nanoTime();
		draw(scale, 250, 190, 280, 210, 330, 220);
		await("the first outlines", () -> outlined());
		System.out.println("first outlines after ms " + (System.nanoTime() - before) / 1_000_000);
		picture("first");
		draw(scale, 100, 200, 60, 190);
		draw(scale, 20, 150, 10, 180, 20, 200);
		choose(frame, 1);
		final long again = System.nanoTime();
		final Object shown = outlined().orElseThrow();
		draw(scale, 40, 110, 48, 104);
		await("other outlines", () -> outlined().filter(now -> now != shown));
		System.out.println("next outlines after ms " + (System.nanoTime() - again) / 1_000_000);
		draw(scale, 200, 60, 200, 85);
		click(button(frame, "Where it is unsure"));
		await("what it has learned", () -> said("Learned: "));
		System.out.println("longest wait while drawing ms " + longest.get());
		picture("learned");

		press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		await("one stroke less", () -> said("7 strokes"));
		press(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
		await("the stroke again", () -> said("8 strokes"));
		SwingUtilities.invokeAndWait(() -> image.setRoi(new OvalRoi(270 * scale, 285 * scale, 26 * scale, 20 * scale)));
		press(KeyEvent.VK_T);
		await("the selection as a stroke", () -> said("9 strokes"));
		press(KeyEvent.VK_CLOSE_BRACKET);
		await("what it has learned from all", () -> said("Learned: 9"));
		click(button(frame, "Where it is unsure"));
		robot.delay(700);
		picture("window");

		click(button(frame, "Keep..."));
		final JDialog dialog = await("the question", TeachPerson::dialog);
		robot.delay(300);
		final JTextField name = part(dialog, JTextField.class, field -> true).orElseThrow();
		SwingUtilities.invokeAndWait(() -> name.setText("drawn"));
		click(button(dialog, "OK"));
		await("the model", () -> said("'drawn' is kept"));
		picture("kept");
		System.out.println("kept " + line(frame, "'drawn'").orElse(""));
		System.out.println("longest wait in all ms " + longest.get());

		guards(frame);

		frame.dispose();
		final List<String> names = await("strokes as ROIs", this::strokes);
		System.out.println("closed " + String.join(" ", names));
		picture("closed");
		final String file = folder.resolve("taught.tif").toString();
		IJ.saveAsTiff(image, file);
		image.changes = false;
		image.close();
		image = IJ.openImage(file);
		image.show();
		run("TeachCommand");
		await("the strokes again", () -> said("9 strokes"));
		frame = frame().orElseThrow();
		picture("again");
		System.out.println("again " + line(frame, "").orElse(""));
		System.out.println("left in the overlay " + strokes().map(List::size).orElse(0));
		closeTheImage(file);
		ended = true;
	}

	/** The model inside knows these nuclei already: a new network is to learn from each stroke. */
	private static void beginAnew(final JFrame frame) throws Exception {
		final JComboBox<?> starts = part(frame, JComboBox.class, any -> true).orElseThrow();
		SwingUtilities.invokeAndWait(() -> starts.setSelectedIndex(0));
	}

	/** Teach... once more, other names and a training meanwhile: the session is as it was. */
	private void guards(final JFrame frame) throws Exception {
		run("TeachCommand").join();
		await("a line on that", () -> said("is taught in this window already"));
		System.out.println("windows "
				+ seen(() -> Arrays.stream(Window.getWindows())
						.filter(window -> window.isShowing()
								&& window instanceof final JFrame other
								&& other.getTitle().startsWith("Teach: "))
						.count()));
		final Object overlay = image.getOverlay();
		System.out.println(
				"drawn now " + Annotator.rois(image).stream().map(Roi::getName).collect(Collectors.joining(" ")));
		System.out.println("overlay untouched " + (overlay == image.getOverlay()));
		final String before = steps(frame);
		click(button(frame, "Rename..."));
		final JDialog dialog = await("the question", TeachPerson::dialog);
		robot.delay(300);
		final JTextField name = part(dialog, JTextField.class, field -> true).orElseThrow();
		SwingUtilities.invokeAndWait(() -> name.setText("disk"));
		click(button(dialog, "OK"));
		await(
				"the other name",
				() -> part(frame, JList.class, any -> true)
						.filter(list ->
								String.valueOf(list.getModel().getElementAt(1)).contains("disk")));
		robot.delay(1000);
		await("the same network", () -> said("Learned: 9 strokes"));
		System.out.println("same network " + before.equals(steps(frame)));
		picture("guards");
	}

	private static String steps(final JFrame frame) throws Exception {
		return seen(() -> line(frame, "").orElse("")).replaceAll("(?s).*strokes, (\\d+) step.*", "$1");
	}

	/** The button of its window, and that it is to be saved. */
	private void closeTheImage(final String file) throws Exception {
		image.changes = true;
		final Window window = image.getWindow();
		SwingUtilities.invokeLater(() -> window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING)));
		answer("Save", "closing");
		answer("Replace", "replacing");
		await("the end of the session", () -> frame().isEmpty() ? Optional.of(true) : Optional.empty());
		image = IJ.openImage(file);
		System.out.println("saved on closing " + String.join(" ", strokes().orElse(List.of())) + ", "
				+ image.getOverlay().size() + " in all");
	}

	/** Presses a button of the dialog that ImageJ shows. */
	private void answer(final String label, final String shown) throws Exception {
		final Button button = await(
				"ImageJ's question with " + label,
				() -> Arrays.stream(Window.getWindows())
						.filter(asks -> asks.isShowing() && asks instanceof Dialog)
						.flatMap(asks -> part(
								asks,
								Button.class,
								any -> any.getLabel().strip().equals(label))
								.stream())
						.findFirst());
		robot.delay(500);
		picture(shown);
		// without a window manager a click does not reach a dialog of ImageJ's
		SwingUtilities.invokeLater(() -> Arrays.stream(button.getActionListeners())
				.forEach(listener -> listener.actionPerformed(
						new ActionEvent(button, ActionEvent.ACTION_PERFORMED, button.getActionCommand()))));
	}

	/** Tells of events that take long. */
	private final class Timed extends EventQueue {

		@Override
		protected void dispatchEvent(final AWTEvent event) {
			final long begun = System.nanoTime();
			super.dispatchEvent(event);
			final long took = (System.nanoTime() - begun) / 1_000_000;
			if (took > LONG) System.out.println("slow: " + took + " ms: " + event);
		}
	}

	private static Thread run(final String command) {
		final Thread thread = new Thread(() -> new FoveaPlugIn().run("fovea.command." + command));
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/** Notes how long an event has to wait for its turn, fifty times a second. */
	private void watch() {
		final Thread thread = new Thread(() -> {
			while (!ended) {
				final CountDownLatch turn = new CountDownLatch(1);
				final long posted = System.nanoTime();
				SwingUtilities.invokeLater(turn::countDown);
				try {
					turn.await();
					longest.accumulateAndGet((System.nanoTime() - posted) / 1_000_000, Math::max);
					Thread.sleep(20);
				} catch (final InterruptedException e) {
					return;
				}
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	private static <T> T await(final String what, final Callable<Optional<T>> question) throws Exception {
		final long end = System.nanoTime() + SECONDS * 1_000_000_000L;
		while (System.nanoTime() < end) {
			final Optional<T> answer = seen(question);
			if (answer.isPresent()) return answer.get();
			Thread.sleep(20);
		}
		throw new IOException(what + " has not come in " + SECONDS + " s; the window says "
				+ seen(() -> frame().flatMap(frame -> line(frame, ""))).orElse("nothing"));
	}

	private static <T> T seen(final Callable<T> question) throws Exception {
		final AtomicReference<T> answer = new AtomicReference<>();
		final AtomicReference<Exception> failure = new AtomicReference<>();
		SwingUtilities.invokeAndWait(() -> {
			try {
				answer.set(question.call());
			} catch (final Exception e) {
				failure.set(e);
			}
		});
		if (failure.get() != null) throw failure.get();
		return answer.get();
	}

	private static Optional<JFrame> frame() {
		return Arrays.stream(Window.getWindows())
				.filter(window -> window.isShowing()
						&& window instanceof final JFrame frame
						&& frame.getTitle().startsWith("Teach: "))
				.map(JFrame.class::cast)
				.findFirst();
	}

	private static Optional<JDialog> dialog() {
		return Arrays.stream(Window.getWindows())
				.filter(window -> window.isShowing() && window instanceof JDialog)
				.map(JDialog.class::cast)
				.findFirst();
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

	private static AbstractButton button(final Container in, final String text) {
		return part(in, AbstractButton.class, button -> text.equals(button.getText()))
				.orElseThrow(() -> new IllegalStateException("there is no " + text));
	}

	/** @return what the window says, if that has these words in it */
	private static Optional<String> line(final JFrame frame, final String words) {
		return part(frame, JTextArea.class, area -> true)
				.map(JTextArea::getText)
				.filter(text -> text.contains(words));
	}

	private static Optional<String> said(final String words) {
		return frame().flatMap(frame -> line(frame, words));
	}

	/** @return what shows that something is outlined: a ROI of many corners without a name */
	private Optional<Object> outlined() {
		if (image.getOverlay() == null) return Optional.empty();
		for (final Roi roi : image.getOverlay())
			if (roi.getType() == Roi.COMPOSITE && roi.getName() == null) return Optional.of(roi);
		return Optional.empty();
	}

	private Optional<List<String>> strokes() {
		if (image.getOverlay() == null) return Optional.empty();
		final List<String> names = Arrays.stream(image.getOverlay().toArray())
				.map(Roi::getName)
				.filter(name -> name != null)
				.collect(Collectors.toList());
		return names.isEmpty() ? Optional.empty() : Optional.of(names);
	}

	private void picture(final String name) throws IOException {
		if (pictures.isEmpty()) return;
		Files.createDirectories(pictures.get());
		robot.delay(200);
		ImageIO.write(
				robot.createScreenCapture(
						new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())),
				"png",
				pictures.get().resolve(name + ".png").toFile());
	}

	private void click(final Component part) throws Exception {
		final Rectangle place = seen(() -> new Rectangle(part.getLocationOnScreen(), part.getSize()));
		robot.mouseMove(place.x + Math.min(10, place.width / 2), place.y + place.height / 2);
		button();
	}

	private void button() {
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.delay(40);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.delay(SETTLING);
	}

	private void choose(final JFrame frame, final int index) throws Exception {
		final JList<?> list = part(frame, JList.class, any -> true).orElseThrow();
		final Point place = seen(() -> {
			final Rectangle cell = list.getCellBounds(index, index);
			final Point corner = list.getLocationOnScreen();
			return new Point(corner.x + cell.x + 60, corner.y + cell.y + cell.height / 2);
		});
		robot.mouseMove(place.x, place.y);
		button();
	}

	private void press(final int... keys) {
		final ImageCanvas canvas = image.getCanvas();
		try {
			SwingUtilities.invokeAndWait(canvas::requestFocus);
		} catch (final Exception e) {
			throw new IllegalStateException(e);
		}
		robot.delay(SETTLING);
		for (final int key : keys) robot.keyPress(key);
		for (int i = keys.length - 1; i >= 0; i--) robot.keyRelease(keys[i]);
		robot.delay(SETTLING);
	}

	/** @param places x and y of each, in pixels of the sample */
	private void draw(final double scale, final int... places) throws Exception {
		Point last = null;
		for (int i = 0; i < places.length; i += 2) {
			final int x = (int) (places[i] * scale);
			final int y = (int) (places[i + 1] * scale);
			final Point next = seen(() -> {
				final Point corner = image.getCanvas().getLocationOnScreen();
				return new Point(
						corner.x + image.getCanvas().screenX(x),
						corner.y + image.getCanvas().screenY(y));
			});
			if (last == null) {
				robot.mouseMove(next.x, next.y);
				robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
			} else
				for (int step = 1; step <= 8; step++)
					robot.mouseMove(last.x + (next.x - last.x) * step / 8, last.y + (next.y - last.y) * step / 8);
			last = next;
		}
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.delay(SETTLING);
	}
}
