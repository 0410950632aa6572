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
package fovea.infer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.device.Device;
import fovea.device.DeviceChoice;
import fovea.model.Signature;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link NetworkLoader} and {@link Network} must do, on SavedModels that Python made. */
public abstract class NetworkContract {

	private static final String CONV = "keras3-export-conv-radius4-stride1";

	/** @return the loader under test */
	protected abstract NetworkLoader loader();

	private static Path savedModel(final String fixture) {
		return Fixtures.model(fixture).resolve("savedmodel");
	}

	private Network open(final String fixture, final String signature) throws ModelException {
		final Path own = savedModel(fixture);
		final Path folder = own.toFile().isDirectory() ? own : Fixtures.model(fixture);
		return loader().open(
						GraphSource.whole(folder),
						loader().signatures(folder).stream()
								.filter(s -> signature == null || s.name().equals(signature))
								.findFirst()
								.orElseThrow());
	}

	@ParameterizedTest
	@CsvSource({
		CONV + ",,input,expected",
		"keras3-export-unet-softmax3-stride4,,input,expected",
		"keras3-export-two-outputs,image,input,expected-image",
		"keras3-export-two-outputs,probability,input,expected-probability",
		"tf2-module-sigmoid1-radius3,,input,expected",
		"tf1-ref-variables-radius3,,input,expected",
		"tf1-frozen-radius3,,input,expected",
		"fixed-size-64x64-radius4,,input,expected",
		"int-input-uint8-softmax2,,input,expected",
		"int-input-int32-softmax2,,input,expected",
		"uint16-input-radius1,,input,expected",
		"class-map-int64-3classes,,input,expected",
		"valid-padding-radius4,,input,expected",
		"strided-encoder-decoder-stride4,,input,expected",
		"three-channel-denoise-radius2,,input,expected",
		"volume-zyx-radius2,,input,expected",
		"global-average-pooling-no-halo-is-enough,,input,expected"
	})
	void givesWhatPythonGave(final String fixture, final String output, final String input, final String expected)
			throws Exception {
		try (Network network = open(fixture, null)) {
			final FloatTensor given = Fixtures.tensor(Fixtures.model(fixture).resolve(input + ".npy"));
			final FloatTensor wanted = Fixtures.tensor(Fixtures.model(fixture).resolve(expected + ".npy"));
			final FloatTensor result = network.run(
					network.signature().inputs().get(0).name(),
					given,
					output == null ? network.signature().outputs().get(0).name() : output);
			assertArrayEquals(wanted.shape(), result.shape());
			assertTrue(Fixtures.maxDifference(wanted.data(), result.data()) <= 1e-5);
		}
	}

	@ParameterizedTest
	@CsvSource({
		"encode,input,expected-encode",
		"serving_default,input,expected",
		"decode,expected-encode,expected-decode"
	})
	void runsEachOfSeveralSignatures(final String signature, final String input, final String expected)
			throws Exception {
		final Path folder = Fixtures.model("tf2-several-signatures-stride4-latent2");
		try (Network network = open(folder.getFileName().toString(), signature)) {
			final FloatTensor result = network.run(
					network.signature().inputs().get(0).name(),
					Fixtures.tensor(folder.resolve(input + ".npy")),
					network.signature().outputs().get(0).name());
			assertTrue(Fixtures.maxDifference(
							Fixtures.tensor(folder.resolve(expected + ".npy")).data(), result.data())
					<= 1e-5);
		}
	}

	@Test
	void theProcessorComputesWhatAutoDoesWhereThereIsNoGpu() throws Exception {
		assumeFalse(loader().device().isGpu());
		final FloatTensor given = Fixtures.tensor(Fixtures.model(CONV).resolve("input.npy"));
		final Path folder = savedModel(CONV);
		final Signature signature = loader().signatures(folder).get(0);
		try (Network auto = loader().open(GraphSource.whole(folder), signature);
				Network cpu = loader().on(DeviceChoice.CPU).open(GraphSource.whole(folder), signature)) {
			assertArrayEquals(
					auto.run("image", given, "output_0").data(),
					cpu.run("image", given, "output_0").data());
		}
		assertEquals(Device.CPU, loader().on(DeviceChoice.CPU).device());
	}

	@ParameterizedTest
	@ValueSource(ints = {0, 1})
	void aGpuThatIsNotThereIsRefusedWithTheReason(final int number) throws Exception {
		assumeFalse(loader().device().isGpu());
		final NetworkLoader gpu = loader().on(DeviceChoice.gpu(number));
		final Path folder = savedModel(CONV);
		final Signature signature = gpu.signatures(folder).get(0);
		for (final Executable refused :
				List.<Executable>of(gpu::device, () -> gpu.open(GraphSource.whole(folder), signature))) {
			final String message = assertThrows(ModelException.class, refused).getMessage();
			assertTrue(
					message.startsWith(
							"device=" + DeviceChoice.gpu(number).label() + ": TensorFlow sees no such GPU: "),
					message);
			assertTrue(
					message.contains("native library is the one without GPU") || message.contains("driver"), message);
			assertEquals(1, message.lines().count());
		}
	}

	@Test
	void servingDefaultComesFirst() throws ModelException {
		final List<String> names = loader().signatures(savedModel("tf2-several-signatures-stride4-latent2")).stream()
				.map(Signature::name)
				.toList();
		assertEquals(List.of("serving_default", "decode", "encode"), names);
	}

