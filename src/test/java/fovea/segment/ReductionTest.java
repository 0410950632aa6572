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
package fovea.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.Prediction;
import fovea.infer.ProgressListener;
import fovea.io.DataType;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.ClassSpec;
import fovea.model.ObjectTraits;
import fovea.model.TensorSpec;
import fovea.segment.split.ObjectSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.IntegerType;
import org.junit.jupiter.api.Test;

class ReductionTest {

	private static final SegmentOptions DEFAULT = SegmentOptions.DEFAULT.withScale(1);

	private static final OptionalDouble EVERY = OptionalDouble.of(0);

	private static final float NAN = Float.NaN;

	/** Leaves touching objects together. */
	private static final ObjectSplitter UNSPLIT = (foreground, interior, width) -> foreground.clone();

	/** Takes rows apart where the interior is interrupted. */
	private static final ObjectSplitter AT_BORDERS = (foreground, interior, width) -> interior.clone();

	@Test
	void oneChannelIsTheProbabilityOfTheObject() throws FoveaException {
		final Segmentation s = segment(1, floats("byxc"), new float[] {0.1f, 0.5f, 0.9f, 0.49f, NAN, 1});
		assertArrayEquals(new int[] {0, 1, 1, 0, 0, 1}, classes(s));
		assertEquals(List.of("background", "object"), names(s));
		assertEquals((0.5 + 0.9 + 1) / 3, s.objects().get(0).meanProbability(), 1e-7);
		assertEquals(List.of(), s.warnings());
	}

	@Test
	void thresholdIsInclusiveAlsoWhereFloatsAreCoarse() throws FoveaException {
		final SegmentOptions options = new SegmentOptions(0.7, 1, OptionalDouble.empty(), Splitting.AUTO, 1, false);
		final Segmentation s = reduction(floats("byxc"), options, List.of())
				.reduce(prediction(1, new float[] {0.7f, 0.69f, 0.71f, 0, 0, 0}), ProgressListener.NONE);
		assertArrayEquals(new int[] {1, 0, 1, 0, 0, 0}, classes(s));
	}

	@Test
	void twoChannelsAreBackgroundAndObject() throws FoveaException {
		final SegmentOptions options = new SegmentOptions(0.3, 1, OptionalDouble.empty(), Splitting.AUTO, 1, true);
		final Prediction prediction =
				prediction(2, new float[] {0.9f, 0.7f, 0.2f, NAN, 0.5f, 0.65f, 0.1f, 0.3f, 0.8f, 0.9f, NAN, 0.35f});
		final Segmentation s = reduction(floats("byxc"), options, List.of()).reduce(prediction, ProgressListener.NONE);
		assertArrayEquals(new int[] {0, 1, 1, 0, 0, 1}, classes(s));
		assertEquals(prediction.image(), s.probabilities().orElseThrow());
	}

	@Test
	void objectsGrowIntoTheBorderBetweenThem() throws FoveaException {
		// background 0.9, nucleus, border, nucleus of little probability, border, NaN
		final float[] values = {
			0.9f, 0.1f, 0.2f, 0.4f, 0.4f, NAN, 0, 0.9f, 0.1f, 0.6f, 0.2f, 1, 0.1f, 0, 0.7f, 0, 0.4f, 0
		};
		final Segmentation s = bordered(values, new SegmentOptions(0.5, 1, EVERY, Splitting.AUTO, 1, true));
		assertEquals(List.of("background", "nucleus"), names(s));
		assertEquals(3, s.channels().size());
		assertArrayEquals(new int[] {0, 1, 1, 1, 1, 0}, classes(s));
		assertEquals(2, s.objects().size());
		assertEquals((0.9 + 0.8) / 2, s.objects().get(0).meanProbability(), 1e-6);
		final Segmentation strict = bordered(values, new SegmentOptions(0.7, 1, EVERY, Splitting.AUTO, 1, false));
		assertArrayEquals(new int[] {0, 1, 1, 0, 0, 0}, classes(strict));
		final Segmentation never = bordered(values, new SegmentOptions(0.5, 1, EVERY, Splitting.NEVER, 1, false));
		assertArrayEquals(new int[] {0, 1, 1, 1, 1, 0}, classes(never));
		assertEquals(List.of("background", "nucleus"), names(never));
		assertEquals(
				List.of(4L),
				never.objects().stream().map(SegmentedObject::pixels).toList(),
				"one object, border included");
		assertEquals((0.9 + 0.8 + 0.6 + 0.6) / 4, never.objects().get(0).meanProbability(), 1e-6, "of foreground");
	}

