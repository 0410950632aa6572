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
package fovea.zarr.ome;

import fovea.zarr.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A version of OME-Zarr that is written. 0.4 lies in Zarr v2, 0.5 in Zarr v3.
 *
 * @see <a href="https://ngff.openmicroscopy.org">The specification</a>
 */
public enum OmeVersion {

	/** Zarr v2: each part of the attributes says the version for itself. */
	V0_4("0.4"),

	/** Zarr v3: all is in an object {@code ome}, which has the version. */
	V0_5("0.5");

	private static final String NAMESPACE = "ome";
	private static final String VERSION = "version";

	private final String label;

	OmeVersion(final String label) {
		this.label = label;
	}

	/** @return for example "0.5" */
	public String label() {
		return label;
	}

	/**
	 * @param content what is described, by its keys, for example {@code multiscales}
	 * @return attributes of a Zarr group that have it
	 */
	Map<String, Object> attributes(final Map<String, Object> content) {
		if (this == V0_4) return content;
		final Map<String, Object> ome = new LinkedHashMap<>();
		ome.put(VERSION, label);
		ome.putAll(content);
		return Map.of(NAMESPACE, ome);
	}

	/** @return a part of the attributes to be filled, which says the version where each part does */
	Map<String, Object> part() {
		final Map<String, Object> part = new LinkedHashMap<>();
		if (this == V0_4) part.put(VERSION, label);
		return part;
	}

	/**
	 * @param attributes of a Zarr group
	 * @param name of the group, for messages
	 * @return what OME-Zarr has in them, whichever the version
	 */
	static Json in(final Map<String, Object> attributes, final String name) {
		return new Json(name, "", attributes.get(NAMESPACE) instanceof final Map<?, ?> ome ? ome : attributes);
	}
}
