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
import fovea.io.DataType;
import fovea.zarr.codec.ByteCodec;
import fovea.zarr.json.Json;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * .zarray files. Stateless.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html">Zarr v2</a>
 */
final class MetadataV2 {

	private MetadataV2() {}

	static ZarrSpec read(final Json json, final Map<String, Object> attributes) throws ImageException {
		if (json.get("zarr_format").integer() != 2)
			throw json.get("zarr_format").unexpected("2");
		final Json filters = json.get("filters");
		if (filters.isThere() && !filters.list().isEmpty()) throw filters.unexpected("no filters");
		final long[] shape = json.get("shape").integers(0, Long.MAX_VALUE);
		final int[] chunks = json.get("chunks").lengths();
		if (chunks.length != shape.length) throw json.get("chunks").unexpected(shape.length + " lengths");
		if (!json.get("dtype").isText()) throw json.get("dtype").unexpected("a number's type, such as \"<u2\"");
		final DataType type = type(json.get("dtype"));
		final boolean isBig = json.get("dtype").text().charAt(0) == '>';
		final String order = json.get("order").isThere() ? json.get("order").text() : "C";
		if (!order.equals("C") && !order.equals("F")) throw json.get("order").unexpected("C or F");
		final List<Integer> axes = new ArrayList<>();
		for (int d = 0; d < shape.length; d++) axes.add(d);
		if (order.equals("F")) Collections.reverse(axes);
		final Json compressor = json.get("compressor");
		final List<ByteCodec> codecs =
				compressor.isThere() ? List.of(CodecJson.readV2(compressor, Elements.bytes(type))) : List.of();
		return new ZarrSpec(
				2,
				type,
				new ZarrGrid(shape, chunks),
				FillValue.read(json.get("fill_value"), type),
				new ZarrEncoding(
						isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
						axes,
						codecs,
						ZarrEncoding.Index.DEFAULT,
						List.of()),
				new ChunkKeys(false, MetadataV3.separator(json.get("dimension_separator"), '.')),
				List.of(),
				attributes);
	}

	private static DataType type(final Json json) throws ImageException {
		final String text = json.text();
		if (text.matches("[<>|=].*"))
			for (final DataType each : DataType.values())
				if (Limits.isKnown(each) && name(each).equals(text.substring(1))) return each;
		throw json.unexpected("b1, i1 to i8, u1 to u8 or f2 to f8 behind < or >");
	}

	private static String name(final DataType type) {
		final char kind = switch (type) {
			case BOOL -> 'b';
			case UINT8, UINT16, UINT32, UINT64 -> 'u';
			case FLOAT16, FLOAT32, FLOAT64 -> 'f';
			default -> 'i';
		};
		return kind + String.valueOf(Elements.bytes(type));
	}

	static Map<String, Object> write(final ZarrSpec spec) throws ImageException {
		final ZarrEncoding encoding = spec.encoding();
		final List<Integer> backwards = new ArrayList<>();
		for (int d = spec.grid().axes() - 1; d >= 0; d--) backwards.add(d);
		final boolean isF = !encoding.isInOrder() && encoding.axes().equals(backwards);
		if (!encoding.isInOrder() && !isF
				|| encoding.codecs().size() > 1
				|| spec.keys().hasPrefix())
			throw new ImageException(
					"Expected what Zarr 2 has (C or F order, one compressor, keys without a prefix), got " + encoding
							+ ", " + spec.keys());
		final String endian =
				Elements.bytes(spec.type()) == 1 ? "|" : encoding.endian() == ByteOrder.BIG_ENDIAN ? ">" : "<";
		final Map<String, Object> object = new LinkedHashMap<>();
		object.put("zarr_format", 2);
		object.put("shape", spec.grid().shape());
		object.put("chunks", spec.grid().chunks());
		object.put("dtype", endian + name(spec.type()));
		object.put(
				"compressor",
				encoding.codecs().isEmpty()
						? null
						: CodecJson.writeV2(encoding.codecs().get(0)));
		object.put("fill_value", FillValue.write(spec.fill()));
		object.put("order", isF ? "F" : "C");
		object.put("filters", null);
		object.put("dimension_separator", String.valueOf(spec.keys().separator()));
		return object;
	}
}
