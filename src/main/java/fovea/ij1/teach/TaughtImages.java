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

import fovea.base.ImageException;
import fovea.ij1.Annotator;
import fovea.ij1.ImagePlusImages;
import fovea.model.ClassSpec;
import fovea.teach.Stroke;
import fovea.teach.View;
import fovea.ui.teach.Choices;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/**
 * The open images of one session: strokes that are on them come into the session, and go back as ROIs. Swing's thread
 * only, but for {@link #all} and {@link #current}.
 */
final class TaughtImages {

	private final SessionWorker worker;
	private final Supplier<Choices> choices;
	private final TeachImage.Listener listener;
	private final List<TeachImage> images = new CopyOnWriteArrayList<>();
	private volatile TeachImage current;

	/**
	 * @param worker has the session
	 * @param choices of the person now
	 * @param listener hears of what is done on each image
	 */
	TaughtImages(final SessionWorker worker, final Supplier<Choices> choices, final TeachImage.Listener listener) {
		this.worker = worker;
		this.choices = choices;
		this.listener = listener;
	}

	/** @return all of them, as they are at any time */
	List<TeachImage> all() {
		return images;
	}

	/** @return the one that was drawn on last */
	TeachImage current() {
		return current;
	}

	/** @param image that somebody looks at now */
	void see(final TeachImage image) {
		current = image;
		worker.look(new View(image.place().plane(), image.place().box()));
	}

	/** Looks at the same again: a session has begun anew. */
	void seeAgain() {
		see(current);
	}

	/**
	 * @param image any
	 * @param known classes, background first
	 * @return these, and those of strokes that are on the image
	 */
	static List<ClassSpec> classes(final ImagePlus image, final List<ClassSpec> known) {
		return StrokeRois.classes(
				Annotator.rois(image).stream().filter(StrokeRois::isStroke).toList(), known);
	}

	/** Learns from an image, and from the strokes that are on it. */
	TeachImage take(final ImagePlus image) {
		final TeachImage added = new TeachImage(image, images.size(), choices, listener);
		images.add(added);
		if (current == null) current = added;
		final List<Roi> used = new ArrayList<>();
		final List<Stroke> strokes = new ArrayList<>();
		final List<ClassSpec> classes = choices.get().classes();
		for (final Roi roi : added.others()) {
			if (!StrokeRois.isStroke(roi)) continue;
			final int index = StrokeRois.className(roi)
					.map(name -> StrokeRois.indexOf(name, classes))
					.orElse(-1);
			if (index >= 0)
				StrokeRois.stroke(
								roi,
								image,
								StrokeRois.plane(roi, image, added.index()),
								index,
								choices.get().brush())
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
		return added;
	}

	private void drop(final TeachImage image) {
		images.remove(image);
		image.close();
		image.giveBack();
		if (current == image && !images.isEmpty()) current = images.get(0);
	}

	/** @return images in windows that nobody teaches on */
	List<ImagePlus> others() {
		final List<ImagePlus> others = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		if (ids == null) return others;
		for (final int id : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null
					&& image.getWindow() != null
					&& Annotator.of(image).isEmpty()) others.add(image);
		}
		return others;
	}

	/**
	 * @param title of an image
	 * @return the first of the others that has it
	 */
	Optional<ImagePlus> other(final String title) {
		return others().stream().filter(image -> image.getTitle().equals(title)).findFirst();
	}

	/** @return strokes on one of the images, in the order they were drawn, with those that the session has not yet */
	List<Stroke> strokes(final TeachImage image) {
		final List<Stroke> strokes = new ArrayList<>();
		for (final Stroke stroke : worker.strokes()) if (stroke.plane().image() == image.index()) strokes.add(stroke);
		for (final LivePath path : image.live()) if (!path.isDone()) strokes.add(path.stroke(path.points()));
		return strokes;
	}

	/** Puts strokes as ROIs into the image's overlay, in place of what is shown. */
	void putStrokes(final TeachImage image) {
		image.putStrokes(strokes(image), choices.get().classes());
	}

	/** Gives all images back, with their strokes as ROIs. */
	void close() {
		for (final TeachImage image : images) {
			image.close();
			if (image.image().getWindow() != null) putStrokes(image);
		}
	}
}
