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
import fovea.zarr.ome.OmeLabels;
import fovea.zarr.ome.OmePlate;
import fovea.zarr.store.Store;
import fovea.zarr.store.StoreOpener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How groups of OME-Zarr lie in each other. Stateless. */
final class Layout {

	/** Files that a group or an array of Zarr has, one of them. */
	static final List<String> MARKS = List.of("zarr.json", ".zgroup", ".zattrs", ".zarray");

	/** Of bioformats2raw: images are in groups 0, 1 and so on. */
	private static final String SERIES = "bioformats2raw.layout";

	private Layout() {}

	/** A zip may have been made of a folder, which is then in it. */
	static String root(final Store store) throws ImageException {
		if (!store.canList() || hasGroup(store, "")) return "";
		final List<String> all = store.children("");
		return all.size() == 1 ? all.get(0) : "";
	}

	static boolean hasGroup(final Store store, final String name) throws ImageException {
		for (final String mark : MARKS) if (store.exists(join(name, mark))) return true;
		return false;
	}

	static boolean isSeries(final Map<String, Object> attributes) {
		return attributes.containsKey(SERIES)
				|| attributes.get("ome") instanceof final Map<?, ?> ome && ome.containsKey(SERIES);
	}

	/**
	 * @param root of a group that is no image
	 * @param attributes of it
	 * @return groups in it of which each holds images, or is one
	 */
	static List<String> inside(
			final Store store, final String root, final Map<String, Object> attributes, final String place)
			throws ImageException {
		if (OmePlate.isIn(attributes))
			return OmePlate.read(attributes, place).wells().stream()
					.map(OmePlate.Well::path)
					.toList();
		if (OmePlate.isWell(attributes)) return OmePlate.fields(attributes, place);
		final List<String> inside = new ArrayList<>(OmeLabels.read(attributes, place));
		if (inside.isEmpty() && isSeries(attributes))
			for (int i = 0; hasGroup(store, join(root, String.valueOf(i))); i++) inside.add(String.valueOf(i));
		return inside;
	}

	static String join(final String path, final String name) {
		return path.isEmpty() ? name : path.replaceFirst("/+$", "") + "/" + name;
	}

	/** @return the same for what a user has named, which may be an address with a query */
	static String within(final String place, final String name) {
		if (name.isEmpty()) return place;
		final int query = StoreOpener.isAddress(place) ? place.indexOf('?') : -1;
		return query < 0 ? join(place, name) : join(place.substring(0, query), name) + place.substring(query);
	}
}
