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
package fovea.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.ImageException;
import fovea.base.ModelException;
import fovea.image.AxisMapping;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.PixelFormat;
import fovea.image.PlaneReader;
import fovea.infer.geometry.TileGeometry;
import fovea.memory.JavaMemory;
import fovea.memory.JavaMemoryException;
import fovea.model.library.ModelArchive;
import fovea.tf.SavedModelLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run needs of Java's memory, and how its result is kept. */
class RunMemoryTest {

	private static final long MEGA = 1 << 20;
	private static final ResultUse BYTES = new ResultUse(PixelFormat.UINT8, size -> 0);
	private static final ResultUse SHORTS = new ResultUse(PixelFormat.UINT16, size -> 0);

	private static LoadedModel open(final String fixture) throws ModelException {
		final Path folder = Fixtures.model(fixture);
		final Path plain = folder.resolve("savedmodel");
		return LoadedModel.open(
				ModelArchive.open(plain.toFile().exists() ? plain : folder),
				new SavedModelLoader(),
				ModelOptions.DEFAULT);
	}

	private static Image image(final PixelFormat format, final long... size) {
		final var pixels = format.create(size);
		final Random random = new Random(3);
		for (int i = 0; i < pixels.numSlices(); i++) {
			final Object plane = pixels.getPlane(i).getCurrentStorageArray();
			for (int p = 0; p < size[0] * size[1]; p++)
				format.put(new float[] {300 * random.nextFloat()}, 0, plane, p, 1);
		}
		return new Image("noise", pixels, Calibration.PIXELS, false);
	}

	/** A listener that must not hear of a tile. */
	private static final ProgressListener NO_TILE = new ProgressListener() {

		@Override
		public void tile(final int done, final int total) {
			throw new AssertionError("tile " + done + " of " + total);
		}
	};

	/** The second of the models ends with a step that takes statistics of its whole output. */
	@ParameterizedTest
	@CsvSource({
		"keras3-export-conv-radius4-stride1,UINT8",
		"keras3-export-conv-radius4-stride1,UINT16",
		"bioimageio-0.4-denoise,UINT8",
		"bioimageio-0.4-denoise,UINT16",
		"three-channel-denoise-radius2,UINT8"
	})
	void whatIsKeptInTheTypeThatIsWantedHasTheValuesOfWhatIsConverted(final String fixture, final PixelFormat format)
			throws Exception {
		try (LoadedModel model = open(fixture)) {
			final Image image = image(format, 70, 52, fixture.startsWith("three") ? 3 : 1, 2, 2);
			final Predictor predictor = new Predictor(model, PredictionOptions.DEFAULT.withTileSize(48));
			final Image floats = predictor.predict(image, ProgressListener.NONE).image();
			final Image kept = predictor
					.predict(image, new ResultUse(format, size -> 0), ProgressListener.NONE)
					.image();
			assertTrue(kept.pixels() instanceof PlanarImg<?, ?> planar && format.isOf(planar), fixture);
			final float[] plane = new float[70 * 52];
			for (int t = 0; t < 2; t++)
				for (int z = 0; z < 2; z++)
					for (int c = 0; c < image.size(Image.C); c++) {
						new PlaneReader(floats).read(c, z, t, 0, 52, plane);
						final Object converted = format.plane(plane.length);
						format.put(plane, 0, converted, 0, plane.length);
						final float[] expected = new float[plane.length];
						new PlaneReader(new Image(
										"x",
										format.wrap(List.of(converted), 70, 52, 1, 1, 1),
										Calibration.PIXELS,
										false))
								.read(0, 0, 0, 0, 52, expected);
						new PlaneReader(kept).read(c, z, t, 0, 52, plane);
						assertArrayEquals(expected, plane, "c " + c + " z " + z + " t " + t);
					}
		}
	}

	@Test
	void whatWillNotFitIsRefusedBeforeTheFirstTile() throws Exception {
		try (LoadedModel model = open("keras3-export-conv-radius4-stride1")) {
			final Image image = image(PixelFormat.UINT8, 64, 64, 1, 1, 1);
			final long lacking = Runtime.getRuntime().maxMemory();
			final String message = assertThrows(
							JavaMemoryException.class,
							() -> new Predictor(model, PredictionOptions.DEFAULT)
									.predict(image, new ResultUse(PixelFormat.UINT8, size -> lacking), NO_TILE))
					.getMessage();
			assertTrue(
					message.matches(
							"'noise' \\(64 x 64, 1 channel, 1 slice, 1 frame\\) needs about \\d+ MB of Java memory, "
									+ "\\d+ MB are free "
									+ "\\(-Xmx\\d+m\\): .* or choose a part of the image|.*more than this computer "
									+ "has.*"),
					message);
		}
	}

