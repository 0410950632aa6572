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

import fovea.base.FoveaException;
import fovea.chart.RasterPicture;
import fovea.image.Raster;
import fovea.latent.Encoding;
import fovea.latent.LatentSpace;
import fovea.ui.latent.ItemPictures.Captioned;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * Draws items and what is decoded. Runs networks and reads images, so that it takes its time; used by one thread at a
 * time.
 */
final class ItemRenderer {

	/** Larger images are reduced. */
	private static final int LARGEST = 512;

	/** So many encodings are decoded for the range in which all points are drawn. */
	private static final int EXAMPLES = 12;

	private final LatentSpace space;
	private float[] range = {};

	ItemRenderer(final LatentSpace space) {
		this.space = space;
	}

	/**
	 * @param z a point
	 * @return what is decoded there: black and white are the same gray values for all points, so that nothing flickers
	 */
	List<Captioned> decoded(final float[] z) throws FoveaException {
		final Raster image = space.decode(z);
		if (range.length == 0) range = range();
		return List.of(
				new Captioned("decoded, " + image.width() + " x " + image.height() + " pixels", picture(image, range)));
	}

	/** @return medians of the darkest and the brightest pixels of what some encodings are decoded to */
	private float[] range() throws FoveaException {
		final List<Encoding> encodings = space.encodings().all();
		final int examples = Math.min(EXAMPLES, encodings.size());
		final float[] darkest = new float[examples];
		final float[] brightest = new float[examples];
		for (int i = 0; i < examples; i++) {
			final float[] own = RasterPicture.range(space.decode(encodings
					.get((int) ((long) i * encodings.size() / examples))
					.z()));
			darkest[i] = own[0];
			brightest[i] = own[1];
		}
		Arrays.sort(darkest);
		Arrays.sort(brightest);
		return new float[] {darkest[examples / 2], brightest[examples / 2]};
	}

	/** @return the item beside what is given back for it, both in the gray values of the first */
	List<Captioned> pair(final int index) throws FoveaException {
		final Raster original = space.original(index);
		final float[] gray = RasterPicture.range(original);
		final Captioned first = new Captioned("original", picture(original, gray));
		if (Double.isNaN(space.encodings().all().get(index).error())) return List.of(first);
		return List.of(first, new Captioned("reconstruction", picture(space.reconstruction(index), gray)));
	}

	BufferedImage thumbnail(final int index) throws FoveaException {
		final Raster original = space.original(index);
		return picture(original, RasterPicture.range(original));
	}

	private static BufferedImage picture(final Raster raster, final float[] gray) {
		return RasterPicture.draw(raster, gray[0], gray[1], 1, LARGEST);
	}
}
