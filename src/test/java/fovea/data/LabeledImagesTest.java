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
package fovea.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.model.ClassSpec;
import fovea.net.zoo.Architectures;
import fovea.train.Baseline;
import fovea.train.Baselines;
import fovea.train.DataCheck;
import fovea.train.LineNetwork;
import fovea.train.TrainingListener;
import fovea.train.ValidationMetric;
import fovea.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** From images that are of one class each to what judges a classifier. */
class LabeledImagesTest {

	private static final List<ClassSpec> CLASSES = ClassSpec.named(List.of("cat", "dog"));

	private final List<String> warnings = new ArrayList<>();
	private final SampleReader reader = new SampleReader(List.of(), OptionalInt.empty(), new TrainingListener() {

		@Override
		public void warn(final String message) {
			warnings.add(message);
		}
	});

	private static LabeledImages labeled(final int side, final int planes, final Integer... labels) {
		final List<Image> images = new ArrayList<>();
		for (int i = 0; i < labels.length; i++)
			images.add(new Image("i" + i, ArrayImgs.floats(side, side, 1, planes, 1), Calibration.PIXELS, false));
		return new LabeledImages(ImageSource.of("animals", images), CLASSES, List.of(labels));
	}

	@Test
	void everyPlaneHasTheClassOfItsImage() throws FoveaException {
		final Samples samples = reader.labels(labeled(2, 2, 1, 0));
		assertEquals(
				List.of(
						new Raster(1, 1, 2, new float[] {0, 1}),
						new Raster(1, 1, 2, new float[] {0, 1}),
						new Raster(1, 1, 2, new float[] {1, 0}),
						new Raster(1, 1, 2, new float[] {1, 0})),
				samples.samples().stream().map(Sample::target).toList());
		assertEquals(new Raster(2, 2, 1, new float[4]), samples.samples().get(3).input());
		assertEquals(CLASSES, samples.classes());
		assertTrue(samples.areLabels());
		assertEquals("accuracy", samples.metric());
		assertEquals(List.of(), warnings);
	}

	@Test
	void noImagesAreAnErrorAndOneClassIsAWarning() throws FoveaException {
		assertEquals(
				"animals: expected images, found none",
				assertThrows(TrainingException.class, () -> reader.labels(labeled(2, 1)))
						.getMessage());
		reader.labels(labeled(2, 1, 1, 1));
		assertEquals(1, warnings.size());
		assertTrue(warnings.get(0).startsWith("animals: all images are of one class, 'dog'"), warnings.get(0));
	}

	@Test
	void classesAreToldByNameInOtherData() throws FoveaException {
		final List<ClassSpec> others = ClassSpec.named(List.of("ape", "dog", "cat"));
		final LabeledImages moved = labeled(2, 1, 0, 1).withClasses(others);
		assertEquals(List.of(2, 1), moved.labels());
		assertEquals(others, moved.classes());
		assertEquals(
				"animals: expected classes of ape, dog, got 'cat'",
				assertThrows(TrainingException.class, () -> labeled(2, 1, 0, 1).withClasses(others.subList(0, 2)))
						.getMessage());
		assertThrows(IllegalArgumentException.class, () -> labeled(2, 1, 2));
	}

	@Test
	void accuracyCountsImages() {
		final ValidationMetric accuracy = new ValidationMetric.Accuracy(2);
		accuracy.add(
				new FloatTensor(new int[] {3, 2}, new float[] {1, 0, 0, 1, 0, 1}),
				new FloatTensor(new int[] {3, 2}, new float[] {0.6f, 0.4f, 0.6f, 0.4f, 0.1f, 0.9f}));
		accuracy.add(
				new FloatTensor(new int[] {1, 2}, new float[] {1, 0}),
				new FloatTensor(new int[] {1, 2}, new float[] {0.3f, 0.7f}));
		assertEquals(0.5, accuracy.value());
	}

	@Test
	void theBaselineSaysTheMostFrequentClassOfTraining() throws FoveaException {
		final Samples samples =
				reader.labels(labeled(2, 1, 0, 1, 1)).withValidation(reader.labels(labeled(2, 1, 1, 0, 0, 0)));
		final TrainingConfig config = TrainingConfig.of(LineNetwork.architecture());
		final List<Baseline> baselines = Baselines.of(config, samples, samples.split(0, 1, TrainingListener.NONE));
		assertEquals(1, baselines.size());
		assertEquals("dog", baselines.get(0).setting());
		assertEquals(0.25, baselines.get(0).scores().get("accuracy"));
	}

	@Test
	void aClassifierTakesWholeImagesOfItsClasses() throws FoveaException {
		final TrainingConfig config = TrainingConfig.of(Architectures.named("resnet-block")
				.build(Architectures.named("resnet-block").defaults().withClasses(2)));
		new DataCheck(config).check(reader.labels(labeled(28, 1, 0, 1)).split(0, 1, TrainingListener.NONE));
		final Samples.Split split = reader.labels(labeled(30, 1, 0, 1)).split(0, 1, TrainingListener.NONE);
		assertTrue(assertThrows(TrainingException.class, () -> new DataCheck(config.withPatch(28)).check(split))
				.getMessage()
				.startsWith("i0: expected whole images"));
	}
}
