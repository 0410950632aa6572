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
 *      meta_graph.proto, saver.proto</a>
 */
public final class SavedModelReader {

	/** The signature that stands for what is run when a model of TensorFlow 2 is loaded. */
	static final String INIT_SIGNATURE = "__saved_model_init_op";

	/** The last one is not run by TensorFlow's loader, but by that of TensorFlow Java. */
	private static final Set<String> INIT_COLLECTIONS = Set.of("saved_model_main_op", "legacy_init_op",
		"table_initializer");
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
		private final Map<String, List<String>> signatures = new HashMap<>();
		private final List<String> initializers = new ArrayList<>();
		private final List<String> assets = new ArrayList<>();
		private final Once restore = new Once("restore op");
		private final Once filename = new Once("filename tensor");
	}

	private MetaGraph metaGraph() throws IOException {
		final Parts parts = new Parts();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) in.message(field -> {
				if (field == ProtoReader.bytes(4)) parts.tags.add(in.text());
			});
			else if (tag == ProtoReader.bytes(2)) graph(parts);
			else if (tag == ProtoReader.bytes(3)) saver(parts);
			else if (tag == ProtoReader.bytes(4)) collection(parts);
			else if (tag == ProtoReader.bytes(5)) signature(parts);
			else if (tag == ProtoReader.bytes(6)) asset(parts.assets);
		});
		parts.initializers.addAll(parts.signatures.getOrDefault(INIT_SIGNATURE, List.of()));
		return new MetaGraph(parts.tags, parts.nodes, parts.functions, parts.signatures, parts.initializers, parts.restore
			.text(), parts.filename.text(), parts.assets);
	}

	private void graph(final Parts parts) throws IOException {
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) parts.nodes.add(nodes.node());
			else if (tag == ProtoReader.bytes(2)) in.message(field -> {
				if (field == ProtoReader.bytes(1)) parts.functions.add(function());
			});
		});
	}

	private GraphFunction function() throws IOException {
		final Once name = new Once("name of a function");
		final List<String> arguments = new ArrayList<>();
		final List<GraphNode> body = new ArrayList<>();
		final Once stands = new Once(STANDS_FOR);
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) in.message(field -> {
				if (field == ProtoReader.bytes(1)) name.set(in.text());
				else if (field == ProtoReader.bytes(2)) arguments.add(name());
			});
			else if (tag == ProtoReader.bytes(3)) body.add(nodes.node());
			else if (tag == ProtoReader.bytes(5)) stands(stands);
		});
		return new GraphFunction(name.text(), arguments, body, stands.text());
	}

	/** The first field of the present message, a text. */
	private String name() throws IOException {
		final Once name = new Once("name of an argument");
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) name.set(in.text());
		});
		return name.text();
	}

	/** An attribute of a function, if it is the one that says in whose place it may be put. */
	private void stands(final Once stands) throws IOException {
		final Once key = new Once("name of an attribute");
		final Once value = new Once("value of an attribute");
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) key.set(in.text());
			else if (tag == ProtoReader.bytes(2)) in.message(field -> {
				// the other texts among attributes may be long and need not be texts
				if (field == ProtoReader.bytes(2) && in.length() < 1000) value.set(in.latin());
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

	/** A collection of nodes to be run, or of assets as TensorFlow 1 told of them, each packed in a message of any kind. */
	private void collection(final Parts parts) throws IOException {
		final Once key = new Once("name of a collection");
		final List<String> members = new ArrayList<>();
		final List<String> assets = new ArrayList<>();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) key.set(in.text());
			else if (tag == ProtoReader.bytes(2)) in.message(kind -> {
				if (kind == ProtoReader.bytes(1)) in.message(value -> {
					if (value == ProtoReader.bytes(1)) members.add(in.text());
				});
				else if (kind == ProtoReader.bytes(5)) in.message(any -> {
					if (any == ProtoReader.bytes(1)) packed(key.text(), assets);
				});
			});
		});
		if (INIT_COLLECTIONS.contains(key.text())) parts.initializers.addAll(members);
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
		final Once key = new Once("name of a signature");
		final List<String> outputs = new ArrayList<>();
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) key.set(in.text());
			else if (tag == ProtoReader.bytes(2)) in.message(field -> {
				if (field == ProtoReader.bytes(2)) in.message(entry -> {
					if (entry == ProtoReader.bytes(2)) tensors(outputs);
				});
			});
		});
		parts.signatures.computeIfAbsent(key.text(), k -> new ArrayList<>()).addAll(outputs);
	}

	/** TensorInfo: one tensor, or the parts of a sparse or composite one. */
	private void tensors(final List<String> names) throws IOException {
		in.message(tag -> {
			if (tag == ProtoReader.bytes(1)) names.add(in.text());
			else if (tag == ProtoReader.bytes(4)) in.message(part -> {
				if (part == ProtoReader.bytes(1) || part == ProtoReader.bytes(2) || part == ProtoReader.bytes(3)) names.add(in
					.text());
			});
			else if (tag == ProtoReader.bytes(5)) in.message(part -> {
				if (part == ProtoReader.bytes(2)) tensors(names);
			});
		});
	}

	private void asset(final List<String> assets) throws IOException {
		in.message(tag -> {
			if (tag == ProtoReader.bytes(2)) assets.add(in.text());
		});
	}
}
