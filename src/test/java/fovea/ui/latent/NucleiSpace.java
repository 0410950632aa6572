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
package fovea.ui.latent;

import fovea.data.ImageSource;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions.Scope;
import fovea.infer.ProgressListener;
import fovea.latent.Autoencoder;
import fovea.latent.EncodingRun;
import fovea.latent.Encodings;
import fovea.latent.ItemNames;
import fovea.latent.ItemSource;
import fovea.latent.LatentProjection;
import fovea.latent.LatentSpace;
import fovea.latent.PlaneCutter;
import fovea.latent.PlaneItems;
import fovea.latent.Pooling;
import fovea.model.library.ModelLibrary;
import fovea.tf.SavedModelLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.imglib2.img.array.ArrayImgs;

/** Round blobs in the latent space of the model in the jar. */
record NucleiSpace(Autoencoder autoencoder, ItemSource source, Encodings encodings, LatentSpace space)
		implements AutoCloseable {

	private static final int EDGE = 64;

	static NucleiSpace of(final int count) throws Exception {
		final List<Image> images = new ArrayList<>();
		final List<String> names = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			names.add("blob " + i);
			final float[] pixels = new float[EDGE * EDGE];
			for (int p = 0; p < pixels.length; p++)
				pixels[p] = (float) (20
						+ 10 * i
						+ 150
								* Math.exp(-(Math.pow(p % EDGE - 32.0 - i, 2) / (40 + 30 * i)
										+ Math.pow(p / EDGE - 32.0, 2) / (200 - 10 * i)))
						+ p * 31 % 7);
			images.add(
					new Image("blob " + i, ArrayImgs.floats(pixels, EDGE, EDGE, 1, 1, 1), Calibration.PIXELS, false));
		}
		final PlaneItems source = new PlaneItems(
				ImageSource.of("blobs", images),
				new PlaneCutter(OptionalInt.of(1), List.of(), Scope.IMAGE),
				ItemNames.of(
						names,
						names.stream()
								.map(name -> name.length() % 2 == 0 ? "even" : "odd")
								.toList()));
		final Autoencoder autoencoder = Autoencoder.open(
				new ModelLibrary().open("nuclei-cae"), new SavedModelLoader(), ModelOptions.DEFAULT, Pooling.MEAN);
		final Encodings encodings = new EncodingRun(autoencoder).encode(source, ProgressListener.NONE);
		return new NucleiSpace(
				autoencoder,
				source,
				encodings,
				new LatentSpace(autoencoder, source, encodings, LatentProjection.of(encodings.points())));
	}

	@Override
	public void close() {
		space.close();
	}
}
