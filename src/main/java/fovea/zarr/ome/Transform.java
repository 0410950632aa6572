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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * From pixels to places, along each axis for itself: place = scale x pixel + translation.
 *
 * @param scale one for each axis
 * @param translation one for each axis
 */
record Transform(List<Double> scale, List<Double> translation) {

	static final String KEY = "coordinateTransformations";

	/** Where there are such, as from 0.6 on, these and not the axes are what is named. */
	static final String SYSTEMS = "coordinateSystems";

	private static final String TYPE = "type";
	private static final String SCALE = "scale";
	private static final String TRANSLATION = "translation";

	/** @return leaves everything where it is */
	static Transform none(final int axes) {
		return new Transform(Collections.nCopies(axes, 1.0), Collections.nCopies(axes, 0.0));
	}

	/**
	 * @param list of transformations, one after the other; none where nothing is there
	 * @throws ImageException if one is neither a scale nor a translation
	 */
	static Transform read(final Json list, final int axes) throws ImageException {
		Transform all = none(axes);
		for (final Json each : list.elements()) all = all.then(one(each, axes));
		return all;
	}

	private static Transform one(final Json place, final int axes) throws ImageException {
		final Transform none = none(axes);
		final String type = place.get(TYPE).text();
		return switch (type) {
			case "identity" -> none;
			case "sequence" -> read(place.get("transformations"), axes);
			case SCALE -> {
				final List<Double> scale = place.get(SCALE).numbers(axes);
				if (scale.stream().anyMatch(each -> each <= 0))
					throw place.get(SCALE).unexpected("numbers above 0");
				yield new Transform(scale, none.translation);
			}
			case TRANSLATION -> new Transform(none.scale, place.get(TRANSLATION).numbers(axes));
			default -> throw place.get(TYPE).unexpected("scale or translation, which pixels can follow");
		};
	}

	/** @return this, and another one after it */
	Transform then(final Transform next) {
		return new Transform(
				IntStream.range(0, scale.size())
						.mapToObj(i -> scale.get(i) * next.scale.get(i))
						.toList(),
				IntStream.range(0, scale.size())
						.mapToObj(i -> translation.get(i) * next.scale.get(i) + next.translation.get(i))
						.toList());
	}

	/** @return a scale, and a translation where there is one */
	List<Map<String, Object>> written() {
		final Map<String, Object> first = Map.of(TYPE, SCALE, SCALE, scale);
		if (translation.stream().allMatch(each -> each == 0)) return List.of(first);
		return List.of(first, Map.of(TYPE, TRANSLATION, TRANSLATION, translation));
	}
}
