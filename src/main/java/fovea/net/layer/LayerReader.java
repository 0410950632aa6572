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

import fovea.base.ModelException;
import fovea.net.shape.Padding;
import fovea.net.shape.Size;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Makes layers of their fields. The kinds, and the arguments of each with their defaults, are Keras'. */
public final class LayerReader {

	private static final Map<String, Kind> KINDS = kinds();

	/** Reads the fields of one kind of layer. */
	private interface Kind {

		Layer read(FieldReader fields) throws ModelException;
	}

	private LayerReader() {}

	/**
	 * @param fields of which "type" names the kind of layer
	 * @return the layer
	 * @throws ModelException if there is no such kind, or a field is not what it should be
	 */
	public static Layer read(final FieldReader fields) throws ModelException {
		final String expected = "a kind of layer: " + String.join(", ", KINDS.keySet());
		final Kind kind = KINDS.get(fields.at("type").text(expected));
		if (kind == null) throw fields.at("type").error(expected);
		return kind.read(fields);
	}

	private static Map<String, Kind> kinds() {
		final Map<String, Kind> kinds = new TreeMap<>();
		kinds.put("Input", fields -> new Input(fields.shape("shape")));
		kinds.put("Conv2D", LayerReader::conv2D);
		kinds.put("Conv2DTranspose", LayerReader::conv2DTranspose);
		kinds.put("MaxPooling2D", LayerReader::maxPooling2D);
		kinds.put("AveragePooling2D", LayerReader::averagePooling2D);
		kinds.put(
				"MaxUnpooling2D",
				fields -> new MaxUnpooling2D(
						FieldReader.layerName(fields.at("pooling"), "the name of a MaxPooling2D layer")));
		kinds.put(
				"UpSampling2D",
				fields -> new UpSampling2D(
						fields.size("size").orElse(Size.of(2)), fields.choice("interpolation", Interpolation.NEAREST)));
		kinds.put(
				"Dense",
				fields -> new Dense(
						fields.count("units"),
						fields.activation("activation"),
						fields.number("l2", 0),
						fields.flag("use_bias", true)));
		kinds.put("Flatten", fields -> new Flatten());
		kinds.put("Reshape", fields -> new Reshape(fields.shape("target_shape")));
		kinds.put(
				"BatchNormalization",
				fields -> new BatchNormalization(
						fields.number("momentum", BatchNormalization.DEFAULT_MOMENTUM),
						fields.number("epsilon", BatchNormalization.DEFAULT_EPSILON)));
		kinds.put("Dropout", fields -> new Dropout(fields.at("rate").number("a number from 0 to below 1")));
		kinds.put("Add", fields -> new Add());
		kinds.put("Concatenate", fields -> new Concatenate());
		kinds.put("Activation", fields -> new ActivationLayer(fields.activation("activation")));
		return Collections.unmodifiableMap(kinds);
	}

	private static Layer conv2D(final FieldReader fields) throws ModelException {
		return new Conv2D(
				fields.count("filters"),
				fields.requiredSize("kernel_size"),
				fields.size("strides").orElse(Size.of(1)),
				fields.choice("padding", Padding.VALID),
				fields.activation("activation"),
				fields.number("l2", 0),
				fields.flag("use_bias", true));
	}

	private static Layer conv2DTranspose(final FieldReader fields) throws ModelException {
		return new Conv2DTranspose(
				fields.count("filters"),
				fields.requiredSize("kernel_size"),
				fields.size("strides").orElse(Size.of(1)),
				fields.choice("padding", Padding.VALID),
				fields.activation("activation"),
				fields.number("l2", 0),
				fields.flag("use_bias", true));
	}

	private static Layer maxPooling2D(final FieldReader fields) throws ModelException {
		final Size pool = fields.size("pool_size").orElse(Size.of(2));
		return new MaxPooling2D(pool, fields.size("strides").orElse(pool), fields.choice("padding", Padding.VALID));
	}

	private static Layer averagePooling2D(final FieldReader fields) throws ModelException {
		final Size pool = fields.size("pool_size").orElse(Size.of(2));
		return new AveragePooling2D(pool, fields.size("strides").orElse(pool), fields.choice("padding", Padding.VALID));
	}
}
