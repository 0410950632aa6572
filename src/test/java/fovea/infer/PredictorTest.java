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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.CancelledException;
import fovea.base.ImageException;
import fovea.base.ModelException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.geometry.TileGeometry;
import fovea.infer.network.FloatTensor;
import fovea.infer.tile.TileGrid;
import fovea.infer.tile.TileLengths;
import fovea.model.library.ModelArchive;
import fovea.tf.SavedModelLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole images through real networks. */
@Tag("thorough")
class PredictorTest {

	private static final ModelOptions RAW = new ModelOptions("", "", "", "none");

	private static LoadedModel open(final String fixture, final ModelOptions options) throws ModelException {
		final Path folder = Fixtures.model(fixture);
		return LoadedModel.open(ModelArchive.open(folder.resolve("savedmodel")), new SavedModelLoader(), options);
	}

	private static Image noise(final long seed, final double max, final long... lengths) {
		final PlanarImg<FloatType, ?> img = PlanarImgs.floats(lengths);
		final Random random = new Random(seed);
		Views.flatIterable(img).forEach(p -> p.set((float) (max * random.nextFloat())));
		return new Image("noise", img, new Calibration(0.5, 0.5, 2, "micron"), false);
	}

	private static double difference(final Image a, final Image b) {
		return Fixtures.maxDifference(values(a), values(b));
	}

	private static float[] values(final Image image) {
		final float[] values =
				new float[Math.toIntExact(Views.flatIterable(image.pixels()).size())];
		int i = 0;
		for (final RealType<?> pixel : Views.flatIterable(image.pixels())) values[i++] = pixel.getRealFloat();
		return values;
	}

	@ParameterizedTest
	@CsvSource({
		"keras3-export-conv-radius4-stride1,32",
		"keras3-export-unet-softmax3-stride4,64",
		"strided-encoder-decoder-stride4,32",
		"valid-padding-radius4,40",
		"tf2-module-sigmoid1-radius3,24",
		"class-map-int64-3classes,20"
	})
	void tiledEqualsWhole(final String fixture, final int tile) throws Exception {
		try (LoadedModel model = open(fixture, RAW)) {
			for (int seed = 0; seed < 3; seed++) {
				final Image image = noise(seed, 1, 101 + 13 * seed, 67 + 5 * seed, 1, 1, 1);
				final Prediction whole =
						new Predictor(model, PredictionOptions.DEFAULT).predict(image, ProgressListener.NONE);
				final int[] tiles = {0};
				final Prediction tiled = new Predictor(model, PredictionOptions.DEFAULT.withTileSize(tile))
						.predict(image, new ProgressListener() {

							@Override
							public void tile(final int done, final int total) {
								tiles[0] = total;
							}
						});
				assertTrue(tiles[0] > 4, "tiles: " + tiles[0]);
				assertEquals(image.size(Image.X), tiled.image().size(Image.X));
				assertTrue(
						difference(whole.image(), tiled.image()) <= 1e-5,
						"difference " + difference(whole.image(), tiled.image()));
			}
		}
	}

	/** A result of all eight does not depend on how the image lies; one of less does. */
	@Test
	void anImageThatIsTurnedGivesAResultThatIsTurned() throws Exception {
		try (LoadedModel model = open("keras3-export-unet-softmax3-stride4", RAW)) {
			final Image image = noise(5, 1, 64, 48, 1, 1, 1);
			final Image turned = new Image("turned", Views.permute(image.pixels(), 0, 1), image.calibration(), false);
			for (final int orientations : new int[] {4, 8}) {
				final Predictor predictor =
						new Predictor(model, PredictionOptions.DEFAULT.withOrientations(orientations));
				final Image result =
						predictor.predict(image, ProgressListener.NONE).image();
				final Image other =
						predictor.predict(turned, ProgressListener.NONE).image();
				final double difference = difference(
						result, new Image("back", Views.permute(other.pixels(), 0, 1), image.calibration(), false));
				assertTrue(
						orientations == 8 ? difference <= 1e-5 : difference > 1e-3, orientations + ": " + difference);
			}
		}
	}

	@Test
	void whatHasNoMeanIsSeenOnce() throws Exception {
		try (LoadedModel model = open("class-map-int64-3classes", RAW)) {
			final String message = assertThrows(
							ModelException.class,
							() -> new Predictor(model, PredictionOptions.DEFAULT.withOrientations(2))
									.predict(noise(1, 1, 20, 20, 1, 1, 1), ProgressListener.NONE))
					.getMessage();
			assertTrue(
					message.endsWith("gives int64, whole numbers, which have no mean: expected orientations=1"),
					message);
		}
	}

