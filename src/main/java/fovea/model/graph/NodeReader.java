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
package fovea.model.graph;

import fovea.model.graph.GraphNode.Declared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads NodeDef and what is in it, and writes anew what TensorFlow may get of it: known fields in their known types,
 * nothing else. What is there twice, which only an attacker writes, is an error: which of the two TensorFlow takes need
 * not be known.
 *
 * @see <a href="https://github.com/tensorflow/tensorflow/tree/v2.18.0/tensorflow/core/framework">node_def.proto,
 *     attr_value.proto, tensor.proto, tensor_shape.proto</a>
 */
final class NodeReader {

	/** As many as TensorFlow takes. */
	private static final int MOST_AXES = 254;

	private static final int DT_INT32 = 3;
	private static final int DT_INT64 = 9;

	/** What an item of a list takes in Java's memory. */
	private static final int ITEM_BYTES = 24;
	/** What a node or a function takes, whatever is in it. */
	static final int NODE_BYTES = 256;

	/**
	 * Fields of TensorProto that hold values, but for handles of resources and variants, which only TensorFlow itself
	 * can make.
	 */
	private static final Set<Integer> VALUES = Set.of(5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17, 18);

	private final ProtoReader in;

	NodeReader(final ProtoReader in) {
		this.in = in;
	}

