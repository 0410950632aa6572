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

import fovea.image.Box;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.selfscore.NoiseCorrelation;

/** The part of an image whose noise is looked at. Stateless. */
final class NoiseSample {

	/** More would take time and tell nothing new. */
	private static final int EDGE = 1024;

	private NoiseSample() {}

	/**
	 * @param image any
	 * @param part of it that counts
	 * @return how correlated the noise of its middle slice and frame is
	 */
	static NoiseCorrelation of(final Image image, final Box part) {
		return NoiseCorrelation.of(plane(image, part));
	}

	/** @return the middle of the part, up to 1024 x 1024 pixels, of the middle slice and frame */
	static Raster plane(final Image image, final Box part) {
		final int width = Math.min(EDGE, part.width());
		final int height = Math.min(EDGE, part.height());
		final Box middle =
				new Box(part.x() + (part.width() - width) / 2, part.y() + (part.height() - height) / 2, width, height);
		return Raster.planesOf(image.at(image.size(Image.Z) / 2, image.size(Image.T) / 2)
						.crop(middle))
				.get(0);
	}
}
