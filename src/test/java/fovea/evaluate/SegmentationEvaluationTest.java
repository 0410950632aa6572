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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.data.MaskReading;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.ProgressListener;
import fovea.metric.ObjectMatches;
import fovea.metric.Overlap;
import fovea.model.ClassSpec;
import fovea.segment.split.ObjectSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** Small label images whose scores are counted by hand. */
class SegmentationEvaluationTest {

	private static final MaskReading INSTANCES = new MaskReading.Instances(false);
	private static final MaskReading THREE = new MaskReading.ClassIndex(
			List.of(new ClassSpec("background", 0), new ClassSpec("one", 1), new ClassSpec("two", 2)),
			OptionalInt.of(255));

	private static SegmentationScore score(final Image result, final Image truth, final MaskReading reading)
			throws FoveaException {
		return new SegmentationEvaluation(
						Pictures.pairs(List.of(result), List.of(truth)),
						reading,
						List.of(SegmentationMethods.masks(reading)))
				.score(0, ProgressListener.NONE)
				.get(0);
	}

	@Test
	void anObjectThatIsSplitIsMissedAndItsHalvesAreTooMany() throws FoveaException {
		final SegmentationScore score = score(
				Pictures.bytes("a", "7 7 0 1 2", "7 7 0 1 2", "7 0 0 1 2"),
				Pictures.bytes("a", "1 1 0 2 2", "1 1 0 2 2", "1 1 0 2 2"),
				INSTANCES);
		// 5 of 6 pixels of the first; halves of the second have an IoU of 0.5, which is not above it
		assertEquals(new ObjectMatches(1, 2, 1), score.objects());
		assertEquals(0.25, score.objects().averagePrecision());
		assertEquals(
				List.of(2, 3),
				List.of(score.objects().trueObjects(), score.objects().foundObjects()));
		assertEquals(new Overlap(11, 12, 11), score.classes().get(1));
		assertEquals(new Overlap(3, 3, 4), score.classes().get(0));
		assertEquals(11 / 12.0, score.classes().get(1).iou());
		assertEquals(22 / 23.0, score.classes().get(1).dice());
	}

	@Test
	void objectsThatAreJoinedCountAsTheLargerOne() throws FoveaException {
		final SegmentationScore score =
				score(Pictures.bytes("a", "1 1 1 1 1 0"), Pictures.bytes("a", "1 1 1 2 2 0"), INSTANCES);
		assertEquals(new ObjectMatches(1, 0, 1), score.objects());
	}

	@Test
	void inBinaryMasksTouchingPixelsAreAnObject() throws FoveaException {
		final SegmentationScore score = score(
				Pictures.bytes("a", "9 9 0 9", "0 0 0 9"),
				Pictures.bytes("a", "255 255 0 0", "0 0 255 0"),
				new MaskReading.Binary());
		// by a corner too: the truth is one object of three pixels, of which the first found one has two
		assertEquals(new ObjectMatches(1, 1, 0), score.objects());
	}

	@Test
	void theBorderIsAClassButBelongsToTheObjects() throws FoveaException {
		final MaskReading border = new MaskReading.Instances(true);
		final SegmentationScore score =
				score(Pictures.bytes("a", "0 1 1 1 1 2 2 2"), Pictures.bytes("a", "1 1 1 1 2 2 2 0"), border);
		// classes of the truth 1 1 1 2 2 1 1 0, of the result 0 1 1 1 2 2 1 1
		assertEquals(List.of(new Overlap(0, 1, 1), new Overlap(3, 5, 5), new Overlap(1, 2, 2)), score.classes());
		// each 3 of 5, resp. 2 of 4 pixels
		assertEquals(new ObjectMatches(1, 1, 1), score.objects());
	}

