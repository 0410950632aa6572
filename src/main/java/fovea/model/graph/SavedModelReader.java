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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads saved_model.pb.
 *
 * @see <a href="https://github.com/tensorflow/tensorflow/tree/v2.18.0/tensorflow/core/protobuf">saved_model.proto,
 *     meta_graph.proto, saver.proto</a>
 */
public final class SavedModelReader {

	/** The last one is not run by TensorFlow's loader, but by that of TensorFlow Java. */
	private static final Set<String> INIT_COLLECTIONS =
			Set.of("saved_model_main_op", "legacy_init_op", "table_initializer");

	private static final String ASSET_COLLECTION = "saved_model_assets";
	private static final String STANDS_FOR = "api_implements";

	private final ProtoReader in;
	private final NodeReader nodes;

	private SavedModelReader(final ProtoReader in) {
		this.in = in;
		this.nodes = new NodeReader(in);
	}

	/**
	 * @param file saved_model.pb
	 * @return its graphs
	 * @throws IOException if it cannot be read, or is no such file; the message says what is wrong with it
	 */
	public static List<MetaGraph> read(final Path file) throws IOException {
		try (ProtoReader in = ProtoReader.of(file)) {
			final SavedModelReader reader = new SavedModelReader(in);
			final List<MetaGraph> graphs = new ArrayList<>();
			in.all(tag -> {
				if (tag == ProtoReader.bytes(2)) graphs.add(reader.metaGraph());
			});
			return graphs;
		}
	}

	/** What is found of a graph, until it is complete. */
	private static final class Parts {

		private final Set<String> tags = new HashSet<>();
		private final List<GraphNode> nodes = new ArrayList<>();
		private final List<GraphFunction> functions = new ArrayList<>();
		private final Map<String, GraphSignature> signatures = new HashMap<>();
		private final Map<String, List<String>> collections = new HashMap<>();
		private final ProtoWriter versions = new ProtoWriter();
		private final List<String> assets = new ArrayList<>();
		private final UniqueText restore = new UniqueText("restore op");
		private final UniqueText filename = new UniqueText("filename tensor");
	}

