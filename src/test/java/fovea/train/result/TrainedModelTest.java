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
package fovea.train.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fovea.base.FoveaException;
import fovea.data.Samples;
import fovea.io.Npy;
import fovea.io.NpyArray;
import fovea.model.ModelSpec;
import fovea.model.Normalization;
import fovea.model.ObjectTraits;
import fovea.model.library.ModelArchive;
import fovea.net.file.ArchitectureFile;
import fovea.train.Baseline;
import fovea.train.LineNetwork;
import fovea.train.Rasters;
import fovea.train.Trainer;
import fovea.train.TrainingListener;
import fovea.train.TrainingResult;
import fovea.train.augment.Noise;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class TrainedModelTest {

	private static final TrainingConfig CONFIG = TrainingConfig.of(LineNetwork.architecture())
			.withEpochs(3)
			.withNoise(new Noise.Mixed(List.of(new Noise.Poisson(100), new Noise.Gaussian(0.05, 0.1))))
			.withValidationFraction(0.25);

	private static final Samples DATA = Rasters.line(8, 12, 14);

	private static TrainingResult trained() throws FoveaException {
		return Trainer.train(
				CONFIG,
				DATA,
				(architecture, weights, options) -> new LineNetwork(architecture, weights),
				TrainingListener.NONE);
	}

	@TempDir
	private Path folder;

	private static final Judgement JUDGED = new Judgement(
			true,
			Map.of("iou", 0.9, "ap50", 0.8),
			List.of(new Baseline("Otsu's threshold", "bright objects", Map.of("iou", 0.7, "ap50", 0.85))));

	/** {@link ModelArchive} checks the SHA-256 of every file that it hands out. */
	@Test
	void aPackageIsReadBackAsItWasMeant() throws FoveaException, IOException {
		final Path zip = folder.resolve("line.zip");
		final TrainingResult result = trained();
		final List<LineNetwork> made = new ArrayList<>();
		new TrainedModel(
						"Line",
						"Twice as bright, and one more.",
						"CC0-1.0",
						ObjectTraits.UNKNOWN,
						CONFIG,
						DATA,
						result,
						Normalization.NONE.steps(),
						Optional.of(JUDGED))
				.write(zip, (architecture, weights, options) -> {
					made.add(new LineNetwork(architecture, weights));
					return made.get(0);
				});
		assertTrue(made.get(0).closed);
		try (ModelArchive archive = ModelArchive.open(zip)) {
			assertEquals(
					Optional.of(JUDGED), PastTraining.of(archive).orElseThrow().judgement());
			final ModelSpec spec = archive.spec().orElseThrow();
			assertEquals("Line", spec.name());
			assertEquals("byxc", spec.inputs().get(0).letters());
			assertEquals(
					made.get(0).a + " x + " + made.get(0).b,
					Files.readString(archive.savedModel().resolve("saved_model.pb")));
			final NpyArray input =
					Npy.read(archive.resolve(spec.inputs().get(0).testTensor().orElseThrow()));
			final NpyArray output =
					Npy.read(archive.resolve(spec.outputs().get(0).testTensor().orElseThrow()));
			assertArrayEquals(new int[] {1, 12, 14, 1}, input.shape());
			assertEquals(made.get(0).a * input.data()[5] + made.get(0).b, output.data()[5]);
			assertEquals(CONFIG.architecture(), ArchitectureFile.read(archive.resolve("architecture.yaml")));
			final JsonNode training = new ObjectMapper()
					.<JsonNode>valueToTree(new Yaml().load(Files.readString(archive.resolve("rdf.yaml"))))
					.at("/config/fovea/training");
			assertEquals(
					new ObjectMapper()
							.readTree(TrainingRecord.of(
											CONFIG,
											DATA,
											result,
											Optional.of(JUDGED),
											Map.of(
													"tensorflow",
													training.at("/versions/tensorflow")
															.asText()))
									.toJson()),
					training);
		}
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(
					List.of("line.zip"),
					left.map(p -> p.getFileName().toString()).toList());
		}
	}

	@Test
	void nothingIsLeftWhereItCannotBeWritten() throws FoveaException, IOException {
		final Path file = folder.resolve("full.zip");
		Files.createDirectories(file.resolve("in the way"));
		final TrainedModel model = new TrainedModel(
				"Line", "", "", ObjectTraits.UNKNOWN, CONFIG, DATA, trained(), List.of(), Optional.empty());
		assertThrows(
				FoveaException.class,
				() -> model.write(file, (architecture, weights, options) -> new LineNetwork(architecture, weights)));
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(
					List.of("full.zip"),
					left.map(p -> p.getFileName().toString()).toList());
		}
	}

	@Test
	void aRecordTellsDataSettingsCurvesAndBaselines() throws FoveaException, IOException {
		final TrainingResult result = trained();
		final JsonNode json = new ObjectMapper()
				.readTree(TrainingRecord.of(CONFIG, DATA, result, Optional.empty(), Map.of("tensorflow", "2.18.0"))
						.toJson());
		assertEquals(DATA.sha256(), json.at("/data/sha256").asText());
		assertEquals(6, json.at("/data/training_images").size());
		assertEquals(2, json.at("/data/validation_images").size());
		assertEquals("mse", json.at("/config/loss/name").asText());
		assertEquals("poisson", json.at("/config/noise/parts/0/name").asText());
		assertEquals(0.1, json.at("/config/noise/parts/1/max_sigma").asDouble());
		assertEquals(0.001, json.at("/config/learning_rate/initial").asDouble());
		assertEquals(3, json.at("/history").size());
		assertEquals(
				result.history().get(1).validationLoss(),
				OptionalDouble.of(json.at("/history/1/validation_loss").asDouble()));
		assertEquals(
				List.of("input as it is", "median filter", "Gaussian filter"),
				json.at("/baselines").findValuesAsText("method"));
		assertTrue(json.at("/baselines/2/psnr").isNumber());
		assertTrue(json.at("/baselines/2/ssim").isNumber());
		assertEquals("2.18.0", json.at("/versions/tensorflow").asText());
		assertFalse(json.at("/versions/java").asText().isEmpty());
	}

	@Test
	void whatIsInfiniteIsLeftOut() throws FoveaException, IOException {
		final TrainingResult result = new TrainingResult(
				null,
				List.of(new EpochRecord(
						1, 0, OptionalDouble.of(0), OptionalDouble.of(Double.POSITIVE_INFINITY), 0.1, 1)),
				1,
				TrainingResult.EndReason.COMPLETED,
				"psnr",
				new Samples.Split(DATA.samples(), List.of()));
		final JsonNode json = new ObjectMapper()
				.readTree(TrainingRecord.of(CONFIG, DATA, result, Optional.empty(), Map.of())
						.toJson());
		assertTrue(json.at("/history/0/metric").isMissingNode());
		assertTrue(json.at("/history/0/validation_loss").isNumber());
	}
}