	/** As it is for a model that knows borders: they are parts of what it finds. */
	@Test
	void ofWholeObjectsTheBorderIsNoClass() throws FoveaException {
		final MaskReading numbers = new MaskReading.Instances(true).withoutBorder();
		assertEquals(
				List.of("background", "object"),
				numbers.classes().stream().map(ClassSpec::name).toList());
		assertEquals(
				List.of(new Overlap(1, 1, 1), new Overlap(7, 7, 7)),
				score(Pictures.bytes("a", "0 1 1 1 1 2 2 2"), Pictures.bytes("a", "0 1 1 1 1 2 2 2"), numbers)
						.classes());
		final MaskReading indices = new MaskReading.ClassIndex(
						ClassSpec.named(List.of("background", "cell", "border")), OptionalInt.of(9))
				.withoutBorder();
		assertEquals(
				List.of("background", "cell"),
				indices.classes().stream().map(ClassSpec::name).toList());
		final SegmentationScore score =
				score(Pictures.bytes("a", "1 1 2 2 1 1 0 2 9"), Pictures.bytes("a", "1 1 1 2 2 1 0 0 9"), indices);
		assertEquals(2, score.classes().size());
		assertEquals(new ObjectMatches(2, 0, 0), score.objects(), "a border by itself is no object");
		final MaskReading plain =
				new MaskReading.ClassIndex(ClassSpec.named(List.of("background", "cell", "edge")), OptionalInt.empty());
		assertSame(plain, plain.withoutBorder());
	}

	@Test
	void whatDoesNotCountIsNeitherRightNorWrong() throws FoveaException {
		final SegmentationScore score =
				score(Pictures.bytes("a", "1 1 0 2 2"), Pictures.bytes("a", "1 1 255 255 255"), THREE);
		assertEquals(List.of(Overlap.NONE, new Overlap(2, 2, 2), Overlap.NONE), score.classes());
		assertEquals(new ObjectMatches(1, 0, 0), score.objects());
	}

	@Test
	void anObjectOfAnotherClassIsNotFound() throws FoveaException {
		final SegmentationScore score =
				score(Pictures.bytes("a", "1 1 0 1 1"), Pictures.bytes("a", "1 1 0 2 2"), THREE);
		assertEquals(new ObjectMatches(1, 1, 1), score.objects());
	}

	@Test
	void objectsAreMatchedPlaneByPlane() throws FoveaException {
		final Image truth = stack("a", new byte[] {1, 1, 0, 0, 0, 1});
		assertEquals(
				new ObjectMatches(2, 0, 0),
				score(stack("a", new byte[] {5, 5, 0, 0, 0, 5}), truth, INSTANCES)
						.objects());
		assertEquals(
				new ObjectMatches(1, 1, 1),
				score(stack("a", new byte[] {5, 5, 0, 5, 0, 0}), truth, INSTANCES)
						.objects());
	}

	/** @return two slices of three pixels */
	private static Image stack(final String name, final byte[] pixels) {
		return new Image(name, ArrayImgs.unsignedBytes(pixels, 3, 1, 1, 2, 1), Calibration.PIXELS, false);
	}

	@Test
	void meansLeaveOutWhereNothingIsToBeJudgedAndPooledCountsAddUp() throws FoveaException {
		final List<SegmentationScore> scores = new ArrayList<>();
		scores.add(score(Pictures.bytes("a", "1 1 0 0"), Pictures.bytes("a", "1 1 1 0"), INSTANCES));
		scores.add(score(Pictures.bytes("b", "0 0 0 0"), Pictures.bytes("b", "0 0 0 0"), INSTANCES));
		scores.add(score(Pictures.bytes("c", "1 0 2 0"), Pictures.bytes("c", "1 0 0 0"), INSTANCES));
		final SegmentationSummary summary = SegmentationSummary.of(scores);
		assertEquals(3, summary.images());
		assertEquals((2 / 3.0 + 1 / 2.0) / 2, summary.meanIou().get(1).getAsDouble(), 1e-15);
		assertEquals((4 / 5.0 + 2 / 3.0) / 2, summary.meanDice().get(1).getAsDouble(), 1e-15);
		assertEquals(new Overlap(3, 4, 4), summary.pooled().get(1));
		assertEquals((1 + 0.5) / 2, summary.meanAveragePrecision().getAsDouble(), 1e-15);
		assertEquals(new ObjectMatches(2, 1, 0), summary.objects());
		assertEquals(2 / 3.0, summary.objects().averagePrecision(), 1e-15);
		final SegmentationSummary blank = SegmentationSummary.of(scores.subList(1, 2));
		assertEquals(OptionalDouble.empty(), blank.meanIou().get(1));
		assertEquals(OptionalDouble.empty(), blank.meanAveragePrecision());
	}