	/** Two kinds of cells that touch, with the border between them, a border on its own, and NaN. */
	@Test
	void whatIsNotTakenApartHasTheClassOfMostOfItsPixelsBesideTheBorder() throws FoveaException {
		final List<ClassSpec> classes = List.of(
				new ClassSpec("background", 0),
				new ClassSpec("alive", 1),
				new ClassSpec("dead", 2),
				new ClassSpec("Border", 3));
		final int[] wanted = {1, 3, 2, 2, 0, 3};
		final float[] values = new float[24];
		for (int i = 0; i < 6; i++) values[6 * wanted[i] + i] = 1;
		final Image source = new Image("row", ArrayImgs.bytes(6, 1, 1, 1, 1), Calibration.PIXELS, false);
		for (final boolean map : new boolean[] {false, true}) {
			final Reduction reduction = new Reduction(
					source,
					map
							? new TensorSpec(
									"y", "", DataType.INT32, axes("byxc", List.of()), List.of(), Optional.empty())
							: floats("byxc"),
					new Classes(classes, List.of()),
					ObjectTraits.UNKNOWN,
					List.of(),
					new SegmentOptions(0.5, 1, EVERY, Splitting.NEVER, 1, false),
					AT_BORDERS);
			final float[] given = map ? new float[] {1, 3, 2, 2, 0, 3} : values;
			final Segmentation s = reduction.reduce(
					new Prediction(
							new Image("p", ArrayImgs.floats(given, 6, 1, map ? 1 : 4, 1, 1), Calibration.PIXELS, false),
							map ? 1 : 4,
							List.of()),
					ProgressListener.NONE);
			assertEquals(List.of("background", "alive", "dead"), names(s));
			assertArrayEquals(new int[] {1, 1, 1, 1, 0, 2}, integers(s.labels()), "map " + map);
			assertArrayEquals(new int[] {2, 2, 2, 2, 0, 1}, classes(s), "map " + map);
		}
	}

	/** A map of classes that has the border as its last one is taken apart by it. */
	@Test
	void inAMapOfClassesTheBorderIsNoObject() throws FoveaException {
		final Image source = new Image("row", ArrayImgs.bytes(6, 1, 1, 1, 1), Calibration.PIXELS, false);
		final TensorSpec map =
				new TensorSpec("y", "", DataType.UINT8, axes("byx", List.of()), List.of(), Optional.empty());
		final Segmentation s = new Reduction(
						source,
						map,
						new Classes(ClassSpec.named(List.of("background", "cell", "border")), List.of()),
						ObjectTraits.UNKNOWN,
						List.of(),
						DEFAULT,
						AT_BORDERS)
				.reduce(
						new Prediction(
								new Image(
										"p",
										ArrayImgs.floats(new float[] {1, 1, 2, 1, 2, 0}, 6, 1, 1, 1, 1),
										Calibration.PIXELS,
										false),
								1,
								List.of()),
						ProgressListener.NONE);
		assertEquals(List.of("background", "cell"), names(s));
		assertArrayEquals(new int[] {1, 1, 1, 2, 2, 0}, integers(s.labels()));
		assertArrayEquals(new int[] {1, 1, 1, 1, 1, 0}, classes(s));
	}

