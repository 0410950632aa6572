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
package fovea.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorShapeProto;

/** Spoils one thing of a model. The same seed spoils the same thing. */
final class ModelMutator {

	/** Ways to spoil a model. */
	enum Kind {
		FLIP,
		CUT,
		RENAME,
		RESHAPE,
		RETYPE,
		REOP,
		REWIRE,
		DESCRIPTION,
		ZIP,
		WIRE
	}

	private static final long[] SIZES = {-5, -1, 0, 1, 2, 3, 5, 7, 64, 100_000, 1L << 31, 1L << 40, Long.MAX_VALUE};
	private static final List<String> WORDS = List.of(
			"",
			"~",
			"-1",
			"0",
			"99999999999",
			"[]",
			"{a: 1}",
			"../../x",
			"NaN",
			"'\u0000'",
			"!!java.net.URL ['http://127.0.0.1:9']",
			"&a [*a]",
			"x".repeat(3000),
			"batch",
			"float32",
			"1e400");
	private static final List<String> ENTRIES = List.of(
			"../evil.txt",
			"/evil.txt",
			"C:\\evil.txt",
			"a/../../evil.txt",
			"rdf.yaml",
			"saved_model.pb",
			"a".repeat(5000),
			"nul\u0000l",
			"variables",
			"..");

	private final Random random;

	ModelMutator(final long seed) {
		random = new Random(seed);
	}

