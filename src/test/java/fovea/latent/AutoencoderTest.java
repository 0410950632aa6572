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
package fovea.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.infer.ReconstructionError;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real networks: numbers must be those of Reconstruct (CAE). */
@Tag("thorough")
class AutoencoderTest {

	@TempDir
	private static Path folder;

	@Test
	void anEncodingHasTheErrorThatReconstructTells() throws Exception {
		final Item item = LatentModels.item("a", 3, 64, 64);
		final Image predicted;
		try (LoadedModel model =
				LoadedModel.open(new ModelLibrary().open("nuclei-cae"), LatentModels.LOADER, ModelOptions.DEFAULT)) {
			predicted = new Predictor(model, PredictionOptions.DEFAULT)
					.predict(item.image(), ProgressListener.NONE)
					.image();
		}
		final double error = ReconstructionError.of(item.image(), predicted).meanPerPlane()[0];
		try (Autoencoder nuclei = LatentModels.nuclei()) {
			final Encoding encoding = nuclei.encode(item);
			assertEquals(16, encoding.z().length);
			assertEquals(error, encoding.error(), 1e-4 * error);
			assertEquals(
					0,
					Fixtures.maxDifference(
							Raster.planesOf(predicted).get(0).data(),
							nuclei.reconstruct(item).data()),
					1e-3);
			assertTrue(encoding.loss() > 0 && encoding.loss() < 0.2, "loss " + encoding.loss());
			assertEquals(OptionalInt.of(64), nuclei.width());
			assertTrue(nuclei.canDecode());
		}
	}

	@Test
	void slicesOfAStackAreNormalizedTogether() throws Exception {
		final Item dark = LatentModels.item("dark", 1, 64, 64);
		final Item bright = LatentModels.item("bright", 9, 64, 64);
		try (Autoencoder nuclei = LatentModels.nuclei()) {
			final Item together = new Item("dark", "", dark.image(), bright.image(), dark.place());
			assertFalse(Arrays.equals(
					nuclei.encode(dark).z(), nuclei.encode(together).z()));
			assertArrayEquals(nuclei.encode(dark).z(), nuclei.encode(dark).z());
		}
	}

	@Test
	void theEndsOfAnInterpolationAreTheReconstructions() throws Exception {
		final Item a = LatentModels.item("a", 1, 64, 64);
		final Item b = LatentModels.item("b", 7, 64, 64);
		try (Autoencoder nuclei = LatentModels.nuclei()) {
			final List<Raster> images =
					new Interpolation(nuclei).between(a, b, Interpolation.STEPS, ProgressListener.NONE);
			assertEquals(16, images.size());
			assertEquals(nuclei.reconstruct(a), images.get(0));
			assertEquals(nuclei.reconstruct(b), images.get(15));
			assertNotEquals(images.get(0), images.get(7));
			assertTrue(mean(images.get(0)) < mean(images.get(7)) && mean(images.get(7)) < mean(images.get(15)));
		}
	}

	private static double mean(final Raster raster) {
		double sum = 0;
		for (final float value : raster.data()) sum += value;
		return sum / raster.data().length;
	}

	@Test
	void aPointIsDecodedToWhatItWasEncodedFrom() throws Exception {
		final Path model = LatentModels.untrained(folder.resolve("point"), "cae-strided", 16);
		final Item item = LatentModels.item("a", 2, 16, 16);
		try (Autoencoder strided = LatentModels.open(model, Pooling.MEAN)) {
			final Encoding encoding = strided.encode(item);
			assertEquals(2, encoding.z().length);
			assertEquals(
					strided.reconstruct(item), strided.decode(encoding.z())); // not normalized: all in the same values
			tells("Model 'cae-strided16' decodes points of 2 values, got 3", () -> strided.decode(new float[3]));
			tells(
					"Expected a point of numbers, got one with a value that is NaN",
					() -> strided.decode(new float[] {1, Float.NaN}));
		}
	}