	@Test
	void aNetworkOfLyingPicturesSeesThemOnlyLying() throws Exception {
		try (LoadedModel model = open("keras3-export-unet-softmax3-stride4", RAW)) {
			final Planner planner =
					Planner.of(model, model.geometry(1), new long[] {64, 64}, PredictionOptions.DEFAULT);
			final TileLengths lying = new TileLengths(new int[] {64, 32}, new int[] {0, 0}, new int[] {4, 4});
			final PredictionOptions eight = PredictionOptions.DEFAULT.withOrientations(8);
			final Planner ofLying = new Planner(
					planner.plan(),
					new TileGrid(new long[] {64, 64}, lying, new int[2], new int[2]),
					planner.geometry(),
					false);
			OrientedNetwork.of(model, planner, eight);
			OrientedNetwork.of(model, ofLying, PredictionOptions.DEFAULT.withOrientations(4));
			final String message = assertThrows(ModelException.class, () -> OrientedNetwork.of(model, ofLying, eight))
					.getMessage();
			assertTrue(
					message.endsWith("takes or gives other widths than heights: expected orientations of 1, 2 or 4"),
					message);
			final TileGeometry geometry = planner.geometry();
			final Planner scaled = new Planner(
					planner.plan(),
					planner.grid(),
					new TileGeometry(
							geometry.stride(), geometry.halo(), new double[] {1, 2}, geometry.border(), false, 1),
					false);
			assertThrows(ModelException.class, () -> OrientedNetwork.of(model, scaled, eight));
		}
	}

	@Test
	void aHaloTooSmallIsSeen() throws Exception {
		try (LoadedModel model = open("keras3-export-unet-softmax3-stride4", RAW)) {
			final Image image = noise(1, 1, 101, 67, 1, 1, 1);
			final Image whole = new Predictor(model, PredictionOptions.DEFAULT)
					.predict(image, ProgressListener.NONE)
					.image();
			final Image tiled = new Predictor(
							model, PredictionOptions.DEFAULT.withTileSize(64).withHalo(4))
					.predict(image, ProgressListener.NONE)
					.image();
			assertTrue(difference(whole, tiled) > 1e-3);
		}
	}

	/** Anything around the image would change what such a network gives. */
	@Test
	void aNetworkThatSeesEverythingGetsTheImageAsItIs() throws Exception {
		final String fixture = "global-average-pooling-no-halo-is-enough";
		final FloatTensor input = Fixtures.tensor(Fixtures.model(fixture).resolve("input.npy"));
		final FloatTensor expected = Fixtures.tensor(Fixtures.model(fixture).resolve("expected.npy"));
		final PlanarImg<FloatType, ?> pixels = PlanarImgs.floats(64, 48, 1, 1, 1);
		int i = 0;
		for (final FloatType pixel : Views.flatIterable(pixels)) pixel.set(input.data()[i++]);
		try (LoadedModel model = open(fixture, RAW)) {
			final Image image = new Image("whole", pixels, Calibration.PIXELS, false);
			final float[] result = values(new Predictor(model, PredictionOptions.DEFAULT)
					.predict(image, ProgressListener.NONE)
					.image());
			assertTrue(Fixtures.maxDifference(expected.data(), result) <= 1e-5);
			final List<String> said = new ArrayList<>();
			new Predictor(model, PredictionOptions.DEFAULT.withTileSize(160))
					.predict(noise(3, 1, 300, 48, 1, 1, 1), new ProgressListener() {

						@Override
						public void warn(final String message) {
							said.add(message);
						}
					});
			assertTrue(said.size() == 1 && said.get(0).contains("whole image"), said.toString());
		}
	}

	@Test
	void volumesAreTiledToo() throws Exception {
		try (LoadedModel model = open("volume-zyx-radius2", RAW)) {
			final Image image = noise(5, 1, 50, 40, 1, 12, 2);
			final Image whole = new Predictor(model, PredictionOptions.DEFAULT)
					.predict(image, ProgressListener.NONE)
					.image();
			final Image tiled = new Predictor(model, PredictionOptions.DEFAULT.withTileSize(16))
					.predict(image, ProgressListener.NONE)
					.image();
			assertEquals(12, whole.size(Image.Z));
			assertEquals(2, whole.size(Image.T));
			assertTrue(difference(whole, tiled) <= 1e-5);
		}
	}

