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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.PredictionOptions.Border;
import fovea.infer.geometry.TileGeometry;
import fovea.infer.network.FloatTensor;
import fovea.model.library.ModelArchive;
import fovea.tf.SavedModelLoader;
import java.util.List;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A whole image, up to its border, is what Keras makes of it, in one piece and in tiles
 * ({@code scripts/fixtures/make_borders.py}).
 */
@Tag("thorough")
class WholeImageTest {

	private static final double SAME = 1e-5;

	private static LoadedModel open(final String network) throws ModelException {
		return LoadedModel.open(
				ModelArchive.open(Fixtures.file("borders/" + network + ".zip")),
				new SavedModelLoader(),
				new ModelOptions("", "", "", "none"));
	}

	private static FloatTensor tensor(final String name) throws ModelException {
		return Fixtures.tensor(Fixtures.file("borders/" + name + ".npy"));
	}

	private static Image input(final int width, final int height) throws ModelException {
		final FloatTensor tensor = tensor("input");
		final PlanarImg<FloatType, ?> pixels = PlanarImgs.floats(width, height, 1, 1, 1);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) pixels.getAt(x, y, 0, 0, 0).set(tensor.data()[y * tensor.shape()[2] + x]);
		return new Image("image", pixels, Calibration.PIXELS, false);
	}

	private static Image whole() throws ModelException {
		return input(112, 80);
	}

	private static Image larger(final long width, final long height) throws ModelException {
		return new Image(
				"larger",
				Views.interval(Views.extendMirrorDouble(whole().pixels()), new long[5], new long[] {
					width - 1, height - 1, 0, 0, 0
				}),
				Calibration.PIXELS,
				false);
	}

	/** The largest difference, as a part of the range of what is expected, but for so many pixels along the border. */
	private static double difference(final FloatTensor expected, final Image result, final int border) {
		final int height = expected.shape()[1];
		final int width = expected.shape()[2];
		final int channels = expected.shape()[3];
		assertEquals(
				List.of(width + 2 * border, height + 2 * border, channels),
				List.of(result.size(Image.X), result.size(Image.Y), result.size(Image.C)));
		final double[] found = new double[result.size(Image.X) * result.size(Image.Y) * channels];
		int i = 0;
		for (final RealType<?> pixel : Views.flatIterable(result.pixels())) found[i++] = pixel.getRealDouble();
		double difference = 0;
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				for (int c = 0; c < channels; c++) {
					final double value = expected.data()[(y * width + x) * channels + c];
					min = Math.min(min, value);
					max = Math.max(max, value);
					difference = Math.max(
							difference,
							Math.abs(value
									- found[
											(c * result.size(Image.Y) + y + border) * result.size(Image.X)
													+ x
													+ border]));
				}
		return difference / (max - min);
	}

	private static Image predict(
			final LoadedModel model, final PredictionOptions options, final Image image, final int leastTiles)
			throws Exception {
		final int[] tiles = {0};
		final Image result = new Predictor(model, options)
				.predict(image, new ProgressListener() {

					@Override
					public void tile(final int done, final int total) {
						tiles[0] = total;
					}
				})
				.image();
		assertTrue(leastTiles == 1 ? tiles[0] == 1 : tiles[0] >= leastTiles, "tiles: " + tiles[0]);
		return result;
	}

	/** The smallest that the network runs in. */
	private static PredictionOptions tiles(final LoadedModel model) throws Exception {
		final TileGeometry geometry = model.geometry(1);
		return PredictionOptions.DEFAULT.withTileSize(2 * geometry.halo()[0] + geometry.stride()[0]);
	}

	@ParameterizedTest
	@CsvSource({
		"cae-strided,cae-strided",
		"cae-pooling,cae-pooling",
		"cae-unpooling,cae-unpooling",
		"fcn8,fcn8",
		"dilated,dilated",
		"dncnn,dncnn",
		"unet,unet",
		"cae-strided-fixed,cae-strided",
		"cae-bilinear-fixed,cae-bilinear",
		"dncnn-fixed,dncnn"
	})
	void inOnePieceItIsWhatKerasGives(final String network, final String expected) throws Exception {
		try (LoadedModel model = open(network)) {
			final double difference =
					difference(tensor(expected), predict(model, PredictionOptions.DEFAULT, whole(), 1), 0);
			assertTrue(difference <= SAME, "difference " + difference);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"cae-strided", "cae-pooling", "cae-unpooling", "dilated", "dncnn", "unet"})
	void inTilesItIsWhatKerasGives(final String network) throws Exception {
		try (LoadedModel model = open(network)) {
			final double difference = difference(tensor(network), predict(model, tiles(model), whole(), 4), 0);
			assertTrue(difference <= SAME, "difference " + difference);
		}
	}

	/** Its halo alone is larger than half the image. */
	@Test
	void anImageOfManyHalosIsTheSameInTiles() throws Exception {
		try (LoadedModel model = open("fcn8")) {
			final Image image = larger(250, 170);
			final float[] expected = values(predict(model, PredictionOptions.DEFAULT, image, 1));
			assertTrue(Fixtures.maxDifference(expected, values(predict(model, tiles(model), image, 4))) <= SAME);
		}
	}

	/** Keras takes no such size, or gives another one back: the image goes on, mirrored, at its far end. */
	@ParameterizedTest
	@ValueSource(strings = {"cae-strided", "cae-strided-by-3", "dncnn", "unet"})
	void aSizeThatTheStrideDoesNotDivideGoesOnAtTheFarEnd(final String network) throws Exception {
		try (LoadedModel model = open(network)) {
			final Image image = input(107, 75);
			final FloatTensor expected = tensor(network + "-odd");
			final double whole = difference(expected, predict(model, PredictionOptions.DEFAULT, image, 1), 0);
			assertTrue(whole <= SAME, "difference " + whole);
			final double tiled = difference(expected, predict(model, tiles(model), image, 4), 0);
			assertTrue(tiled <= SAME, "difference " + tiled);
		}
	}

	/** Of valid padding Keras gives less than the image; the rest comes of mirrored pixels. */
	@Test
	void whatValidPaddingTakesAwayIsAddedAroundWhatKerasGives() throws Exception {
		try (LoadedModel model = open("valid")) {
			for (final boolean inTiles : new boolean[] {false, true}) {
				final PredictionOptions options = inTiles ? tiles(model) : PredictionOptions.DEFAULT;
				final double difference =
						difference(tensor("valid"), predict(model, options, whole(), inTiles ? 4 : 1), 4);
				assertTrue(difference <= SAME, "difference " + difference);
			}
		}
	}

	/**
	 * An image larger than a fixed size is served by tiles that lie inside, so that those at its border meet the
	 * network's own.
	 */
	@ParameterizedTest
	@ValueSource(strings = {"cae-strided", "dncnn"})
	void anImageLargerThanAFixedSizeIsWhatTheOpenNetworkGives(final String network) throws Exception {
		final Image image = larger(200, 148);
		try (LoadedModel open = open(network);
				LoadedModel fixed = open(network + "-fixed")) {
			final float[] expected = values(predict(open, PredictionOptions.DEFAULT, image, 1));
			final PredictionOptions halo =
					PredictionOptions.DEFAULT.withHalo(open.geometry(1).halo()[0]);
			assertTrue(Fixtures.maxDifference(expected, values(predict(fixed, halo, image, 4))) <= SAME);
		}
	}

	private static float[] values(final Image image) {
		final float[] values =
				new float[Math.toIntExact(Views.flatIterable(image.pixels()).size())];
		int i = 0;
		for (final RealType<?> pixel : Views.flatIterable(image.pixels())) values[i++] = pixel.getRealFloat();
		return values;
	}

	/** The mean over all orientations is that of whole images, turned: tiles do not change it. */
	@ParameterizedTest
	@ValueSource(strings = {"cae-strided", "unet"})
	void orientationsOfTilesAreThoseOfTheWhole(final String network) throws Exception {
		try (LoadedModel model = open(network)) {
			for (final int[] size : new int[][] {{112, 80}, {107, 75}}) {
				final Image image = input(size[0], size[1]);
				final float[] whole = values(predict(model, PredictionOptions.DEFAULT.withOrientations(8), image, 1));
				final float[] tiled = values(predict(model, tiles(model).withOrientations(8), image, 4));
				assertTrue(Fixtures.maxDifference(whole, tiled) <= SAME);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"cae-strided", "dncnn", "fcn8"})
	void mirroredBordersAreOtherOnes(final String network) throws Exception {
		try (LoadedModel model = open(network)) {
			final Image mirrored = predict(model, PredictionOptions.DEFAULT.withBorder(Border.MIRROR), whole(), 1);
			final double difference = difference(tensor(network), mirrored, 0);
			assertTrue(difference > 1e-3, "difference " + difference);
		}
	}
}
