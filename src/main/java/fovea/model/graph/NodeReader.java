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

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fovea.model.graph.GraphNode.Declared;

/**
 * Reads NodeDef and what is in it. What is there twice, which only an attacker writes, counts twice, but for names, where it
 * is an error: which of the two TensorFlow takes need not be known.
 *
 * @see <a href="https://github.com/tensorflow/tensorflow/tree/v2.18.0/tensorflow/core/framework">node_def.proto,
 *      attr_value.proto, tensor.proto, tensor_shape.proto</a>
 */
final class NodeReader {

	/** As many as TensorFlow takes. */
	private static final int MOST_AXES = 254;
	private static final int DT_INT32 = 3;
	private static final int DT_INT64 = 9;

	private final ProtoReader in;

	NodeReader(final ProtoReader in) {
		this.in = in;
	}

	/** @return the node that the present field is */
	GraphNode node() throws IOException {
		final Once name = new Once("name of a node");
		final Once op = new Once("op");
		final List<String> inputs = new ArrayList<>();
		final Attributes attributes = new Attributes();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) name.set(in.text());
			else if (tag == ProtoReader.bytes(2)) op.set(in.text());
			else if (tag == ProtoReader.bytes(3)) inputs.add(in.text());
			else if (tag == ProtoReader.bytes(5)) attribute(attributes);
		});
		return new GraphNode(name.text(), op.text(), inputs, attributes.functions, attributes.shapes, attributes.types,
			attributes.constants, attributes.listed);
	}

	/** What is kept of a node's attributes. */
	private static final class Attributes {

		private final List<String> functions = new ArrayList<>();
		private final List<Declared<Dims>> shapes = new ArrayList<>();
		private final Map<String, Integer> types = new HashMap<>();
		private final List<Declared<Constant>> constants = new ArrayList<>();
		private final List<Declared<Long>> listed = new ArrayList<>();
	}

	/** An entry of the map, of which the key may come last. */
	private void attribute(final Attributes all) throws IOException {
		final Once key = new Once("name of an attribute");
		final List<Dims> shapes = new ArrayList<>();
		final List<Integer> types = new ArrayList<>();
		final List<Constant> constants = new ArrayList<>();
		final List<Long> listed = new ArrayList<>();
		final Value value = new Value(all.functions::add, shapes::add, types::add, constants::add, listed::add);
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) key.set(in.text());
			else if (tag == ProtoReader.bytes(2)) value(value);
		});
		shapes.forEach(shape -> all.shapes.add(new Declared<>(key.text(), shape)));
		types.forEach(type -> all.types.put(key.text(), type));
		constants.forEach(constant -> all.constants.add(new Declared<>(key.text(), constant)));
		listed.forEach(number -> all.listed.add(new Declared<>(key.text(), number)));
	}

	/** Who takes what is found in an attribute's value. */
	private record Value(Consumer<String> functions, Consumer<Dims> shapes, Consumer<Integer> types,
		Consumer<Constant> constants, Consumer<Long> listed)
	{}

	/** AttrValue: list 1, type 6, shape 7, tensor 8, func 10; in a list whole numbers are 3, func 9. */
	private void value(final Value value) throws IOException {
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) in.message(item -> {
				if (item == ProtoReader.bytes(3)) in.packed(value.listed::accept);
				else if (item == ProtoReader.varint(3)) value.listed.accept(in.varint());
				else if (item == ProtoReader.bytes(7)) value.shapes.accept(dims());
				else if (item == ProtoReader.bytes(8)) value.constants.accept(constant());
				else if (item == ProtoReader.bytes(9)) function(value);
			});
			else if (tag == ProtoReader.varint(6)) value.types.accept((int) in.varint());
			else if (tag == ProtoReader.bytes(7)) value.shapes.accept(dims());
			else if (tag == ProtoReader.bytes(8)) value.constants.accept(constant());
			else if (tag == ProtoReader.bytes(10)) function(value);
		});
	}

	/** NameAttrList, whose attributes may name functions in their turn. */
	private void function(final Value value) throws IOException {
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) value.functions.accept(in.text());
			else if (tag == ProtoReader.bytes(2)) in.message(entry -> {
				if (entry == ProtoReader.bytes(2)) value(value);
			});
		});
	}

	/** TensorShapeProto. */
	private Dims dims() throws IOException {
		final List<Long> sizes = new ArrayList<>();
		in.message(tag -> {
			if (tag != ProtoReader.bytes(2)) return;
			final long[] size = { 0 };
			in.message(field -> {
				if (field == ProtoReader.varint(1)) size[0] = in.varint();
			});
			if (sizes.size() == MOST_AXES) throw new IOException("a shape has more than " + MOST_AXES + " axes");
			sizes.add(size[0]);
		});
		return new Dims(sizes);
	}

	/** TensorProto: its shape, and its values where they are few and whole. */
	private Constant constant() throws IOException {
		final int[] type = { 0 };
		final List<Dims> dims = new ArrayList<>();
		final List<Long> listed = new ArrayList<>();
		final List<Integer> content = new ArrayList<>();
		final ProtoReader.Numbers numbers = number -> {
			if (listed.size() <= Constant.MOST_NUMBERS) listed.add(number);
		};
		in.message(tag -> {
			if (tag == ProtoReader.varint(1)) type[0] = (int) in.varint();
			else if (tag == ProtoReader.bytes(2)) dims.add(dims());
			else if (tag == ProtoReader.bytes(4)) content(content);
			else if (tag == ProtoReader.bytes(7) || tag == ProtoReader.bytes(10)) in.packed(numbers);
			else if (tag == ProtoReader.varint(7) || tag == ProtoReader.varint(10)) numbers.take(in.varint());
		});
		if (dims.size() > 1) throw new IOException("a tensor has two shapes");
		final Dims shape = dims.isEmpty() ? Dims.NONE : dims.get(0);
		return new Constant(type[0], shape, numbers(type[0], shape, listed, content));
	}

	private void content(final List<Integer> content) throws IOException {
		if (in.length() % Integer.BYTES != 0 || in.length() > Constant.MOST_NUMBERS * Long.BYTES) return;
		final int words = (int) in.length() / Integer.BYTES;
		for (int i = 0; i < words; i++)
			content.add(in.fixed32());
	}

	/** Values are in bytes, or listed, where the last one stands for all that follow. */
	private static List<Long> numbers(final int type, final Dims shape, final List<Long> listed,
		final List<Integer> content)
	{
		if (type != DT_INT32 && type != DT_INT64) return List.of();
		final List<Long> numbers = new ArrayList<>();
		if (type == DT_INT32) content.forEach(word -> numbers.add((long) word));
		else for (int i = 0; i + 1 < content.size(); i += 2)
			numbers.add(content.get(i) & 0xFFFFFFFFL | (long) content.get(i + 1) << 32);
		if (numbers.isEmpty()) numbers.addAll(listed);
		final long elements = shape.elements();
		if (elements < 0 || elements > Constant.MOST_NUMBERS || numbers.size() > Constant.MOST_NUMBERS) return List.of();
		while (!numbers.isEmpty() && numbers.size() < elements)
			numbers.add(numbers.get(numbers.size() - 1));
		return numbers;
	}
}
