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
package fovea.ij1.teach;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.ij1.ImagePlusImages;
import fovea.model.ClassSpec;
import fovea.teach.Prediction;
import fovea.teach.Stroke;
import fovea.teach.Stroke.Point;
import fovea.teach.TeachingState;
import fovea.teach.View;
import fovea.ui.teach.Beside;
import fovea.ui.teach.Choices;
import fovea.ui.teach.TeachHost;
import fovea.ui.teach.TeachWindow;
import fovea.ui.teach.Tool;
import ij.CommandListener;
import ij.Executer;
import ij.IJ;
import ij.IJEventListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.gui.Roi;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.swing.SwingUtilities;

/**
 * Teaches a network on open images while a person draws on them. What happens in Swing's thread only asks: strokes are
 * given to the session and pictures are made on another thread, and what is ready is shown in Swing's.
 */
public final class ImageTeacher implements TeachHost, TeachImage.Listener {

	/** Commands of ImageJ that write an image, copy or end it. */
	private static final Pattern SAVES =
			Pattern.compile("(Save|Close|Quit|Duplicate|Flatten|Revert).*|(Tiff|ZIP)\\.\\.\\.");

	private static final String OBJECT = "object";

	private final TeachServices services;
	private final TeachWindow window;
	private final TeachKeys keys;
	private final SessionWorker worker;
	private final List<TeachImage> images = new CopyOnWriteArrayList<>();
	private final AtomicBoolean isRefreshDue = new AtomicBoolean();
	private final IJEventListener toolListener = event -> {
		if (event == IJEventListener.TOOL_CHANGED) SwingUtilities.invokeLater(this::toolChanged);
	};
	private final CommandListener saveListener = this::commandExecuting;
	private volatile Choices choices;
	private volatile TeachImage current;
	private String start; // Swing's thread only, as all below
	private boolean closed;

	private ImageTeacher(
			final ImagePlus image,
			final TeachServices services,
			final List<ClassSpec> classes,
			final List<String> starts,
			final String start) {
		this.services = services;
		this.start = start;
		final List<Roi> drawn =
				StrokeRois.rois(image).stream().filter(StrokeRois::isStroke).toList();
		final List<ClassSpec> all = StrokeRois.classes(drawn, classes);
		choices = Choices.of(all.size() > 1 ? all : withObject(all));
		worker = new SessionWorker(services, this::refreshSoon);
		window = new TeachWindow(image.getTitle(), choices, this, starts, start);
		keys = new TeachKeys(new Keys(), images);
		place(image);
		take(image);
		IJ.addEventListener(toolListener);
		Executer.addCommandListener(saveListener);
		worker.begin(start, choices.classes());
		seen(current);
	}

	/**
	 * Opens the window beside an image. Called on a thread that may wait.
	 *
	 * @param image that has a window
	 * @param services models and networks
	 * @param start name of a model to begin with; empty: a new network
	 * @param known classes that are drawn, background first; empty: the background and one more
	 * @throws FoveaException if the image cannot be drawn on
	 */
	public static void open(
			final ImagePlus image, final TeachServices services, final String start, final List<ClassSpec> known)
			throws FoveaException {
		if (image.getWindow() == null)
			throw new ImageException("'" + image.getTitle() + "': expected an image in a window, to draw on");
		ImagePlusImages.wrap(image); // says what is wrong with it
		final List<ClassSpec> background = ClassSpec.named(List.of("background"));
		final List<ClassSpec> classes = known.isEmpty() ? background : drawable(known);
		final List<String> starts = new ArrayList<>(services.starts());
		if (!start.isEmpty() && !starts.contains(start)) starts.add(start);
		SwingUtilities.invokeLater(() -> new ImageTeacher(image, services, classes, starts, start));
	}

	/** Nobody draws borders between objects. */
	private static List<ClassSpec> drawable(final List<ClassSpec> classes) {
		return ClassSpec.endWithBorder(classes) ? classes.subList(0, classes.size() - 1) : classes;
	}

	private static List<ClassSpec> withObject(final List<ClassSpec> background) {
		final List<ClassSpec> all = new ArrayList<>(background);
		all.add(ClassSpec.named(List.of("background", OBJECT)).get(1));
		return all;
	}

