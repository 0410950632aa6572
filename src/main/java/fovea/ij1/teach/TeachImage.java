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

import fovea.ij1.Annotator;
import fovea.ij1.preview.View;
import fovea.ij1.preview.ViewWatch;
import fovea.image.Box;
import fovea.model.ClassSpec;
import fovea.teach.Plane;
import fovea.teach.Stroke;
import fovea.ui.teach.Choices;
import fovea.ui.teach.Tool;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/**
 * An open image that is learned from: what is drawn on it with the mouse, and what lies over it. Swing's thread only,
 * but for {@link #place}, {@link #live}, {@link #cache}, {@link #drawn} and {@link #toFront}.
 */
final class TeachImage implements Annotator {

	/** Strokes of all of an image of no more pixels are drawn at once, so that it can be moved: 2048 x 2048. */
	private static final int ALL = 1 << 22;

	/** Nanoseconds that a person needs to choose what is to be saved, or longer: the mouse is not here then. */
	private static final long SAVING = 1_500_000_000L;

	private final ImagePlus image;
	private final int index;
	private final Listener listener;
	private final Supplier<Choices> choices;
	private final Layers layers;
	private final LayerCache cache = new LayerCache();
	private final List<LivePath> live = new CopyOnWriteArrayList<>();
	private final ViewWatch watch;
	private volatile Place place;
	private CanvasTool tool;
	private LivePath path;
	private List<Roi> saved = List.of();
	private List<Roi> taken = List.of();
	private long savedAt;
	private boolean closed;

	/**
	 * What is seen of the image.
	 *
	 * @param plane of it
	 * @param box part of the plane in the window
	 * @param drawn part of the plane that strokes are drawn in
	 */
	record Place(Plane plane, Box box, Box drawn) {}

	/** Hears what is done on the image. */
	interface Listener {

		/** A stroke was begun or another part is seen. */
		void seen(TeachImage image);

		/** A stroke is ready. */
		void drawn(TeachImage image, LivePath path, List<Stroke.Point> way);

		/** @return strokes on the image, in the order they were drawn */
		List<Stroke> strokes(TeachImage image);

		/** Somebody wants to teach on the image, which is learned from already. */
		void wanted(TeachImage image);

		/** The image is no longer there. */
		void gone(TeachImage image);
	}

	/**
	 * @param image that has a window
	 * @param index of the image in the session
	 * @param choices of the person now
	 */
	TeachImage(final ImagePlus image, final int index, final Supplier<Choices> choices, final Listener listener) {
		this.image = image;
		this.index = index;
		this.choices = choices;
		this.listener = listener;
		layers = new Layers(image);
		place = look();
		watch = new ViewWatch(image, new ViewWatch.Listener() {

			@Override
			public void moved() {
				place = look();
				attach();
				listener.seen(TeachImage.this);
			}

			@Override
			public void changed() {
				// colors of the display; pixels are those that the session has seen
			}

			@Override
			public void closed() {
				listener.gone(TeachImage.this);
			}
		});
		attach();
		image.setProperty(PROPERTY, this);
	}

	@Override
	public ImagePlus image() {
		return image;
	}

	int index() {
		return index;
	}

	/** @return what is seen; may be asked on any thread */
	Place place() {
		return place;
	}

	/** @return what is drawn and not yet the session's; may be asked on any thread */
	List<LivePath> live() {
		return live;
	}

	/** @return of the thread that makes pictures */
	LayerCache cache() {
		return cache;
	}

	private Place look() {
		final View view = View.of(image);
		final boolean isSmall = (long) image.getWidth() * image.getHeight() <= ALL;
		return new Place(
				new Plane(index, view.z(image), view.t()),
				view.box(),
				isSmall ? new Box(0, 0, image.getWidth(), image.getHeight()) : view.box());
	}

	/** ImageJ may give an image another canvas. */
	void attach() {
		final ImageCanvas canvas = image.getCanvas();
		if (tool != null && tool.canvas() == canvas) return;
		if (tool != null) tool.close();
		tool = canvas == null ? null : new CanvasTool(canvas, new Drawn());
	}

	/** @param picture in place of what was shown; @param done paths that are in it */
	void show(final Layers.Picture picture, final List<LivePath> done) {
		if (closed) return;
		live.removeAll(done);
		if (picture == layers.picture()) return;
		for (final LivePath each : live) paint(picture, each.stroke(each.points()));
		layers.show(picture);
	}

	private void paint(final Layers.Picture picture, final Stroke stroke) {
		if (picture.strokes() != null && stroke.plane().equals(picture.plane()))
			LayerPainter.paint(stroke, choices.get().classes(), picture.box(), picture.strokes());
	}

