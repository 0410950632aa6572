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
package fovea.zarr.image;

import fovea.base.ImageException;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.ome.OmePlate;
import fovea.zarr.store.Keys;
import fovea.zarr.store.Store;
import fovea.zarr.store.StoreOpener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which images a place holds: one, the fields of a plate's wells, those of a well, or the images of a file of
 * bioformats2raw. Immutable.
 *
 * @param images where in the place images are, such as "B/03/0" in a plate, in the order of the file; "" alone if the
 *     place is one image, or cannot be looked into, which is told when it is opened
 * @param problems one line for each well that cannot be looked into
 * @param labels whether it is one image that has the numbers of objects instead of gray values
 */
public record OmeContents(List<String> images, List<String> problems, boolean labels) {

	private static final OmeContents ONE = new OmeContents(List.of(""), List.of(), false);
	private static final OmeContents LABELS = new OmeContents(List.of(""), List.of(), true);

	/** Copies the lists. */
	public OmeContents {
		images = List.copyOf(images);
		problems = List.copyOf(problems);
	}

	/**
	 * @param place a folder, a zip, or an address (http, https, s3)
	 * @return what it holds
	 */
	public static OmeContents of(final String place) {
		try (Store store = StoreOpener.open(place)) {
			return of(store, Layout.root(store), StoreOpener.shown(place));
		} catch (final ImageException e) {
			return ONE; // who opens it is told
		}
	}

	private static OmeContents of(final Store store, final String root, final String place) throws ImageException {
		final Map<String, Object> attributes = ZarrGroup.open(store, root).attributes();
		if (OmeImage.isIn(attributes)) return OmeImage.read(attributes, place).labels() ? LABELS : ONE;
		final List<String> images = new ArrayList<>();
		final List<String> problems = new ArrayList<>();
		if (OmePlate.isIn(attributes))
			for (final String well : Layout.inside(store, root, attributes, place)) {
				try {
					images.addAll(fields(store, root, well, place));
				} catch (final ImageException e) {
					problems.add("Cannot look into well " + well + " of " + place + ": " + e.getMessage());
				}
			}
		else if (OmePlate.isWell(attributes) || Layout.isSeries(attributes))
			for (final String name : Layout.inside(store, root, attributes, place))
				images.add(Keys.require(Layout.join(root, name)));
		return images.size() + problems.size() <= 1 ? ONE : new OmeContents(images, problems, false);
	}

	private static List<String> fields(final Store store, final String root, final String well, final String place)
			throws ImageException {
		final String path = Layout.join(root, well);
		final List<String> fields = new ArrayList<>();
		for (final String field : OmePlate.fields(ZarrGroup.open(store, path).attributes(), place))
			fields.add(Keys.require(Layout.join(path, field)));
		return fields;
	}

	/** @return whether it is a plate, a well or a series of images, of which each is an image of its own */
	public boolean areSeveral() {
		return !images.equals(ONE.images);
	}

	/**
	 * @param place a folder or an address
	 * @param name of a group in it; "" for itself
	 * @return where that is
	 */
	public static String within(final String place, final String name) {
		return Layout.within(place, name);
	}
}