	/** Each pixel of every second column an object of its own. */
	private static final ObjectSplitter APART = (foreground, interior, width) -> {
		final byte[] parts = foreground.clone();
		for (int i = 0; i < parts.length; i++) if (i % width % 2 == 1 || i / width % 2 == 1) parts[i] = 0;
		return parts;
	};

	@Test
	void otsuIsTriedBothWaysAndLeavesOutSmallObjects() throws FoveaException {
		final TruthPairs pairs = Pictures.pairs(
				List.of(Pictures.bytes("a", "200 200 200 9 210", "200 200 200 8 9")),
				List.of(Pictures.bytes("a", "1 1 1 0 0", "1 1 1 0 0")));
		final SegmentationEvaluation evaluation =
				new SegmentationEvaluation(pairs, INSTANCES, SegmentationMethods.otsu(2, APART));
		final List<SegmentationScore> scores = evaluation.score(0, ProgressListener.NONE);
		assertEquals(
				List.of("bright objects", "bright objects, split", "dark objects", "dark objects, split"),
				evaluation.methods().stream().map(Method::setting).toList());
		assertEquals(new Overlap(6, 6, 6), scores.get(0).classes().get(1));
		assertEquals(new ObjectMatches(1, 0, 0), scores.get(0).objects());
		assertEquals(new ObjectMatches(1, 1, 0), scores.get(1).objects());
		assertEquals(0, scores.get(2).classes().get(1).both());
	}

	@Test
	void whatDoesNotFitIsTold() throws FoveaException {
		final Image truth = Pictures.bytes("truth.tif", "1 0 0");
		final ImageException size =
				assertThrows(ImageException.class, () -> score(Pictures.bytes("result.tif", "1 0"), truth, INSTANCES));
		assertTrue(
				size.getMessage().contains("result.tif")
						&& size.getMessage().contains("2 x 1")
						&& size.getMessage().contains("3 x 1"),
				size.getMessage());
		final SegmentationEvaluation border = new SegmentationEvaluation(
				Pictures.pairs(List.of(Pictures.bytes("a", "1 2 0")), List.of(truth)),
				INSTANCES,
				List.of(SegmentationMethods.masks(new MaskReading.Instances(true))));
		final ImageException classes = assertThrows(ImageException.class, () -> border.score(0, ProgressListener.NONE));
		assertTrue(classes.getMessage().contains("class 2"), classes.getMessage());
	}

	@Test
	void aMaskThatIsReadAsNumbersIsWarnedOf() throws FoveaException {
		final List<String> warnings = new ArrayList<>();
		final ProgressListener listener = new ProgressListener() {

			@Override
			public void warn(final String message) {
				warnings.add(message);
			}
		};
		final TruthPairs pairs = Pictures.pairs(
				List.of(Pictures.bytes("result", "255 0 255")), List.of(Pictures.bytes("truth", "1 0 2")));
		new SegmentationEvaluation(pairs, INSTANCES, List.of(SegmentationMethods.masks(INSTANCES))).score(0, listener);
		assertEquals(1, warnings.size());
		assertTrue(warnings.get(0).startsWith("result:"), warnings.get(0));
	}

	@Test
	void aMethodMayBeCancelled() throws FoveaException {
		final TruthPairs pairs =
				Pictures.pairs(List.of(Pictures.bytes("a", "1 0")), List.of(Pictures.bytes("a", "1 0")));
		final ProgressListener listener = new ProgressListener() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(
				CancelledException.class,
				() -> new SegmentationEvaluation(pairs, INSTANCES, SegmentationMethods.otsu(1, APART))
						.score(0, listener));
		assertThrows(
				CancelledException.class,
				() -> new ImageEvaluation(
								pairs, Peak.BY_TYPE, AddedNoise.NONE, OptionalInt.empty(), ImageMethods.filters())
						.score(0, listener));
	}
}
