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

import fovea.latent.Encodings;
import fovea.latent.LatentProjection;

/**
 * Where encodings are along the first axes of a projection. Immutable.
 *
 * @param along by axis, then by encoding; not copied
 */
record Places(double[][] along) {

	/** More axes than that are not shown: they explain little, and are nothing that one can choose from. */
	static final int MOST = 16;

	static Places of(final Encodings encodings, final LatentProjection projection) {
		final double[][] along = new double[Math.min(MOST, projection.components())][encodings.size()];
		for (int i = 0; i < encodings.size(); i++) {
			final double[] place = projection.project(encodings.all().get(i).z());
			for (int c = 0; c < along.length; c++) along[c][i] = place[c];
		}
		return new Places(along);
	}

	/** @return axes that there are */
	int axes() {
		return along.length;
	}

	/**
	 * @return upwards; with an axis that goes from left to right already all are at 0, as in the plot of one dimension
	 */
	double[] up(final int across, final int up) {
		return up == across ? new double[along[across].length] : along[up];
	}
}