	/**
	 * @param folder a model, which is changed
	 * @param kind how
	 * @return what is to be opened: the folder, or a zip beside it
	 */
	Path spoil(final Path folder, final Kind kind) throws IOException {
		switch (kind) {
			case FLIP -> rewrite(anyOf(files(folder)), this::flipped);
			case CUT -> rewrite(anyOf(files(folder)), bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
			case DESCRIPTION -> {
				final List<Path> descriptions = files(folder).stream()
						.filter(f -> f.endsWith("rdf.yaml"))
						.toList();
				if (!descriptions.isEmpty()) rewrite(descriptions.get(0), this::edited);
				else rewrite(anyOf(files(folder)), this::flipped);
			}
			case ZIP -> {
				return zipped(folder);
			}
			default -> {
				final List<Path> graphs = files(folder).stream()
						.filter(f -> f.endsWith("saved_model.pb"))
						.toList();
				if (graphs.isEmpty()) rewrite(anyOf(files(folder)), this::flipped);
				else
					rewrite(
							graphs.get(0),
							bytes -> kind == Kind.WIRE ? new WireMutator(random).spoil(bytes) : graph(bytes, kind));
			}
		}
		return folder;
	}

	private interface Change {

		byte[] of(byte[] bytes) throws IOException;
	}

	private static void rewrite(final Path file, final Change change) throws IOException {
		Files.write(file, change.of(Files.readAllBytes(file)));
	}

	private static List<Path> files(final Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).sorted().toList();
		}
	}

	private <T> T anyOf(final List<T> list) {
		return list.get(random.nextInt(list.size()));
	}

	private byte[] flipped(final byte[] bytes) {
		for (int n = 1 << random.nextInt(5); n > 0 && bytes.length > 0; n--)
			bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
		return bytes;
	}

	private byte[] edited(final byte[] bytes) {
		final List<String> lines = new ArrayList<>(
				new String(bytes, StandardCharsets.UTF_8).lines().toList());
		final int at = random.nextInt(lines.size());
		switch (random.nextInt(4)) {
			case 0 -> lines.remove(at);
			case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
			case 2 -> lines.set(at, "  " + lines.get(at));
			default ->
				lines.set(
						at,
						lines.get(at)
								.replaceAll("(?<=[:-] ).*", java.util.regex.Matcher.quoteReplacement(anyOf(WORDS))));
		}
		return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
	}

	private Path zipped(final Path folder) throws IOException {
		final Path zip = folder.resolveSibling("model.zip");
		final int way = random.nextInt(4);
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			for (final Path file : files(folder)) {
				out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
				out.write(Files.readAllBytes(file));
			}
			if (way == 0) {
				out.putNextEntry(new ZipEntry(anyOf(ENTRIES)));
				for (int i = random.nextInt(3) * 100; i > 0; i--) out.write(new byte[1 << 20]);
			}
		} catch (final java.util.zip.ZipException | IllegalArgumentException e) {
			return zip; // an entry that Java does not write, such as a name twice: the zip has no end
		}
		if (way == 1) rewrite(zip, bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
		if (way > 1) rewrite(zip, this::flipped);
		return zip;
	}

	private byte[] graph(final byte[] bytes, final Kind kind) throws IOException {
		final SavedModel.Builder model = SavedModel.parseFrom(bytes).toBuilder();
		final MetaGraphDef.Builder meta = model.getMetaGraphsBuilder(0);
		final GraphDef.Builder graph = meta.getGraphDefBuilder();
		final List<NodeDef.Builder> nodes = new ArrayList<>(graph.getNodeBuilderList());
		for (final FunctionDef.Builder function : graph.getLibraryBuilder().getFunctionBuilderList())
			nodes.addAll(function.getNodeDefBuilderList());
		final NodeDef.Builder node = anyOf(nodes);
		switch (kind) {
			case RENAME -> {
				if (random.nextInt(4) == 0)
					new HashMap<>(meta.getSignatureDefMap())
							.forEach((key, signature) -> meta.putSignatureDef(key + "x", signature));
				else
					node.setName(
							random.nextBoolean()
									? node.getName() + "x"
									: anyOf(nodes).getName());
			}
			case REOP -> node.setOp(anyOf(nodes).getOp());
			case REWIRE -> {
				if (node.getInputCount() == 0) node.addInput(anyOf(nodes).getName());
				else
					node.setInput(
							random.nextInt(node.getInputCount()),
							(random.nextInt(4) == 0 ? "^" : "") + anyOf(nodes).getName());
			}
			default -> attribute(nodes, kind);
		}
		return model.build().toByteArray();
	}

	private void attribute(final List<NodeDef.Builder> nodes, final Kind kind) {
		for (int tries = 0; tries < 1000; tries++) {
			final NodeDef.Builder node = anyOf(nodes);
			if (node.getAttrCount() == 0) continue;
			final Map.Entry<String, AttrValue> entry =
					anyOf(new ArrayList<>(node.getAttrMap().entrySet()));
			final AttrValue.Builder value = entry.getValue().toBuilder();
			if (kind == Kind.RETYPE && value.hasType())
				value.setTypeValue(random.nextInt(DataType.values().length + 100));
			else if (kind == Kind.RETYPE && value.hasTensor())
				value.getTensorBuilder().setDtypeValue(random.nextInt(26));
			else if (kind == Kind.RESHAPE && value.hasShape()) spoil(value.getShapeBuilder());
			else if (kind == Kind.RESHAPE && value.hasTensor())
				spoil(value.getTensorBuilder().getTensorShapeBuilder());
			else if (kind == Kind.RESHAPE && value.hasList() && value.getList().getICount() > 0)
				value.getListBuilder()
						.setI(random.nextInt(value.getList().getICount()), SIZES[random.nextInt(SIZES.length)]);
			else continue;
			node.putAttr(entry.getKey(), value.build());
			return;
		}
	}

	private void spoil(final TensorShapeProto.Builder shape) {
		final TensorShapeProto.Dim size = TensorShapeProto.Dim.newBuilder()
				.setSize(SIZES[random.nextInt(SIZES.length)])
				.build();
		if (shape.getDimCount() == 0 || random.nextInt(4) == 0) shape.addDim(size);
		else if (random.nextInt(4) == 0) shape.removeDim(random.nextInt(shape.getDimCount()));
		else shape.setDim(random.nextInt(shape.getDimCount()), size);
	}
}
