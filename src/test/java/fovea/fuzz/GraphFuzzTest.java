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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.model.audit.GraphAudit;
import fovea.model.audit.SavedModelCopy;
import fovea.scratch.Removal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

/**
 * Graphs that are spoiled byte by byte: each is refused in one line, or copied, and the copy has none but allowed ops,
 * even of a graph that had others. No TensorFlow is asked. All of them: {@code mvn test -Pslow -Dtest=GraphFuzzTest}.
 */
class GraphFuzzTest {

	private static final Path MODELS = Path.of("src/test/resources/fovea/models");

	/** Two that compute, and seven that do more. */
	private static final List<String> SOURCES = List.of(
			"tf1-ref-variables-radius3/savedmodel",
			"keras3-export-conv-radius4-stride1/savedmodel",
			"hostile-graphs/write-in-function-of-same-long-interface",
			"hostile-graphs/restore-from-elsewhere-in-same-interface",
			"hostile-graphs/write-in-while-body",
			"hostile-graphs/decode-proto-for-nobody",
			"hostile-graphs/write-in-function-of-function",
			"hostile-graphs/read-for-nobody",
			"hostile-graphs/write-in-init-saved-model-init-op");

	@TempDir
	private Path folder;

	@Test
	void someAreRefusedOrCopiedClean() throws Exception {
		spoil(0, 400);
	}

	@Test
	@Tag("slow")
	void manyAreRefusedOrCopiedClean() throws Exception {
		spoil(Integer.getInteger("fovea.fuzz.from", 1000), Integer.getInteger("fovea.fuzz", 5000));
	}

	private void spoil(final long firstSeed, final int count) throws Exception {
		final Set<String> allowed = allowed();
		final Map<String, String> unclean = new TreeMap<>();
		try (Trials trials = new Trials(Duration.ofSeconds(10))) {
			for (long seed = firstSeed; seed < firstSeed + count; seed++) {
				final Random random = new Random(seed);
				final String source = SOURCES.get(random.nextInt(SOURCES.size()));
				final Path model = Files.createDirectory(folder.resolve("model" + seed));
				final WireMutator mutator = new WireMutator(random);
				byte[] bytes = Files.readAllBytes(MODELS.resolve(source).resolve("saved_model.pb"));
				for (int changes = 1 + random.nextInt(3); changes > 0; changes--) bytes = mutator.spoil(bytes);
				Files.write(model.resolve("saved_model.pb"), bytes);
				final String name = seed + " " + source;
				trials.run(name, () -> {
					try (SavedModelCopy copy = GraphAudit.read(model, "model").copy("serving_default")) {
						final String strange = strange(copy.folder(), allowed);
						if (!strange.isEmpty()) unclean.put(name, strange);
						return copy;
					}
				});
				Removal.folder(model);
			}
			System.out.println(count + " spoiled graphs: " + trials.ends());
			assertEquals(Map.of(), trials.wrong());
			assertEquals(Map.of(), unclean);
			assertTrue(trials.ends().size() > 1, trials.ends().toString());
		}
	}

	/** @return an op of the copy that may do more than compute; empty if there is none */
	private static String strange(final Path copy, final Set<String> allowed) throws IOException {
		final MetaGraphDef graph = SavedModel.parseFrom(Files.readAllBytes(copy.resolve("saved_model.pb")))
				.getMetaGraphs(0);
		final Set<String> known = new HashSet<>(allowed);
		known.add("RestoreV2");
		for (final FunctionDef function : graph.getGraphDef().getLibrary().getFunctionList()) {
			known.add(function.getSignature().getName());
			if (function.getAttrCount() > 0)
				return "attributes of " + function.getSignature().getName();
		}
		return Stream.concat(
						graph.getGraphDef().getNodeList().stream(),
						graph.getGraphDef().getLibrary().getFunctionList().stream()
								.flatMap(function -> function.getNodeDefList().stream()))
				.map(NodeDef::getOp)
				.filter(op -> !known.contains(op))
				.findFirst()
				.orElse("");
	}

	private static Set<String> allowed() throws IOException {
		final Set<String> names = new HashSet<>();
		for (final String line : Files.readAllLines(
				Path.of("src/main/resources/fovea/model/audit/allowed-ops.txt"), StandardCharsets.UTF_8))
			if (!line.startsWith("#")) names.addAll(List.of(line.split(" ")));
		names.remove("");
		return names;
	}
}
