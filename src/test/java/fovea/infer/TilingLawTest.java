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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.image.Box;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.geometry.GeometryProbe;
import fovea.infer.geometry.TileGeometry;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.Network;
import fovea.model.library.ModelArchive;
import fovea.tf.SavedModelLoader;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Tiled equals whole for every stride-equivariant network whose halo covers its receptive field. */
@net.jqwik.api.Tag("thorough")
@org.junit.jupiter.api.Tag("thorough")
class TilingLawTest {

	private static final int[] STRIDES = {1, 2, 3, 4, 8, 16};
	private static LoadedModel ports;

	@BeforeContainer
	static void open() throws Exception {
		ports = LoadedModel.open(
				ModelArchive.open(
						Fixtures.model("keras3-export-conv-radius4-stride1").resolve("savedmodel")),
				new SavedModelLoader(),
				new ModelOptions("", "", "", "none"));
	}

	@AfterContainer
	static void close() {
		ports.close();
	}

	@Property(tries = 60)
	void tiledEqualsWhole(
			@ForAll @IntRange(max = 5) final int strideIndex,
			@ForAll @IntRange(max = 20) final int radius,
			@ForAll @IntRange(max = 20) final int radiusY,
			@ForAll @IntRange(min = 1, max = 150) final int width,
			@ForAll @IntRange(min = 1, max = 150) final int height,
			@ForAll @IntRange(max = 60) final int extra,
			@ForAll @IntRange(max = 3) final int orientationsIndex,
			@ForAll final PredictionOptions.Border border,
			@ForAll final long seed)
			throws Exception {
		final int stride = STRIDES[strideIndex];
		final Network network = new StridedNetwork(stride, radius, radiusY, seed);
		final TileGeometry geometry = new GeometryProbe(network, ports.inputPort(), ports.outputPort(), 1).measure();
		assertEquals(stride, geometry.stride()[0]);
		assertEquals(TileGeometry.roundUp(radius, stride), geometry.halo()[0]);
		assertEquals(TileGeometry.roundUp(radiusY, stride), geometry.halo()[1]);
		final LoadedModel model = ports.with(network, geometry);

		final float[] pixels = new float[width * height];
		final Random random = new Random(seed);
		for (int i = 0; i < pixels.length; i++) pixels[i] = random.nextFloat();
		final Image image =
				new Image("noise", ArrayImgs.floats(pixels, width, height, 1, 1, 1), Calibration.PIXELS, false);
		final PredictionOptions options = PredictionOptions.DEFAULT
				.withOrientations(PredictionOptions.ORIENTATIONS.get(orientationsIndex))
				.withBorder(border);
		final Image whole = new Predictor(model, options)
				.predict(image, ProgressListener.NONE)
				.image();
		if (border == PredictionOptions.Border.NETWORK && options.orientations() == 1)
			assertArrayEquals(seenWhole(network, stride, pixels, width, height), values(whole), 1e-5f);
		final int tile = 2 * Math.max(geometry.halo()[0], geometry.halo()[1]) + stride + extra;
		final Image tiled = new Predictor(model, options.withTileSize(tile))
				.predict(image, ProgressListener.NONE)
				.image();
		final var a = Views.flatIterable(whole.pixels()).iterator();
		for (final RealType<?> b : Views.flatIterable(tiled.pixels()))
			assertTrue(Math.abs(a.next().getRealDouble() - b.getRealDouble()) <= 1e-5);

		final int x = random.nextInt(width);
		final int y = random.nextInt(height);
		final Box box = new Box(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
		final int[] tiles = new int[1];
		final Image part = new Predictor(model, options.withTileSize(tile))
				.predict(image, ResultUse.FLOAT.in(box), new ProgressListener() {

					@Override
					public void tile(final int done, final int total) {
						tiles[0] = total;
					}
				})
				.image();
		final Image expected = tiled.crop(box);
		assertEquals(expected.dimensions(), part.dimensions());
		final var c = Views.flatIterable(expected.pixels()).iterator();
		for (final RealType<?> b : Views.flatIterable(part.pixels()))
			assertEquals(c.next().getRealDouble(), b.getRealDouble());
		assertTrue(
				tiles[0] >= 1 && (box.width() > 1 || box.height() > 1 || tiles[0] == 1),
				tiles[0] + " tiles for " + box);
	}

	/** What the network gives for the image, which goes on, mirrored, at its far end up to a multiple of the stride. */
	private static float[] seenWhole(
			final Network network, final int stride, final float[] pixels, final int width, final int height)
			throws Exception {
		final int w = TileGeometry.roundUp(width, stride);
		final int h = TileGeometry.roundUp(height, stride);
		final float[] padded = new float[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) padded[y * w + x] = pixels[mirrored(y, height) * width + mirrored(x, width)];
		final float[] seen = network.run("image", new FloatTensor(new int[] {1, h, w, 1}, padded), "output_0")
				.data();
		final float[] cropped = new float[pixels.length];
		for (int y = 0; y < height; y++) System.arraycopy(seen, y * w, cropped, y * width, width);
		return cropped;
	}

	private static int mirrored(final int at, final int length) {
		final int period = at % (2 * length);
		return period < length ? period : 2 * length - 1 - period;
	}

	private static float[] values(final Image image) {
		final float[] values = new float[image.size(Image.X) * image.size(Image.Y)];
		int i = 0;
		for (final RealType<?> pixel : Views.flatIterable(image.pixels())) values[i++] = pixel.getRealFloat();
		return values;
	}
}