	/**
	 * Counted six times in training, what is told to be a border is so six times too often, where it was background as
	 * well.
	 */
	@Test
	void aBorderThatCountedMoreInTrainingIsForegroundLessOften() throws FoveaException {
		// nucleus, border for sure, border against background: 0.45 / 0.55 and 0.6 / 0.8 of background with a weight of
		// 6, nucleus against background
		final float[] values = {0, 0, 0.45f, 0.3f, 0.45f, 1, 1, 0, 0, 0, 0.55f, 0, 0, 1, 0.55f, 0.7f, 0, 0};
		final ObjectTraits sixTimes =
				new ObjectTraits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), 6);
		final SegmentOptions options = new SegmentOptions(0.5, 1, EVERY, Splitting.AUTO, 1, false);
		assertArrayEquals(new int[] {1, 1, 1, 1, 1, 0}, classes(bordered(values, options)));
		final Segmentation weighted = bordered(values, options, sixTimes);
		assertArrayEquals(new int[] {1, 1, 0, 0, 1, 0}, classes(weighted));
		assertEquals(
				List.of(2L, 1L),
				weighted.objects().stream().map(SegmentedObject::pixels).toList());
		assertEquals(0.55, weighted.objects().get(1).meanProbability(), 1e-6);
		final Segmentation lower =
				bordered(values, new SegmentOptions(0.2, 1, EVERY, Splitting.AUTO, 1, false), sixTimes);
		assertArrayEquals(new int[] {1, 1, 0, 1, 1, 0}, classes(lower), "0.169 and 0.28");
	}

	@Test
	void theModelSaysWhatIsTooSmall() throws FoveaException {
		final float[] values = {0, 0, 0, 1, 0, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0};
		final ObjectTraits two = new ObjectTraits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.of(2), 1);
		assertEquals(
				List.of(3L),
				bordered(values, SegmentOptions.DEFAULT.withScale(1), two).objects().stream()
						.map(SegmentedObject::pixels)
						.toList());
		assertEquals(
				2,
				bordered(values, SegmentOptions.DEFAULT.withScale(1)).objects().size(),
				"a model that does not say");
		assertEquals(
				2,
				bordered(values, new SegmentOptions(0.5, 1, EVERY, Splitting.AUTO, 1, false), two)
						.objects()
						.size(),
				"the user decides");
	}

	@Test
	void whereTheNetworkIsSureNowhereThereIsNoObject() throws FoveaException {
		final float[] values = {
			0.9f, 0.05f, 0.2f, 0.4f, 0.4f, NAN, 0, 0.9f, 0.1f, 0.6f, 0.2f, 1, 0.1f, 0, 0.7f, 0, 0.4f, 0
		};
		assertEquals(
				2,
				bordered(values, confidence(OptionalDouble.of(0.6))).objects().size());
		final Segmentation sure = bordered(values, confidence(OptionalDouble.empty()));
		assertEquals(
				List.of(1), sure.objects().stream().map(SegmentedObject::label).toList());
		assertArrayEquals(new int[] {0, 1, 1, 0, 0, 0}, integers(sure.labels()));
		assertEquals(
				List.of(), bordered(values, confidence(OptionalDouble.of(0.96))).objects());
		final float[] faint = {0.1f, 0.5f, 0.6f, 0, NAN, 0.1f};
		assertEquals(1, segment(1, floats("byxc"), faint).objects().size(), "a model without borders");
	}

	@Test
	void ofAModelWithBordersTheConfidenceGoesWithTheThreshold() {
		assertEquals(0.9, SegmentOptions.DEFAULT.confidence(true), 1e-12);
		assertEquals(0, SegmentOptions.DEFAULT.confidence(false));
		assertEquals(
				0.6,
				new SegmentOptions(0.2, 1, OptionalDouble.empty(), Splitting.AUTO, 1, false).confidence(true),
				1e-12);
		assertEquals(
				0.95,
				new SegmentOptions(0.9, 1, OptionalDouble.empty(), Splitting.AUTO, 1, false).confidence(true),
				1e-12);
		assertEquals(0.3, confidence(OptionalDouble.of(0.3)).confidence(false));
	}

	private static SegmentOptions confidence(final OptionalDouble confidence) {
		return new SegmentOptions(0.5, 1, confidence, Splitting.AUTO, 1, false);
	}

	private static Segmentation bordered(final float[] values, final SegmentOptions options) throws FoveaException {
		return bordered(values, options, ObjectTraits.UNKNOWN);
	}

	private static Segmentation bordered(final float[] values, final SegmentOptions options, final ObjectTraits traits)
			throws FoveaException {
		final Image source = new Image("row", ArrayImgs.bytes(6, 1, 1, 1, 1), Calibration.PIXELS, false);
		final Classes classes = new Classes(
				List.of(new ClassSpec("background", 0), new ClassSpec("nucleus", 1), new ClassSpec("border", 2)),
				List.of());
		return new Reduction(source, floats("byxc"), classes, traits, List.of(), options, AT_BORDERS)
				.reduce(
						new Prediction(
								new Image(
										"p",
										ArrayImgs.floats(values.clone(), 6, 1, 3, 1, 1),
										Calibration.PIXELS,
										false),
								3,
								List.of()),
						ProgressListener.NONE);
	}

	/**
	 * Two objects with a line between them that only the network's pixels show; the one that has too few of the image's
	 * is left out.
	 */
	@Test
	void whatTheNetworkSawEnlargedComesBackToTheImage() throws FoveaException {
		final Image source = new Image("row", ArrayImgs.bytes(6, 1, 1, 1, 1), Calibration.PIXELS, false);
		final Classes classes = new Classes(
				List.of(new ClassSpec("background", 0), new ClassSpec("nucleus", 1), new ClassSpec("border", 2)),
				List.of());
		final int[] wanted = {1, 1, 1, 2, 1, 1, 1, 1, 0, 0, 1, 1};
		final float[] values = new float[3 * 24];
		for (int i = 0; i < 24; i++) values[24 * wanted[i % 12] + i] = 0.75f;
		final Prediction prediction = new Prediction(
				new Image("p", ArrayImgs.floats(values, 12, 2, 3, 1, 1), Calibration.PIXELS, false), 3, List.of());
		final Segmentation s = new Reduction(
						source,
						floats("byxc"),
						classes,
						ObjectTraits.UNKNOWN,
						List.of(),
						new SegmentOptions(0.5, 2, EVERY, Splitting.AUTO, 2, true),
						AT_BORDERS)
				.reduce(prediction, ProgressListener.NONE);
		assertEquals(2, s.scale());
		assertArrayEquals(new int[] {1, 1, 1, 1, 0, 1}, classes(s));
		assertEquals(
				List.of(2L, 2L),
				s.objects().stream().map(SegmentedObject::pixels).toList());
		assertEquals(
				List.of(1.0, 3.0),
				s.objects().stream().map(SegmentedObject::centroidX).toList());
		assertEquals(
				List.of(6L, 1L, 3L, 1L, 1L),
				java.util.Arrays.stream(s.probabilities().orElseThrow().pixels().dimensionsAsLongArray())
						.boxed()
						.toList());
	}

	/** Four pixels seen for one: two, three and four of them in an object. */
	@Test
	void aPixelIsInAnObjectIfMoreThanHalfOfItIs() throws FoveaException {
		final Image source = new Image("row", ArrayImgs.bytes(6, 1, 1, 1, 1), Calibration.PIXELS, false);
		final float[] seen = {
			0.1f, 0.9f, 0, 0, 0.9f, 0.9f, 0, 0, 0.8f, 0.8f, 0, 0, 0.1f, 0.9f, 0, 0, 0.9f, 0.3f, 0, 0, 0.8f, 0.6f, 0, 0
		};
		final Segmentation s = new Reduction(
						source,
						floats("byxc"),
						new Classes(List.of(), List.of()),
						ObjectTraits.UNKNOWN,
						List.of(),
						SegmentOptions.DEFAULT.withScale(2).withProbabilities(true),
						UNSPLIT)
				.reduce(
						new Prediction(
								new Image("p", ArrayImgs.floats(seen, 12, 2, 1, 1, 1), Calibration.PIXELS, false),
								1,
								List.of()),
						ProgressListener.NONE);
		assertArrayEquals(new int[] {0, 0, 1, 0, 2, 0}, integers(s.labels()));
		assertArrayEquals(new int[] {0, 0, 1, 0, 1, 0}, classes(s));
		assertEquals(
				List.of(2.5, 4.5),
				s.objects().stream().map(SegmentedObject::centroidX).toList());
		assertEquals(0.9, s.objects().get(0).meanProbability(), 1e-6, "of the three");
		assertEquals(0.75, s.objects().get(1).meanProbability(), 1e-6);
	}

	@Test
	void ofMoreChannelsTheLargestWinsAndTheFirstOfEqualOnes() throws FoveaException {
		final Segmentation s = segment(3, floats("byxc"), new float[] {
			0.5f, 0.1f, 0.2f, 0.4f, 0, NAN, 0.3f, 0.8f, 0.3f, 0.2f, 0.5f, 0, 0.2f, 0.1f, 0.5f, 0.4f, 0.5f, 1
		});
		assertArrayEquals(new int[] {0, 1, 2, 0, 1, 0}, classes(s));
		assertEquals(List.of("background", "class 1", "class 2"), names(s));
	}

	@Test
	void integersAreAMapOfClasses() throws FoveaException {
		final TensorSpec int64 =
				new TensorSpec("y", "", DataType.INT64, axes("byxc", List.of()), List.of(), Optional.empty());
		final Segmentation s = segment(1, int64, new float[] {0, 1, 4, 4, 0, 255});
		assertArrayEquals(new int[] {0, 1, 4, 4, 0, 255}, classes(s));
		assertEquals(256, s.classes().size());
		assertEquals(1, s.objects().get(0).meanProbability());
		assertEquals(List.of(), s.warnings());
	}

	@Test
	void wholeNumbersWithoutAChannelAxisAreAMapOfClasses() throws FoveaException {
		assertArrayEquals(
				new int[] {0, 1, 2, 2, 0, 0}, classes(segment(1, floats("byx"), new float[] {0, 1, 2, 2, 0, NAN})));
	}

	@Test
	void fractionsWithoutAChannelAxisAreProbabilities() throws FoveaException {
		assertArrayEquals(
				new int[] {0, 1, 1, 0, 0, 0}, classes(segment(1, floats("byx"), new float[] {0, 1, .6f, 0, 0, 0})));
	}

	@Test
	void anEmptyMapOfClassesStillHasTwoClasses() throws FoveaException {
		final Segmentation s = segment(1, floats("byx"), new float[6]);
		assertEquals(List.of("background", "object"), names(s));
		assertEquals(List.of(), s.objects());
	}

	@Test
	void aMapOfClassesHasNoProbabilities() throws FoveaException {
		final Segmentation s = reduction(
						floats("byx"),
						new SegmentOptions(0.5, 1, OptionalDouble.empty(), Splitting.AUTO, 1, true),
						List.of())
				.reduce(prediction(1, new float[6]), ProgressListener.NONE);
		assertFalse(s.probabilities().isPresent());
	}

	@Test
	void valuesThatAreNoClassesAreRefused() {
		assertMessage(
				"-1.0",
				assertThrows(FoveaException.class, () -> segment(1, floats("byx"), new float[] {0, -1, 0, 0, 0, 0})));
		assertMessage(
				"256.0",
				assertThrows(FoveaException.class, () -> segment(1, floats("byx"), new float[] {0, 256, 0, 0, 0, 0})));
	}

	@Test
	void logitsAreWarnedOfOnce() throws FoveaException {
		final List<String> heard = new ArrayList<>();
		final ProgressListener listener = new ProgressListener() {
			@Override
			public void warn(final String message) {
				heard.add(message);
			}
		};
		final Segmentation s = reduction(floats("byxc"), DEFAULT, List.of())
				.reduce(prediction(1, new float[] {-7, 0, 1, 5.5f, -3, NAN}), listener);
		assertEquals(
				List.of("The model's output ranges from -7.0 to 5.5, not probabilities; is a sigmoid missing?"), heard);
		assertEquals(List.of("from the network", heard.get(0)), s.warnings());
	}

	@Test
	void probabilitiesThatOvershootALittleAreNotWarnedOf() throws FoveaException {
		assertEquals(
				List.of(),
				segment(1, floats("byxc"), new float[] {-0.05f, 1.05f, 0, 0, 0, 0})
						.warnings());
	}

	@Test
	void bothClassesHaveProbabilities() throws FoveaException {
		final Segmentation s = reduction(
						floats("byxc"),
						new SegmentOptions(0.5, 1, OptionalDouble.empty(), Splitting.AUTO, 1, true),
						List.of())
				.reduce(prediction(1, new float[] {0.25f, 1, 0, 0, 0, NAN}), ProgressListener.NONE);
		final Image p = s.probabilities().orElseThrow();
		assertEquals(2, p.size(Image.C));
		assertArrayEquals(new float[] {0.75f, 0, 1, 1, 1, NAN, 0.25f, 1, 0, 0, 0, NAN}, values(p));
	}

	@Test
	void otherSizesAreRefused() {
		final Image smaller = new Image("half", ArrayImgs.floats(1, 1, 1, 1, 1), Calibration.PIXELS, false);
		assertMessage(
				"3 x 2",
				assertThrows(
						FoveaException.class,
						() -> reduction(floats("byxc"), DEFAULT, List.of())
								.reduce(new Prediction(smaller, 1, List.of()), ProgressListener.NONE)));
	}

	@Test
	void cancelEndsIt() {
		final ProgressListener cancel = new ProgressListener() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(
				CancelledException.class,
				() -> reduction(floats("byxc"), DEFAULT, List.of()).reduce(prediction(1, new float[6]), cancel));
	}

	@Test
	void runsOverChannelsSlicesAndFramesKeepTheirPlace() throws FoveaException {
		// 2 x 1 pixels, 2 channels run one by one through a model of 3 classes, 2 slices, 2 frames
		final long[] size = {2, 1, 6, 2, 2};
		final float[] values = new float[48];
		for (int t = 0, plane = 0; t < 2; t++)
			for (int z = 0; z < 2; z++)
				for (int c = 0; c < 2; c++)
					for (int k = 0; k < 3; k++, plane++)
						// the first pixel's class is c + t, the second's is z + t, at most 2
						for (int x = 0; x < 2; x++)
							values[2 * plane + x] = k == Math.min(2, (x == 0 ? c : z) + t) ? 1 : 0;
		final Image source = new Image("hyperstack", ArrayImgs.bytes(2, 1, 2, 2, 2), Calibration.PIXELS, false);
		final Prediction prediction =
				new Prediction(new Image("p", ArrayImgs.floats(values, size), Calibration.PIXELS, false), 3, List.of());
		final Segmentation s = new Reduction(
						source,
						floats("byxc"),
						new Classes(List.of(), List.of()),
						ObjectTraits.UNKNOWN,
						List.of(2, 1),
						DEFAULT,
						UNSPLIT)
				.reduce(prediction, ProgressListener.NONE);
		assertTrue(s.perChannel());
		assertArrayEquals(new int[] {0, 0, 1, 0, 0, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2}, classes(s));
		final SegmentedObject first = s.objects().get(0);
		assertEquals(new SegmentedObject(1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 0.5, 0.5, 1), first); // second run: channel 1
		final SegmentedObject second = s.objects().get(1);
		assertEquals(new SegmentedObject(2, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1.5, 0.5, 1), second); // first run: channel 2
		assertEquals(
				List.of(1, 2),
				s.objects().subList(0, 2).stream().map(SegmentedObject::label).toList());
	}

	@Test
	void allChannelsAtOnceIsNotPerChannel() throws FoveaException {
		final Image source = new Image("rgb", ArrayImgs.bytes(3, 2, 3, 1, 1), Calibration.PIXELS, true);
		final Segmentation s = new Reduction(
						source,
						floats("byxc"),
						new Classes(List.of(), List.of()),
						ObjectTraits.UNKNOWN,
						List.of(),
						DEFAULT,
						UNSPLIT)
				.reduce(prediction(1, new float[] {1, 0, 0, 0, 0, 0}), ProgressListener.NONE);
		assertFalse(s.perChannel());
		assertEquals(0, s.objects().get(0).channel());
		assertEquals(1, s.labels().dimension(Image.C));
	}

	@Test
	void oneOfSeveralChannelsIsRemembered() throws FoveaException {
		final Image source = new Image("stack", ArrayImgs.bytes(3, 2, 3, 1, 1), Calibration.PIXELS, false);
		final Segmentation s = new Reduction(
						source,
						floats("byxc"),
						new Classes(List.of(), List.of()),
						ObjectTraits.UNKNOWN,
						List.of(3),
						DEFAULT,
						UNSPLIT)
				.reduce(prediction(1, new float[] {1, 0, 0, 0, 0, 0}), ProgressListener.NONE);
		assertEquals(2, s.objects().get(0).channel());
	}

	@Test
	void planesLargerThanABlockAreReadToTheirEnd() throws FoveaException {
		final int width = 700;
		final int height = 500;
		final float[] values = new float[width * height];
		for (int i = 0; i < values.length; i += 2 * width) values[i + (i / width) % 7] = 1;
		final Image source = new Image("large", ArrayImgs.bytes(width, height, 1, 1, 1), Calibration.PIXELS, false);
		final Segmentation s = new Reduction(
						source,
						floats("byxc"),
						new Classes(List.of(), List.of()),
						ObjectTraits.UNKNOWN,
						List.of(),
						DEFAULT,
						UNSPLIT)
				.reduce(
						new Prediction(
								new Image(
										"p",
										ArrayImgs.floats(values, width, height, 1, 1, 1),
										Calibration.PIXELS,
										false),
								1,
								List.of()),
						ProgressListener.NONE);
		final int[] classes = classes(s);
		for (int i = 0; i < values.length; i++) assertEquals((int) values[i], classes[i]);
		assertEquals(250, s.objects().size());
	}

	private static Segmentation segment(final int channels, final TensorSpec output, final float[] values)
			throws FoveaException {
		final Segmentation s =
				reduction(output, DEFAULT, List.of()).reduce(prediction(channels, values), ProgressListener.NONE);
		final List<String> own =
				s.warnings().stream().filter(w -> !w.equals("from the network")).toList();
		return new Segmentation(
				s.source(),
				s.classes(),
				s.classMap(),
				s.labels(),
				s.objects(),
				s.probabilities(),
				s.channels(),
				s.perChannel(),
				s.scale(),
				own);
	}

	private static Reduction reduction(
			final TensorSpec output, final SegmentOptions options, final List<Integer> channels) {
		final Image source = new Image("source", ArrayImgs.bytes(3, 2, 1, 1, 1), Calibration.PIXELS, false);
		return new Reduction(
				source, output, new Classes(List.of(), List.of()), ObjectTraits.UNKNOWN, channels, options, UNSPLIT);
	}

	/** 3 x 2 pixels. */
	private static Prediction prediction(final int channels, final float[] values) {
		final Image image =
				new Image("source", ArrayImgs.floats(values, 3, 2, channels, 1, 1), Calibration.PIXELS, false);
		return new Prediction(image, channels, List.of("from the network"));
	}

	private static TensorSpec floats(final String axes) {
		return new TensorSpec("y", "", DataType.FLOAT32, axes(axes, List.of()), List.of(), Optional.empty());
	}

	private static List<AxisSpec> axes(final String letters, final List<String> channelNames) {
		final List<AxisSpec> axes = new ArrayList<>();
		for (final char letter : letters.toCharArray())
			for (final AxisType type : AxisType.values())
				if (type.letter() == letter)
					axes.add(new AxisSpec(
							type,
							"" + letter,
							new AxisSize.Unknown(),
							OptionalInt.empty(),
							type == AxisType.CHANNEL ? channelNames : List.of()));
		return axes;
	}

	private static int[] classes(final Segmentation s) {
		return integers(s.classMap());
	}

	private static int[] integers(final Img<? extends IntegerType<?>> image) {
		final int[] values = new int[(int) image.size()];
		int i = 0;
		for (final IntegerType<?> v : image) values[i++] = v.getInteger();
		return values;
	}

	private static float[] values(final Image image) {
		final float[] values = new float[(int) image.pixels().size()];
		int i = 0;
		for (final var v : net.imglib2.view.Views.flatIterable(image.pixels())) values[i++] = v.getRealFloat();
		return values;
	}

	private static List<String> names(final Segmentation s) {
		return s.classes().stream().map(ClassSpec::name).toList();
	}

	private static void assertMessage(final String part, final Exception e) {
		assertTrue(e.getMessage().contains(part), e.getMessage());
		assertTrue(e.getMessage().contains("'source'"), e.getMessage());
		assertFalse(e.getMessage().contains("\n"), e.getMessage());
	}
}
