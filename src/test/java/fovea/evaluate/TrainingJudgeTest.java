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
package fovea.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.data.HeldOutBlocks;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import fovea.net.Initializers;
import fovea.net.WeightMap;
import fovea.train.Baseline;
import fovea.train.LineNetwork;
import fovea.train.TellingNetwork;
import fovea.train.TrainingResult;
import fovea.train.config.TrainingConfig;
import fovea.train.result.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleToIntFunction;
import org.junit.jupiter.api.Test;

/** A network that tells classes by values, and Otsu's threshold, on drawn images of 64 x 64. */
class TrainingJudgeTest {

	private static final int SIDE = 64;
	private static final float DARK = 0.1f;
	private static final float BRIGHT = 0.9f;
	private static final List<ClassSpec> TWO = ClassSpec.named(List.of("background", "cell"));
	private static final DoubleToIntFunction THRESHOLD = value -> value > 0.5 ? 1 : 0;

	private final float[] pixels = new float[SIDE * SIDE];
	private final int[] truth = new int[SIDE * SIDE];

	TrainingJudgeTest() {
		java.util.Arrays.fill(pixels, DARK);
	}

	/** Fills a rectangle of 12 x 12. */
	private void paint(final int x, final int y, final float value) {
		for (int i = 0; i < 144; i++) pixels[(y + i / 12) * SIDE + x + i % 12] = value;
	}

	/** Says what a rectangle of 12 rows is. */
	private void mean(final int x, final int y, final int width, final int index) {
		for (int i = 0; i < 12 * width; i++) truth[(y + i / width) * SIDE + x + i % width] = index;
	}

	/** @return of what was painted and meant; -1 does not count */
	private Sample sample(final int classes) {
		final float[] target = new float[truth.length * classes];
		for (int i = 0; i < truth.length; i++) if (truth[i] >= 0) target[i * classes + truth[i]] = 1;
		return new Sample(
				"image", "image", new Raster(SIDE, SIDE, 1, pixels.clone()), new Raster(SIDE, SIDE, classes, target));
	}

	private static Optional<Judgement> judge(
			final List<ClassSpec> classes,
			final List<Sample> training,
			final List<Sample> validation,
			final DoubleToIntFunction rule)
			throws Exception {
		final TrainingConfig config = TrainingConfig.of(LineNetwork.architecture());
		final WeightMap weights = Initializers.initialize(config.architecture(), 1);
		return TrainingJudge.judge(
				config,
				new Samples(training, validation, classes),
				new TrainingResult(
						weights,
						List.of(),
						1,
						TrainingResult.EndReason.COMPLETED,
						"iou",
						new Samples.Split(training, validation)),
				TellingNetwork.factory(Math.max(1, classes.size()), rule));
	}

	private Judgement judge(final List<ClassSpec> classes, final DoubleToIntFunction rule) throws Exception {
		return judge(classes, List.of(sample(classes.size())), List.of(), rule).orElseThrow();
	}

	private static void assertScores(final double iou, final double ap50, final Map<String, Double> scores) {
		assertEquals(Map.of(Judgement.IOU, iou, Judgement.AP50, ap50), scores);
	}

	/**
	 * Of 3 objects one is dark and missed; of another a quarter is dark; a bright spot is no object. A bright rectangle
	 * that does not count does not matter.
	 */
	@Test
	void networkAndThresholdAreCountedAlike() throws Exception {
		paint(4, 4, BRIGHT);
		mean(4, 4, 12, 1);
		paint(24, 4, BRIGHT);
		mean(24, 4, 16, 1);
		mean(44, 4, 12, 1);
		paint(4, 30, BRIGHT);
		paint(30, 30, BRIGHT);
		mean(30, 30, 12, -1);
		final Judgement judgement = judge(TWO, THRESHOLD);
		final double iou = (144.0 + 144) / (144 + 192 + 144 + 144);
		assertScores(iou, 2 / 4.0, judgement.network());
		final Baseline otsu = judgement.others().get(0);
		assertEquals(judgement.network(), otsu.scores());
		assertEquals("Otsu's threshold", otsu.method());
		assertEquals("bright objects", otsu.setting());
		assertFalse(judgement.validated());
		assertTrue(judgement.better().isEmpty());
	}

	@Test
	void theThresholdFindsDarkObjectsAsWell() throws Exception {
		java.util.Arrays.fill(pixels, BRIGHT);
		paint(20, 20, DARK);
		mean(20, 20, 12, 1);
		final Judgement judgement = judge(TWO, THRESHOLD);
		assertScores(0, 0, judgement.network());
		assertEquals("dark objects", judgement.others().get(0).setting());
		assertScores(1, 1, judgement.others().get(0).scores());
	}

