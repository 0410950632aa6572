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
package fovea.worker;

import fovea.infer.network.FloatTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weights and states of optimizers in messages: names in the text, values among the tensors, in the same order. */
public final class FloatMaps {

	private static final String NAMES = "names";

	private FloatMaps() {}

	/** @return the names, fields of a message */
	public static Fields names(final Map<String, float[]> values) {
		return Fields.of(NAMES, new ArrayList<>(values.keySet()));
	}

	/** @return the values, tensors of one axis */
	public static List<FloatTensor> tensors(final Map<String, float[]> values) {
		return values.values().stream()
				.map(v -> new FloatTensor(new int[] {v.length}, v))
				.toList();
	}

	/** @return names and values together again; arrays of their very length are not copied */
	public static Map<String, float[]> read(final Fields names, final List<FloatTensor> tensors) {
		final Map<String, float[]> values = new LinkedHashMap<>();
		final List<String> keys = names.texts(NAMES);
		for (int i = 0; i < keys.size(); i++)
			values.put(keys.get(i), tensors.get(i).data());
		return values;
	}
}
