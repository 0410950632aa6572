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
package fovea.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.io.Npy;
import fovea.io.NpyArray;
import fovea.model.ClassSpec;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.model.variables.TensorBundle;
import fovea.tf.SavedModelLoader;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights of the models inside, read without TensorFlow, in networks that TensorFlow builds. */
@Tag("thorough")
class PretrainedTest {

	private static final List<ClassSpec> CELLS =
			List.of(new ClassSpec("background", 0), new ClassSpec("cell", 1), new ClassSpec("border", 2));

	@TempDir
	Path folder;

	private final ModelLibrary library = new ModelLibrary(List.of(Path.of("none")));

	/** Values are not preprocessed: these networks give the same for them whatever their weights were made for. */
	@ParameterizedTest
	@CsvSource({"denoise, 746497", "nuclei-cae, 272401"})
	void aNetworkWithTheseWeightsGivesWhatTheModelGives(final String name, final long count) throws Exception {
		try (ModelArchive archive = library.open(name)) {
			final Pretrained model = Pretrained.of(archive);
			assertEquals(
					count, TensorBundle.of(archive.savedModel()).orElseThrow().count());
			assertEquals(
					count,
					model.weights().values().values().stream()
							.mapToLong(values -> values.length)
							.sum());
			final NpyArray array = Npy.read(archive.resolve("test_input.npy"));
			final float[] small = array.data().clone();
			for (int i = 0; i < small.length; i++) small[i] /= 255;
			final FloatTensor input = new FloatTensor(array.shape(), small);
			final TensorFlowNetworkFactory factory = new TensorFlowNetworkFactory();
			try (TrainableNetwork network =
					factory.create(model.architecture(), model.weights(), new Loss.MeanSquaredError(), 1)) {
				final Path written = folder.resolve(name);
				network.export(written);
				assertEquals(count, TensorBundle.of(written).orElseThrow().count());
				final FloatTensor output = network.predict(input);
				final NetworkLoader loader = new SavedModelLoader();
				try (Network saved = loader.open(
						GraphSource.whole(archive.savedModel()),
						loader.signatures(archive.savedModel()).get(0))) {
					assertArrayEquals(saved.run("input", input, "output").data(), output.data(), 1e-5f);
				}
			}
		}
	}

	@Test
	void whatWasNotTrainedHereIsRefused() throws Exception {
		try (ModelArchive archive = library.open("blobs-threshold")) {
			final String message = assertThrows(ModelException.class, () -> Pretrained.of(archive))
					.getMessage();
			assertTrue(
					message.contains("cannot be trained further, since Fovea does not know how its network is built"),
					message);
		}
	}

	@Test
	void damagedWeightsAreNoticed() throws Exception {
		try (ModelArchive archive = library.open("nuclei-cae")) {
			final Path copy = folder.resolve("copy");
			try (Stream<Path> files = Files.walk(archive.savedModel())) {
				for (final Path file : files.toList()) {
					final Path target =
							copy.resolve(archive.savedModel().relativize(file).toString());
					if (Files.isDirectory(file)) Files.createDirectories(target);
					else Files.copy(file, target);
				}
			}
			final Path data = copy.resolve("variables").resolve("variables.data-00000-of-00001");
			final String key = Pretrained.of(archive)
					.weights()
					.values()
					.keySet()
					.iterator()
					.next();
			final float[] values =
					TensorBundle.of(copy).orElseThrow().floats(key).orElseThrow();
			assertArrayEquals(Pretrained.of(archive).weights().values().get(key), values);
			final byte[] bytes = Files.readAllBytes(data);
			for (int i = 0; i < bytes.length; i += 16) bytes[i] ^= 1;
			Files.write(data, bytes);
			final String message = assertThrows(
							ModelException.class,
							() -> TensorBundle.of(copy).orElseThrow().floats(key))
					.getMessage();
			assertTrue(message.contains("checksum"), message);
			Files.write(data, new byte[3]);
			assertThrows(
					ModelException.class,
					() -> TensorBundle.of(copy).orElseThrow().floats(key));
			final Path index = copy.resolve("variables").resolve("variables.index");
			final byte[] table = Files.readAllBytes(index);
			for (int i = 0; i < table.length; i++) {
				final byte[] broken = table.clone();
				broken[i] ^= 0x5F;
				Files.write(index, broken);
				try {
					TensorBundle.of(copy).orElseThrow().floats(key);
				} catch (final ModelException e) {
					continue; // as it should be; no other exception may come
				}
			}
		}
	}

	@Test
	void itIsTrainedForWhatItDoes() throws Exception {
		try (ModelArchive denoiser = library.open("denoise");
				ModelArchive segmenter = library.open("nuclei")) {
			final Pretrained images = Pretrained.of(denoiser);
			final Pretrained classes = Pretrained.of(segmenter);
			assertDoesNotThrow(() -> images.requireFor(List.of(), 1));
			assertDoesNotThrow(() -> images.requireFor(List.of(), 3));
			assertDoesNotThrow(() -> classes.requireFor(CELLS, 1));
			assertEquals("'denoise' takes images of 1 channel, got some of 2", refusal(images, List.of(), 2));
			assertEquals(
					"'denoise' gives images: expected a model that tells 3 classes apart (background, cell, border)",
					refusal(images, CELLS, 1));
			assertEquals(
					"'nuclei' tells classes apart (background, nucleus, border): expected a model that gives images",
					refusal(classes, List.of(), 1));
			assertDoesNotThrow(() -> classes.requireFor(CELLS.subList(0, 2), 1)); // it keeps its border
			assertEquals(
					"border", classes.border(CELLS.subList(0, 2)).orElseThrow().name());
			assertEquals(
					"'nuclei' tells 3 classes apart (background, nucleus, border): expected the same in what is "
							+ "learned from, got 1 (background)",
					refusal(classes, CELLS.subList(0, 1), 1));
			assertEquals(
					"'nuclei' tells 3 classes apart (background, nucleus, border): expected the same in what is "
							+ "learned from, got 3 "
							+ "(background, border, cell)",
					refusal(classes, List.of(CELLS.get(0), CELLS.get(2), CELLS.get(1)), 1));
		}
	}

	private static String refusal(final Pretrained model, final List<ClassSpec> wanted, final int channels) {
		return assertThrows(TrainingException.class, () -> model.requireFor(wanted, channels))
				.getMessage();
	}
}