	/** Two halves of a rectangle, and the border between them: with it there are two objects, without it one. */
	@Test
	void bordersTakeObjectsApart() throws Exception {
		final List<ClassSpec> bordered = ClassSpec.named(List.of("background", "cell", "border"));
		paint(20, 20, BRIGHT);
		paint(32, 20, BRIGHT);
		mean(20, 20, 24, 1);
		mean(31, 20, 2, 2);
		for (int y = 20; y < 32; y++) pixels[y * SIDE + 31] = pixels[y * SIDE + 32] = 0.6f;
		assertScores(
				1,
				1,
				judge(bordered, value -> value > 0.7 ? 1 : value > 0.5 ? 2 : 0).network());
		assertScores(1, 0, judge(bordered, THRESHOLD).network());
	}

	/** What counts is the foreground: a class that is taken for the other one does not matter. */
	@Test
	void classesOfObjectsAreOne() throws Exception {
		final List<ClassSpec> three = ClassSpec.named(List.of("background", "cell", "debris"));
		paint(4, 4, BRIGHT);
		mean(4, 4, 12, 1);
		paint(30, 30, 0.7f);
		mean(30, 30, 12, 2);
		assertScores(
				1,
				1,
				judge(three, value -> value > 0.8 ? 2 : value > 0.5 ? 1 : 0).network());
		assertScores(0.5, 0.5, judge(three, value -> value > 0.8 ? 1 : 0).network());
		assertScores(0, 0, judge(three, value -> 0).network());
	}

	@Test
	void whereThereAreNoObjectsNothingIsToBeFound() throws Exception {
		paint(4, 4, BRIGHT);
		assertScores(1, 1, judge(TWO, value -> 0).network());
		assertScores(0, 0, judge(TWO, THRESHOLD).network());
	}

	@Test
	void whatWasHeldBackIsJudgedAlone() throws Exception {
		paint(4, 4, BRIGHT);
		mean(30, 30, 12, 1);
		final Sample wrong = sample(2);
		mean(30, 30, 12, 0);
		mean(4, 4, 12, 1);
		final Judgement judgement =
				judge(TWO, List.of(wrong), List.of(sample(2)), THRESHOLD).orElseThrow();
		assertTrue(judgement.validated());
		assertScores(1, 1, judgement.network());
		assertScores(1, 1, judgement.others().get(0).scores());
	}

	/**
	 * A square in which all is dark, one half a little less than the other. By the threshold of the whole image there
	 * is nothing in it, which is right; by its own there would be.
	 */
	@Test
	void aThresholdIsThatOfTheImageThatASquareIsOf() throws Exception {
		for (int x = 0; x < 36; x += 12) for (int y = 0; y < 60; y += 12) paint(x, y, BRIGHT);
		for (int y = 0; y < 16; y++) for (int x = 56; x < SIDE; x++) pixels[y * SIDE + x] = 0.2f;
		final Sample whole = sample(2);
		final Sample square = new Sample(
				"image block 1",
				"image",
				whole.input().crop(0, 48, 16, 16),
				whole.target().crop(0, 48, 16, 16),
				whole.input());
		final Judgement judgement =
				judge(TWO, List.of(whole), List.of(square), THRESHOLD).orElseThrow();
		assertScores(1, 1, judgement.others().get(0).scores());
		final Sample alone = new Sample("alone", "alone", square.input(), square.target());
		assertScores(
				0,
				0,
				judge(TWO, List.of(whole), List.of(alone), THRESHOLD)
						.orElseThrow()
						.others()
						.get(0)
						.scores());
	}

	/** Squares that are held out of one image say which they are of. */
	@Test
	void heldOutBlocksOfOneImageAreJudged() throws Exception {
		for (int x = 2; x < 52; x += 20)
			for (int y = 2; y < 52; y += 20) {
				paint(x, y, BRIGHT);
				mean(x, y, 12, 1);
			}
		final Samples.Split split =
				new HeldOutBlocks(20, 1).split(sample(2), 0.1, 1).orElseThrow();
		for (final Sample square : split.validation())
			assertEquals(SIDE, square.whole().width());
		final Judgement judgement =
				judge(TWO, split.training(), split.validation(), THRESHOLD).orElseThrow();
		assertTrue(judgement.validated());
		assertScores(1, 1, judgement.network());
		assertScores(1, 1, judgement.others().get(0).scores());
	}

	@Test
	void imagesThatComeOutAreNotJudged() throws Exception {
		final Sample image = sample(1);
		assertTrue(judge(List.of(), List.of(Sample.itself("a", "a", image.input())), List.of(), THRESHOLD)
				.isEmpty());
		final Raster label = new Raster(1, 1, 2, new float[] {0, 1});
		assertTrue(judge(TWO, List.of(new Sample("a", "a", image.input(), label)), List.of(), THRESHOLD)
				.isEmpty());
	}
}
