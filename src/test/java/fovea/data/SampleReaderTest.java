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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.model.AxisType;
import fovea.model.ClassSpec;
import fovea.model.Processing;
import fovea.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class SampleReaderTest {

	private static final List<ClassSpec> CLASSES =
			List.of(new ClassSpec("sky", 0x0000FF), new ClassSpec("tree", 0x00FF00), new ClassSpec("road", 0x808080));

	private final List<String> warnings = new ArrayList<>();
	private final TrainingListener listener = new TrainingListener() {

		@Override
		public void warn(final String message) {
			warnings.add(message);
		}
	};
	private final SampleReader reader = new SampleReader(List.of(), OptionalInt.empty(), listener);

	/** X Y C Z T, x fastest. */
	private static Image image(final String name, final boolean rgb, final long[] size, final float... values) {
		return new Image(name, ArrayImgs.floats(values, size), Calibration.PIXELS, rgb);
	}

	private static Image plane(final String name, final int width, final float... values) {
		return image(name, false, new long[] {width, values.length / width, 1, 1, 1}, values);
	}

	private static ImageSource source(final String name, final Image... images) {
		return ImageSource.of(name, List.of(images));
	}

	private static float[] counting(final int n) {
		final float[] values = new float[n];
		for (int i = 0; i < n; i++) values[i] = i;
		return values;
	}

	@Test
	void planesOfAStackAreSamplesWithTheirChannels() throws FoveaException {
		final Samples samples =
				reader.images(source("open", image("stack", false, new long[] {3, 1, 2, 2, 1}, counting(12))));
		assertEquals(2, samples.samples().size());
		final Sample second = samples.samples().get(1);
		assertEquals("stack plane 2", second.name());
		assertEquals("stack", second.image());
		assertEquals(new Raster(1, 3, 2, new float[] {6, 9, 7, 10, 8, 11}), second.input());
		assertSame(second.input(), second.target());
		assertTrue(samples.areImages());
	}

	@Test
	void targetsAreNormalizedWithTheNumbersOfTheirInput() throws FoveaException {
		final SampleReader scaling = new SampleReader(
				List.of(new Processing.ScaleRange(0, 100, 0, EnumSet.of(AxisType.X, AxisType.Y), Optional.empty())),
				OptionalInt.empty(),
				listener);
		final Samples samples =
				scaling.pairs(source("noisy", plane("a", 2, 10, 20)), source("clean", plane("a", 2, 15, 30)));
		assertArrayEquals(new float[] {0, 1}, samples.samples().get(0).input().data());
		assertArrayEquals(
				new float[] {0.5f, 2}, samples.samples().get(0).target().data());
	}

	@Test
	void colorAndGrayBecomeWhatTheNetworkTakes() throws FoveaException {
		final Image rgb = image("rgb", true, new long[] {2, 1, 3, 1, 1}, 0, 30, 30, 60, 60, 90);
		final Samples gray = new SampleReader(List.of(), OptionalInt.of(1), listener).images(source("s", rgb));
		assertEquals(
				new Raster(1, 2, 1, new float[] {30, 60}), gray.samples().get(0).input());
		final Samples color =
				new SampleReader(List.of(), OptionalInt.of(3), listener).images(source("s", plane("g", 2, 1, 2)));
		assertEquals(
				new Raster(1, 2, 3, new float[] {1, 1, 1, 2, 2, 2}),
				color.samples().get(0).input());
		final Image two = image("two", false, new long[] {1, 1, 2, 1, 1}, 1, 2);
		assertEquals(
				"two: expected 3 channels, got 2",
				assertThrows(
								TrainingException.class,
								() -> new SampleReader(List.of(), OptionalInt.of(3), listener).images(source("s", two)))
						.getMessage());
	}

	/** By the numbers of the gray, as where the network is used: red alone would have the range to itself. */
	@Test
	void colorIsNormalizedAsItsGrayIs() throws FoveaException {
		final Image rgb = image("rgb", true, new long[] {2, 1, 3, 1, 1}, 0, 90, 30, 60, 0, 30);
		final SampleReader scaling = new SampleReader(
				List.of(new Processing.ScaleRange(0, 100, 0, EnumSet.of(AxisType.X, AxisType.Y), Optional.empty())),
				OptionalInt.of(1),
				listener);
		assertEquals(
				new Raster(1, 2, 1, new float[] {0, 1}),
				scaling.images(source("s", rgb)).samples().get(0).input());
		assertEquals(
				scaling.images(source("s", rgb.asGray())).samples().get(0).input(),
				scaling.images(source("s", rgb)).samples().get(0).input());
	}

	@Test
	void binaryMasksAreOneHot() throws FoveaException {
		final Samples samples = reader.masks(
				source("images", plane("a", 3, 1, 2, 3)),
				source("masks", plane("a", 3, 0, 255, 1)),
				new MaskReading.Binary());
		assertEquals(
				new Raster(1, 3, 2, new float[] {1, 0, 0, 1, 0, 1}),
				samples.samples().get(0).target());
		assertEquals(
				List.of("background", "foreground"),
				samples.classes().stream().map(ClassSpec::name).toList());
		assertEquals(List.of(), warnings);
	}

	@Test
	void classIndicesMayBeIgnoredAndUnknownOnesAreTold() throws FoveaException {
		final MaskReading reading = new MaskReading.ClassIndex(CLASSES, OptionalInt.of(255));
		final Samples samples = reader.masks(
				source("images", plane("a", 3, 1, 2, 3)), source("masks", plane("a", 3, 2, 255, 0)), reading);
		assertEquals(
				new Raster(1, 3, 3, new float[] {0, 0, 1, 0, 0, 0, 1, 0, 0}),
				samples.samples().get(0).target());
		assertEquals(
				"a.png: expected class indices from 0 to 2, got 3 at x 1, y 1",
				assertThrows(
								TrainingException.class,
								() -> reading.read(new Raster(2, 2, 1, new float[] {0, 1, 2, 3}), "a.png"))
						.getMessage());
		assertThrows(TrainingException.class, () -> reading.read(new Raster(1, 1, 1, new float[] {0.5f}), "a"));
		assertThrows(TrainingException.class, () -> reading.read(new Raster(1, 1, 1, new float[] {-1}), "a"));
		assertThrows(TrainingException.class, () -> reading.read(new Raster(1, 1, 3, new float[3]), "a"));
	}

	@Test
	void colorsAreClassesAndUnknownOnesAreTold() throws FoveaException {
		final MaskReading reading = new MaskReading.Color(CLASSES, OptionalInt.of(0xFF00FF));
		assertArrayEquals(
				new int[] {1, 2, -1, 0},
				reading.read(new Raster(2, 2, 3, new float[] {0, 255, 0, 128, 128, 128, 255, 0, 255, 0, 0, 255}), "a"));
		assertEquals(
				"a: expected the colors of the classes, #0000ff sky, #00ff00 tree, #808080 road, got #00fe00 at x "
						+ "0, y 0",
				assertThrows(
								TrainingException.class,
								() -> reading.read(new Raster(1, 1, 3, new float[] {0, 254, 0}), "a"))
						.getMessage());
		assertThrows(TrainingException.class, () -> reading.read(new Raster(1, 1, 1, new float[1]), "a"));
	}

	@Test
	void touchingObjectsHaveABorder() throws FoveaException {
		final Raster labels = new Raster(3, 4, 1, new float[] {1, 1, 2, 2, 1, 1, 2, 2, 0, 0, 0, 7});
		assertArrayEquals(
				new int[] {1, 2, 2, 1, 1, 2, 2, 2, 0, 0, 0, 2}, new MaskReading.Instances(true).read(labels, "a"));
		assertArrayEquals(
				new int[] {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1}, new MaskReading.Instances(false).read(labels, "a"));
	}

	@Test
	void countsSizesAndEmptySourcesAreTold() {
		final ImageSource one = source("images", plane("a.png", 2, 1, 2));
		assertEquals("images2: expected images, found none", message(source("images2"), one));
		assertEquals(
				"masks: expected 2 images, one for each in images, got 1; 'b' has no partner",
				message(
						source("images", plane("a.png", 1, 1), plane("b.png", 1, 1)),
						source("masks", plane("a.tif", 1, 1))));
		assertEquals(
				"m: expected the size of a.png, 2 x 1, got 1 x 2", message(one, source("masks", plane("m", 1, 1, 2))));
		assertEquals(
				"images: expected images, found none",
				assertThrows(TrainingException.class, () -> reader.images(source("images")))
						.getMessage());
	}

	private String message(final ImageSource images, final ImageSource masks) {
		return assertThrows(TrainingException.class, () -> reader.masks(images, masks, new MaskReading.Binary()))
				.getMessage();
	}

	@Test
	void pairsAreMadeByNameElseByOrderWithAWarning() throws FoveaException {
		final ImageSource images = source("images", plane("a.png", 1, 1), plane("b.png", 1, 2));
		assertEquals(
				List.of(2f, 1f),
				targets(reader.pairs(images, source("clean", plane("b.tif", 1, 1), plane("a.tif", 1, 2)))));
		assertEquals(List.of(), warnings);
		assertEquals(
				List.of(1f, 2f),
				targets(reader.pairs(images, source("clean", plane("c.tif", 1, 1), plane("a.tif", 1, 2)))));
		assertEquals(1, warnings.size());
		assertTrue(warnings.get(0).endsWith("beginning with a.png and c.tif"), warnings.get(0));
	}

	private static List<Float> targets(final Samples samples) {
		return samples.samples().stream().map(s -> s.target().data()[0]).toList();
	}

	@Test
	void oneClassOnlyIsAWarning() throws FoveaException {
		reader.masks(
				source("images", plane("a", 2, 1, 2)), source("masks", plane("a", 2, 0, 0)), new MaskReading.Binary());
		assertEquals(1, warnings.size());
		assertTrue(warnings.get(0).startsWith("masks: all pixels are of one class, 'background'"), warnings.get(0));
	}

	@Test
	void splitsByImageAndBySeed() throws FoveaException {
		final List<Image> images = new ArrayList<>();
		for (int i = 0; i < 10; i++) images.add(image("i" + i, false, new long[] {1, 1, 1, 3, 1}, 1, 2, 3));
		final Samples samples = reader.images(ImageSource.of("s", images));
		final Samples.Split split = samples.split(0.3, 1, listener);
		assertEquals(9, split.validation().size());
		assertEquals(21, split.training().size());
		assertEquals(3, split.validationImages().size());
		assertTrue(split.validationImages().stream().noneMatch(split.trainingImages()::contains));
		assertEquals(split, samples.split(0.3, 1, listener));
		assertTrue(!split.equals(samples.split(0.3, 2, listener)) || !split.equals(samples.split(0.3, 3, listener)));
		assertEquals(1, samples.split(0.001, 1, listener).validationImages().size());
		assertEquals(1, samples.split(0.999, 1, listener).trainingImages().size());
		assertEquals(List.of(), samples.split(0, 1, listener).validation());
		assertEquals(List.of(), warnings);
	}

	/** Of one image a few pixels are annotated, the others as a whole: it tells nothing of how good a network is. */
	@Test
	void whatIsHardlyAnnotatedDoesNotValidate() throws TrainingException {
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			final float[] target = new float[2 * 100];
			for (int p = 0; p < (i == 1 ? 10 : 100); p++) target[2 * p] = 1;
			samples.add(
					new Sample("i" + i, "i" + i, new Raster(10, 10, 1, new float[100]), new Raster(10, 10, 2, target)));
		}
		final Samples all = new Samples(samples, List.of(), ClassSpec.named(List.of("background", "cell")));
		for (int seed = 1; seed <= 12; seed++)
			assertTrue(!all.split(0.1, seed, listener).validationImages().contains("i1"), "seed " + seed);
		assertEquals(3, all.split(0.75, 1, listener).validationImages().size());
	}

	@Test
	void ofOneImageTheLastPlanesValidateWithAWarning() throws FoveaException {
		final Samples samples =
				reader.images(source("s", image("i", false, new long[] {1, 1, 1, 10, 1}, counting(10))));
		final Samples.Split split = samples.split(0.2, 1, listener);
		assertEquals(
				List.of("i plane 9", "i plane 10"),
				split.validation().stream().map(Sample::name).toList());
		assertEquals(1, warnings.size());
		assertEquals(
				List.of(),
				reader.images(source("s", plane("p", 1, 1)))
						.split(0.2, 1, listener)
						.validation());
		assertEquals(1, warnings.size()); // a trainer says what it does then
	}

	@Test
	void otherDataHasAnotherChecksum() throws FoveaException {
		final float[] many = counting(5000);
		final String sum = reader.images(source("s", plane("a", 50, many))).sha256();
		assertEquals(
				sum, reader.images(source("t", plane("a", 50, many.clone()))).sha256());
		final float[] other = Arrays.copyOf(many, many.length);
		other[4999] += 1;
		assertTrue(!sum.equals(reader.images(source("s", plane("a", 50, other))).sha256()));
		assertTrue(!sum.equals(reader.images(source("s", plane("a", 25, many))).sha256()));
		assertTrue(!sum.equals(reader.images(source("s", plane("b", 50, many))).sha256()));
	}
}
