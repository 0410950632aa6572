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

/** The fields of a layer as files have them, those left out that are at Keras' default. */
public final class LayerFields extends LayerDefault<Map<String, Object>> {

	@Override
	public Map<String, Object> other(final Layer layer) {
		return new LinkedHashMap<>();
	}

	@Override
	public Map<String, Object> visit(final Input layer) {
		return field("shape", lengths(layer.shape()));
	}

	@Override
	public Map<String, Object> visit(final Conv2D layer) {
		final Map<String, Object> fields = field("filters", layer.filters());
		fields.put("kernel_size", size(layer.kernelSize()));
		window(fields, layer.strides(), Size.of(1), layer.padding());
		affine(fields, layer.activation(), layer.l2(), layer.useBias());
		return fields;
	}

	@Override
	public Map<String, Object> visit(final Conv2DTranspose layer) {
		final Map<String, Object> fields = field("filters", layer.filters());
		fields.put("kernel_size", size(layer.kernelSize()));
		window(fields, layer.strides(), Size.of(1), layer.padding());
		affine(fields, layer.activation(), layer.l2(), layer.useBias());
		return fields;
	}

	@Override
	public Map<String, Object> visit(final MaxPooling2D layer) {
		final Map<String, Object> fields = field("pool_size", size(layer.poolSize()));
		window(fields, layer.strides(), layer.poolSize(), layer.padding());
		return fields;
	}

	@Override
	public Map<String, Object> visit(final AveragePooling2D layer) {
		final Map<String, Object> fields = field("pool_size", size(layer.poolSize()));
		window(fields, layer.strides(), layer.poolSize(), layer.padding());
		return fields;
	}

	@Override
	public Map<String, Object> visit(final MaxUnpooling2D layer) {
		return field("pooling", layer.pooling());
	}

	@Override
	public Map<String, Object> visit(final UpSampling2D layer) {
		final Map<String, Object> fields = field("size", size(layer.size()));
		fields.put("interpolation", FieldReader.text(layer.interpolation()));
		return fields;
	}

	@Override
	public Map<String, Object> visit(final Dense layer) {
		final Map<String, Object> fields = field("units", layer.units());
		affine(fields, layer.activation(), layer.l2(), layer.useBias());
		return fields;
	}

	@Override
	public Map<String, Object> visit(final Reshape layer) {
		return field("target_shape", lengths(layer.targetShape()));
	}

	@Override
	public Map<String, Object> visit(final BatchNormalization layer) {
		final Map<String, Object> fields = other(layer);
		if (layer.momentum() != BatchNormalization.DEFAULT_MOMENTUM) fields.put("momentum", layer.momentum());
		if (layer.epsilon() != BatchNormalization.DEFAULT_EPSILON) fields.put("epsilon", layer.epsilon());
		return fields;
	}

	@Override
	public Map<String, Object> visit(final Dropout layer) {
		return field("rate", layer.rate());
	}

	@Override
	public Map<String, Object> visit(final ActivationLayer layer) {
		return field("activation", layer.activation().toString());
	}

	private static void window(
			final Map<String, Object> fields, final Size strides, final Size usual, final Padding padding) {
		if (!strides.equals(usual)) fields.put("strides", size(strides));
		if (padding != Padding.VALID) fields.put("padding", FieldReader.text(padding));
	}

	private static void affine(
			final Map<String, Object> fields, final Activation activation, final double l2, final boolean useBias) {
		if (!activation.equals(Activation.LINEAR)) fields.put("activation", activation.toString());
		if (l2 != 0) fields.put("l2", l2);
		if (!useBias) fields.put("use_bias", false);
	}

	private static Map<String, Object> field(final String key, final Object value) {
		final Map<String, Object> fields = new LinkedHashMap<>();
		fields.put(key, value);
		return fields;
	}

	private static Object size(final Size size) {
		return size.height() == size.width() ? (Object) size.height() : List.of(size.height(), size.width());
	}

	/** Null stands for a free length. */
	private static List<Integer> lengths(final Shape shape) {
		if (shape.isVector()) return List.of(shape.channels());
		return Arrays.asList(length(shape.height()), length(shape.width()), shape.channels());
	}

	private static Integer length(final int length) {
		return length == Shape.FREE ? null : (Integer) length;
	}
}