	private MetaGraph metaGraph() throws IOException {
		in.account(4L * NodeReader.NODE_BYTES);
		final Parts parts = new Parts();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1))
				in.message(field -> {
					if (field == ProtoReader.bytes(4)) parts.tags.add(in.text());
				});
			else if (tag == ProtoReader.bytes(2)) graph(parts);
			else if (tag == ProtoReader.bytes(3)) saver(parts);
			else if (tag == ProtoReader.bytes(4)) collection(parts);
			else if (tag == ProtoReader.bytes(5)) signature(parts);
			else if (tag == ProtoReader.bytes(6)) asset(parts.assets);
		});
		return new MetaGraph(
				parts.tags,
				parts.nodes,
				parts.functions,
				parts.signatures,
				parts.collections,
				parts.restore.text(),
				parts.filename.text(),
				parts.assets,
				parts.versions.end());
	}

	private void graph(final Parts parts) throws IOException {
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) parts.nodes.add(nodes.node());
			else if (tag == ProtoReader.bytes(2))
				in.message(field -> {
					if (field == ProtoReader.bytes(1)) parts.functions.add(function());
				});
			else if (tag == ProtoReader.bytes(4))
				in.message(field -> {
					if (field == ProtoReader.varint(1) || field == ProtoReader.varint(2))
						parts.versions.varint(field >>> 3, in.varint());
				});
		});
	}

	private GraphFunction function() throws IOException {
		in.account(NodeReader.NODE_BYTES);
		final UniqueText name = new UniqueText("name of a function");
		final List<String> arguments = new ArrayList<>();
		final List<GraphNode> body = new ArrayList<>();
		final UniqueText stands = new UniqueText(STANDS_FOR);
		final ProtoWriter head = new ProtoWriter();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) head.message(1, interfaceOf(name, arguments));
			else if (tag == ProtoReader.bytes(3)) body.add(nodes.node());
			else if (tag == ProtoReader.bytes(4) || tag == ProtoReader.bytes(6)) head.message(tag >>> 3, pair());
			else if (tag == ProtoReader.bytes(5)) stands(stands);
		});
		return new GraphFunction(name.text(), arguments, body, head.end(), stands.text());
	}

	/** OpDef: what a function takes and gives. Attributes of its own are left out, and so what would need them. */
	private Encoded interfaceOf(final UniqueText name, final List<String> arguments) throws IOException {
		final ProtoWriter out = new ProtoWriter();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) {
				name.set(in.text());
				out.text(1, name.text());
			} else if (tag == ProtoReader.bytes(2) || tag == ProtoReader.bytes(3)) {
				final UniqueText argument = new UniqueText("name of an argument");
				out.message(tag >>> 3, argument(argument));
				if (tag == ProtoReader.bytes(2)) arguments.add(argument.text());
			} else if (tag == ProtoReader.varint(17)) out.varint(17, in.varint());
			else if (tag == ProtoReader.bytes(20)) out.text(20, in.text());
		});
		return out.end();
	}

	/** ArgDef. */
	private Encoded argument(final UniqueText name) throws IOException {
		in.account(NodeReader.NODE_BYTES);
		final ProtoWriter out = new ProtoWriter();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) {
				name.set(in.text());
				out.text(1, name.text());
			} else if (tag == ProtoReader.varint(3) || tag == ProtoReader.varint(16))
				out.varint(tag >>> 3, in.varint());
			else if (tag == ProtoReader.bytes(4) || tag == ProtoReader.bytes(5) || tag == ProtoReader.bytes(6)) {
				if (!in.text().isEmpty()) throw new IOException("a function leaves open what types it takes or gives");
			}
		});
		return out.end();
	}

	/** An entry of a map from text to text. */
	private Encoded pair() throws IOException {
		final UniqueText key = new UniqueText("name of a result");
		final UniqueText value = new UniqueText("source of a result");
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) key.set(in.text());
			else if (tag == ProtoReader.bytes(2)) value.set(in.text());
		});
		return new ProtoWriter().text(1, key.text()).text(2, value.text()).end();
	}

	/** An attribute of a function, if it is the one that says in whose place it may be put. */
	private void stands(final UniqueText stands) throws IOException {
		final UniqueText key = new UniqueText("name of an attribute");
		final UniqueText value = new UniqueText("value of an attribute");
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) key.set(in.text());
			else if (tag == ProtoReader.bytes(2))
				in.message(field -> {
					// need not be a text where it is another attribute's
					if (field == ProtoReader.bytes(2)) value.set(in.latin());
				});
		});
		if (key.text().equals(STANDS_FOR)) stands.set(value.text());
	}

	private void saver(final Parts parts) throws IOException {
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) parts.filename.set(in.text());
			else if (tag == ProtoReader.bytes(3)) parts.restore.set(in.text());
		});
	}

	/**
	 * A collection of nodes to be run, or of assets as TensorFlow 1 told of them, each packed in a message of any kind.
	 */
	private void collection(final Parts parts) throws IOException {
		final UniqueText key = new UniqueText("name of a collection");
		final List<String> members = new ArrayList<>();
		final List<String> assets = new ArrayList<>();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) key.set(in.text());
			else if (tag == ProtoReader.bytes(2))
				in.message(kind -> {
					if (kind == ProtoReader.bytes(1))
						in.message(value -> {
							if (value == ProtoReader.bytes(1)) members.add(in.text());
						});
					else if (kind == ProtoReader.bytes(5))
						in.message(any -> {
							if (any == ProtoReader.bytes(1)) packed(key.text(), assets);
						});
				});
		});
		if (INIT_COLLECTIONS.contains(key.text()) && parts.collections.put(key.text(), members) != null)
			throw new IOException("the collection " + key.text() + " is there twice");
		parts.assets.addAll(assets);
	}

	/** Any: what is in it is read only where it is an asset's, since other kinds may be anything. */
	private void packed(final String key, final List<String> assets) throws IOException {
		if (key.isEmpty()) throw new IOException("a collection has no name before what is in it");
		in.message(field -> {
			if (field == ProtoReader.bytes(2) && key.equals(ASSET_COLLECTION)) asset(assets);
		});
	}

	private void signature(final Parts parts) throws IOException {
		final UniqueText key = new UniqueText("name of a signature");
		final List<String> inputs = new ArrayList<>();
		final List<String> outputs = new ArrayList<>();
		final ProtoWriter out = new ProtoWriter();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) key.set(in.text());
			else if (tag == ProtoReader.bytes(2))
				in.message(field -> {
					if (field == ProtoReader.bytes(1)) out.message(1, tensor(inputs));
					else if (field == ProtoReader.bytes(2)) out.message(2, tensor(outputs));
					else if (field == ProtoReader.bytes(3)) out.text(3, in.text());
				});
		});
		if (parts.signatures.put(key.text(), new GraphSignature(inputs, outputs, out.end())) != null)
			throw new IOException("the signature '" + NodeLocation.printable(key.text()) + "' is there twice");
	}

	/** An entry of a map from names to TensorInfo. */
	private Encoded tensor(final List<String> names) throws IOException {
		final UniqueText key = new UniqueText("name of a tensor");
		final ProtoWriter value = new ProtoWriter();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) key.set(in.text());
			else if (tag == ProtoReader.bytes(2)) tensors(names, value);
		});
		return new ProtoWriter().text(1, key.text()).message(2, value.end()).end();
	}

	/**
	 * TensorInfo: one tensor, which is written, or the parts of a sparse or composite one, which Fovea does not run.
	 */
	private void tensors(final List<String> names, final ProtoWriter out) throws IOException {
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) {
				names.add(in.text());
				out.text(1, names.get(names.size() - 1));
			} else if (tag == ProtoReader.varint(2)) out.varint(2, in.varint());
			else if (tag == ProtoReader.bytes(3)) out.message(3, nodes.dims(dims -> {}));
			else if (tag == ProtoReader.bytes(4))
				in.message(part -> {
					if (part == ProtoReader.bytes(1) || part == ProtoReader.bytes(2) || part == ProtoReader.bytes(3))
						names.add(in.text());
				});
			else if (tag == ProtoReader.bytes(5))
				in.message(part -> {
					if (part == ProtoReader.bytes(2)) tensors(names, new ProtoWriter());
				});
		});
	}

	private void asset(final List<String> assets) throws IOException {
		in.message(tag -> {
			if (tag == ProtoReader.bytes(2)) assets.add(in.text());
		});
	}
}
