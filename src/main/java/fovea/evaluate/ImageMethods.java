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
package fovea.evaluate;

import fovea.base.CancelledException;
import fovea.image.Raster;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.train.Baselines;
import java.util.ArrayList;
import java.util.List;

/** Ways from an image to an image. Stateless. */
public final class ImageMethods {

	private ImageMethods() {}

	/**
	 * @param model stays open
	 * @param options how to run it
	 * @return what the model makes of an image, in 32 bit, neither rounded nor clipped
	 */
	public static Method<List<Raster>> model(final LoadedModel model, final PredictionOptions options) {
		final Predictor predictor = new Predictor(model, options);
		return new Method<>(
				model.spec().name(),
				"",
				(image, listener) ->
						Raster.planesOf(predictor.predict(image, listener).image()));
	}

	/** @return the image itself, for results that were made before */
	public static Method<List<Raster>> asItIs() {
		return new Method<>("image as it is", "", (image, listener) -> Raster.planesOf(image));
	}

	/** @return {@link Baselines#filters()} */
	public static List<Method<List<Raster>>> filters() {
		final List<Method<List<Raster>>> methods = new ArrayList<>();
		for (final Baselines.ClassicFilter filter : Baselines.filters())
			methods.add(new Method<>(filter.method(), filter.setting(), (image, listener) -> {
				final List<Raster> filtered = new ArrayList<>();
				for (final Raster plane : Raster.planesOf(image)) {
					if (listener.isCancelled()) throw new CancelledException();
					filtered.add(filter.function().apply(plane));
				}
				return filtered;
			}));
		return methods;
	}
}
