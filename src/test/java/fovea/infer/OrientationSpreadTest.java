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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.image.Box;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.io.DataType;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import fovea.model.library.ModelArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of networks whose truth is known. */
class OrientationSpreadTest {

	private static final int WIDTH = 40;
	private static final int HEIGHT = 32;

	@TempDir
	Path folder;

	/** Each pixel is a weighted sum of itself and the pixel to its left; of the leftmost ones itself. */
	private record Left(DataType type, float itself, float left) implements NetworkLoader {

		@Override
		public List<Signature> signatures(final Path savedModel) {
			return List.of(new Signature(
					"serving_default", List.of(tensor("raw", DataType.FLOAT32)), List.of(tensor("clean", type))));
		}

		private static TensorInfo tensor(final String name, final DataType type) {
			return new TensorInfo(name, type, Optional.of(List.of(-1L, -1L, -1L, 1L)));
		}

		@Override
		public Network open(final GraphSource source, final Signature signature) {
			return new Network() {

				@Override
				public Signature signature() {
					return signature;
				}

				@Override
				public FloatTensor run(
						final String input, final FloatTensor tensor, final String output, final float[] reuse) {
					final float[] from = tensor.data();
					final int width = tensor.shape()[2];
					final float[] to = new float[tensor.size()];
					for (int i = 0; i < to.length; i++)
						to[i] = itself * from[i] + left * from[i % width == 0 ? i : i - 1];
					return new FloatTensor(tensor.shape().clone(), to);
				}

				@Override
				public long peakBytes(final String input, final FloatTensor tensor, final String output) {
					return -1;
				}

				@Override
				public void close() {}
			};
		}
	}

	private LoadedModel open(final NetworkLoader loader, final String normalize) throws Exception {
		final Path savedModel = Files.createDirectories(folder.resolve("m"));
		// what is measured of a model is kept by its bytes
		Files.write(savedModel.resolve("saved_model.pb"), new byte[] {8, (byte) (loader.hashCode() & 0x7f)});
		return LoadedModel.open(ModelArchive.open(savedModel), loader, new ModelOptions("", "", "", normalize, true));
	}

	private static Image image(final float[] values) {
		return new Image(
				"image",
				ArrayImgs.floats(values, WIDTH, HEIGHT, 1, 1, 1),
				new Calibration(0.5, 0.5, 2, "micron"),
				false);
	}

	private static float[] random(final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[WIDTH * HEIGHT];
		for (int i = 0; i < values.length; i++) values[i] = 1000 + 200 * random.nextFloat();
		return values;
	}

	private static float at(final Image image, final int x, final int y) {
		return image.pixels().getAt(x, y, 0, 0, 0).getRealFloat();
	}

	@Test
	void aNetworkThatDoesNotCareHowAnImageLiesHasNone() throws Exception {
		try (LoadedModel model = open(new Left(DataType.FLOAT32, 0.5f, 0), "percentile")) {
			final Image spread = OrientationSpread.of(
					model,
					PredictionOptions.DEFAULT,
					image(random(1)),
					Box.of(image(random(1))),
					ProgressListener.NONE);
			for (int y = 0; y < HEIGHT; y++) for (int x = 0; x < WIDTH; x++) assertEquals(0, at(spread, x, y), 1e-3);
		}
	}

	/** Laid down in eight ways, the pixel to the left is each of the four beside a pixel, twice: in gray values. */
	@Test
	void ofOneThatLooksToTheLeftItIsThatOfTheFourNeighbors() throws Exception {
		final float[] values = random(2);
		final Box part = new Box(5, 7, 20, 11);
		try (LoadedModel model = open(new Left(DataType.FLOAT32, 0, 1), "percentile")) {
			final Image spread = OrientationSpread.of(
					model,
					PredictionOptions.DEFAULT.withOrientations(2).withTileSize(24),
					image(values),
					part,
					ProgressListener.NONE);
			assertEquals(20, spread.size(Image.X));
			assertEquals(11, spread.size(Image.Y));
			assertEquals(new Calibration(0.5, 0.5, 2, "micron"), spread.calibration());
			for (int y = 0; y < 11; y++)
				for (int x = 0; x < 20; x++) {
					final int i = (y + 7) * WIDTH + x + 5;
					final double expected =
							deviation(values[i - 1], values[i + 1], values[i - WIDTH], values[i + WIDTH]);
					assertEquals(expected, at(spread, x, y), 1e-3 * expected + 1e-2, x + " " + y);
				}
		}
	}

	/** Of what comes out in the end: the way back from stabilized values is bent. */
	@Test
	void whereNoiseIsStabilizedItIsOfValuesThatAreNot() throws Exception {
		final int edge = 256;
		final float[] values = EvenNoiseModel.photons(edge);
		final Image image =
				new Image("photons", ArrayImgs.floats(values, edge, edge, 1, 1, 1), Calibration.PIXELS, false);
		try (LoadedModel model = LoadedModel.open(
				EvenNoiseModel.in(folder, true),
				new Left(DataType.FLOAT32, 0, 1),
				new ModelOptions("", "", "", "percentile", true))) {
			final Image spread = OrientationSpread.of(
					model, PredictionOptions.DEFAULT.withStabilized(true), image, Box.of(image), ProgressListener.NONE);
			double sum = 0;
			double expected = 0;
			for (int y = 1; y < edge - 1; y++)
				for (int x = 1; x < edge - 1; x++) {
					final int i = y * edge + x;
					sum += at(spread, x, y);
					expected += deviation(values[i - 1], values[i + 1], values[i - edge], values[i + edge]);
				}
			assertEquals(expected, sum, 0.01 * expected);
		}
	}

	private static double deviation(final double... values) {
		double mean = 0;
		for (final double value : values) mean += value / values.length;
		double variance = 0;
		for (final double value : values) variance += (value - mean) * (value - mean) / values.length;
		return Math.sqrt(variance);
	}

	@Test
	void progressGoesOnceThroughAllAndCanBeCancelled() throws Exception {
		try (LoadedModel model = open(new Left(DataType.FLOAT32, 1, 0), "none")) {
			final int[] last = new int[2];
			OrientationSpread.of(
					model,
					PredictionOptions.DEFAULT,
					image(random(1)),
					Box.of(image(random(1))),
					new ProgressListener() {

						@Override
						public void tile(final int done, final int total) {
							assertTrue(done >= last[0], done + " after " + last[0]);
							last[0] = done;
							last[1] = total;
						}

						@Override
						public void tell(final String message) {
							throw new AssertionError("said by the run for the result: " + message);
						}
					});
			assertEquals(last[1], last[0]);
			assertThrows(
					CancelledException.class,
					() -> OrientationSpread.of(
							model,
							PredictionOptions.DEFAULT,
							image(random(1)),
							Box.of(image(random(1))),
							new ProgressListener() {

								@Override
								public boolean isCancelled() {
									return true;
								}
							}));
		}
	}

	@Test
	void whatHasNoMeanHasNone() throws Exception {
		try (LoadedModel model = open(new Left(DataType.INT64, 1, 0), "none")) {
			final FoveaException refused = assertThrows(
					ModelException.class,
					() -> OrientationSpread.of(
							model,
							PredictionOptions.DEFAULT,
							image(random(1)),
							Box.of(image(random(1))),
							ProgressListener.NONE));
			assertTrue(
					refused.getMessage()
							.endsWith("have no mean: expected no uncertainty, which is that over all orientations"),
					refused.getMessage());
		}
	}
}