	@Test
	void fixedSizeIsServedByTiles() throws Exception {
		final Path folder = Fixtures.model("fixed-size-64x64-radius4");
		final FloatTensor input = Fixtures.tensor(folder.resolve("input-large.npy"));
		final FloatTensor expected = Fixtures.tensor(folder.resolve("expected-large.npy"));
		final PlanarImg<FloatType, ?> pixels = PlanarImgs.floats(150, 100, 1, 1, 1);
		int i = 0;
		for (final FloatType pixel : Views.flatIterable(pixels)) pixel.set(input.data()[i++]);
		try (LoadedModel model = open("fixed-size-64x64-radius4", RAW)) {
			final float[] result = values(new Predictor(model, PredictionOptions.DEFAULT)
					.predict(new Image("large", pixels, Calibration.PIXELS, false), ProgressListener.NONE)
					.image());
			for (int y = 4; y < 96; y++)
				for (int x = 4; x < 146; x++) assertEquals(expected.data()[y * 150 + x], result[y * 150 + x], 1e-5);
		}
	}

	@Test
	void slicesFramesAndChannelsAreRunsOfTheirOwn() throws Exception {
		try (LoadedModel model = open("keras3-export-conv-radius4-stride1", RAW)) {
			final Image image = noise(2, 1, 30, 20, 2, 3, 2);
			final Image result = new Predictor(model, PredictionOptions.DEFAULT)
					.predict(image, ProgressListener.NONE)
					.image();
			assertEquals(
					List.of(30, 20, 2, 3, 2),
					List.of(result.size(0), result.size(1), result.size(2), result.size(3), result.size(4)));
			final Image one = new Image(
					"one",
					Views.addDimension(
							Views.addDimension(
									Views.addDimension(
											Views.hyperSlice(
													Views.hyperSlice(
															Views.hyperSlice(image.pixels(), Image.T, 1), Image.Z, 2),
													Image.C,
													1),
											0,
											0),
									0,
									0),
							0,
							0),
					Calibration.PIXELS,
					false);
			final float[] alone = values(new Predictor(model, PredictionOptions.DEFAULT)
					.predict(one, ProgressListener.NONE)
					.image());
			final float[] all = values(result);
			final int plane = 30 * 20;
			final int index = 1 + 2 * (2 + 3 * 1);
			for (int i = 0; i < plane; i++) assertEquals(alone[i], all[index * plane + i], 1e-6);
		}
	}

	@Test
	void smallerThanTheModelsStrideIsPadded() throws Exception {
		try (LoadedModel model = open("keras3-export-unet-softmax3-stride4", RAW)) {
			final Image result = new Predictor(model, PredictionOptions.DEFAULT)
					.predict(noise(3, 1, 3, 1, 1, 1, 1), ProgressListener.NONE)
					.image();
			assertEquals(3, result.size(Image.X));
			assertEquals(1, result.size(Image.Y));
			assertEquals(3, result.size(Image.C));
		}
	}

	@Test
	void rangeIsRestored() throws Exception {
		try (LoadedModel model = open("keras3-export-conv-radius4-stride1", new ModelOptions("", "", "", "minmax"))) {
			final Image small = noise(4, 1, 40, 40, 1, 1, 1);
			final PlanarImg<FloatType, ?> scaled = PlanarImgs.floats(40, 40, 1, 1, 1);
			final float[] values = values(small);
			int i = 0;
			for (final FloatType pixel : Views.flatIterable(scaled)) pixel.set(1000 + 500 * values[i++]);
			final float[] a = values(new Predictor(model, PredictionOptions.DEFAULT)
					.predict(small, ProgressListener.NONE)
					.image());
			final float[] b = values(new Predictor(model, PredictionOptions.DEFAULT)
					.predict(new Image("scaled", scaled, Calibration.PIXELS, false), ProgressListener.NONE)
					.image());
			for (int p = 0; p < a.length; p++) assertEquals(1000 + 500 * a[p], b[p], 2e-2);
		}
	}

