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

import fovea.base.CancelledException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.image.PixelFormat;
import fovea.image.Raster;
import fovea.infer.ProgressListener;
import fovea.selfscore.ClassicDenoiser;
import java.util.ArrayList;
import java.util.List;

/** A classic filter on all planes of an image. Stateless. */
final class FilteredImage {

	/** No filter looks further. */
	private static final int MARGIN = 20;

	private FilteredImage() {}

	/**
	 * @param image not changed
	 * @param part of it that is wanted; the filter sees what is around it
	 * @param filter what is done
	 * @param listener hears of each plane, may cancel
	 * @return 32 bit, of the part's size
	 */
	static Image of(final Image image, final Box part, final ClassicDenoiser filter, final ProgressListener listener)
			throws CancelledException {
		final Box seen = part.grown(MARGIN, 1, image);
		final Image around = image.crop(seen);
		final int channels = image.size(Image.C);
		final int all = image.size(Image.Z) * image.size(Image.T);
		final List<float[]> planes = new ArrayList<>();
		for (int t = 0; t < image.size(Image.T); t++)
			for (int z = 0; z < image.size(Image.Z); z++) {
				if (listener.isCancelled()) throw new CancelledException();
				final Raster filtered = filter.denoise(
								Raster.planesOf(around.at(z, t)).get(0))
						.crop(part.y() - seen.y(), part.x() - seen.x(), part.height(), part.width());
				for (int c = 0; c < channels; c++) planes.add(channel(filtered, c));
				listener.tile(planes.size() / channels, all);
			}
		return new Image(
				image.name(),
				PixelFormat.FLOAT32.wrap(
						planes, part.width(), part.height(), channels, image.size(Image.Z), image.size(Image.T)),
				image.calibration(),
				image.rgb(),
				image.channelNames());
	}

	/** Planar, as images are. */
	static float[] channel(final Raster raster, final int c) {
		final float[] plane = new float[raster.height() * raster.width()];
		for (int i = 0; i < plane.length; i++) plane[i] = raster.data()[i * raster.channels() + c];
		return plane;
	}
}
