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
package fovea.rank;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.image.Image;
import fovea.image.PixelFormat;
import fovea.image.Raster;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A network on parts of an image, normalized by the statistics of the whole image as it is: pixels are replaced before
 * they are normalized, and the statistics are those of the pixels that were there.
 */
final class NetworkDenoiser implements Contender.OnSight {

	private final LoadedModel model;
	private final PredictionOptions options;
	private final Image image;
	private final BooleanSupplier cancelled;
	private final Predictor ofImage;

	/**
	 * @param image with the channels that the network gets
	 * @param options how it is run; channels are chosen already
	 */
	NetworkDenoiser(
			final LoadedModel model,
			final PredictionOptions options,
			final Image image,
			final BooleanSupplier cancelled) {
		this.model = model;
		this.options = options;
		this.image = image;
		this.cancelled = cancelled;
		ofImage = predictor(image);
	}

	private Predictor predictor(final Image whole) {
		return new Predictor(model, options.withScope(PredictionOptions.Scope.IMAGE)).within(whole);
	}

	@Override
	public Raster denoise(final Raster hidden, final Sight sight) throws FoveaException {
		final Predictor predictor = options.scope() == PredictionOptions.Scope.IMAGE
				? ofImage
				: predictor(image.at(sight.slice(), sight.frame()));
		final ProgressListener listener = new ProgressListener() {

			@Override
			public boolean isCancelled() {
				return cancelled.getAsBoolean();
			}
		};
		final Raster denoised = Raster.planesOf(
						predictor.predict(image(hidden), listener).image())
				.get(0);
		if (!denoised.hasSizeOf(hidden) || denoised.channels() != hidden.channels())
			throw new ModelException("Model '" + model.spec().name() + "' makes images of " + denoised.dimensions()
					+ " of images of " + hidden.dimensions() + ": expected the same");
		return denoised;
	}

	private Image image(final Raster raster) {
		final List<float[]> planes = new ArrayList<>();
		for (int c = 0; c < raster.channels(); c++) planes.add(FilteredImage.channel(raster, c));
		return new Image(
				image.name(),
				PixelFormat.FLOAT32.wrap(planes, raster.width(), raster.height(), raster.channels(), 1, 1),
				image.calibration(),
				false);
	}
}
