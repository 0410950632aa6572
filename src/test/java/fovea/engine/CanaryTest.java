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
package fovea.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import fovea.base.ModelException;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.model.Signature;
import fovea.model.graph.Attribute;
import fovea.model.graph.GraphCopy;
import fovea.model.graph.GraphWalk;
import fovea.model.graph.MetaGraph;
import fovea.model.graph.SavedModelReader;
import fovea.model.library.ModelArchive;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;

/**
 * A model whose graph writes files where nobody runs it, given to a real TensorFlow in a worker: it does write where it
 * is trusted, which shows that the canary sings, and each of the two walls keeps it from it alone.
 */
@Tag("thorough")
class CanaryTest {

	private static final Path MODEL =
			Path.of("src/test/resources/fovea/models/hostile-graphs/debug-identity-for-nobody/saved_model.pb");
	private static final FloatTensor IMAGE = new FloatTensor(new int[] {1, 2, 2, 1}, new float[] {1, 2, 3, 4});

	private static Engine engine;

	@TempDir
	private Path folder;

	private Path canary;
	private Path model;

	@BeforeAll
	static void startWorker() throws Exception {
		engine = Engine.of(EngineKind.WORKER);
	}

	@AfterAll
	static void endWorker() {
		engine.close();
	}

	@BeforeEach
	void pointTheModelToTheCanary() throws IOException {
		canary = Files.createDirectory(folder.resolve("canary"));
		model = Files.createDirectory(folder.resolve("model"));
		final SavedModel.Builder changed = SavedModel.parseFrom(Files.readAllBytes(MODEL)).toBuilder();
		final MetaGraphDef.Builder graph = changed.getMetaGraphsBuilder(0);
		graph.getGraphDefBuilder().getNodeBuilderList().stream()
				.filter(node -> node.getOp().equals("DebugIdentity"))
				.forEach(node -> node.putAttr(
						"debug_urls",
						AttrValue.newBuilder()
								.setList(AttrValue.ListValue.newBuilder()
										.addS(ByteString.copyFromUtf8("file://" + canary)))
								.build()));
		Files.write(model.resolve("saved_model.pb"), changed.build().toByteArray());
	}

	@Test
	void trustedItWrites() throws Exception {
		run(GraphSource.whole(model));
		assertTrue(touched() > 0, "TensorFlow did not compute what nobody needs: the other tests here show nothing");
	}

	@Test
	void isRefusedBeforeTensorFlowSeesIt() throws Exception {
		final String line = assertThrows(
						ModelException.class,
						() -> LoadedModel.open(ModelArchive.open(model), engine.loader(), ModelOptions.DEFAULT))
				.getMessage();
		assertTrue(line.contains("op 'DebugIdentity' (node 'DebugIdentity')"), line);
		assertEquals(0, touched());
	}

	/** Even if the op were on a list. */
	@Test
	void itsCopyHasNoneOfIt() throws Exception {
		final MetaGraph graph =
				SavedModelReader.read(model.resolve("saved_model.pb")).get(0);
		final GraphWalk walk = new GraphWalk(graph);
		final List<String> roots =
				new ArrayList<>(graph.signatures().get("serving_default").outputs());
		roots.addAll(graph.signatures().get("serving_default").inputs());
		final Path copy = Files.createDirectory(folder.resolve("copy"));
		try (FileChannel source = FileChannel.open(model.resolve("saved_model.pb"));
				OutputStream out = Files.newOutputStream(copy.resolve("saved_model.pb"))) {
			new GraphCopy(walk, (place, attribute) -> !Attribute.isNote(attribute.name()))
					.of("serving_default", walk.calledFrom(roots))
					.writeTo(out, source);
		}
		run(new GraphSource(copy, "model", true));
		assertEquals(0, touched());
	}

	private static void run(final GraphSource source) throws Exception {
		final NetworkLoader loader = engine.loader();
		final Signature signature = loader.signatures(source.folder()).get(0);
		try (Network network = loader.open(source, signature)) {
			final FloatTensor result = network.run(
					signature.inputs().get(0).name(),
					IMAGE,
					signature.outputs().get(0).name());
			assertArrayEquals(new float[] {2, 4, 6, 8}, result.data());
		}
	}

	/** @return number of files that the model wrote */
	private long touched() throws IOException {
		try (Stream<Path> files = Files.walk(canary)) {
			return files.filter(Files::isRegularFile).count();
		}
	}
}