	@Test
	void whatComesLaterIsAskedWithTheSizeOfTheResult() throws Exception {
		try (LoadedModel model = open("strided-encoder-decoder-stride4")) {
			final ResultSize[] asked = new ResultSize[1];
			new Predictor(model, PredictionOptions.DEFAULT)
					.predict(
							image(PixelFormat.UINT8, 40, 36, 1, 3, 2),
							new ResultUse(PixelFormat.FLOAT32, size -> {
								asked[0] = size;
								return 0;
							}),
							ProgressListener.NONE);
			assertEquals(40 * 36, asked[0].area());
			assertEquals(6, asked[0].stack());
			assertEquals(6 * asked[0].channelsPerRun(), asked[0].planes());
			assertEquals(1, asked[0].runs());
		}
	}

	private static RunMemory memory(final LoadedModel model, final Image image, final ResultUse use) throws Exception {
		return RunMemory.of(model, mapping(model, image), model.geometry(1), use, PredictionOptions.DEFAULT);
	}

	private static AxisMapping mapping(final LoadedModel model, final Image image) throws ImageException {
		return AxisMapping.of("m", model.input(), model.inputPort().layout(), image, List.of());
	}

	@Test
	void theResultsTypeCounts() throws Exception {
		try (LoadedModel model = open("keras3-export-conv-radius4-stride1");
				LoadedModel late = open("bioimageio-0.4-denoise")) {
			final Image image = image(PixelFormat.UINT8, 1000, 1000, 1, 3, 1);
			assertEquals(3_000_000, memory(model, image, BYTES).result());
			assertEquals(6_000_000, memory(model, image, SHORTS).result());
			assertEquals(12_000_000, memory(model, image, ResultUse.FLOAT).result());
			assertEquals(
					12_000_000,
					memory(late, image, BYTES).result(),
					"all of it as float before the step that takes statistics");
			assertTrue(memory(late, image, BYTES).passing() >= 1_000_000);
		}
	}

	/** Rather than to refuse, as long as the result has room. */
	@Test
	void whereMemoryIsScarceTilesAreSmaller() throws Exception {
		try (LoadedModel model = open("keras3-export-conv-radius4-stride1")) {
			final Image image = image(PixelFormat.UINT8, 3000, 3000, 1, 1, 1);
			final RunMemory memory = memory(model, image, BYTES);
			final TileGeometry geometry = model.geometry(1);
			final RunMemory.Plans plans = options -> Planner.of(model, geometry, new long[] {3000, 3000}, options);
			final Planner usual = plans.of(PredictionOptions.DEFAULT);
			final JavaMemory ample = new JavaMemory(200 * MEGA, 0);
			assertEquals(size(usual), size(memory.plan(plans, ample, () -> ample)));
			final JavaMemory untidy = new JavaMemory(200 * MEGA, 190 * MEGA);
			assertEquals(size(usual), size(memory.plan(plans, untidy, () -> ample)), "garbage does not count");
			long before = size(usual);
			for (final long free : new long[] {40, 32, 26}) {
				final JavaMemory scarce = new JavaMemory(free * MEGA, 0);
				final Planner planner = memory.plan(plans, scarce, () -> scarce);
				assertTrue(size(planner) < before, free + " MB: " + size(planner));
				before = size(planner);
				final double taken = memory.result() + 2 * memory.tilePixel() * before;
				assertTrue(taken < free * MEGA && taken > 0.6 * (free - 8) * MEGA, free + " MB: " + taken);
			}
			final JavaMemory none = new JavaMemory(16 * MEGA, 0);
			assertThrows(JavaMemoryException.class, () -> memory.plan(plans, none, () -> none));
		}
	}

	private static long size(final Planner planner) {
		return planner.plan().tiles().get(0).paddedSize();
	}

	/** Planes of more pixels than a Java array holds: nothing is computed, and no array is asked for. */
	@Test
	void aPlaneThatNoArrayHoldsIsRefused() throws Exception {
		try (LoadedModel model = open("keras3-export-conv-radius4-stride1")) {
			final Image small = image(PixelFormat.UINT8, 1, 1, 1, 1, 1);
			final Image huge = new Image(
					"huge",
					Views.interval(Views.extendBorder(typed(small)), new FinalInterval(50_000, 50_000, 1, 1, 1)),
					Calibration.PIXELS,
					false);
			final ResultBuilder result = new ResultBuilder(mapping(model, huge), model.geometry(1), BYTES, List.of());
			final String message =
					assertThrows(ImageException.class, () -> result.prepare(1)).getMessage();
			assertEquals(
					"'huge' (50000 x 50000, 1 channel, 1 slice, 1 frame): expected a result of at most 2147483647 "
							+ "pixels in a plane, which is "
							+ "all that ImageJ can hold, got 50000 x 50000; choose a part of the image",
					message);
		}
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<UnsignedByteType> typed(final Image image) {
		return (RandomAccessibleInterval<UnsignedByteType>) image.pixels();
	}
}
