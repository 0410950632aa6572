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

import fovea.latent.ItemLocation;
import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Items in an open image: selected there, found there, named there.
 *
 * @param image that they are in
 * @param rois by which they were cut out, none if they were not
 * @param places of all items
 */
record ItemImage(ImagePlus image, List<Roi> rois, List<ItemLocation> places) {

	/** Copies the lists. */
	ItemImage {
		rois = List.copyOf(rois);
		places = List.copyOf(places);
	}

	/**
	 * What a person has selected.
	 *
	 * @param plane 1-based, slices fastest
	 * @param box of the selection; empty where there is none
	 * @param name of the ROI, empty if it has none
	 */
	record Seen(int plane, Rectangle box, String name) {}

	boolean isOpen() {
		return image.getWindow() != null;
	}

	private int depth() {
		return image.getNSlices() * (isColorStack() ? image.getNChannels() : 1);
	}

	/** Its channels are color images, one after the other as slices are. */
	private boolean isColorStack() {
		return image.getType() == ImagePlus.COLOR_RGB && image.getNChannels() > 1;
	}

	/** @return channel, slice and frame of a plane; the channel that is shown, but for color stacks */
	private int[] position(final int plane) {
		final int slice = (plane - 1) % depth();
		final int frame = (plane - 1) / depth() + 1;
		return isColorStack()
				? new int[] {slice % image.getNChannels() + 1, slice / image.getNChannels() + 1, frame}
				: new int[] {image.getChannel(), slice + 1, frame};
	}

	private int plane() {
		final int slice =
				isColorStack() ? (image.getSlice() - 1) * image.getNChannels() + image.getChannel() : image.getSlice();
		return (image.getFrame() - 1) * depth() + slice;
	}

	Seen seen() {
		final Roi roi = image.getRoi();
		return new Seen(
				plane(),
				roi == null ? new Rectangle() : roi.getBounds(),
				roi == null || roi.getName() == null ? "" : roi.getName());
	}

	/** Shows an item's slice and selects it there; a whole slice needs no more. */
	void select(final int index) {
		final ItemLocation place = places.get(index);
		final int[] to = position(place.plane());
		if (plane() != place.plane()) image.setPosition(to[0], to[1], to[2]);
		if (place.roi() > 0) image.setRoi((Roi) rois.get(place.roi() - 1).clone());
		else if (isPatch(place)) image.setRoi(new Roi(place.x(), place.y(), place.width(), place.height()));
	}

	private boolean isPatch(final ItemLocation place) {
		return place.roi() == 0 && (place.width() < image.getWidth() || place.height() < image.getHeight());
	}

	/**
	 * @return the item that a person means by it: its ROI, else a patch that has the middle of the selection, else the
	 *     slice
	 */
	OptionalInt index(final Seen seen) {
		if (!rois.isEmpty()) {
			final OptionalInt named =
					first(i -> isRoi(places.get(i), seen) && name(places.get(i)).equals(seen.name()));
			return named.isPresent() ? named : first(i -> isRoi(places.get(i), seen));
		}
		if (places.stream().noneMatch(this::isPatch))
			return first(i -> places.get(i).plane() == seen.plane());
		if (seen.box().isEmpty()) return OptionalInt.empty();
		final OptionalInt exact = first(
				i -> places.get(i).plane() == seen.plane() && box(places.get(i)).equals(seen.box()));
		return exact.isPresent()
				? exact
				: first(i -> places.get(i).plane() == seen.plane()
						&& box(places.get(i))
								.contains(seen.box().getCenterX(), seen.box().getCenterY()));
	}

	private OptionalInt first(final IntPredicate wanted) {
		return IntStream.range(0, places.size()).filter(wanted).findFirst();
	}

	private boolean isRoi(final ItemLocation place, final Seen seen) {
		return place.roi() > 0
				&& place.plane() == seen.plane()
				&& rois.get(place.roi() - 1).getBounds().equals(seen.box());
	}

	private String name(final ItemLocation place) {
		final String name = rois.get(place.roi() - 1).getName();
		return name == null ? "" : name;
	}

	private static Rectangle box(final ItemLocation place) {
		return new Rectangle(place.x(), place.y(), place.width(), place.height());
	}

	/**
	 * @param index of an item
	 * @param name of a ROI that has none
	 * @return where it is, a copy of its ROI if it was cut out by one
	 */
	Roi roi(final int index, final String name) {
		final ItemLocation place = places.get(index);
		if (place.roi() > 0) return (Roi) rois.get(place.roi() - 1).clone();
		final Roi roi = new Roi(place.x(), place.y(), place.width(), place.height());
		roi.setName(name);
		final int[] to = position(place.plane());
		if (image.getStackSize() > 1) {
			if (image.isHyperStack() || image.getNChannels() > 1) roi.setPosition(to[0], to[1], to[2]);
			else roi.setPosition(image.getStackIndex(1, to[1], to[2]));
		}
		return roi;
	}

	/** Says in the image what an item is, where it has a place for that. */
	void label(final int index, final String label) {
		final ItemLocation place = places.get(index);
		if (place.roi() > 0) rois.get(place.roi() - 1).setProperty("class", label.isEmpty() ? null : label);
		else if (!isPatch(place) && image.getStackSize() > 1) {
			final int[] at = position(place.plane());
			final int channels = isColorStack() ? 1 : image.getNChannels();
			for (int c = 1; c <= channels; c++)
				image.getStack().setSliceLabel(label, image.getStackIndex(isColorStack() ? at[0] : c, at[1], at[2]));
		}
	}

	/** @return of ROIs their groups and names */
	Map<String, List<String>> columns() {
		final Map<String, List<String>> columns = new LinkedHashMap<>();
		if (rois.isEmpty()) return columns;
		columns.put(
				"ROI group",
				places.stream()
						.map(place -> String.valueOf(rois.get(place.roi() - 1).getGroup()))
						.toList());
		columns.put("ROI name", places.stream().map(this::name).toList());
		return columns;
	}
}
