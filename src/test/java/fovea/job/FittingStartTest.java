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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.data.ImageSource;
import fovea.data.MaskReading;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.model.ClassSpec;
import fovea.model.library.ModelLibrary;
import fovea.train.TellingNetwork;
import fovea.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleToIntFunction;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** Which model inside is begun with: nuclei, whose network is replaced by one that tells classes by values. */
class FittingStartTest {

	private static final int SIDE = 48;

	/** nuclei's images are normalized so that most values are between 0 and 1. */
	private static final DoubleToIntFunction THRESHOLD = value -> value > 0.5 ? 1 : 0;

	private final ModelLibrary library = new ModelLibrary(List.of(Path.of("none")));
	private final List<String> read = new ArrayList<>();
	private final List<String> told = new ArrayList<>();
	private final TrainingListener listener = new TrainingListener() {

		@Override
		public void tell(final String line) {
			told.add(line);
		}
	};

	/** Squares of 20 x 20, brighter by a number, one in each image. */
	private ImageSource images(final int count, final int bright) {
		return source("image", count, SIDE, 10, bright);
	}

	private ImageSource source(final String name, final int count, final int side, final int ground, final int square) {
		final List<Image> images = new ArrayList<>();
		for (int n = 0; n < count; n++) {
			final byte[] pixels = new byte[side * side];
			for (int i = 0; i < pixels.length; i++) {
				final boolean inside = i % side / 20 == 1 && i / side / 20 == 1;
				pixels[i] = (byte) (inside ? square : ground + (ground > 0 ? i % 7 : 0));
			}
			images.add(new Image(
					name + n, ArrayImgs.unsignedBytes(pixels, side, side, 1, 1, 1), Calibration.PIXELS, false));
		}
		final ImageSource all = ImageSource.of(name, images);
		return new ImageSource() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public List<String> names() throws FoveaException {
				return all.names();
			}

			@Override
			public Image read(final int index) throws FoveaException {
				read.add(name + index);
				return all.read(index);
			}
		};
	}

	private static LearningTask.ReadOnce task(
			final ImageSource images, final ImageSource masks, final MaskReading reading) {
		return new LearningTask.ReadOnce(new LearningTask.Segmentation(images, new MaskSource(masks, reading)));
	}

	private LearningTask.ReadOnce task(final int count) {
		return task(images(count, 200), source("mask", count, SIDE, 0, 1), new MaskReading.Binary());
	}

	private Optional<FittingStart> find(final LearningTask.ReadOnce task, final DoubleToIntFunction rule)
			throws FoveaException {
		return FittingStart.find(task, library, TellingNetwork.factory(3, rule), listener);
	}

	@Test
	void aModelThatTellsAllRightIsBegunWith() throws Exception {
		final FittingStart found = find(task(2), THRESHOLD).orElseThrow();
		assertEquals(1, found.agreement());
		assertEquals(
				"'nuclei' tells 100 % of the annotated pixels right already: the training begins with it",
				found.toString());
	}

	/** The border is a part of the objects. */
	@Test
	void aBorderIsOfTheObjects() throws Exception {
		assertEquals(
				1, find(task(2), value -> value > 0.5 ? 2 : 0).orElseThrow().agreement());
	}

	/** Outlines 2 pixels inside of what the model finds, of which only a ring of 3 pixels is background. */
	@Test
	void whoOutlinesMoreCloselyStillHasAModelThatFits() throws Exception {
		final byte[] pixels = new byte[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++) {
			final int beyond = Math.max(Math.abs(2 * (i % SIDE) - 59), Math.abs(2 * (i / SIDE) - 59)) / 2 - 7;
			pixels[i] = (byte) (beyond <= 0 ? 1 : beyond <= 3 ? 0 : 9);
		}
		final Image mask =
				new Image("mask", ArrayImgs.unsignedBytes(pixels, SIDE, SIDE, 1, 1, 1), Calibration.PIXELS, false);
		final MaskReading reading =
				new MaskReading.ClassIndex(ClassSpec.named(List.of("background", "cell")), OptionalInt.of(9));
		final LearningTask.ReadOnce close = task(images(1, 200), ImageSource.of("masks", List.of(mask)), reading);
		assertEquals(1, find(close, THRESHOLD).orElseThrow().agreement());
		assertTrue(find(close, value -> 1).isEmpty());
	}

	/** All but a few pixels are background. */
	@Test
	void aModelThatTellsOneClassWrongIsNot() throws Exception {
		assertTrue(find(task(2), value -> 0).isEmpty());
		assertTrue(find(task(2), value -> 1).isEmpty());
	}

	@Test
	void whereNoObjectIsAnnotatedNobodyKnows() throws Exception {
		final ImageSource nothing = source("mask", 2, SIDE, 0, 0);
		assertTrue(find(task(images(2, 200), nothing, new MaskReading.Binary()), value -> 0)
				.isEmpty());
	}

	@Test
	void aModelOfOtherClassesIsNotTried() throws Exception {
		final MaskReading many = new MaskReading.ClassIndex(
				ClassSpec.named(List.of("background", "cell", "wall", "spot")), OptionalInt.empty());
		assertTrue(find(task(images(2, 200), source("mask", 2, SIDE, 0, 1), many), THRESHOLD)
				.isEmpty());
	}

	/** Of 2.7 million annotated pixels in three images of 950 x 950 it is enough to see the masks. */
	@Test
	void whereMuchIsAnnotatedNoImageIsRead() throws Exception {
		final ImageSource masks = source("mask", 8, 950, 0, 1);
		assertTrue(find(task(source("image", 8, 950, 10, 200), masks, new MaskReading.Binary()), THRESHOLD)
				.isEmpty());
		assertEquals(List.of("mask0", "mask1", "mask2"), read);
	}

	@Test
	void whatWasReadIsNotReadAgainForTheTraining() throws Exception {
		final LearningTask.ReadOnce task = task(3);
		final FittingStart found = find(task, THRESHOLD).orElseThrow();
		plan(found, task);
		assertEquals(1, read.stream().filter("image2"::equals).count(), read.toString());
		task.forget();
		plan(found, task);
		assertEquals(2, read.stream().filter("image2"::equals).count(), read.toString());
	}

	private TrainingPlan plan(final FittingStart found, final LearningTask task) throws FoveaException {
		return TrainingPlan.of(
				TrainingChoices.of(NetworkChoice.of(found.model()), new NoiseChoice.Nothing()), task, listener);
	}

	private List<String> names(final LearningTask.ReadOnce task) throws FoveaException {
		return plan(find(task, THRESHOLD).orElseThrow(), task).samples().classes().stream()
				.map(ClassSpec::name)
				.toList();
	}

	/** Nobody said what the squares are; the border is the model's own. */
	@Test
	void classesWithoutNamesAreCalledAsInTheModel() throws Exception {
		assertEquals(List.of("background", "nucleus", "border"), names(task(2)));
		assertTrue(
				told.contains("nobody said what the classes are called: they are background, nucleus, as in 'nuclei'"),
				told.toString());
	}

	@Test
	void namesThatSomebodyGaveStay() throws Exception {
		final MaskReading named =
				new MaskReading.ClassIndex(ClassSpec.named(List.of("background", "cell")), OptionalInt.empty());
		assertEquals(
				List.of("background", "cell", "border"),
				names(task(images(2, 200), source("mask", 2, SIDE, 0, 1), named)));
		assertEquals(List.of(), told);
	}
}