	@ParameterizedTest
	@CsvSource({"1 48 64", "1 48 64 1 1", "1 48 64 2", "1 48 64 3", "1 0 64 1", "48 64"})
	void refusesShapesThatWouldAbortTheProcess(final String shape) throws Exception {
		final int[] lengths = IntStream.of(java.util.Arrays.stream(shape.split(" "))
						.mapToInt(Integer::parseInt)
						.toArray())
				.toArray();
		try (Network network = open(CONV, null)) {
			final FloatTensor tensor = new FloatTensor(lengths, new float[(int) FloatTensor.size(lengths)]);
			final ModelException exc =
					assertThrows(ModelException.class, () -> network.run("image", tensor, "output_0"));
			assertTrue(exc.getMessage().contains("float32[?, ?, ?, 1]"), exc.getMessage());
		}
	}

	@Test
	void refusesAnotherSizeThanTheFixedOne() throws Exception {
		try (Network network = open("fixed-size-64x64-radius4", null)) {
			final FloatTensor tensor = new FloatTensor(new int[] {1, 64, 32, 1}, new float[64 * 32]);
			assertThrows(ModelException.class, () -> network.run("image", tensor, "output_0"));
		}
	}

	@Test
	void refusesNamesThatTheSignatureLacks() throws Exception {
		try (Network network = open(CONV, null)) {
			final FloatTensor tensor = new FloatTensor(new int[] {1, 8, 8, 1}, new float[64]);
			assertThrows(ModelException.class, () -> network.run("picture", tensor, "output_0"));
			assertThrows(ModelException.class, () -> network.run("image", tensor, "output_7"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"refused-int8-input", "refused-string-input"})
	void refusesElementTypesThatJavaLacks(final String fixture) {
		assertThrows(ModelException.class, () -> open(fixture, null));
	}

	@Test
	void saysHowToExportWhereVariablesAreMissing() throws Exception {
		try (Network network = open("keras-unexportable", null)) {
			final FloatTensor tensor = new FloatTensor(new int[] {1, 8, 8, 1}, new float[64]);
			final ModelException exc =
					assertThrows(ModelException.class, () -> network.run("inputs", tensor, "output_0"));
			assertTrue(exc.getMessage().contains("model.export()"), exc.getMessage());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"hostile/corrupt-saved-model-pb", "hostile/truncated-saved-model-pb", "no-such-model"})
	void refusesWhatIsNoSavedModel(final String fixture) {
		final ModelException exc = assertThrows(ModelException.class, () -> open(fixture, null));
		assertTrue(exc.getMessage().contains("saved_model.pb"), exc.getMessage());
	}

	@Test
	void refusesASavedModelWithoutItsWeights() {
		final ModelException exc = assertThrows(ModelException.class, () -> open("hostile/missing-variables", null));
		assertTrue(exc.getMessage().contains("variables/"), exc.getMessage());
	}

	@Test
	void measuresMemoryThatGrowsWithTheTensor() throws Exception {
		try (Network network = open(CONV, null)) {
			final long small = network.peakBytes(
					"image", new FloatTensor(new int[] {1, 64, 64, 1}, new float[64 * 64]), "output_0");
			final long large = network.peakBytes(
					"image", new FloatTensor(new int[] {1, 256, 256, 1}, new float[256 * 256]), "output_0");
			assertTrue(small > 64 * 64 * 4, "bytes: " + small);
			assertTrue(large > small + (256 * 256 - 64 * 64) * 4 * 4, "bytes: " + large);
		}
	}

	/** In bfloat16 where the processor has it, else as always. */
	@Test
	void inFastPrecisionItDiffersALittle() throws Exception {
		final Path folder = savedModel(CONV);
		final FloatTensor wanted = Fixtures.tensor(Fixtures.model(CONV).resolve("expected.npy"));
		try (Network network = loader().open(
						GraphSource.whole(folder).withFast(true),
						loader().signatures(folder).get(0))) {
			final FloatTensor given =
					network.run("image", Fixtures.tensor(Fixtures.model(CONV).resolve("input.npy")), "output_0");
			float most = 0;
			for (final float value : wanted.data()) most = Math.max(most, Math.abs(value));
			for (int i = 0; i < wanted.size(); i++)
				assertEquals(wanted.data()[i], given.data()[i], 0.02 * most, "value " + i);
		}
	}

	@Test
	void isNoLongerUsableWhenClosed() throws Exception {
		final Network network = open(CONV, null);
		network.close();
		network.close();
		final FloatTensor tensor = new FloatTensor(new int[] {1, 8, 8, 1}, new float[64]);
		assertThrows(InferenceException.class, () -> network.run("image", tensor, "output_0"));
	}

	@Test
	void runsInSeveralThreads() throws Exception {
		final Path folder = Fixtures.model(CONV);
		final FloatTensor given = Fixtures.tensor(folder.resolve("input.npy"));
		final FloatTensor wanted = Fixtures.tensor(folder.resolve("expected.npy"));
		try (Network network = open(CONV, null)) {
			assertTrue(IntStream.range(0, 64)
							.parallel()
							.mapToDouble(i -> {
								try {
									return Fixtures.maxDifference(
											wanted.data(),
											network.run("image", given, "output_0")
													.data());
								} catch (InferenceException | ModelException exc) {
									throw new AssertionError(exc);
								}
							})
							.max()
							.orElseThrow()
					<= 1e-5);
		}
	}
}