	private void place(final ImagePlus image) {
		final ImageWindow frame = image.getWindow();
		final Rectangle screen =
				GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		final Beside places = Beside.of(frame.getBounds(), window.size(), screen);
		final Rectangle wanted = places.image();
		if (wanted.width < frame.getWidth()) frame.setLocationAndSize(wanted.x, wanted.y, wanted.width, wanted.height);
		else frame.setLocation(wanted.x, wanted.y);
		window.open(places.window());
		frame.toFront();
	}

	/** Learns from an image, and from the strokes that are on it. */
	private void take(final ImagePlus image) {
		final TeachImage added = new TeachImage(image, images.size(), () -> choices, this);
		images.add(added);
		if (current == null) current = added;
		final List<Roi> used = new ArrayList<>();
		final List<Stroke> strokes = new ArrayList<>();
		final List<ClassSpec> classes = choices.classes();
		for (final Roi roi : StrokeRois.rois(image)) {
			if (!StrokeRois.isStroke(roi)) continue;
			final int index = StrokeRois.className(roi)
					.map(name -> StrokeRois.indexOf(name, classes))
					.orElse(-1);
			if (index >= 0)
				StrokeRois.stroke(roi, image, StrokeRois.plane(roi, image, added.index()), index, choices.brush())
						.ifPresent(stroke -> {
							strokes.add(stroke);
							used.add(roi);
						});
		}
		added.take(used);
		try {
			worker.add(ImagePlusImages.wrap(image), strokes, () -> SwingUtilities.invokeLater(() -> drop(added)));
		} catch (final ImageException e) {
			drop(added);
			worker.tell(e.getMessage());
		}
	}

	private void drop(final TeachImage image) {
		images.remove(image);
		image.close();
		image.giveBack();
		if (current == image && !images.isEmpty()) current = images.get(0);
	}

	/** May be called on any thread, as often as one likes. */
	private void refreshSoon() {
		if (isRefreshDue.compareAndSet(false, true)) worker.draw(this::refresh);
	}

	/** On the worker's thread: pictures of what is new. */
	private void refresh() {
		isRefreshDue.set(false);
		final Choices now = choices;
		for (final TeachImage each : images) {
			final List<LivePath> done =
					each.live().stream().filter(LivePath::isDone).toList();
			final TeachImage.Place place = each.place();
			final Optional<Prediction> prediction = worker.state().flatMap(TeachingState::prediction);
			final Layers.Picture picture =
					each.cache().picture(worker.strokes(), prediction, now, place.plane(), place.drawn());
			SwingUtilities.invokeLater(() -> each.show(picture, done));
		}
		SwingUtilities.invokeLater(() -> {
			if (!closed) window.show(worker.learning());
		});
	}

	@Override
	public void seen(final TeachImage image) {
		current = image;
		worker.look(new View(image.place().plane(), image.place().box()));
	}

	@Override
	public void drawn(final TeachImage image, final LivePath path, final List<Point> way) {
		image.image().changes = true;
		worker.then(() -> {
			try {
				worker.add(path.stroke(way));
			} catch (final FoveaException e) {
				image.cache().forget();
				throw e;
			} finally {
				path.setDone();
			}
		});
	}

	/** {@inheritDoc} What it was learned from cannot be read any more. */
	@Override
	public void gone(final TeachImage image) {
		SwingUtilities.invokeLater(window::close);
	}

	@Override
	public void chosen(final Choices before, final Choices now) {
		choices = now;
		if (!before.classes().equals(now.classes())) {
			worker.begin(start, now.classes());
			seen(current);
		}
		refreshSoon();
	}

	private void toolChanged() {
		if (!closed) window.change(now -> now.withTool(Tool.HOST));
	}

