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
package fovea.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.model.Signature;
import fovea.model.audit.GraphAudit;
import fovea.model.audit.SavedModelCopy;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GradientDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

/** What TensorFlow gets of a model from a stranger computes what the model computes, and holds nothing else. */
@Tag("thorough")
class GraphCopyTest {

	private static final Path MODELS = Path.of("src/test/resources/fovea/models");
	private static final String FILE = "saved_model.pb";

	@TempDir
	private Path folder;

	/** All that anybody's tool made and that can be run, or those of the folder that the property names. */
	static Stream<Path> models() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(System.getProperty("fovea.audited", MODELS.toString())))) {
			return files
					.filter(f -> f.endsWith(FILE))
					.map(Path::getParent)
					.filter(f -> !f.toString()
							.matches(".*(hostile|string-input|crashing|int8-input|two-inputs|unexportable).*"))
					.sorted()
					.toList()
					.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void computesTheSameToTheBit(final Path model) throws Exception {
		for (final Signature signature : new SavedModelLoader().signatures(model)) assertSame(model, model, signature);
	}

	@ParameterizedTest
	@ValueSource(strings = {"nuclei", "denoise", "denoise-fluo", "nuclei-cae", "blobs-threshold", "smooth-denoise"})
	void modelsInsideComputeTheSameToTheBit(final String name) throws Exception {
		try (ModelArchive archive = new ModelLibrary().open(name)) {
			for (final Signature signature : new SavedModelLoader().signatures(archive.savedModel()))
				assertSame(archive.savedModel(), archive.savedModel(), signature);
		}
	}

	private static void assertSame(final Path trusted, final Path model, final Signature signature) throws Exception {
		final SavedModelLoader loader = new SavedModelLoader();
		try (SavedModelCopy copy = GraphAudit.read(model, "model").copy(signature.name());
				Network whole = loader.open(GraphSource.whole(trusted), signature);
				Network copied = loader.open(new GraphSource(copy.folder(), "model", true), signature)) {
			assertClean(copy.folder(), signature.name());
			if (signature.inputs().size() != 1) return;
			final String input = signature.inputs().get(0).name();
			final FloatTensor tensor = tensor(signature);
			for (final fovea.model.TensorInfo output : signature.outputs()) {
				final FloatTensor wanted = whole.run(input, tensor, output.name());
				final FloatTensor got = copied.run(input, tensor, output.name());
				assertArrayEquals(wanted.shape(), got.shape());
				assertArrayEquals(wanted.data(), got.data());
			}
		}
	}

	/**
	 * @return numbers from 0 to 1 in the shape that it takes, with 32 on each free axis, in a batch of two where that
	 *     is free
	 */
	private static FloatTensor tensor(final Signature signature) {
		final List<Long> declared = signature.inputs().get(0).shape().orElse(List.of(-1L, -1L, -1L, 1L));
		final int[] shape = new int[declared.size()];
		int count = 1;
		for (int i = 0; i < shape.length; i++) {
			shape[i] = declared.get(i) >= 0 ? declared.get(i).intValue() : i == 0 ? 2 : 32;
			count *= shape[i];
		}
		final float[] data = new float[count];
		final Random random = new Random(5);
		for (int i = 0; i < count; i++) data[i] = random.nextFloat();
		return new FloatTensor(shape, data);
	}

	/** Nothing but what is known, and of that only what may be there. */
	private static void assertClean(final Path copy, final String signature) throws IOException {
		final SavedModel model = read(copy);
		assertEquals(1, model.getMetaGraphsCount());
		final MetaGraphDef graph = model.getMetaGraphs(0);
		assertEquals(List.of("serve"), List.copyOf(graph.getMetaInfoDef().getTagsList()));
		final Set<String> signatures = new TreeSet<>(graph.getSignatureDefMap().keySet());
		signatures.remove("__saved_model_init_op");
		assertEquals(Set.of(signature), signatures);
		assertFalse(graph.hasObjectGraphDef());
		assertEquals(0, graph.getAssetFileDefCount());
		assertEquals(0, graph.getGraphDef().getLibrary().getGradientCount());
		assertEquals(0, graph.getGraphDef().getLibrary().getRegisteredGradientsCount());
		nodes(graph).forEach(node -> {
			assertEquals("", node.getDevice());
			assertFalse(node.hasExperimentalDebugInfo() || node.hasExperimentalType(), node.getName());
			node.getAttrMap()
					.keySet()
					.forEach(key ->
							assertFalse(key.startsWith("_") || key.startsWith("config"), node.getName() + " " + key));
			assertFalse(node.getOp().matches("SaveV2|MergeV2Checkpoints|ShardedFilename|StringJoin"), node.getOp());
		});
		graph.getGraphDef()
				.getLibrary()
				.getFunctionList()
				.forEach(function -> assertEquals(0, function.getAttrCount() + function.getArgAttrCount()));
		assertEquals(List.of(), unknown(model).toList());
	}

	private static Stream<NodeDef> nodes(final MetaGraphDef graph) {
		return Stream.concat(
				graph.getGraphDef().getNodeList().stream(),
				graph.getGraphDef().getLibrary().getFunctionList().stream()
						.flatMap(function -> function.getNodeDefList().stream()));
	}

	/** @return fields that the definitions do not have, at any depth */
	private static Stream<UnknownFieldSet> unknown(final Message message) {
		final Stream<UnknownFieldSet> own =
				message.getUnknownFields().asMap().isEmpty() ? Stream.of() : Stream.of(message.getUnknownFields());
		return Stream.concat(
				own,
				message.getAllFields().entrySet().stream()
						.filter(field -> field.getKey().getJavaType() == FieldDescriptor.JavaType.MESSAGE)
						.flatMap(field -> field.getKey().isRepeated()
								? ((List<?>) field.getValue()).stream()
								: Stream.of(field.getValue()))
						.flatMap(value -> unknown((Message) value)));
	}

	private static SavedModel read(final Path model) throws IOException {
		return SavedModel.parseFrom(Files.readAllBytes(model.resolve(FILE)));
	}

	/** What an attacker may put beside what is run is not in the copy. */
	@Test
	void leavesOutWhatIsNotRun() throws Exception {
		final Path model = changed("tf2-module-sigmoid1-radius3/savedmodel", graph -> {
			final NodeDef stranger =
					NodeDef.newBuilder().setName("stranger").setOp("SaveV2").build();
			graph.getGraphDefBuilder()
					.addNode(stranger)
					.getLibraryBuilder()
					.addGradient(GradientDef.newBuilder().setFunctionName("f").setGradientFunc("g"));
			graph.setUnknownFields(UnknownFieldSet.newBuilder()
					.addField(
							99, UnknownFieldSet.Field.newBuilder().addVarint(7).build())
					.build());
			for (final FunctionDef.Builder function :
					graph.getGraphDefBuilder().getLibraryBuilder().getFunctionBuilderList()) {
				function.putAttr("api_preferred_device", text("GPU"))
						.putAttr("api_implements", text(function.getSignature().getName()));
				function.getNodeDefBuilderList().forEach(GraphCopyTest::annotate);
			}
			graph.getGraphDefBuilder().getNodeBuilderList().forEach(GraphCopyTest::annotate);
			graph.putSignatureDef("other", graph.getSignatureDefOrThrow("serving_default"));
			graph.getMetaInfoDefBuilder().addTags("gpu");
		});
		final Path original = MODELS.resolve("tf2-module-sigmoid1-radius3/savedmodel");
		assertSame(original, model, new SavedModelLoader().signatures(original).get(0));
	}

	private static void annotate(final NodeDef.Builder node) {
		node.setDevice("/job:elsewhere/device:CPU:0").putAttr("_kernel", text("strange"));
		if (node.containsAttr("config_proto")) node.putAttr("config_proto", text("x".repeat(300)));
		node.getExperimentalDebugInfoBuilder().addOriginalNodeNames("x");
	}

	private static AttrValue text(final String value) {
		return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(value)).build();
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"own | op 'Conv2D' has no attribute 'stranger' that is known",
				"kind | expected a string as 'padding' of op 'Conv2D', got a int",
				"long | is 70000 bytes long",
				"nothing | got nothing",
				"items | expected a list(int) as 'strides' of op 'Conv2D', got a list(string)",
				"left-open | got a placeholder"
			})
	void refusesAttributesThatTheOpDoesNotHave(final String change, final String line) throws Exception {
		final Path model = changed("tf1-frozen-radius3/savedmodel", graph -> {
			final NodeDef.Builder node = graph.getGraphDefBuilder().getNodeBuilderList().stream()
					.filter(n -> n.getOp().equals("Conv2D"))
					.findFirst()
					.orElseThrow();
			switch (change) {
				case "own" -> node.putAttr("stranger", text("x"));
				case "kind" ->
					node.putAttr("padding", AttrValue.newBuilder().setI(1).build());
				case "long" -> node.putAttr("padding", text("x".repeat(70_000)));
				case "nothing" -> node.putAttr("padding", AttrValue.getDefaultInstance());
				case "items" ->
					node.putAttr(
							"strides",
							AttrValue.newBuilder()
									.setList(AttrValue.ListValue.newBuilder().addS(ByteString.copyFromUtf8("1")))
									.build());
				default ->
					node.putAttr(
							"padding",
							AttrValue.newBuilder().setPlaceholder("p").build());
			}
		});
		final String got = assertThrows(
						ModelException.class,
						() -> GraphAudit.read(model, "model").copy("serving_default"))
				.getMessage();
		assertTrue(got.startsWith("model: ") && got.contains(line), got);
		assertEquals(1, got.lines().count());
	}

	/** Which of two TensorFlow takes need not be known. */
	@Test
	void refusesWhatIsThereTwice() throws Exception {
		final Path model = changed("tf1-frozen-radius3/savedmodel", graph -> {});
		final byte[] once = Files.readAllBytes(model.resolve(FILE));
		final SavedModel parsed = SavedModel.parseFrom(once);
		final NodeDef node = parsed.getMetaGraphs(0).getGraphDef().getNodeList().stream()
				.filter(n -> n.getOp().equals("Conv2D"))
				.findFirst()
				.orElseThrow();
		// a second value in a message of its own: protobuf merges both
		final byte[] added = MetaGraphDef.newBuilder()
				.setGraphDef(parsed.getMetaGraphs(0).getGraphDef().toBuilder()
						.clearNode()
						.addNode(node.toBuilder().setName("twice")))
				.build()
				.toByteArray();
		final MetaGraphDef.Builder graph = parsed.getMetaGraphs(0).toBuilder();
		graph.getGraphDefBuilder()
				.addNode(NodeDef.newBuilder().setName("twice").setOp("NoOp").build());
		Files.write(
				model.resolve(FILE),
				parsed.toBuilder()
						.setMetaGraphs(
								0, MetaGraphDef.parseFrom(concat(graph.build().toByteArray(), added)))
						.build()
						.toByteArray());
		assertTrue(assertThrows(ModelException.class, () -> GraphAudit.read(model, "model"))
				.getMessage()
				.contains("two nodes are called 'twice'"));
	}

	private static byte[] concat(final byte[] a, final byte[] b) {
		final byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
		System.arraycopy(b, 0, both, a.length, b.length);
		return both;
	}

	/** @return a copy of a model of the tests whose graph is changed */
	private Path changed(final String name, final Consumer<MetaGraphDef.Builder> change) throws IOException {
		final Path from = MODELS.resolve(name);
		final Path to = folder.resolve("model");
		try (Stream<Path> files = Files.walk(from)) {
			for (final Path file : files.toList())
				if (Files.isDirectory(file))
					Files.createDirectories(to.resolve(from.relativize(file).toString()));
				else Files.copy(file, to.resolve(from.relativize(file).toString()));
		}
		final SavedModel.Builder model = read(to).toBuilder();
		change.accept(model.getMetaGraphsBuilder(0));
		Files.write(to.resolve(FILE), model.build().toByteArray());
		return to;
	}
}
