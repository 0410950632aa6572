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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.device.DeviceChoice;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/** Real graphs, run before and after. */
@Tag("thorough")
class LoadedGraphTest {

	private static final int SIDE = 8;
	private static final int IN = 2;
	private static final int OUT = 3;

	@BeforeAll
	static void load() throws ModelException {
		TensorFlowLibrary.load();
	}

	private static Operand<TFloat32> random(final Ops tf, final Random random, final long... lengths) {
		final float[] values = new float[(int) Shape.of(lengths).size()];
		for (int i = 0; i < values.length; i++) values[i] = 0.2f + random.nextFloat();
		return tf.constant(Shape.of(lengths), DataBuffers.of(values));
	}

	private static GraphDef graph(final Consumer<Ops> builder) {
		try (Graph graph = new Graph()) {
			builder.accept(Ops.create(graph));
			return graph.toGraphDef();
		}
	}

	private static float[] run(final GraphDef graph) {
		final float[] input = new float[SIDE * SIDE * IN];
		for (int i = 0; i < input.length; i++) input[i] = (float) Math.sin(i);
		try (Graph imported = new Graph()) {
			imported.importGraphDef(graph);
			try (Session session = new Session(imported, SessionSettings.config(DeviceChoice.CPU));
					TFloat32 fed = TFloat32.tensorOf(Shape.of(1, SIDE, SIDE, IN), DataBuffers.of(input));
					Result result = session.runner().feed("x", fed).fetch("y").run()) {
				final float[] values = new float[(int) result.get(0).size()];
				result.get(0).asRawTensor().data().asFloats().read(values);
				return values;
			}
		}
	}

	private static Operand<TFloat32> norm(final Ops tf, final Random random, final Operand<TFloat32> of) {
		return tf.nn.fusedBatchNorm(
						of,
						random(tf, random, OUT),
						random(tf, random, OUT),
						random(tf, random, OUT),
						random(tf, random, OUT),
						FusedBatchNorm.isTraining(false),
						FusedBatchNorm.epsilon(0.01f))
				.y();
	}

	private static long count(final GraphDef graph, final String op) {
		return graph.getNodeList().stream()
				.filter(n -> n.getOp().startsWith(op))
				.count();
	}

	@ParameterizedTest
	@CsvSource({"false,false", "false,true", "true,false", "true,true"})
	void aNormalizationIsTakenIntoTheConvolution(final boolean transposed, final boolean biased) {
		final GraphDef graph = graph(tf -> {
			final Random random = new Random(1);
			final Operand<TFloat32> x =
					tf.withName("x").placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, SIDE, SIDE, IN)));
			Operand<TFloat32> y = transposed
					? tf.nn.conv2dBackpropInput(
							tf.constant(new int[] {1, 2 * SIDE, 2 * SIDE, OUT}),
							random(tf, random, 2, 2, OUT, IN),
							x,
							List.of(1L, 2L, 2L, 1L),
							"SAME")
					: tf.nn.conv2d(x, random(tf, random, 3, 3, IN, OUT), List.of(1L, 1L, 1L, 1L), "SAME");
			if (biased) y = tf.nn.biasAdd(y, random(tf, random, OUT));
			tf.withName("y").nn.relu(norm(tf, random, y));
		});
		final GraphDef folded = NormFolding.of(graph, List.of("y:0"));
		assertEquals(1, count(graph, "FusedBatchNorm"));
		assertEquals(0, count(folded, "FusedBatchNorm"));
		assertEquals(1, count(folded, "BiasAdd"));
		assertArrayEquals(run(graph), run(folded), 2e-5f);
	}

	/** What the convolution gives, or the mean that the normalization gives, is wanted elsewhere. */
	@ParameterizedTest
	@ValueSource(strings = {"before", "statistics", "training"})
	void whatIsAlsoUsedElsewhereStays(final String where) {
		final GraphDef graph = graph(tf -> {
			final Random random = new Random(1);
			final Operand<TFloat32> x =
					tf.withName("x").placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, SIDE, SIDE, IN)));
			final Operand<TFloat32> before =
					tf.nn.conv2d(x, random(tf, random, 3, 3, IN, OUT), List.of(1L, 1L, 1L, 1L), "SAME");
			final FusedBatchNorm<TFloat32, TFloat32> norm = tf.nn.fusedBatchNorm(
					before,
					random(tf, random, OUT),
					random(tf, random, OUT),
					where.equals("training") ? tf.constant(new float[0]) : random(tf, random, OUT),
					where.equals("training") ? tf.constant(new float[0]) : random(tf, random, OUT),
					FusedBatchNorm.isTraining(where.equals("training")));
			tf.withName("y").math.add(norm.y(), where.equals("statistics") ? norm.batchMean() : before);
		});
		final GraphDef folded = NormFolding.of(graph, List.of("y:0"));
		assertEquals(1, count(folded, "FusedBatchNorm"));
		assertArrayEquals(run(graph), run(folded), 0);
	}

	/** It is fed, but TensorFlow wants to know what it would be otherwise. */
	@Test
	void anInputMayHaveADefault() {
		final GraphDef graph = graph(tf -> {
			final Random random = new Random(1);
			final Operand<TFloat32> x = tf.withName("x")
					.placeholderWithDefault(random(tf, random, 1, SIDE, SIDE, IN), Shape.of(1, SIDE, SIDE, IN));
			tf.withName("y").nn.relu(x);
			tf.withName("unused").nn.relu(x);
		});
		try (Graph imported = new Graph()) {
			imported.importGraphDef(graph);
			try (Session session = new Session(imported)) {
				final GraphDef frozen =
						Freezing.of(graph, "x:0", List.of("y:0"), session).orElseThrow();
				assertEquals(3, frozen.getNodeCount());
				assertArrayEquals(run(graph), run(frozen), 0);
			}
		}
	}

	/** Nothing is read from variables any more, and nothing is left of batch normalization. */
	@ParameterizedTest
	@ValueSource(strings = {"nuclei", "denoise"})
	void modelsInsideBecomeConstants(final String name) throws Exception {
		try (ModelArchive archive = new ModelLibrary(List.of()).openInside(name)) {
			final SavedModelFile file = SavedModelFile.read(archive.savedModel());
			final fovea.model.Signature signature = file.signatures().get(0);
			try (SavedModelBundle bundle = SavedModelBundle.loader(
							archive.savedModel().toString())
					.withTags(file.tags())
					.load()) {
				final List<String> outputs = List.of(
						file.outputTensor(signature, signature.outputs().get(0).name()));
				final GraphDef frozen = Freezing.of(
								file.graph().getGraphDef(),
								file.inputTensor(
										signature, signature.inputs().get(0).name()),
								outputs,
								bundle.session())
						.orElseThrow();
				final GraphDef folded = NormFolding.of(frozen, outputs);
				assertEquals(0, count(folded, "Var") + count(folded, "ReadVar") + count(folded, "Save"));
				assertEquals(0, count(folded, "FusedBatchNorm"));
				assertTrue(count(folded, "Conv2D") > 0);
			}
		}
	}
}
