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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.InferenceException;
import fovea.infer.network.Network;
import fovea.model.Signature;
import fovea.net.Architecture;
import fovea.net.Node;
import fovea.net.layer.Activation;
import fovea.net.layer.Add;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Concatenate;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dropout;
import fovea.net.layer.Input;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import fovea.train.config.Precision;
import fovea.train.config.StepOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class InferenceExportTest {

	private static final double BOUND = 1e-6;

	@TempDir
	private Path folder;

	private final FloatTensor images = Networks.normal(1, 3, 12, 10, 2);

	@Test
	void whatIsWrittenGivesTheSameOutput() throws ModelException, InferenceException {
		final Path model = folder.resolve("model");
		try (TrainableNetwork network = trained(autoencoder(false))) {
			final FloatTensor expected = network.predict(images);
			network.export(model);
			final FloatTensor actual = run(model, "serving_default", "input", images, "output");
			assertArrayEquals(expected.shape(), actual.shape());
			assertEquals(0, Fixtures.maxDifference(expected.data(), actual.data()), BOUND);
			network.step(images, expected, 0.1); // the network goes on, what is written stays
			assertEquals(
					0,
					Fixtures.maxDifference(
							expected.data(),
							run(model, "serving_default", "input", images, "output")
									.data()),
					BOUND);
		}
	}

	@Test
	void encoderAndDecoderAreOfUseOnTheirOwn() throws ModelException, InferenceException {
		final Path model = folder.resolve("model");
		try (TrainableNetwork network = trained(autoencoder(false))) {
			network.export(model);
			final FloatTensor latent = run(model, "encode", "input", images, "latent");
			assertArrayEquals(new int[] {3, 6, 5, 4}, latent.shape());
			assertEquals(
					0,
					Fixtures.maxDifference(
							network.predict(images).data(),
							run(model, "decode", "latent", latent, "output").data()),
					BOUND);
		}
	}

	@Test
	void signaturesStateShapes() throws ModelException, InferenceException {
		final Path model = folder.resolve("model");
		try (TrainableNetwork network = trained(autoencoder(false))) {
			network.export(model);
		}
		final List<Signature> signatures = new SavedModelLoader().signatures(model);
		assertEquals(
				List.of("serving_default", "decode", "encode"),
				signatures.stream().map(Signature::name).toList());
		assertEquals("float32[?, ?, ?, 2]", signatures.get(0).input("input").label());
		assertEquals("float32[?, ?, ?, 1]", signatures.get(0).output("output").label());
		assertEquals("float32[?, ?, ?, 4]", signatures.get(1).input("latent").label());
		assertEquals("float32[?, ?, ?, 4]", signatures.get(2).output("latent").label());
	}

	@Test
	void signaturesStateShapesThatAreComputed() throws ModelException, InferenceException {
		final Path model = folder.resolve("model");
		final Architecture architecture = Architecture.of(
				"unpooling",
				"",
				List.of(
						new Node("input", new Input(Shape.image(2))),
						new Node("conv", new Conv2D(4, 3, 1, Padding.SAME, Activation.RELU), "input"),
						new Node("pool", new MaxPooling2D(Size.of(3), Size.of(2), Padding.SAME), "conv"),
						new Node("unpool", new MaxUnpooling2D("pool"), "pool")),
				"unpool",
				Optional.empty());
		try (TrainableNetwork network = trained(architecture)) {
			network.export(model);
		}
		assertEquals(
				"float32[?, ?, ?, 4]",
				new SavedModelLoader().signatures(model).get(0).output("output").label());
	}

	@Test
	void whatTensorFlowRefusesIsACheckedError() throws ModelException, InferenceException {
		final Path model = folder.resolve("model");
		final Architecture architecture = Architecture.of(
				"skip",
				"",
				List.of(
						new Node("input", new Input(Shape.image(2))),
						new Node("conv", new Conv2D(2, 3, 2, Padding.SAME, Activation.RELU), "input"),
						new Node("up", new Conv2DTranspose(2, 3, 2, Padding.SAME, Activation.ELU), "conv"),
						new Node("sum", new Add(), "up", "input")),
				"sum",
				Optional.empty());
		try (TrainableNetwork network = trained(architecture)) {
			network.export(model);
		}
		final FloatTensor odd = Networks.normal(1, 1, 8, 7, 2);
		assertThrows(ModelException.class, () -> run(model, "serving_default", "input", odd, "output"));
	}

	@Test
	void aDecoderThatNeedsTheEncoderIsNotOffered() throws ModelException, InferenceException {
		final Path model = folder.resolve("model");
		try (TrainableNetwork network = trained(autoencoder(true))) {
			network.export(model);
		}
		assertEquals(
				List.of("serving_default", "encode"),
				new SavedModelLoader()
						.signatures(model).stream().map(Signature::name).toList());
	}

	@Test
	void nothingOfTheTrainingIsWritten() throws ModelException, InferenceException, IOException {
		final Path model = folder.resolve("model");
		final Architecture architecture = Networks.chain(
				Shape.image(2),
				new Conv2D(64, 3, 1, Padding.SAME, Activation.RELU),
				new Dropout(0.5),
				new Conv2D(64, 3, 1, Padding.SAME, Activation.LINEAR));
		long weights = 0;
		try (TrainableNetwork network = trained(architecture)) {
			network.export(model);
			for (final float[] values : network.weights().values().values())
				weights += (long) values.length * Float.BYTES;
		}
		final long written = Files.size(model.resolve("variables").resolve("variables.data-00000-of-00001"));
		assertTrue(written >= weights && written < 1.05 * weights, written + " bytes for weights of " + weights);
		final String graph =
				Files.readString(model.resolve("saved_model.pb"), java.nio.charset.StandardCharsets.ISO_8859_1);
		for (final String word : List.of("adam", "Gradient", "Random", "target"))
			assertTrue(!graph.contains(word), word);
	}

	@Test
	void whatWasTrainedInMixedPrecisionIsWrittenInFloat32() throws ModelException, InferenceException {
		final Path model = folder.resolve("model");
		final Architecture architecture = autoencoder(false);
		try (TrainableNetwork network = trained(architecture, Precision.MIXED_BFLOAT16)) {
			network.export(model);
			try (TrainableNetwork exact = new TensorFlowNetworkFactory()
					.create(architecture, network.weights(), new Loss.MeanSquaredError(), 3)) {
				assertEquals(
						0,
						Fixtures.maxDifference(
								exact.predict(images).data(),
								run(model, "serving_default", "input", images, "output")
										.data()),
						BOUND);
			}
		}
	}

	@Test
	void refusesAFolderThatExistsAndLeavesNoneOfItsOwn() throws ModelException, InferenceException, IOException {
		final Path model = Files.createDirectory(folder.resolve("model"));
		try (TrainableNetwork network = trained(autoencoder(false))) {
			final String message = assertThrows(ModelException.class, () -> network.export(model))
					.getMessage();
			assertTrue(message.startsWith(model.toString()), message);
			network.export(folder.resolve("other"));
		}
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(
					List.of("model", "other"),
					files.map(file -> file.getFileName().toString()).sorted().toList());
		}
	}

	private static FloatTensor run(
			final Path model, final String name, final String from, final FloatTensor values, final String to)
			throws ModelException, InferenceException {
		final SavedModelLoader loader = new SavedModelLoader();
		final Signature signature = loader.signatures(model).stream()
				.filter(s -> s.name().equals(name))
				.findFirst()
				.orElseThrow();
		try (Network network = loader.open(GraphSource.whole(model), signature)) {
			final FloatTensor output = network.run(from, values, to);
			return new FloatTensor(output.shape(), Arrays.copyOf(output.data(), output.size()));
		}
	}

	private TrainableNetwork trained(final Architecture architecture) throws ModelException, InferenceException {
		return trained(architecture, Precision.FLOAT32);
	}

	private TrainableNetwork trained(final Architecture architecture, final Precision precision)
			throws ModelException, InferenceException {
		final TrainableNetwork network = new TensorFlowNetworkFactory()
				.create(
						architecture,
						Networks.weights(architecture, 2),
						StepOptions.of(new Loss.MeanSquaredError(), 3).withPrecision(precision));
		final FloatTensor target = Networks.normal(4, network.predict(images).shape());
		for (int i = 0; i < 3; i++) network.step(images, target, 0.01);
		return network;
	}

	/** With everything that is not the same in training: dropout, batch normalization. */
	private static Architecture autoencoder(final boolean unpooling) throws ModelException {
		final Conv2D conv = new Conv2D(4, 3, 1, Padding.SAME, Activation.RELU);
		return Architecture.of(
				"cae",
				"",
				List.of(
						new Node("input", new Input(Shape.image(2))),
						new Node("conv", conv, "input"),
						new Node("norm", new BatchNormalization(), "conv"),
						new Node("pool", new MaxPooling2D(2), "norm"),
						new Node("code", conv, "pool"),
						new Node("drop", new Dropout(0.5), "code"),
						unpooling
								? new Node("up", new MaxUnpooling2D("pool"), "drop")
								: new Node("up", new Conv2DTranspose(3, 3, 2, Padding.SAME, Activation.ELU), "drop"),
						new Node("twice", new Concatenate(), "up", "up"),
						new Node("last", new Conv2D(1, 1, 1, Padding.SAME, Activation.SIGMOID), "twice")),
				"last",
				Optional.of("code"));
	}
}