	@Test
	void latentMapsArePooledOrFlattened() throws Exception {
		final Path model = LatentModels.untrained(folder.resolve("maps"), "cae-pooling", 0);
		final Item item = LatentModels.item("a", 2, 32, 32);
		try (Autoencoder flat = LatentModels.open(model, Pooling.FLATTEN);
				Autoencoder pooled = LatentModels.open(model, Pooling.MEAN)) {
			final Encoding all = flat.encode(item);
			final Encoding means = pooled.encode(item);
			assertEquals(OptionalInt.empty(), flat.width());
			assertEquals(4 * 4 * 16, all.z().length);
			assertEquals(16, means.z().length);
			for (int c = 0; c < 16; c++) {
				double sum = 0;
				for (int i = 0; i < 16; i++) sum += all.z()[i * 16 + c];
				assertEquals(sum / 16, means.z()[c], 1e-5 * Math.abs(sum) + 1e-6);
			}
			assertEquals(all.error(), means.error(), "nothing is pooled on the way to the reconstruction");
			assertEquals(flat.reconstruct(item), flat.decode(all.z()));
			assertTrue(flat.canDecode());
			assertFalse(pooled.canDecode());
			tells(
					"Model 'cae-pooling0': the means of a latent map float32[?, ?, ?, 16] cannot be decoded; encode "
							+ "with pooling=flatten",
					() -> pooled.decode(means.z()));
			assertEquals(
					16,
					new Interpolation(pooled)
							.between(item, item, 16, ProgressListener.NONE)
							.size());
			tells(
					"'b' has 512 latent values, expected 256 as 'a' has: images of different sizes need pooling=mean",
					() -> new EncodingRun(flat)
							.encode(of(item, LatentModels.item("b", 1, 64, 32)), ProgressListener.NONE));
			assertEquals(
					2,
					new EncodingRun(pooled)
							.encode(of(item, LatentModels.item("b", 1, 64, 32)), ProgressListener.NONE)
							.size());
		}
	}

	@Test
	void withoutADecoderErrorsAreStillTold() throws Exception {
		final Path model = LatentModels.untrained(folder.resolve("whole"), "cae-unpooling", 16);
		final Item item = LatentModels.item("a", 2, 16, 16);
		try (Autoencoder unpooling = LatentModels.open(model, Pooling.FLATTEN)) {
			assertTrue(unpooling.encode(item).error() > 0);
			assertEquals(16, unpooling.reconstruct(item).width());
			assertFalse(unpooling.canDecode());
			tells(
					"Model 'cae-unpooling16' has no decoder: expected a signature 'decode', or a second model",
					() -> unpooling.decode(new float[] {1}));
		}
	}

	@Test
	void aPairOfModelsIsOneAutoencoder() throws Exception {
		final Path one = LatentModels.untrained(folder.resolve("pair"), "cae-strided", 16);
		final Path two = LatentModels.untrained(folder.resolve("other"), "cae-pooling", 16);
		final Item item = LatentModels.item("a", 2, 16, 16);
		final ModelOptions raw = new ModelOptions("", "", "", "none");
		try (Autoencoder whole = LatentModels.open(one, Pooling.MEAN);
				Autoencoder pair = Autoencoder.open(
						ModelArchive.open(one), ModelArchive.open(one), LatentModels.LOADER, raw, Pooling.MEAN)) {
			assertEquals(whole.encode(item), pair.encode(item));
			assertEquals(whole.reconstruct(item), pair.reconstruct(item));
		}
		tells(
				"Model 'cae-pooling16' decodes float32[?, 2, 2, 16], but the encoder gives float32[?, 1, 1, 2]",
				() -> Autoencoder.open(
						ModelArchive.open(one), ModelArchive.open(two), LatentModels.LOADER, raw, Pooling.MEAN));
		tells(
				"There is no signature 'embed', only serving_default, decode, encode",
				() -> Autoencoder.open(
						ModelArchive.open(one),
						LatentModels.LOADER,
						new ModelOptions("embed,decode", "", "", "none"),
						Pooling.MEAN));
	}

	@Test
	void whatDoesNotFitIsToldInOneLine() throws Exception {
		try (Autoencoder nuclei = LatentModels.nuclei()) {
			tells(
					"'a' has 32 x 64 pixels, model 'nuclei-cae' takes 64 x 64: ROIs and patches of a grid are cut to "
							+ "that",
					() -> nuclei.encode(LatentModels.item("a", 1, 32, 64)));
			final float[] pixels = new float[64 * 64];
			pixels[5] = Float.NaN;
			tells(
					"'a': expected numbers, got a pixel that is not a number (NaN) or infinite",
					() -> nuclei.encode(LatentModels.item("a", pixels, 64, 64)));
			tells(
					"nothing: expected something to encode, found none",
					() -> new EncodingRun(nuclei).encode(of(), ProgressListener.NONE));
		}
		final ModelException e = assertThrows(
				ModelException.class,
				() -> Autoencoder.open(
						new ModelLibrary().open("denoise"), LatentModels.LOADER, ModelOptions.DEFAULT, Pooling.MEAN));
		assertEquals(
				"Model 'denoise' has no signature 'encode', only serving_default: expected an autoencoder with a "
						+ "latent space, as "
						+ "cae-strided trains",
				e.getMessage());
	}

	private static ItemSource of(final Item... items) {
		return new ItemSource() {

			@Override
			public String name() {
				return "nothing";
			}

			@Override
			public int images() {
				return 1;
			}

			@Override
			public List<Item> read(final int image) {
				return List.of(items);
			}
		};
	}

	private interface Call {

		void run() throws FoveaException;
	}

	private static void tells(final String line, final Call call) {
		assertEquals(line, assertThrows(FoveaException.class, call::run).getMessage());
	}
}
