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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.device.DeviceChoice;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.io.DataType;
import fovea.net.Architecture;
import fovea.net.DistanceHead;
import fovea.net.Node;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.layer.Activation;
import fovea.net.layer.ActivationFunction;
import fovea.net.layer.ActivationLayer;
import fovea.net.layer.Add;
import fovea.net.layer.AveragePooling2D;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Concatenate;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dense;
import fovea.net.layer.DepthToSpace;
import fovea.net.layer.DepthwiseConv2D;
import fovea.net.layer.Dropout;
import fovea.net.layer.Flatten;
import fovea.net.layer.GlobalAveragePooling2D;
import fovea.net.layer.Input;
import fovea.net.layer.Interpolation;
import fovea.net.layer.Layer;
import fovea.net.layer.LayerNormalization;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.Multiply;
import fovea.net.layer.Reshape;
import fovea.net.layer.SeparableConv2D;
import fovea.net.layer.SpaceToDepth;
import fovea.net.layer.UpSampling2D;
import fovea.net.layer.WeightSpec;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import fovea.train.config.Loss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;

/**
 * Derivatives of the training loss against central differences, along random directions in the space of each array of
 * weights. Each layer stands between two others, so that the derivative by its input counts too.
 */
@Tag("thorough")
class GradientCheckTest {

	private static final double STEP = 4e-3;
	private static final double BOUND = 5e-3;
	private static final int DIRECTIONS = 4;
	private static final float FAR = 3;

	/** A network and a loss, named. */
	record Case(String name, Architecture architecture, Loss loss) {

		@Override
		public String toString() {
			return name;
		}
	}

	static Stream<Case> cases() throws ModelException {
		final List<Case> cases = new ArrayList<>();
		final Loss mse = new Loss.MeanSquaredError();
		for (final Padding padding : Padding.values()) {
			add(
					cases,
					"conv " + padding,
					new Conv2D(3, Size.of(3), new Size(2, 1), padding, Activation.TANH, 0.05, true));
			add(
					cases,
					"transposed conv " + padding,
					new Conv2DTranspose(3, new Size(3, 4), Size.of(2), padding, Activation.TANH, 0.05, true));
			add(
					cases,
					"transposed conv with gaps " + padding,
					new Conv2DTranspose(2, Size.of(2), Size.of(3), padding, Activation.LINEAR, 0, false));
			for (final int stride : List.of(1, 2)) {
				final Size strides = Size.of(stride);
				final String how = " of stride " + stride + " " + padding;
				add(
						cases,
						"separable conv" + how,
						new SeparableConv2D(3, new Size(3, 2), strides, padding, stride, Activation.TANH, 0.05, true));
				add(
						cases,
						"depthwise conv" + how,
						new DepthwiseConv2D(new Size(3, 2), strides, padding, stride, Activation.TANH, 0.05, true));
			}
			add(cases, "max pooling " + padding, new MaxPooling2D(Size.of(3), Size.of(2), padding));
			add(cases, "average pooling " + padding, new AveragePooling2D(Size.of(3), Size.of(2), padding));
			cases.add(new Case("max unpooling " + padding, unpooling(padding), mse));
		}
		for (final Interpolation interpolation : Interpolation.values())
			add(cases, "upsampling " + interpolation, new UpSampling2D(new Size(2, 3), interpolation));
		add(cases, "dense on pixels", new Dense(3, Activation.TANH, 0.1, true));
		add(
				cases,
				"dense on vectors",
				new Flatten(),
				new Dense(3, Activation.TANH, 0.1, true),
				new BatchNormalization());
		add(cases, "reshape", new Reshape(Shape.image(3, 10, 2)));
		add(cases, "batch normalization", new BatchNormalization(0.9, 0.01));
		add(cases, "layer normalization", new LayerNormalization(0.01));
		add(cases, "layer normalization of vectors", new Flatten(), new LayerNormalization());
		add(cases, "space to depth", new MaxPooling2D(Size.of(3), Size.of(3), Padding.SAME), new SpaceToDepth(2));
		add(cases, "depth to space", new Conv2D(8, 1, 1, Padding.SAME, Activation.TANH), new DepthToSpace(2));
		add(cases, "global average pooling", new GlobalAveragePooling2D(false));
		add(cases, "global average pooling to a pixel", new GlobalAveragePooling2D(true));
		cases.add(new Case("weights for channels", excitation(), mse));
		add(cases, "dropout", new Dropout(0.4));
		for (final ActivationFunction function : ActivationFunction.values()) {
			final Activation activation =
					function == ActivationFunction.LEAKY_RELU ? Activation.leakyRelu(0.3) : new Activation(function, 0);
			add(cases, "activation " + activation, new ActivationLayer(activation));
		}
		cases.add(new Case("branches", branches(true), mse));
		cases.add(new Case("frozen batch normalization", branches(true).withTrainable(Set.of("norm"), false), mse));
		final Loss entropy = new Loss.CategoricalCrossEntropy(List.of());
		final Loss weighted = new Loss.CategoricalCrossEntropy(List.of(0.5, 2.0));
		for (final Loss loss : List.of(new Loss.MeanAbsoluteError(), entropy, weighted, new Loss.Dice())) {
			cases.add(new Case(loss.toString(), branches(false), loss));
			cases.add(new Case(
					loss + " of vectors",
					Networks.chain(Shape.vector(5), new Dense(4, Activation.TANH), new Dense(2, Activation.SOFTMAX)),
					loss));
		}
		for (final Loss loss : List.of(weighted, new Loss.Dice()))
			cases.add(new Case(
					loss + " and distance",
					DistanceHead.fitted(branches(false), true),
					new Loss.WithDistance(loss, 2)));
		return cases.stream();
	}

