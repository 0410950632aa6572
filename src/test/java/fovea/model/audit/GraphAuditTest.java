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
package fovea.model.audit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.model.graph.MetaGraph;
import fovea.model.graph.SavedModelReader;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

class GraphAuditTest {

	private static final Path MODELS = Path.of("src/test/resources/fovea/models");
	private static final Path HOSTILE = MODELS.resolve("hostile-graphs");
	private static final long GIGABYTES_20 = 20L << 30;

	/** Those of the repository, or of the folder that the property names, for models that are too large for it. */
	static Stream<Path> models() throws IOException {
		final Path folder = Path.of(System.getProperty("fovea.audited", MODELS.toString()));
		try (Stream<Path> files = Files.walk(folder)) {
			return files
					.filter(f -> f.endsWith("saved_model.pb"))
					.map(Path::getParent)
					.filter(f ->
							!f.toString().contains("hostile") && !f.toString().contains("string-input"))
					.toList()
					.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	void letsModelsPassThatCompute(final Path model) throws Exception {
		final GraphAudit audit = GraphAudit.read(model, "model");
		for (final MetaGraph graph : SavedModelReader.read(model.resolve("saved_model.pb")))
			for (final String signature : graph.signatures().keySet()) {
				audit.requireHarmless(signature);
				audit.requireFits(signature, GIGABYTES_20);
			}
	}

	/** Among them two that Fovea trained. */
	@ParameterizedTest
	@ValueSource(strings = {"nuclei", "denoise", "denoise-fluo", "nuclei-cae", "blobs-threshold", "smooth-denoise"})
	void letsModelsPassThatAreInside(final String name) throws Exception {
		try (ModelArchive model = new ModelLibrary().open(name)) {
			assertEquals("", refusal(model.savedModel()));
		}
	}

	@ParameterizedTest
	@CsvSource({
		"write-behind-control-input, WriteFile",
		"read-as-value, ReadFile",
		"print-to-file, PrintV2",
		"save-in-serving-path, SaveV2",
		"restore-from-elsewhere, RestoreV2",
		"python-function, PyFunc",
		"write-in-init-saved-model-main-op, WriteFile",
		"write-in-init-legacy-init-op, WriteFile",
		"write-in-init-table-initializer, WriteFile",
		"write-in-init-saved-model-init-op, WriteFile",
		"restore-op-from-elsewhere, RestoreV2",
		"restore-op-from-beside, StringJoin",
		"write-in-restore-op, WriteFile",
		"read-for-nobody, ReadFile",
		"write-in-function, WriteFile",
		"write-in-while-body, WriteFile",
		"write-in-if-branch, WriteFile",
		"write-in-function-of-function, WriteFile",
		"write-in-function-of-same-interface, WriteFile",
		"write-in-function-of-same-long-interface, WriteFile",
		"restore-from-elsewhere-in-same-interface, RestoreV2",
		"debug-identity-for-nobody, DebugIdentity",
		"debug-numeric-summary-for-nobody, DebugNumericSummary",
		"decode-proto-for-nobody, DecodeProtoV2",
		"dataset-from-graph-for-nobody, DatasetFromGraph",
		"parse-tensor-for-nobody, ParseTensor",
		"register-dataset-for-nobody, SnapshotDatasetReader"
	})
	void refusesWhatDoesMoreThanCompute(final String model, final String op) throws Exception {
		final GraphAudit audit = GraphAudit.read(HOSTILE.resolve(model), "model");
		final String line = assertThrows(ModelException.class, () -> audit.requireHarmless("serving_default"))
				.getMessage();
		assertTrue(line.startsWith("model: refused, since op '" + op + "' (node '"), line);
		assertEquals(1, line.lines().count());
	}

	@Test
	void namesNodeAndFunction() throws Exception {
		final String line = refusal(HOSTILE.resolve("write-in-while-body"));
		assertTrue(line.contains("(node 'while/WriteFile' in function 'while_body_"), line);
	}

	@ParameterizedTest
	@CsvSource({
		"asset-elsewhere, ../../fovea-evil.txt",
		"asset-elsewhere-in-collection, ../../fovea-evil.txt",
		"overflowing-shape, node 'huge' declares a shape that no machine can hold",
		"negative-shape, node 'huge' declares a shape that no machine can hold",
		"function-calls-itself, calls itself",
		"functions-explode, to more than 10000000 nodes",
		"interface-too-long-to-read, is 70000 bytes long"
	})
	void refusesWhatNoGraphMayHave(final String model, final String reason) {
		final String line = assertThrows(ModelException.class, () -> GraphAudit.read(HOSTILE.resolve(model), "model"))
				.getMessage();
		assertTrue(line.contains(reason), line);
	}

	/** On both TensorFlow ends the process. */
	@Test
	void refusesWhatKernelsTrust(@TempDir final Path folder) throws Exception {
		assertEquals("model: node 'k1' declares one type and holds another", changed(folder, "Const", node -> {
			final AttrValue.Builder value = node.getAttrOrThrow("value").toBuilder();
			value.getTensorBuilder().setDtype(DataType.DT_DOUBLE);
			node.setName("k1").putAttr("value", value.build());
		}));
		assertEquals(
				"model: node 'k1' has a number in 'strides' that no kernel can hold: 1099511627776",
				changed(folder, "Conv2D", node -> {
					final AttrValue.Builder value = node.getAttrOrThrow("strides").toBuilder();
					value.getListBuilder().setI(1, 1L << 40);
					node.setName("k1").putAttr("strides", value.build());
				}));
	}

	/** @return what is said of a model whose first node of an op is changed */
	private static String changed(final Path folder, final String op, final Consumer<NodeDef.Builder> change)
			throws IOException {
		final SavedModel.Builder model =
				SavedModel.parseFrom(Files.readAllBytes(MODELS.resolve("tf1-frozen-radius3/savedmodel/saved_model.pb")))
						.toBuilder();
		change.accept(model.getMetaGraphsBuilder(0).getGraphDefBuilder().getNodeBuilderList().stream()
				.filter(n -> n.getOp().equals(op))
				.findFirst()
				.orElseThrow());
		Files.write(folder.resolve("saved_model.pb"), model.build().toByteArray());
		return assertThrows(ModelException.class, () -> GraphAudit.read(folder, "model"))
				.getMessage();
	}

	@ParameterizedTest
	@CsvSource({
		"huge-constant, Const",
		"huge-variable, VariableV2",
		"huge-fill, Fill",
		"huge-random, RandomUniform",
		"huge-tile, Tile"
	})
	void refusesWhatAsksForMoreMemoryThanThereIs(final String model, final String op) throws Exception {
		final GraphAudit audit = GraphAudit.read(HOSTILE.resolve(model), "model");
		assertDoesNotThrow(() -> audit.requireHarmless("serving_default"));
		final String line = assertThrows(ModelException.class, () -> audit.requireFits("serving_default", GIGABYTES_20))
				.getMessage();
		assertTrue(
				line.contains("asks for ") && line.contains("there are 21.5 GB") && line.contains("op '" + op + "'"),
				line);
	}

	@Test
	void everyHostileGraphIsRefused() throws Exception {
		final Set<String> passed = new TreeSet<>();
		try (Stream<Path> folders = Files.list(HOSTILE)) {
			for (final Path folder : folders.toList())
				if (refusal(folder).isEmpty()) passed.add(folder.getFileName().toString());
		}
		assertEquals(Set.of(), passed);
		assertTrue(refusal(MODELS.resolve("hostile/graph-writes-a-file")).contains("'WriteFile'"));
	}

	private static String refusal(final Path model) {
		try {
			final GraphAudit audit = GraphAudit.read(model, "model");
			audit.requireHarmless("serving_default");
			audit.requireFits("serving_default", GIGABYTES_20);
			return "";
		} catch (final ModelException e) {
			return e.getMessage();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"corrupt-saved-model-pb", "truncated-saved-model-pb"})
	void saysThatAFileIsNoGraph(final String model) {
		final String line = refusal(MODELS.resolve("hostile").resolve(model));
		assertTrue(line.startsWith("model: not a readable TensorFlow SavedModel: "), line);
	}

	@Test
	void refusesLinksThatLeadElsewhere(@TempDir final Path folder) throws Exception {
		final Path model = MODELS.resolve("tf1-ref-variables-radius3/savedmodel");
		Files.copy(model.resolve("saved_model.pb"), folder.resolve("saved_model.pb"));
		assertEquals("", refusal(folder));
		Files.createDirectory(folder.resolve("variables"));
		Files.createSymbolicLink(
				folder.resolve("variables/variables.index"),
				model.resolve("variables/variables.index").toAbsolutePath());
		assertTrue(refusal(folder).contains("symbolic link 'variables/variables.index'"), refusal(folder));
		Files.delete(folder.resolve("variables/variables.index"));
		Files.delete(folder.resolve("variables"));
		Files.createSymbolicLink(
				folder.resolve("variables"), model.resolve("variables").toAbsolutePath());
		assertTrue(refusal(folder).contains("symbolic link"), refusal(folder));
		Files.delete(folder.resolve("variables")); // JUnit would warn of it
	}

	@Test
	void refusesAGraphInPiecesThatIsNotLookedThrough(@TempDir final Path folder) throws Exception {
		Files.copy(MODELS.resolve("tf1-frozen-radius3/savedmodel/saved_model.pb"), folder.resolve("saved_model.pb"));
		assertEquals("", refusal(folder));
		Files.createFile(folder.resolve("saved_model.cpb"));
		assertTrue(refusal(folder).contains("saved_model.cpb"));
	}

	@Test
	void theListHasNothingThatTouchesAnything() throws Exception {
		final String list = Files.readString(Path.of("src/main/resources/fovea/model/audit/allowed-ops.txt"));
		final Set<String> suspects = Stream.of(list.split("\\s+"))
				.filter(op ->
						op.matches(".*(File|Save|Load|PyFunc|Print|Dataset|Queue|Reader|Iterator|Decode|Summary|Debug|"
								+ "Rpc|Send|Recv|Restore|Xla|Table).*"))
				.collect(Collectors.toCollection(TreeSet::new));
		assertEquals(Set.of(), suspects);
		assertFalse(list.contains("Abort"));
	}
}
