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
import fovea.text.Printable;
import fovea.zarr.json.Json;
import fovea.zarr.store.Keys;
import fovea.zarr.store.Store;
import java.util.Map;
import java.util.Optional;

/** Files of metadata, of both versions. Stateless. */
final class Metadata {

	static final String V3 = "zarr.json";
	static final String V2_ARRAY = ".zarray";
	static final String V2_GROUP = ".zgroup";
	static final String V2_ATTRIBUTES = ".zattrs";
	static final String V2_CONSOLIDATED = ".zmetadata";

	private Metadata() {}

	static ZarrSpec readArray(final Store store, final String path) throws ImageException {
		final Optional<Json> three = read(store, path, V3);
		if (three.isPresent()) {
			final String kind = three.get().get("node_type").text();
			if (kind.equals("array")) return MetadataV3.read(three.get());
			throw new ImageException(
					"Expected a Zarr array, got a " + Printable.name(kind) + ": " + ZarrArray.where(store, path));
		}
		final Optional<Json> two = read(store, path, V2_ARRAY);
		if (two.isPresent()) return MetadataV2.read(two.get(), attributesV2(store, path));
		throw new ImageException(
				"Expected a Zarr array (" + V3 + " or " + V2_ARRAY + "), got none: " + ZarrArray.where(store, path));
	}

	static void writeArray(final Store store, final String path, final ZarrSpec spec) throws ImageException {
		if (spec.version() == 3) {
			write(store, path, V3, MetadataV3.write(spec));
			return;
		}
		if (!spec.attributes().isEmpty()) write(store, path, V2_ATTRIBUTES, spec.attributes());
		write(store, path, V2_ARRAY, MetadataV2.write(spec));
	}

	static Map<String, Object> attributesV2(final Store store, final String path) throws ImageException {
		final Optional<Json> attributes = read(store, path, V2_ATTRIBUTES);
		return attributes.isPresent() ? attributes.get().object() : Map.of();
	}

	static Optional<Json> read(final Store store, final String path, final String name) throws ImageException {
		final String key = Keys.join(Keys.requirePrefix(path), name);
		final Optional<byte[]> bytes = store.read(key, Limits.METADATA_BYTES);
		return bytes.isEmpty()
				? Optional.empty()
				: Optional.of(Json.parse(bytes.get(), "'" + key + "' in '" + store.name() + "'"));
	}

	static void write(final Store store, final String path, final String name, final Map<String, ?> object)
			throws ImageException {
		store.write(Keys.join(Keys.requirePrefix(path), name), Json.bytes(object));
	}
}