	@Test
	void eachSlicesOwnStatisticsHoldAfterTheNetworkToo() throws Exception {
		try (LoadedModel model = LoadedModel.open(
				ModelArchive.open(Fixtures.model("bioimageio-0.4-denoise")),
				new SavedModelLoader(),
				ModelOptions.DEFAULT)) {
			final PlanarImg<FloatType, ?> both = PlanarImgs.floats(40, 32, 1, 2, 1);
			for (int z = 0; z < 2; z++) {
				int i = 0;
				final float[] values = values(noise(z, 1 + 9 * z, 40, 32, 1, 1, 1));
				for (final FloatType pixel : Views.flatIterable(Views.hyperSlice(both, Image.Z, z)))
					pixel.set(1000 * z + values[i++]);
			}
			final Predictor predictor =
					new Predictor(model, PredictionOptions.DEFAULT.withScope(PredictionOptions.Scope.SLICE));
			final float[] together = values(predictor
					.predict(new Image("both", both, Calibration.PIXELS, false), ProgressListener.NONE)
					.image());
			for (int z = 0; z < 2; z++) {
				final float[] alone = values(predictor
						.predict(
								new Image(
										"one",
										Views.interval(Views.translate(both, 0, 0, 0, -z, 0), new long[5], new long[] {
											39, 31, 0, 0, 0
										}),
										Calibration.PIXELS,
										false),
								ProgressListener.NONE)
						.image());
				for (int i = 0; i < 1280; i++) assertEquals(alone[i], together[1280 * z + i], 1e-2);
			}
		}
	}

	@Test
	void notANumberStaysWhereItIs() throws Exception {
		try (LoadedModel model = open("keras3-export-unet-softmax3-stride4", RAW)) {
			final Image image = noise(6, 1, 40, 30, 1, 1, 1);
			@SuppressWarnings("unchecked")
			final PlanarImg<FloatType, ?> pixels = (PlanarImg<FloatType, ?>) image.pixels();
			pixels.getAt(7, 5, 0, 0, 0).set(Float.NaN);
			final List<String> said = new ArrayList<>();
			final float[] result = values(new Predictor(model, PredictionOptions.DEFAULT.withTileSize(64))
					.predict(image, new ProgressListener() {

						@Override
						public void warn(final String message) {
							said.add(message);
						}
					})
					.image());
			for (int c = 0; c < 3; c++)
				for (int i = 0; i < 1200; i++) assertEquals(i == 5 * 40 + 7, Float.isNaN(result[c * 1200 + i]));
			assertEquals(1, said.size(), said.toString());
			assertTrue(said.get(0).contains("NaN"));
		}
	}

	@Test
	void infinitePixelsCostNoOtherPixelItsResult() throws Exception {
		// statistics of all pixels: one infinite mean would make every result NaN
		try (LoadedModel model = open("keras3-export-conv-radius4-stride1", new ModelOptions("", "", "", "zscore"))) {
			final Image image = noise(6, 1, 40, 30, 1, 1, 1);
			@SuppressWarnings("unchecked")
			final PlanarImg<FloatType, ?> pixels = (PlanarImg<FloatType, ?>) image.pixels();
			pixels.getAt(7, 5, 0, 0, 0).set(Float.POSITIVE_INFINITY);
			pixels.getAt(20, 9, 0, 0, 0).set(Float.NEGATIVE_INFINITY);
			final Prediction prediction =
					new Predictor(model, PredictionOptions.DEFAULT).predict(image, ProgressListener.NONE);
			final float[] result = values(prediction.image());
			for (int i = 0; i < 1200; i++)
				assertEquals(i == 5 * 40 + 7 || i == 9 * 40 + 20, !Float.isFinite(result[i]));
			assertEquals(1, prediction.warnings().size());
		}
	}

	@Test
	void whatAnUndescribedIntegerInputIsGivenAreTheImagesValues() throws Exception {
		final Path folder = Fixtures.model("int-input-uint8-softmax2");
		final FloatTensor input = Fixtures.tensor(folder.resolve("input.npy"));
		final FloatTensor expected = Fixtures.tensor(folder.resolve("expected.npy"));
		final PlanarImg<FloatType, ?> pixels = PlanarImgs.floats(64, 48, 3, 1, 1);
		for (int i = 0; i < 64 * 48 * 3; i++)
			pixels.getAt(i / 3 % 64, i / 3 / 64, i % 3, 0, 0).set(input.data()[i]);
		try (LoadedModel model = open("int-input-uint8-softmax2", ModelOptions.DEFAULT)) {
			final float[] result = values(new Predictor(model, PredictionOptions.DEFAULT)
					.predict(new Image("rgb", pixels, Calibration.PIXELS, false), ProgressListener.NONE)
					.image());
			for (int y = 2; y < 46; y++)
				for (int x = 2; x < 62; x++) assertEquals(expected.data()[2 * (y * 64 + x)], result[y * 64 + x], 1e-5);
		}
	}

