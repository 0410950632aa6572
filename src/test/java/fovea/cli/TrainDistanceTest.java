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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.job.Pretrained;
import fovea.job.TaughtModel;
import fovea.model.ClassSpec;
import fovea.model.ModelSpec;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.net.DistanceHead;
import fovea.teach.StartingModel;
import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that learns, beside classes, how deep pixels lie in objects; and what is done with it. */
class TrainDistanceTest {

	private static final String STAND_STILL = "1e-12";

	@TempDir
	Path folder;

	private TrainingCalls calls;
	private String images;
	private String masks;

	@BeforeEach
	void makeData() throws IOException {
		calls = new TrainingCalls(folder);
		images = calls.grayImages("images", 2, (x, y) -> object(x, y) > 0 ? 200 + x : 20 + y % 3);
		masks = calls.grayImages("masks", 2, TrainDistanceTest::object);
	}

	/** Two squares that touch, and one apart. */
	private static int object(final int x, final int y) {
		if (y >= 4 && y < 14 && x >= 2 && x < 22) return x < 12 ? 1 : 2;
		return x >= 10 && x < 20 && y >= 18 && y < 28 ? 3 : 0;
	}

	private String[] arguments(final String kind, final String... more) {
		final List<String> all = new ArrayList<>(List.of(
				"--architecture",
				"fcn-small",
				"--data",
				images,
				"--masks",
				masks,
				"--mask-kind",
				kind,
				"--patch",
				"32",
				"--batch",
				"2",
				"--width",
				"0.25"));
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}

	private static ModelSpec spec(final Path model) throws Exception {
		try (ModelArchive archive = new ModelLibrary().open(model.toString())) {
			return archive.spec().orElseThrow();
		}
	}

	@Test
	void theModelTellsClassesAndADistanceAndIsUsedAndTrainedFurther() throws Exception {
		calls.assertTrains(arguments("distance", "--class-weights", "1,1,6", "--steps-per-epoch", "40"));
		final ModelSpec spec = spec(calls.model());
		assertTrue(spec.objectTraits().distance());
		assertEquals(6, spec.objectTraits().borderWeight());
		assertEquals(3, spec.classes().size());
		assertEquals(
				List.of("background", "object", "border", "distance"),
				spec.outputs().get(0).axes().get(3).channelNames());
		assertTrue(Files.exists(folder.resolve("x-samples.png")), "a picture of classes");
		assertTrue(calls.out().contains("AP50"), calls.out());
		assertEquals(0, calls.execute("model", "test", calls.model().toString()), calls::err);
		assertEquals(0, calls.execute("model", "inspect", calls.model().toString()), calls::err);
		assertTrue(calls.out().contains("no class but a distance to their border"), calls.out());
		segments();
		evaluates();
		startsStrokesWithoutIt();
		goesOn();
	}

	private void segments() {
		final String image = images + "/a0.png";
		assertEquals(
				0,
				calls.execute(
						"segment",
						"--model",
						calls.model().toString(),
						"--probabilities",
						"--out",
						folder.resolve("out").toString(),
						image),
				calls::err);
		assertEquals(
				3,
				IJ.openImage(folder.resolve("out/a0-probabilities.tif").toString())
						.getStackSize());
		assertFalse(calls.err().contains("not probabilities"), calls.err());
	}

	private void evaluates() {
		assertEquals(
				0,
				calls.execute(
						"evaluate",
						"--model",
						calls.model().toString(),
						"--data",
						images,
						"--masks",
						masks,
						"--mask-kind",
						"distance"),
				calls::err);
	}

	/** Nobody draws depths. */
	private void startsStrokesWithoutIt() throws Exception {
		try (ModelArchive archive = new ModelLibrary().open(calls.model().toString())) {
			final StartingModel start = TaughtModel.start(archive);
			assertFalse(start.objectTraits().distance());
			assertEquals(3, start.classes().size());
			assertTrue(DistanceHead.classes(start.architecture()).isEmpty());
			assertEquals("probabilities", start.architecture().output());
		}
	}

	/** With depths, and without, all else stays as it was. */
	private void goesOn() throws Exception {
		final Path first = Files.move(calls.model(), folder.resolve("first.zip"));
		calls.assertTrains(arguments("distance", "--start-from", first.toString(), "--learning-rate", STAND_STILL));
		assertTrue(spec(calls.model()).objectTraits().distance());
		assertSameScore(first, "distance/kernel");
		calls.assertTrains(arguments("border", "--start-from", first.toString(), "--learning-rate", STAND_STILL));
		assertFalse(spec(calls.model()).objectTraits().distance());
		assertEquals(
				3,
				spec(calls.model())
						.outputs()
						.get(0)
						.axes()
						.get(3)
						.channelNames()
						.size());
		assertSameScore(first, "score/kernel");
		final Path second = Files.move(calls.model(), folder.resolve("second.zip"));
		calls.assertTrains(arguments("distance", "--start-from", second.toString(), "--learning-rate", STAND_STILL));
		assertTrue(spec(calls.model()).objectTraits().distance());
		assertSameScore(first, "score/kernel");
	}

	private void assertSameScore(final Path first, final String weight) throws Exception {
		try (ModelArchive before = new ModelLibrary().open(first.toString());
				ModelArchive now = new ModelLibrary().open(calls.model().toString())) {
			final float[] expected = Pretrained.of(before).weights().values().get(weight);
			final float[] found = Pretrained.of(now).weights().values().get(weight);
			for (int i = 0; i < expected.length; i++) assertEquals(expected[i], found[i], 1e-6, weight);
		}
	}

	@Test
	void lossesOfImagesAreRefused() {
		calls.assertFails(1, List.of("crossentropy or dice", "got mse"), arguments("distance", "--loss", "mse"));
	}

	@Test
	void aWeightForEachClassIsWanted() {
		calls.assertFails(
				2,
				List.of("--class-weights: expected 3 numbers, got 4"),
				arguments("distance", "--class-weights", "1,1,6,1"));
	}

	@Test
	void theClassesAreNamed() throws Exception {
		calls.assertTrains(arguments("distance", "--classes", "cell", "--steps-per-epoch", "1"));
		assertEquals(
				List.of("background", "cell", "border"),
				spec(calls.model()).classes().stream().map(ClassSpec::name).toList());
	}
}
