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
import fovea.ij1.Annotator;
import fovea.ij1.ImagePlusImages;
import fovea.model.ClassSpec;
import fovea.teach.Stroke;
import fovea.teach.Stroke.Point;
import fovea.ui.teach.Beside;
import fovea.ui.teach.Choices;
import fovea.ui.teach.TeachHost;
import fovea.ui.teach.TeachWindow;
import fovea.ui.teach.Tool;
import ij.IJ;
import ij.IJEventListener;
import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.gui.Roi;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.SwingUtilities;

/**
 * Teaches a network on open images while a person draws on them. What happens in Swing's thread only asks: strokes are
 * given to the session and pictures are made on another thread, and what is ready is shown in Swing's.
 */
public final class ImageTeacher implements TeachHost, TeachImage.Listener {

	private static final String OBJECT = "object";

	private final TeachServices services;
	private final SessionWorker worker;
	private final TaughtImages images;
	private final LayerRefresh layers;
	private final TeachWindow window;
	private final TeachKeys keys;
	private final SaveWatch saves;
	private final IJEventListener toolListener = event -> {
		if (event == IJEventListener.TOOL_CHANGED) SwingUtilities.invokeLater(this::toolChanged);
	};
	private volatile Choices choices;
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
		final List<ClassSpec> all = TaughtImages.classes(image, classes);
		choices = Choices.of(all.size() > 1 ? all : withObject(all));
		worker = new SessionWorker(services, this::refreshSoon);
		images = new TaughtImages(worker, this::choices, this);
		layers = new LayerRefresh(worker, images.all(), this::choices, this::showLearning);
		window = new TeachWindow(image.getTitle(), choices, this, starts, start);
		keys = new TeachKeys(new Keys(), images.all());
		place(image);
		images.take(image);
		saves = new SaveWatch(images.all(), images::putStrokes);
		IJ.addEventListener(toolListener);
		worker.begin(start, choices.classes());
		images.seeAgain();
	}

	/**
	 * Opens the window beside an image; where there is one already, it comes to the front. Called on a thread that may
	 * wait.
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
		final Optional<Annotator> present = Annotator.of(image);
		if (present.isPresent()) {
			present.get().toFront();
			return;
		}
		ImagePlusImages.wrap(image); // says what is wrong with it
		final List<ClassSpec> background = ClassSpec.named(List.of("background"));
		final List<ClassSpec> classes = known.isEmpty() ? background : drawable(known);
		final List<String> starts = new ArrayList<>(services.starts());
		if (!start.isEmpty() && !starts.contains(start)) starts.add(start);
		SwingUtilities.invokeLater(() -> {
			// somebody may have been faster
			final Optional<Annotator> faster = Annotator.of(image);
			if (faster.isPresent()) faster.get().toFront();
			else if (image.getWindow() != null) new ImageTeacher(image, services, classes, starts, start);
		});
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

	private Choices choices() {
		return choices;
	}

	/** May be called on any thread, as often as one likes. */
	private void refreshSoon() {
		layers.soon();
	}

	private void showLearning() {
		if (!closed) window.show(worker.learning());
	}

	@Override
	public void seen(final TeachImage image) {
		images.see(image);
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

	@Override
	public List<Stroke> strokes(final TeachImage image) {
		return images.strokes(image);
	}

	@Override
	public void wanted(final TeachImage image) {
		if (closed) return;
		image.image().getWindow().toFront();
		window.toFront();
		worker.tell("'" + image.image().getTitle() + "' is taught in this window already");
	}

	/** {@inheritDoc} What it was learned from cannot be read any more. */
	@Override
	public void gone(final TeachImage image) {
		SwingUtilities.invokeLater(window::close);
	}

	/** {@inheritDoc} Other names and colors are no other classes: the network goes on. */
	@Override
	public void chosen(final Choices before, final Choices now) {
		choices = now;
		if (before.classes().size() != now.classes().size()) beginAnew();
		else if (!before.classes().equals(now.classes())) worker.name(now.classes());
		refreshSoon();
	}

	private void beginAnew() {
		worker.begin(start, choices.classes());
		images.seeAgain();
	}

	private void toolChanged() {
		if (!closed) window.change(now -> now.withTool(Tool.HOST));
	}

	@Override
	public void addSelection() {
		final TeachImage image = images.current();
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
		return images.others().stream().map(ImagePlus::getTitle).toList();
	}

	@Override
	public void addImage(final String title) {
		final Optional<ImagePlus> other = images.other(title);
		if (other.isEmpty()) return;
		final List<ClassSpec> more = TaughtImages.classes(other.get(), choices.classes());
		if (more.size() > choices.classes().size()) window.change(now -> now.withClasses(more));
		images.see(images.take(other.get()));
		other.get().getWindow().toFront();
	}

	@Override
	public void begin(final String other) {
		if (other.equals(start)) return;
		start = other;
		beginAnew();
	}

	@Override
	public String proposedName() {
		return ImagePlusImages.title(images.current().image()) + "-"
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
		saves.close();
		IJ.removeEventListener(toolListener);
		images.close();
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