	@Test
	void channelsThatDoNotFitAreAQuestion() throws Exception {
		try (LoadedModel model = open("three-channel-denoise-radius2", RAW)) {
			final Image gray = noise(7, 1, 20, 20, 1, 1, 1);
			final ImageException exc = assertThrows(
					ImageException.class,
					() -> new Predictor(model, PredictionOptions.DEFAULT).predict(gray, ProgressListener.NONE));
			assertTrue(exc.getMessage().contains("channels=1,1,1"), exc.getMessage());
			assertEquals(
					3,
					new Predictor(model, PredictionOptions.DEFAULT.withChannels(List.of(1, 1, 1)))
							.predict(gray, ProgressListener.NONE)
							.image()
							.size(Image.C));
		}
	}

	@Test
	void tilesThatRunOutOfMemoryAreHalvedAndNoneIsDoneTwice() throws Exception {
		try (LoadedModel model = open("keras3-export-conv-radius4-stride1", RAW)) {
			final Image image = noise(8, 1, 120, 90, 1, 1, 1);
			final Image whole = new Predictor(model, PredictionOptions.DEFAULT)
					.predict(image, ProgressListener.NONE)
					.image();
			final ScarceNetwork scarce = new ScarceNetwork(model.network(), 60 * 60);
			final int[] done = {0, 0};
			final Image result = new Predictor(model.with(scarce, model.geometry(1)), PredictionOptions.DEFAULT)
					.predict(image, new ProgressListener() {

						@Override
						public void tile(final int finished, final int total) {
							done[0] = finished;
							done[1] = total;
						}
					})
					.image();
			assertTrue(difference(whole, result) <= 1e-5);
			assertTrue(scarce.refused() >= 1 && scarce.refused() <= 3, "refused " + scarce.refused());
			assertEquals(done[0], done[1]);
			assertEquals(done[0], scarce.served());
		}
	}

	@Test
	void cancelsBetweenTiles() throws Exception {
		try (LoadedModel model = open("keras3-export-conv-radius4-stride1", RAW)) {
			final int[] done = {0};
			assertThrows(
					CancelledException.class,
					() -> new Predictor(model, PredictionOptions.DEFAULT.withTileSize(32))
							.predict(noise(9, 1, 200, 200, 1, 1, 1), new ProgressListener() {

								@Override
								public void tile(final int finished, final int total) {
									done[0] = finished;
								}

								@Override
								public boolean isCancelled() {
									return done[0] >= 2;
								}
							}));
			assertTrue(done[0] >= 2 && done[0] <= 1 + TileQueue.WORKERS, "tiles " + done[0]);
		}
	}

	@Test
	void aTileThatLeavesNothingBetweenHalosIsRefused() throws Exception {
		try (LoadedModel model = open("keras3-export-unet-softmax3-stride4", RAW)) {
			final ModelException exc = assertThrows(
					ModelException.class,
					() -> new Predictor(model, PredictionOptions.DEFAULT.withTileSize(32))
							.predict(noise(9, 1, 200, 200, 1, 1, 1), ProgressListener.NONE));
			assertTrue(exc.getMessage().contains("at least 36"), exc.getMessage());
		}
	}

	/** Others learned from the noise as it is, or from nobody knows what. */
	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void noiseOfPhotonsIsStabilizedForModelsThatKnowEvenNoise(final boolean says, @TempDir final Path folder)
			throws Exception {
		final int edge = 256;
		final float[] values = EvenNoiseModel.photons(edge);
		final Image image =
				new Image("photons", ArrayImgs.floats(values, edge, edge, 1, 1, 1), Calibration.PIXELS, false);
		final List<String> told = new ArrayList<>();
		try (LoadedModel model =
				LoadedModel.open(EvenNoiseModel.in(folder, says), new SavedModelLoader(), ModelOptions.DEFAULT)) {
			new Predictor(model, PredictionOptions.DEFAULT.withStabilized(true)).predict(image, new ProgressListener() {

				@Override
				public void tell(final String message) {
					told.add(message);
				}
			});
		}
		assertEquals(says, told.stream().anyMatch(line -> line.contains("noise of photons is stabilized")), told + "");
	}
}
