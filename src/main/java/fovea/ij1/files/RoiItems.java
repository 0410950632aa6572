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
package fovea.ij1.files;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.ij1.ImagePlusImages;
import fovea.image.SquareCrop;
import fovea.latent.CropItem;
import fovea.latent.Item;
import fovea.latent.ItemLocation;
import fovea.latent.ItemSource;
import fovea.latent.PlaneCutter;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every ROI of images as an item: a square around its bounding box, resized to the network's input as
 * {@link fovea.data.CropReader} does with objects of masks. A ROI that has no position in a stack is on the plane that
 * is shown. Its label is the class that Fovea gave it, else its group's, else its name without a number at the end.
 */
public final class RoiItems implements ItemSource {

	/** Images and what is drawn on them. */
	private interface Drawings {

		List<String> names();

		ImagePlus image(int index) throws FoveaException;

		List<Roi> rois(int index, ImagePlus image) throws FoveaException;
	}

	private final String name;
	private final Drawings drawings;
	private final PlaneCutter cutter;
	private final int width;
	private final int height;
	private final double margin;

	private RoiItems(
			final String name,
			final Drawings drawings,
			final PlaneCutter cutter,
			final int width,
			final int height,
			final double margin) {
		if (width < 1 || height < 1)
			throw new IllegalArgumentException("crops: expected 1 pixel or more, got " + width + " x " + height);
		if (!(margin >= 0 && margin <= 2)) throw new IllegalArgumentException("margin: expected 0 to 2, got " + margin);
		this.name = name;
		this.drawings = drawings;
		this.cutter = cutter;
		this.width = width;
		this.height = height;
		this.margin = margin;
	}

	/**
	 * @param image that the ROIs are on
	 * @param rois areas, or lines, of which the bounding box counts; not changed
	 * @param cutter makes planes of it
	 * @param width of an item, pixels
	 * @param height of an item, pixels
	 * @param margin beyond each side of a ROI's box, as a part of its longer side, 0 to 2
	 * @return an item for each ROI, in their order
	 */
	public static RoiItems of(
			final ImagePlus image,
			final List<Roi> rois,
			final PlaneCutter cutter,
			final int width,
			final int height,
			final double margin) {
		final List<Roi> copy = List.copyOf(rois);
		return new RoiItems(
				image.getTitle(),
				new Drawings() {

					@Override
					public List<String> names() {
						return List.of(""); // there is but one, whose ROIs need no more than their names
					}

					@Override
					public ImagePlus image(final int index) {
						return image;
					}

					@Override
					public List<Roi> rois(final int index, final ImagePlus shown) {
						return copy;
					}
				},
				cutter,
				width,
				height,
				margin);
	}

	/**
	 * @param images a folder of image files, or one
	 * @param rois a folder of the ROI Manager's files of the same names, or for one image one such file; empty: the
	 *     overlays of the images
	 * @param cutter makes planes of images
	 * @param width of an item, pixels
	 * @param height of an item, pixels
	 * @param margin beyond each side of a ROI's box, as a part of its longer side, 0 to 2
	 * @return an item for each ROI
	 * @throws FoveaException if there are no such files, or they do not match
	 */
	public static RoiItems of(
			final Path images,
			final Optional<Path> rois,
			final PlaneCutter cutter,
			final int width,
			final int height,
			final double margin)
			throws FoveaException {
		final FolderImages sources = FolderImages.of(images);
		final List<Optional<RoiFile>> files = new ArrayList<>();
		if (rois.isPresent()) {
			final RoiFiles found = RoiFiles.of(rois.get());
			if (found.files().isEmpty())
				throw new ImageException(rois.get() + ": expected files of the ROI Manager (.zip, .roi), found none");
			files.addAll(found.match(sources));
		}
		return new RoiItems(
				images.toString(),
				new Drawings() {

					@Override
					public List<String> names() {
						return sources.names();
					}

					@Override
					public ImagePlus image(final int index) throws FoveaException {
						return sources.open(index);
					}

					@Override
					public List<Roi> rois(final int index, final ImagePlus image) throws FoveaException {
						if (!files.isEmpty())
							return files.get(index).isPresent()
									? files.get(index).get().read()
									: List.of();
						final Overlay overlay = image.getOverlay();
						return overlay == null ? List.of() : Arrays.asList(overlay.toArray());
					}
				},
				cutter,
				width,
				height,
				margin);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public int images() {
		return drawings.names().size();
	}

	/**
	 * @param index of an image
	 * @return the ROIs by which its items are cut out, in their order; not to be changed
	 * @throws FoveaException if they cannot be read
	 */
	public List<Roi> rois(final int index) throws FoveaException {
		return drawings.rois(index, drawings.image(index));
	}

	@Override
	public List<Item> read(final int index) throws FoveaException {
		final ImagePlus imp = drawings.image(index);
		final List<Roi> rois = drawings.rois(index, imp);
		if (rois.isEmpty()) return List.of();
		final AnnotatedImage annotated = AnnotatedImage.of(imp.getTitle(), imp, rois);
		annotated.requireAreas();
		final List<PlaneCutter.Plane> planes = cutter.planes(ImagePlusImages.wrap(imp));
		final Map<String, Integer> used = new HashMap<>();
		final List<Item> items = new ArrayList<>();
		for (int r = 0; r < rois.size(); r++) {
			final Roi roi = rois.get(r);
			final int plane = plane(annotated, imp, roi);
			final Rectangle box = roi.getBounds();
			final SquareCrop square =
					SquareCrop.around(box.x, box.y, Math.max(1, box.width), Math.max(1, box.height), margin);
			final ItemLocation place =
					new ItemLocation(index, r, plane, square.x(), square.y(), square.side(), square.side(), r + 1);
			items.add(CropItem.of(
					id(drawings.names().get(index), roi, r, used),
					label(roi),
					planes.get(plane - 1).image(),
					square,
					width,
					height,
					place));
		}
		return items;
	}

	/** @return 1-based, slices fastest */
	private static int plane(final AnnotatedImage annotated, final ImagePlus imp, final Roi roi) {
		final int depth = annotated.depth();
		int first = 0;
		int count = 0;
		for (int t = 0; t < annotated.frames(); t++)
			for (int z = 0; z < depth; z++) {
				if (!annotated.isOn(roi, z, t)) continue;
				if (count++ == 0) first = t * depth + z + 1;
			}
		final boolean everywhere = count == depth * annotated.frames();
		if (!everywhere) return first;
		final int slice =
				annotated.rgb() ? (imp.getSlice() - 1) * annotated.channels() + imp.getChannel() : imp.getSlice();
		return (imp.getFrame() - 1) * depth + slice;
	}

	/** @return image and ROI; two ROIs of one name are told apart by a number */
	private static String id(final String image, final Roi roi, final int index, final Map<String, Integer> used) {
		final String own = roi.getName() == null || roi.getName().isBlank() ? "roi-" + (index + 1) : roi.getName();
		final int times = used.merge(own, 1, Integer::sum);
		final String unique = times == 1 ? own : own + " (" + times + ")";
		return image.isEmpty() ? unique : image + "/" + unique;
	}

	/** @return empty for a ROI that has but a number */
	static String label(final Roi roi) {
		final String given = roi.getProperty("class");
		if (given != null) return given;
		if (roi.getGroup() > 0) {
			final String group = Roi.getGroupName(roi.getGroup());
			return group == null || group.isBlank() ? String.valueOf(roi.getGroup()) : group;
		}
		return roi.getName() == null ? "" : roi.getName().replaceFirst("[-_ ]*[0-9][-_ 0-9]*$", "");
	}
}
