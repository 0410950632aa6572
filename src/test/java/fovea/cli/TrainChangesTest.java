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
package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fovea.base.FoveaException;
import fovea.model.library.ModelArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Changes of samples, averaged weights and a falling rate, asked for on the command line, with the real engine. */
@Tag("thorough")
class TrainChangesTest {

	private static final String ALL =
			"--noise 0.05 --scale 0.7-1.5 --gamma 0.7-1.4 --blur 0-1.5 --cosine 0.4 --average 0.9";

	@TempDir
	Path folder;

	private TrainingCalls calls;
	private List<String> data;

	@BeforeEach
	void makeImages() throws IOException {
		calls = new TrainingCalls(folder);
		data = List.of(
				"--architecture",
				"fcn-small",
				"--width",
				"0.25",
				"--data",
				calls.grayImages("images", 3, (x, y) -> (x / 8 + y / 8) % 2 * 100 + x + y),
				"--masks",
				calls.grayImages("masks", 3, (x, y) -> (x / 8 + y / 8) % 2 * 255),
				"--patch",
				"16",
				"--batch",
				"4",
				"--steps-per-epoch",
				"3",
				"--epochs",
				"2",
				"--validation",
				"0");
	}

	private List<String> losses(final String options) throws IOException {
		final List<String> all = new ArrayList<>(data);
		if (!options.isEmpty()) all.addAll(List.of(options.split(" ")));
		calls.assertTrains(all.toArray(String[]::new));
		return Files.readAllLines(folder.resolve("x-curves.csv")).stream()
				.map(line -> line.split(",")[1])
				.toList();
	}

	@Test
	void aSegmentationTakesThemAllAndItsModelTellsThem() throws IOException, FoveaException {
		assertEquals(losses(ALL), losses(ALL));
		try (ModelArchive archive = ModelArchive.open(calls.model())) {
			final JsonNode config = config(archive);
			assertEquals(0.4, config.at("/learning_rate/cosine_after").asDouble());
			assertEquals(0.9, config.at("/averaging").asDouble());
			assertEquals("[0.7,1.5]", config.at("/augmentation/scale").toString());
			assertEquals("[0.7,1.4]", config.at("/augmentation/gamma").toString());
			assertEquals("[0.0,1.5]", config.at("/augmentation/blur").toString());
			assertEquals(0.05, config.at("/noise/max_sigma").asDouble());
		}
	}

	@Test
	void mixedPrecisionIsRecordedAndTheModelIsInFloat32() throws IOException, FoveaException {
		final double exact = last(losses("--precision float32"));
		assertEquals(exact, last(losses("--precision mixed-bfloat16")), 0.05 * exact);
		assertEquals(0, calls.execute("model", "test", calls.model().toString()), calls.err());
		try (ModelArchive archive = ModelArchive.open(calls.model())) {
			assertEquals("mixed_bfloat16", config(archive).at("/precision").asText());
		}
	}

	private static double last(final List<String> losses) {
		return Double.parseDouble(losses.get(losses.size() - 1));
	}

	private static JsonNode config(final ModelArchive archive) throws IOException, FoveaException {
		return new ObjectMapper()
				.<JsonNode>valueToTree(new Yaml().load(Files.readString(archive.resolve("rdf.yaml"))))
				.at("/config/fovea/training/config");
	}

	@Test
	void eachOfThemChangesWhatIsLearned() throws IOException {
		final List<String> plain = losses("");
		for (final String option :
				List.of("--noise 0.05", "--scale 0.7-1.5", "--gamma 0.7-1.4", "--blur 0.5-1.5", "--cosine 0.4"))
			assertNotEquals(plain, losses(option), option);
		assertEquals(
				plain, losses("--average 0.9 --scale 1 --gamma 1 --blur 0 --cosine 1"), "the average disturbs nothing");
		assertTrue(plain.size() == 3, plain.toString());
		assertEquals(
				losses("--untouched 1"),
				losses("--noise 0.05 --scale 0.7-1.5 --gamma 0.7-1.4 --blur 0.5-1.5 --untouched 1"));
		assertNotEquals(losses("--noise 0.05"), losses("--noise 0.05 --untouched 0.5"));
	}
}
