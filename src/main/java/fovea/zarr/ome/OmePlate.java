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

import fovea.base.ImageException;
import fovea.zarr.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A plate: which wells it has. Immutable.
 *
 * @param name empty where it has none
 * @param wells in the order of the file
 * @see <a href="https://ngff.openmicroscopy.org/0.5/#plate-md">The specification</a>
 */
public record OmePlate(String name, List<Well> wells) {

	private static final String PLATE = "plate";
	private static final String WELL = "well";

	/**
	 * A well.
	 *
	 * @param path of its group, from the plate's group, for example {@code A/1}
	 */
	public record Well(String path) {}

	/** Copies the list. */
	public OmePlate {
		wells = List.copyOf(wells);
	}

	/**
	 * @param attributes of a Zarr group
	 * @return whether it is a plate's
	 */
	public static boolean isIn(final Map<String, Object> attributes) {
		return OmeVersion.in(attributes, "").get(PLATE).isThere();
	}

	/**
	 * @param attributes of a Zarr group
	 * @param label for messages
	 * @return the plate that they describe
	 * @throws ImageException with one line if they describe none
	 */
	public static OmePlate read(final Map<String, Object> attributes, final String label) throws ImageException {
		final Json plate = OmeVersion.in(attributes, label).get(PLATE);
		final List<Well> wells = new ArrayList<>();
		for (final Json each : plate.get("wells").some())
			wells.add(new Well(each.get("path").text()));
		return new OmePlate(plate.get("name").maybeText().orElse(""), wells);
	}

	/**
	 * @param attributes of a Zarr group
	 * @return whether it is a well's
	 */
	public static boolean isWell(final Map<String, Object> attributes) {
		return OmeVersion.in(attributes, "").get(WELL).isThere();
	}

	/**
	 * @param attributes of a well's Zarr group
	 * @param label for messages
	 * @return paths of its fields of view, each an image, from the well's group
	 * @throws ImageException with one line if it is no well
	 */
	public static List<String> fields(final Map<String, Object> attributes, final String label) throws ImageException {
		final Json well = OmeVersion.in(attributes, label).get(WELL);
		final List<String> fields = new ArrayList<>();
		for (final Json each : well.get("images").some())
			fields.add(each.get("path").text());
		return fields;
	}
}