	/** What ImageJ is about to do; what is saved has strokes as ROIs, and nothing of what is shown beside them. */
	private String commandExecuting(final String command) {
		if (command != null && SAVES.matcher(command).matches()) {
			final Runnable put = () -> images.forEach(this::putStrokes);
			if (SwingUtilities.isEventDispatchThread()) put.run();
			else
				try {
					SwingUtilities.invokeAndWait(put);
				} catch (final InterruptedException e) {
					Thread.currentThread().interrupt();
				} catch (final InvocationTargetException e) {
					throw new IllegalStateException(e);
				}
		}
		return command;
	}

	private void putStrokes(final TeachImage image) {
		final List<Stroke> own = worker.strokes().stream()
				.filter(stroke -> stroke.plane().image() == image.index())
				.toList();
		image.putStrokes(own, choices.classes());
	}

	@Override
	public void addSelection() {
		final TeachImage image = current;
		final Roi roi = image.image().getRoi();
		if (roi == null) {
			worker.tell("Select something in the image first, with one of ImageJ's tools");
			return;
		}
		final Roi selected = (Roi) roi.clone();
		image.image().deleteRoi();
		image.image().changes = true;
		final Choices now = choices;
		worker.then(() -> {
			final Optional<Stroke> stroke =
					StrokeRois.stroke(selected, image.image(), image.place().plane(), now.current(), now.brush());
			if (stroke.isEmpty()) worker.tell("That selection has no pixels: expected an area, a line or points");
			else worker.add(stroke.get());
		});
	}

	@Override
	public void undo() {
		worker.undo();
	}

	@Override
	public void redo() {
		worker.redo();
	}

	@Override
	public List<String> otherImages() {
		final List<String> titles = new ArrayList<>();
		for (final ImagePlus image : open()) titles.add(image.getTitle());
		return titles;
	}

	private List<ImagePlus> open() {
		final List<ImagePlus> others = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		if (ids == null) return others;
		for (final int id : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null && image.getWindow() != null && images.stream().noneMatch(each -> each.image() == image))
				others.add(image);
		}
		return others;
	}

	@Override
	public void addImage(final String title) {
		for (final ImagePlus image : open()) {
			if (!image.getTitle().equals(title)) continue;
			final List<Roi> drawn =
					StrokeRois.rois(image).stream().filter(StrokeRois::isStroke).toList();
			final List<ClassSpec> more = StrokeRois.classes(drawn, choices.classes());
			if (more.size() > choices.classes().size()) window.change(now -> now.withClasses(more));
			take(image);
			images.stream().filter(each -> each.image() == image).findFirst().ifPresent(this::seen);
			image.getWindow().toFront();
			return;
		}
	}

	@Override
	public void begin(final String other) {
		if (other.equals(start)) return;
		start = other;
		worker.begin(start, choices.classes());
		seen(current);
	}

	@Override
	public String proposedName() {
		return ImagePlusImages.title(current.image()) + "-"
				+ choices.classes().get(1).name();
	}

	@Override
	public boolean exists(final String name) throws FoveaException {
		return services.exists(name);
	}

	@Override
	public void keep(final String name) {
		final List<String> classes =
				choices.classes().stream().skip(1).map(ClassSpec::name).toList();
		final String begun = start;
		worker.keep(name, () -> services.record(name, begun, classes));
	}

	@Override
	public void help() {
		services.help();
	}

	/** {@inheritDoc} Strokes stay, as ROIs. */
	@Override
	public void close() {
		if (closed) return;
		closed = true;
		keys.close();
		IJ.removeEventListener(toolListener);
		Executer.removeCommandListener(saveListener);
		for (final TeachImage image : images) {
			image.close();
			if (image.image().getWindow() != null) putStrokes(image);
		}
		worker.end();
	}

	/** What keys do. */
	private final class Keys implements TeachKeys.Actions {

		@Override
		public void brush(final int direction) {
			window.change(now -> now.withNextBrush(direction));
		}

		@Override
		public void addSelection() {
			ImageTeacher.this.addSelection();
		}

		@Override
		public void undo() {
			ImageTeacher.this.undo();
		}

		@Override
		public void redo() {
			ImageTeacher.this.redo();
		}

		@Override
		public boolean choose(final int index) {
			if (index >= choices.classes().size()) return false;
			window.change(now -> now.withCurrent(index));
			return true;
		}
	}
}
