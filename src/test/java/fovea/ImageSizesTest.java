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
package fovea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.SegmentationImages;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.Prediction;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmentation;
import fovea.segment.Segmenter;
import fovea.segment.Splitting;
import fovea.tf.SavedModelLoader;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models inside on images of any size, gray and color. */
class ImageSizesTest {

	private static final int[][] SIZES = {{1, 1}, {1, 7}, {3, 2}, {17, 5}, {64, 64}, {300, 1}};
	private static final int LARGE = 6000;
	private static final int PITCH = 100;

	private static ImagePlus[] noise(final int width, final int height) {
		final SplittableRandom random = new SplittableRandom(1);
		final ByteProcessor gray = new ByteProcessor(width, height);
		final ColorProcessor colors = new ColorProcessor(width, height);
		for (int i = 0; i < width * height; i++) {
			gray.set(i, random.nextInt(256));
			colors.set(i, random.nextInt(0x1000000));
		}
		final String size = width + " x " + height;
		return new ImagePlus[] {new ImagePlus("gray of " + size, gray), new ImagePlus("colors of " + size, colors)};
	}

	private static LoadedModel open(final String name) throws FoveaException {
		return LoadedModel.open(new ModelLibrary().open(name), new SavedModelLoader(), ModelOptions.DEFAULT);
	}

	@ParameterizedTest
	@ValueSource(strings = {"smooth-denoise", "denoise"})
	void anySizeIsDenoised(final String name) throws Exception {
		try (LoadedModel model = open(name)) {
			for (final int[] size : SIZES)
				for (final ImagePlus source : noise(size[0], size[1]))
					assertDenoised(source, denoise(model, source, PredictionOptions.DEFAULT));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"blobs-threshold", "nuclei"})
	void anySizeIsSegmented(final String name) throws Exception {
		try (LoadedModel model = open(name)) {
			for (final int[] size : SIZES)
				for (final ImagePlus source : noise(size[0], size[1]))
					assertSegmented(source, segment(model, source, PredictionOptions.DEFAULT, true));
		}
	}

	@Tag("slow")
	@ParameterizedTest
	@ValueSource(strings = {"smooth-denoise", "denoise"})
	void largeImagesAreDenoisedInTiles(final String name) throws Exception {
		try (LoadedModel model = open(name)) {
			final ImagePlus source = new ImagePlus("disks", disks());
			final Tiles tiles = new Tiles();
			final ImagePlus result = denoise(model, source, PredictionOptions.DEFAULT.withTileSize(1024), tiles);
			assertTrue(tiles.total > 30, tiles.total + " tiles");
			assertDenoised(source, result);
		}
	}

	@Tag("slow")
	@ParameterizedTest
	@ValueSource(strings = {"blobs-threshold", "nuclei"})
	void largeImagesAreSegmentedInTiles(final String name) throws Exception {
		try (LoadedModel model = open(name)) {
			final ByteProcessor gray = disks();
			for (final ImagePlus source :
					new ImagePlus[] {new ImagePlus("gray", gray), new ImagePlus("colours", gray.convertToRGB())}) {
				final Segmentation found = segment(model, source, PredictionOptions.DEFAULT.withTileSize(1024), false);
				assertEquals(LARGE / PITCH * (LARGE / PITCH), found.objects().size(), source.getTitle());
				final ImagePlus mask = SegmentationImages.mask(found, source);
				assertEquals(LARGE + " x " + LARGE, mask.getWidth() + " x " + mask.getHeight());
			}
		}
	}

	/** Bright disks on dark ground, one in each square of {@value #PITCH} pixels. */
	private static ByteProcessor disks() {
		final ByteProcessor disks = new ByteProcessor(LARGE, LARGE);
		for (int y = 0; y < LARGE; y++)
			for (int x = 0; x < LARGE; x++)
				disks.set(x, y, Math.hypot(x % PITCH - PITCH / 2, y % PITCH - PITCH / 2) < 15 ? 200 : 40);
		return disks;
	}

	private static final class Tiles implements ProgressListener {

		private int total;

		@Override
		public void tile(final int done, final int all) {
			total = all;
		}
	}

	private static ImagePlus denoise(final LoadedModel model, final ImagePlus source, final PredictionOptions options)
			throws FoveaException {
		return denoise(model, source, options, ProgressListener.NONE);
	}

	private static ImagePlus denoise(
			final LoadedModel model,
			final ImagePlus source,
			final PredictionOptions options,
			final ProgressListener listener)
			throws FoveaException {
		final Prediction prediction = new Predictor(model, options).predict(ImagePlusImages.wrap(source), listener);
		assertEquals(java.util.List.of(), prediction.warnings(), source.getTitle());
		return ImagePlusImages.toImagePlus(prediction.image(), source, "denoised", false);
	}

	private static Segmentation segment(
			final LoadedModel model,
			final ImagePlus source,
			final PredictionOptions options,
			final boolean probabilities)
			throws FoveaException {
		return new Segmenter(
						model,
						options,
						new SegmentOptions(0.5, 1, OptionalDouble.empty(), Splitting.AUTO, 1, probabilities))
				.segment(ImagePlusImages.wrap(source), ProgressListener.NONE);
	}

	private static void assertDenoised(final ImagePlus source, final ImagePlus result) {
		assertEquals(source.getType() == ImagePlus.COLOR_RGB ? 3 : 1, result.getStackSize(), source.getTitle());
		assertFinite(source, result);
	}

	private static void assertSegmented(final ImagePlus source, final Segmentation found) throws FoveaException {
		final ImagePlus labels = SegmentationImages.labels(found, source);
		assertEquals(1, labels.getStackSize(), source.getTitle());
		assertFinite(source, labels);
		assertFinite(source, SegmentationImages.probabilities(found, source));
	}

	private static void assertFinite(final ImagePlus source, final ImagePlus result) {
		assertEquals(source.getWidth() + " x " + source.getHeight(), result.getWidth() + " x " + result.getHeight());
		for (int n = 1; n <= result.getStackSize(); n++) {
			final ImageProcessor plane = result.getStack().getProcessor(n);
			for (int i = 0; i < plane.getPixelCount(); i++)
				if (!Float.isFinite(plane.getf(i))) throw new AssertionError(source.getTitle() + ": " + plane.getf(i));
		}
	}
}