	@Test
	void everyKindOfLayerIsChecked() throws ModelException {
		final Set<Class<?>> checked = cases().flatMap(c -> c.architecture().nodes().stream())
				.map(node -> node.layer().getClass())
				.collect(Collectors.toSet());
		assertEquals(Set.of(Layer.class.getPermittedSubclasses()), checked);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void derivativesAreTheSlopes(final Case of) throws ModelException, InferenceException {
		final Architecture architecture = of.architecture();
		final WeightMap weights = Networks.weights(architecture, 5);
		final Shape inputShape = architecture.inputShape();
		final FloatTensor input = Networks.normal(
				6,
				inputShape.isVector()
						? new int[] {7, inputShape.channels()}
						: new int[] {3, 6, 5, inputShape.channels()});
		final int[] output = new BatchShapes(architecture).require(input);
		final boolean needsClasses = !(of.loss() instanceof Loss.MeanSquaredError);
		final FloatTensor target = of.loss().hasDistance()
				? withDistance(output)
				: needsClasses ? Networks.oneHot(7, output) : Networks.normal(7, output);
		try (Graph graph = new Graph()) {
			final TrainingGraph training = new TrainingGraph(graph, architecture, of.loss(), 3);
			try (Session session = new Session(graph, SessionSettings.config(DeviceChoice.AUTO));
					Tensor in = tensor(input);
					Tensor wanted = tensor(target)) {
				session.run(training.reset());
				training.weights().write(session, weights.values());
				final List<WeightSpec> trained = WeightSpecs.of(architecture).stream()
						.filter(WeightSpec::trainable)
						.toList();
				final Map<String, float[]> gradients = new HashMap<>();
				final Session.Runner runner =
						session.runner().feed(training.input(), in).feed(training.target(), wanted);
				training.gradients().forEach(runner::fetch);
				try (Result result = runner.run()) {
					for (int i = 0; i < trained.size(); i++)
						gradients.put(
								trained.get(i).key(),
								TensorValues.fromTensor(result.get(i), DataType.FLOAT32, new float[0])
										.data());
				}
				final Random random = new Random(8);
				double seen = 0;
				for (final WeightSpec spec : trained)
					for (int i = 0; i < DIRECTIONS; i++) {
						final double[] direction = direction(random, spec.size());
						double expected = 0;
						double scale = 0;
						for (int k = 0; k < direction.length; k++) {
							expected += gradients.get(spec.key())[k] * direction[k];
							scale = Math.max(scale, Math.abs(gradients.get(spec.key())[k]));
						}
						final double slope = (lossAt(training, session, in, wanted, weights, spec, direction, STEP)
										- lossAt(training, session, in, wanted, weights, spec, direction, -STEP))
								/ (2 * STEP);
						assertEquals(slope, expected, BOUND * Math.max(scale, 0.05), spec.key());
						seen = Math.max(seen, scale);
					}
				assertTrue(seen > 1e-3, "a derivative that is not zero");
			}
		}
	}

	/** One-hot classes, and behind them a number so far from the output that its error has no kink near. */
	private static FloatTensor withDistance(final int[] output) {
		final int channels = output[output.length - 1];
		final FloatTensor target = new FloatTensor(output, new float[(int) FloatTensor.size(output)]);
		final Random random = new Random(10);
		for (int i = 0; i < target.size(); i += channels) {
			if (i % 5 > 0) target.data()[i + random.nextInt(channels - 1)] = 1; // of others nothing counts
			target.data()[i + channels - 1] = random.nextBoolean() ? FAR : -FAR;
		}
		return target;
	}

	private static double lossAt(
			final TrainingGraph training,
			final Session session,
			final Tensor in,
			final Tensor wanted,
			final WeightMap weights,
			final WeightSpec spec,
			final double[] direction,
			final double step) {
		final Map<String, float[]> moved = new LinkedHashMap<>(weights.values());
		final float[] array = moved.get(spec.key()).clone();
		for (int i = 0; i < array.length; i++) array[i] += (float) (step * direction[i]);
		moved.put(spec.key(), array);
		training.weights().write(session, moved);
		try (Result result = session.runner()
				.feed(training.input(), in)
				.feed(training.target(), wanted)
				.fetch(training.trainingLoss())
				.run()) {
			return TensorValues.fromTensor(result.get(0), DataType.FLOAT32, new float[0])
					.data()[0];
		}
	}

	/** A vector of length 1. */
	private static double[] direction(final Random random, final int n) {
		final double[] direction = random.doubles(n, -1, 1).toArray();
		double square = 0;
		for (final double value : direction) square += value * value;
		for (int i = 0; i < n; i++) direction[i] /= Math.sqrt(square);
		return direction;
	}

	private static Tensor tensor(final FloatTensor values) {
		final Tensor tensor = TensorValues.allocate(values.shape(), DataType.FLOAT32);
		TensorValues.write(values, tensor, DataType.FLOAT32);
		return tensor;
	}

	private static void add(final List<Case> cases, final String name, final Layer... layers) throws ModelException {
		final List<Layer> all = new ArrayList<>(List.of(new Conv2D(2, 1, 1, Padding.VALID, Activation.TANH)));
		all.addAll(List.of(layers));
		all.add(new Dense(2, Activation.LINEAR));
		cases.add(new Case(
				name, Networks.chain(Shape.image(6, 5, 2), all.toArray(Layer[]::new)), new Loss.MeanSquaredError()));
	}

	private static Architecture unpooling(final Padding padding) throws ModelException {
		final Conv2D pointwise = new Conv2D(2, 1, 1, Padding.VALID, Activation.TANH);
		return Architecture.of(
				"unpooling",
				"",
				List.of(
						new Node("input", new Input(Shape.image(2))),
						new Node("before", pointwise, "input"),
						new Node("pool", new MaxPooling2D(Size.of(2), Size.of(2), padding), "before"),
						new Node("between", pointwise, "pool"),
						new Node("unpool", new MaxUnpooling2D("pool"), "between"),
						new Node("after", pointwise, "unpool")),
				"after",
				Optional.empty());
	}

	/** Squeeze and excitation, also of products of two images. */
	private static Architecture excitation() throws ModelException {
		final Conv2D conv = new Conv2D(2, 3, 1, Padding.SAME, Activation.TANH);
		return Architecture.of(
				"excitation",
				"",
				List.of(
						new Node("input", new Input(Shape.image(2))),
						new Node("a", conv, "input"),
						new Node("mean", new GlobalAveragePooling2D(false), "a"),
						new Node("gate", new Dense(2, Activation.SIGMOID), "mean"),
						new Node("b", conv, "input"),
						new Node("product", new Multiply(), "gate", "a", "b"),
						new Node("last", new Dense(2, Activation.LINEAR), "product")),
				"last",
				Optional.empty());
	}

	/** Two branches and the input itself, joined in both ways. */
	private static Architecture branches(final boolean linear) throws ModelException {
		final Conv2D conv = new Conv2D(2, Size.of(3), Size.of(1), Padding.SAME, Activation.TANH, 0.01, true);
		return Architecture.of(
				"branches",
				"",
				List.of(
						new Node("input", new Input(Shape.image(2))),
						new Node("a", conv, "input"),
						new Node("norm", new BatchNormalization(), "a"),
						new Node("b", conv, "input"),
						new Node("sum", new Add(), "norm", "b", "input"),
						new Node("both", new Concatenate(), "sum", "a"),
						new Node(
								"last",
								new Conv2D(2, 1, 1, Padding.SAME, linear ? Activation.LINEAR : Activation.SOFTMAX),
								"both")),
				"last",
				Optional.empty());
	}
}
