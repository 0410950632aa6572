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
package fovea.net.layer;

import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the fields of a layer as files have them: numbers, texts, true or false, and lists of numbers. */
public final class FieldWriter {

	private final Map<String, Object> fields = new LinkedHashMap<>();

	/**
	 * @param layer any
	 * @return its fields in order, those left out that are at Keras' default
	 */
	public static Map<String, Object> fields(final Layer layer) {
		final FieldWriter writer = new FieldWriter();
		layer.write(writer);
		return writer.fields;
	}

	FieldWriter put(final String key, final Object value) {
		fields.put(key, plain(value));
		return this;
	}

	/** Leaves out what is as usual. */
	FieldWriter put(final String key, final Object value, final Object usual) {
		return value.equals(usual) ? this : put(key, value);
	}

	FieldWriter window(final Size strides, final Size usual, final Padding padding) {
		return put("strides", strides, usual).put("padding", padding, Padding.VALID);
	}

	FieldWriter affine(final Activation activation, final double l2, final boolean useBias) {
		return put("activation", activation, Activation.LINEAR)
				.put("l2", l2, 0.0)
				.put("use_bias", useBias, true);
	}

	private static Object plain(final Object value) {
		if (value instanceof Size size)
			return size.height() == size.width() ? (Object) size.height() : List.of(size.height(), size.width());
		if (value instanceof Shape shape)
			return shape.isVector()
					? List.of(shape.channels())
					: Arrays.asList(length(shape.height()), length(shape.width()), shape.channels());
		if (value instanceof Enum<?> constant) return FieldReader.text(constant);
		return value instanceof Activation ? value.toString() : value;
	}

	/** Null stands for a free length. */
	private static Integer length(final int length) {
		return length == Shape.FREE ? null : (Integer) length;
	}
}
