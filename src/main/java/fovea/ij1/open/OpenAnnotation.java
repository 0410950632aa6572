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
package fovea.ij1.open;

import fovea.base.ImageException;
import fovea.base.TrainingException;
import fovea.data.ImageSource;
import fovea.ij1.Annotator;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.files.AnnotatedImage;
import fovea.ij1.files.AnnotatedResult;
import fovea.ij1.files.RoiAnnotation;
import fovea.ij1.files.RoiOptions;
import fovea.segment.Segmentation;
import fovea.train.TrainingListener;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.HeadlessException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was drawn on open images: the ROIs of their overlays, as they are when it is made. Not thread-safe. */
public final class OpenAnnotation {

	private final List<ImagePlus> images;
	private final List<List<Roi>> rois;
	private final OpenImages.Named source;

	private OpenAnnotation(final List<ImagePlus> images, final List<List<Roi>> rois) {
		this.images = images;
		this.rois = rois;
		final List<String> names = new ArrayList<>();
		for (final ImagePlus image : images) names.add(unused(image.getTitle(), names));
		source = new OpenImages.Named(List.copyOf(names), images);
	}

	/** Two windows may have one title. */
	private static String unused(final String title, final List<String> names) {
		String name = title;
		for (int i = 2; names.contains(name); i++) name = title + " (" + i + ")";
		return name;
	}

	/**
	 * All open images that have an overlay. Where none has one, the active image with what is in the ROI Manager.
	 *
	 * @param active image, null: none is
	 * @return images and ROIs, maybe none
	 */
	public static OpenAnnotation of(final ImagePlus active) {
		final List<ImagePlus> images = new ArrayList<>();
		final List<List<Roi>> rois = new ArrayList<>();
		for (final ImagePlus image : OpenImages.all(active)) {
			if (AnnotatedResult.isOne(image)) continue;
			final List<Roi> drawn = Annotator.rois(image);
			if (drawn.isEmpty()) continue;
			images.add(image);
			rois.add(drawn);
		}
		if (!images.isEmpty() || active == null || active.getWidth() == 0) return new OpenAnnotation(images, rois);
		final List<Roi> managed = managed();
		return managed.isEmpty()
				? new OpenAnnotation(List.of(), List.of())
				: new OpenAnnotation(List.of(active), List.of(managed));
	}

	/** Plain ImageJ has no ROI Manager without a window. */
	private static List<Roi> managed() {
		try {
			final RoiManager manager = RoiManager.getInstance2();
			return manager == null ? List.of() : Arrays.asList(manager.getRoisAsArray());
		} catch (final HeadlessException e) {
			return List.of();
		}
	}

	/** @return whether nothing is drawn */
	public boolean isEmpty() {
		return images.isEmpty();
	}

	/** @return title of the first image, without a file's ending; empty if there is none */
	public String title() {
		return images.isEmpty() ? "" : ImagePlusImages.title(images.get(0));
	}

	/** @return the images that something is drawn on, the active one first */
	public ImageSource images() {
		return source;
	}

	/** @return titles of those that somebody is drawing on in a window, whose strokes are taken as they are now */
	public List<String> beingDrawn() {
		return images.stream()
				.filter(image -> Annotator.of(image).isPresent())
				.map(ImagePlus::getTitle)
				.toList();
	}

	/** @return the first image, which something is drawn on; none if nothing is */
	public Optional<ImagePlus> first() {
		return images.stream().findFirst();
	}

	/**
	 * @param found on the first image
	 * @return that, beside what was drawn there
	 */
	public AnnotatedResult result(final Segmentation found) {
		return AnnotatedResult.of(images.get(0), rois.get(0), found);
	}

	/**
	 * @param options which classes there are, and what pixels without a ROI are
	 * @param listener is warned
	 * @return masks and what they mean
	 * @throws TrainingException as {@link RoiAnnotation#of(String, List, RoiOptions, TrainingListener)}, and if a ROI
	 *     is neither an area nor a line, or at a place that its image does not have
	 * @throws ImageException if a ROI cannot be painted
	 */
	public RoiAnnotation masks(final RoiOptions options, final TrainingListener listener)
			throws TrainingException, ImageException {
		final List<AnnotatedImage> annotated = new ArrayList<>();
		for (int i = 0; i < images.size(); i++)
			annotated.add(AnnotatedImage.of(source.names().get(i), images.get(i), rois.get(i)));
		return RoiAnnotation.of(source.name(), annotated, options, listener);
	}
}