	/** Something was drawn that the session would not have. */
	void drop(final LivePath dropped) {
		live.remove(dropped);
	}

	/** @param strokes ROIs of the overlay that have become strokes, which are taken out of it */
	void take(final List<Roi> strokes) {
		final Overlay before = image.getOverlay();
		if (before == null || strokes.isEmpty()) return;
		final Overlay others = before.create();
		for (final Roi roi : before) if (!isAmong(roi, strokes)) others.add(roi);
		taken = List.copyOf(strokes);
		image.setOverlay(others.size() == 0 ? null : others);
	}

	/** Puts them back, where the image is not learned from after all. */
	void giveBack() {
		final Overlay before = image.getOverlay();
		final Overlay overlay = before == null ? new Overlay() : before.create();
		if (before != null) for (final Roi roi : before) overlay.add(roi);
		taken.forEach(overlay::add);
		if (!taken.isEmpty()) image.setOverlay(overlay);
		taken = List.of();
	}

	/** ROIs of one box and length are equal for ImageJ. */
	private static boolean isAmong(final Roi roi, final List<Roi> rois) {
		return rois.stream().anyMatch(other -> other == roi);
	}

	/**
	 * Puts strokes as ROIs into the overlay in place of what is shown, so that they are saved.
	 *
	 * @param strokes on this image
	 * @param classes background first
	 */
	void putStrokes(final List<Stroke> strokes, final List<ClassSpec> classes) {
		layers.hide(true);
		savedAt = System.nanoTime();
		takeSaved();
		saved = StrokeRois.of(strokes, classes, image);
		if (saved.isEmpty()) return;
		final Overlay before = image.getOverlay();
		final Overlay overlay = before == null ? new Overlay() : before.create();
		if (before != null) for (final Roi roi : before) overlay.add(roi);
		saved.forEach(overlay::add);
		image.setOverlay(overlay);
	}

	/** @return ROIs of the overlay that are not shown by this */
	List<Roi> others() {
		return layers.others();
	}

	/** {@inheritDoc} Strokes, and what else is in the overlay. */
	@Override
	public List<Roi> drawn() {
		final List<Roi> drawn = new ArrayList<>();
		SaveWatch.inSwing(() -> {
			for (final Roi roi : layers.others()) if (!isAmong(roi, saved)) drawn.add(roi);
			drawn.addAll(StrokeRois.of(listener.strokes(this), choices.get().classes(), image));
		});
		return drawn;
	}

	@Override
	public void toFront() {
		SwingUtilities.invokeLater(() -> listener.wanted(this));
	}

	/** Shows what was shown before again. */
	void goOn() {
		takeSaved();
		layers.hide(false);
	}

	private void takeSaved() {
		final Overlay before = image.getOverlay();
		if (saved.isEmpty() || before == null) return;
		final Overlay others = before.create();
		for (final Roi roi : before) if (!isAmong(roi, saved)) others.add(roi);
		saved = List.of();
		image.setOverlay(others.size() == 0 ? null : others);
	}

	/** Gives mouse and overlay back. */
	void close() {
		if (closed) return;
		closed = true;
		if (image.getProperty(PROPERTY) == this) image.setProperty(PROPERTY, null);
		watch.close();
		if (tool != null) tool.close();
		layers.hide(true);
	}

	/** What the mouse does. */
	private final class Drawn implements CanvasTool.Drawing {

		@Override
		public Tool tool() {
			return choices.get().tool();
		}

		@Override
		public void begin(final double x, final double y, final boolean erases) {
			goOn();
			place = look();
			listener.seen(TeachImage.this);
			final Choices now = choices.get();
			path = new LivePath(place.plane(), erases ? Stroke.ERASE : now.current(), now.brush());
			live.add(path);
			go(x, y);
		}

		@Override
		public void go(final double x, final double y) {
			if (path == null) return;
			final Stroke segment = path.to(x, y);
			paint(layers.picture(), segment);
			final List<Stroke.Point> points = path.points();
			final Stroke.Point last = points.get(Math.max(0, points.size() - 2));
			tool.mark(last.x(), last.y(), x, y, choices.get().brush(), color(segment));
		}

		/** To see at once, until all is painted. */
		private Color color(final Stroke segment) {
			final int rgb = segment.erases()
					? 0x808080
					: choices.get().classes().get(segment.classIndex()).rgb();
			return new Color(rgb | LayerPainter.OPACITY << 24, true);
		}

		@Override
		public void end() {
			if (path == null) return;
			final LivePath ready = path;
			path = null;
			listener.drawn(TeachImage.this, ready, ready.points());
		}

		@Override
		public double hover() {
			if (System.nanoTime() - savedAt > SAVING) goOn();
			return choices.get().brush();
		}
	}
}