	/** @return the node that the present field is */
	GraphNode node() throws IOException {
		in.account(NODE_BYTES);
		final UniqueText name = new UniqueText("name of a node");
		final UniqueText op = new UniqueText("op");
		final List<String> inputs = new ArrayList<>();
		final Attributes attributes = new Attributes();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) name.set(in.text());
			else if (tag == ProtoReader.bytes(2)) op.set(in.text());
			else if (tag == ProtoReader.bytes(3)) inputs.add(in.text());
			else if (tag == ProtoReader.bytes(5)) attribute(attributes);
		});
		return new GraphNode(
				name.text(),
				op.text(),
				inputs,
				attributes.functions,
				attributes.shapes,
				attributes.types,
				attributes.constants,
				attributes.listed,
				attributes.all);
	}

	/** What is kept of a node's attributes. */
	private static final class Attributes {

		private final List<String> functions = new ArrayList<>();
		private final List<Declared<Dims>> shapes = new ArrayList<>();
		private final Map<String, Integer> types = new HashMap<>();
		private final List<Declared<Constant>> constants = new ArrayList<>();
		private final List<Declared<Long>> listed = new ArrayList<>();
		private final List<Attribute> all = new ArrayList<>();
		private final Set<String> names = new HashSet<>();
	}

	/** An entry of the map, of which the key may come last. */
	private void attribute(final Attributes all) throws IOException {
		final UniqueText key = new UniqueText("name of an attribute");
		final List<Dims> shapes = new ArrayList<>();
		final List<Integer> types = new ArrayList<>();
		final List<Constant> constants = new ArrayList<>();
		final List<Long> listed = new ArrayList<>();
		final Value value = new Value(all.functions::add, shapes::add, types::add, constants::add, listed::add);
		final List<Attribute> found = new ArrayList<>();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) key.set(in.text());
			else if (tag == ProtoReader.bytes(2)) found.add(value(value));
		});
		if (found.size() > 1) throw twice("value of the attribute '" + NodeLocation.printable(key.text()) + "'");
		if (!all.names.add(key.text())) throw twice("attribute '" + NodeLocation.printable(key.text()) + "'");
		all.all.add(
				found.isEmpty()
						? new Attribute(key.text(), "", Encoded.NONE)
						: new Attribute(
								key.text(), found.get(0).kind(), found.get(0).value()));
		shapes.forEach(shape -> all.shapes.add(new Declared<>(key.text(), shape)));
		types.forEach(type -> all.types.put(key.text(), type));
		constants.forEach(constant -> all.constants.add(new Declared<>(key.text(), constant)));
		listed.forEach(number -> all.listed.add(new Declared<>(key.text(), number)));
	}

	/** Who takes what is found in an attribute's value. */
	private record Value(
			Consumer<String> functions,
			Consumer<Dims> shapes,
			Consumer<Integer> types,
			Consumer<Constant> constants,
			Consumer<Long> listed) {}

	/** The kind of a value, of which a value has one. */
	private static final class Kind {

		private String name = "";

		void set(final String kind) throws IOException {
			if (!name.isEmpty()) throw twice("value of an attribute");
			name = kind;
		}

		/** @param kind of an item of a list, whose items are of one kind */
		void item(final String kind) throws IOException {
			if (!name.isEmpty() && !name.equals(kind))
				throw new IOException("a list holds '" + name + "' and '" + kind + "'");
			name = kind;
		}
	}

	/** AttrValue, whose fields exclude each other. */
	private Attribute value(final Value value) throws IOException {
		final Kind kind = new Kind();
		final ProtoWriter out = new ProtoWriter();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) list(value, kind, out);
			else if (tag == ProtoReader.bytes(2)) {
				kind.set("string");
				out.part(2, in.held());
			} else if (tag == ProtoReader.varint(3)) {
				kind.set("int");
				out.varint(3, in.varint());
			} else if (tag == ProtoReader.fixed32(4)) {
				kind.set("float");
				out.fixed32(4, in.fixed32());
			} else if (tag == ProtoReader.varint(5)) {
				kind.set("bool");
				out.varint(5, in.varint());
			} else if (tag == ProtoReader.varint(6)) {
				kind.set("type");
				final int type = (int) in.varint();
				value.types.accept(type);
				out.varint(6, type);
			} else if (tag == ProtoReader.bytes(7)) {
				kind.set("shape");
				out.message(7, dims(value.shapes));
			} else if (tag == ProtoReader.bytes(8)) {
				kind.set("tensor");
				out.message(8, constant(value));
			} else if (tag == ProtoReader.bytes(9)) kind.set("placeholder");
			else if (tag == ProtoReader.bytes(10)) kind.set(function(value, out, 10));
		});
		return new Attribute("", kind.name, out.end());
	}

	/** AttrValue.ListValue. */
	private void list(final Value value, final Kind kind, final ProtoWriter out) throws IOException {
		final Kind item = new Kind();
		final ProtoWriter items = new ProtoWriter();
		in.message(tag -> {
			in.account(ITEM_BYTES);
			if (tag == ProtoReader.bytes(2)) {
				item.item("string");
				items.part(2, in.held());
			} else if (tag == ProtoReader.bytes(3) || tag == ProtoReader.varint(3)) {
				item.item("int");
				numbers(tag, number -> {
					value.listed.accept(number);
					items.varint(3, number);
				});
			} else if (tag == ProtoReader.bytes(4)) {
				item.item("float");
				if (in.length() % Float.BYTES != 0) throw new IOException("a list ends within a number");
				items.part(4, in.part());
			} else if (tag == ProtoReader.fixed32(4)) {
				item.item("float");
				items.fixed32(4, in.fixed32());
			} else if (tag == ProtoReader.bytes(5) || tag == ProtoReader.varint(5)) {
				item.item("bool");
				numbers(tag, number -> items.varint(5, number));
			} else if (tag == ProtoReader.bytes(6) || tag == ProtoReader.varint(6)) {
				item.item("type");
				numbers(tag, number -> items.varint(6, number));
			} else if (tag == ProtoReader.bytes(7)) {
				item.item("shape");
				items.message(7, dims(value.shapes));
			} else if (tag == ProtoReader.bytes(8)) {
				item.item("tensor");
				items.message(8, constant(value));
			} else if (tag == ProtoReader.bytes(9)) item.item(function(value, items, 9));
		});
		kind.set("list(" + item.name + ")");
		out.message(1, items.end());
	}

	/** The number that the present field is, or those of the packed list that it is. */
	private void numbers(final int tag, final ProtoReader.Numbers numbers) throws IOException {
		if ((tag & 7) == ProtoReader.VARINT) numbers.take(in.varint());
		else
			in.packed(number -> {
				in.account(ITEM_BYTES);
				numbers.take(number);
			});
	}

	/** NameAttrList, whose attributes may name functions in their turn; these are not written. */
	private String function(final Value value, final ProtoWriter out, final int field) throws IOException {
		final UniqueText name = new UniqueText("name of a function");
		final List<String> own = new ArrayList<>();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) name.set(in.text());
			else if (tag == ProtoReader.bytes(2))
				in.message(entry -> {
					if (entry == ProtoReader.bytes(1)) own.add(in.text());
					else if (entry == ProtoReader.bytes(2)) value(value);
				});
		});
		value.functions.accept(name.text());
		out.message(field, new ProtoWriter().text(1, name.text()).end());
		return own.stream().allMatch(Attribute::isNote) ? "func" : "func()";
	}

	/** TensorShapeProto, without the names of axes. */
	Encoded dims(final Consumer<Dims> found) throws IOException {
		final List<Long> sizes = new ArrayList<>();
		final ProtoWriter out = new ProtoWriter();
		in.message(tag -> {
			if (tag == ProtoReader.varint(3)) out.varint(3, in.varint());
			if (tag != ProtoReader.bytes(2)) return;
			final long[] size = {0};
			in.message(field -> {
				if (field == ProtoReader.varint(1)) size[0] = in.varint();
			});
			in.account(ITEM_BYTES);
			if (sizes.size() == MOST_AXES) throw new IOException("a shape has more than " + MOST_AXES + " axes");
			sizes.add(size[0]);
			out.message(2, new ProtoWriter().varint(1, size[0]).end());
		});
		found.accept(new Dims(sizes));
		return out.end();
	}

	/** TensorProto: its shape, and its values where they are few and whole. */
	private Encoded constant(final Value value) throws IOException {
		final int[] type = {0};
		final boolean[] many = {false};
		final List<Dims> dims = new ArrayList<>();
		final List<Long> listed = new ArrayList<>();
		final List<Encoded.Part> content = new ArrayList<>();
		final ProtoWriter out = new ProtoWriter();
		in.message(tag -> {
			final int field = tag >>> 3;
			if (tag == ProtoReader.varint(1)) {
				type[0] = (int) in.varint();
				out.varint(1, type[0]);
			} else if (tag == ProtoReader.bytes(2)) out.message(2, dims(dims::add));
			else if (tag == ProtoReader.bytes(4)) {
				content.add(in.part());
				out.part(4, content.get(0));
			} else if (!VALUES.contains(field)) return;
			else if ((field == 7 || field == 10) && (tag & 7) != ProtoReader.BYTES
					|| in.isFew() && (tag == ProtoReader.bytes(7) || tag == ProtoReader.bytes(10)))
				numbers(tag, number -> {
					if (listed.size() <= Constant.MOST_NUMBERS) listed.add(number);
					out.varint(field, number);
				});
			else {
				many[0] = true;
				values(tag, out);
			}
		});
		if (dims.size() > 1 || content.size() > 1)
			throw twice(dims.size() > 1 ? "shape of a tensor" : "content of a tensor");
		final Dims shape = dims.isEmpty() ? Dims.NONE : dims.get(0);
		value.constants.accept(
				new Constant(type[0], shape, many[0] ? List.of() : numbers(type[0], shape, listed, content)));
		return out.end();
	}

	/** Values of a tensor as they are: of these none can be anything but a number or a text. */
	private void values(final int tag, final ProtoWriter out) throws IOException {
		final int field = tag >>> 3;
		switch (tag & 7) {
			case ProtoReader.BYTES -> out.part(field, in.part());
			case ProtoReader.VARINT -> out.varint(field, in.varint());
			case ProtoReader.FIXED32 -> out.fixed32(field, in.fixed32());
			case ProtoReader.FIXED64 -> out.fixed64(field, in.fixed64());
			default -> throw new IOException("wire type " + (tag & 7) + " is not used in graphs");
		}
	}

	/** Values are in bytes, or listed, where the last one stands for all that follow. */
	private static List<Long> numbers(
			final int type, final Dims shape, final List<Long> listed, final List<Encoded.Part> content) {
		if (type != DT_INT32 && type != DT_INT64) return List.of();
		final List<Long> numbers = new ArrayList<>();
		for (final Encoded.Part part : content) if (part instanceof Encoded.Held held) whole(type, held, numbers);
		if (numbers.isEmpty()) numbers.addAll(listed);
		final long elements = shape.elements();
		if (elements < 0 || elements > Constant.MOST_NUMBERS || numbers.size() > Constant.MOST_NUMBERS)
			return List.of();
		while (!numbers.isEmpty() && numbers.size() < elements) numbers.add(numbers.get(numbers.size() - 1));
		return numbers;
	}

	private static void whole(final int type, final Encoded.Held held, final List<Long> numbers) {
		final ByteBuffer bytes = ByteBuffer.wrap(held.bytes()).order(ByteOrder.LITTLE_ENDIAN);
		final int width = type == DT_INT32 ? Integer.BYTES : Long.BYTES;
		if (bytes.remaining() % width != 0) return; // TensorFlow refuses it
		while (bytes.hasRemaining()) numbers.add(type == DT_INT32 ? bytes.getInt() : bytes.getLong());
	}

	private static IOException twice(final String what) {
		return new IOException("the " + what + " is there twice");
	}
}
