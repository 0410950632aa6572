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
 * Which labels an image has: a group {@value #GROUP} in the image's group lists them, each an image of its own there.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/#labels-md">The specification</a>
 */
public final class OmeLabels {

	/** Name of the group, in that of the image. */
	public static final String GROUP = "labels";

	private OmeLabels() {}

	/**
	 * @param attributes of the group {@value #GROUP}
	 * @param label for messages
	 * @return names of the images of labels in this group; none where nothing is said
	 * @throws ImageException with one line if they are not listed as they should be
	 */
	public static List<String> read(final Map<String, Object> attributes, final String label) throws ImageException {
		final List<String> names = new ArrayList<>();
		for (final Json each : OmeVersion.in(attributes, label).get(GROUP).elements()) names.add(each.text());
		return names;
	}

	/**
	 * @param names of the images of labels
	 * @param version to write
	 * @return attributes of the group {@value #GROUP}
	 */
	public static Map<String, Object> attributes(final List<String> names, final OmeVersion version) {
		return version.attributes(Map.of(GROUP, List.copyOf(names)));
	}
}
