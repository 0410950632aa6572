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
package fovea.zarr;

import fovea.base.ImageException;
import fovea.zarr.json.Json;
import fovea.zarr.store.Keys;
import fovea.zarr.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A group of a Zarr hierarchy, version 2 or 3: attributes, and what is in it. Immutable and thread-safe; the store is
 * the caller's, who closes it.
 *
 * <pre>{@code
 * ZarrGroup group = ZarrGroup.open(store, "");
 * Object multiscales = group.attributes().get("multiscales");
 * ZarrArray array = group.array("0");
 * }</pre>
 */
public final class ZarrGroup {

	private static final Set<String> KNOWN = Set.of("zarr_format", "node_type", "attributes", "consolidated_metadata");

	private final Store store;
	private final String path;
	private final int version;
	private final Map<String, Object> attributes;

	private ZarrGroup(final Store store, final String path, final int version, final Map<String, Object> attributes) {
		this.store = store;
		this.path = path;
		this.version = version;
		this.attributes = attributes;
	}

	/**
	 * @param store that it is in
	 * @param path of the group in the store, "" for the store's root
	 * @return the group
	 * @throws ImageException if there is none, or it cannot be read
	 */
	public static ZarrGroup open(final Store store, final String path) throws ImageException {
		final Optional<Json> three = Metadata.read(store, path, Metadata.V3);
		if (three.isPresent()) {
			if (!three.get().get("node_type").text().equals("group"))
				throw new ImageException("Expected a Zarr group, got an array: " + ZarrArray.where(store, path));
			MetadataV3.requireKnown(three.get(), KNOWN);
			return new ZarrGroup(store, path, 3, three.get().get("attributes").object());
		}
		final Optional<Json> two = Metadata.read(store, path, Metadata.V2_GROUP);
		if (two.isEmpty())
			throw new ImageException("Expected a Zarr group (" + Metadata.V3 + " or " + Metadata.V2_GROUP
					+ "), got none: " + ZarrArray.where(store, path));
		if (two.get().get("zarr_format").integer() != 2)
			throw two.get().get("zarr_format").unexpected("2");
		return new ZarrGroup(store, path, 2, Metadata.attributesV2(store, path));
	}

	/**
	 * Writes a group, or one that is there anew, with other attributes; what is in it stays.
	 *
	 * @param store that is written
	 * @param path of the group in the store, "" for the store's root
	 * @param version 2 or 3
	 * @param attributes texts, numbers, booleans, nulls, lists and maps of them
	 * @return the group
	 * @throws ImageException if it cannot be written
	 */
	public static ZarrGroup create(
			final Store store, final String path, final int version, final Map<String, Object> attributes)
			throws ImageException {
		if (version != 2 && version != 3) throw new IllegalArgumentException("version " + version);
		final Map<String, Object> object = new LinkedHashMap<>();
		object.put("zarr_format", version);
		if (version == 3) {
			object.put("node_type", "group");
			object.put("attributes", attributes);
			Metadata.write(store, path, Metadata.V3, object);
		} else {
			Metadata.write(store, path, Metadata.V2_ATTRIBUTES, attributes);
			Metadata.write(store, path, Metadata.V2_GROUP, object);
		}
		return open(store, path);
	}

	/** @return where it is in its store */
	public String path() {
		return path;
	}

	/** @return 2 or 3 */
	public int version() {
		return version;
	}

	/** @return texts, numbers, booleans, nulls, lists and maps of them */
	public Map<String, Object> attributes() {
		return attributes;
	}

	/**
	 * @param name relative to this group
	 * @return an array in it
	 * @throws ImageException if there is none, or it cannot be read
	 */
	public ZarrArray array(final String name) throws ImageException {
		return ZarrArray.open(store, Keys.join(path, name));
	}

	/**
	 * @param name relative to this group
	 * @return a group in it
	 * @throws ImageException if there is none, or it cannot be read
	 */
	public ZarrGroup group(final String name) throws ImageException {
		return open(store, Keys.join(path, name));
	}

	/**
	 * @return names of arrays and groups directly in it, sorted; where the store cannot list, those of consolidated
	 *     metadata
	 * @throws ImageException if neither can be asked
	 */
	public List<String> children() throws ImageException {
		if (!store.canList()) return consolidated();
		final List<String> names = new ArrayList<>();
		for (final String name : store.children(path)) {
			final String child = Keys.join(path, name);
			if (!name.startsWith(".") && !name.equals(Metadata.V3) && isNode(child)) names.add(name);
		}
		return names;
	}

	private boolean isNode(final String child) throws ImageException {
		for (final String name : List.of(Metadata.V3, Metadata.V2_ARRAY, Metadata.V2_GROUP))
			if (store.exists(Keys.join(child, name))) return true;
		return false;
	}

	private List<String> consolidated() throws ImageException {
		final Optional<Json> file = Metadata.read(store, path, version == 3 ? Metadata.V3 : Metadata.V2_CONSOLIDATED);
		final Json known = file.map(json -> version == 3 ? json.get("consolidated_metadata") : json)
				.map(json -> json.get("metadata"))
				.orElse(new Json("", "", null));
		if (!known.isThere())
			throw new ImageException("Cannot list " + ZarrArray.where(store, path)
					+ ": a web server does not list, and there are no consolidated metadata; name an array in it");
		final Set<String> names = new TreeSet<>();
		for (final String key : known.keys()) {
			final int slash = key.indexOf('/');
			if (version == 3 || slash > 0) names.add(slash < 0 ? key : key.substring(0, slash));
		}
		return List.copyOf(names);
	}

	@Override
	public String toString() {
		return ZarrArray.where(store, path);
	}
}
