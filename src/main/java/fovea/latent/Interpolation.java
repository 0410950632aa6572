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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.image.Raster;
import fovea.infer.ProgressListener;
import fovea.infer.network.FloatTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The images on the straight line between two items in the latent space. Stateless.
 *
 * @param autoencoder stays open; must have a decoder
 */
public record Interpolation(Autoencoder autoencoder) {

	/** As many as there are usually. */
	public static final int STEPS = 16;

	/**
	 * @param from the first
	 * @param to the last
	 * @param steps how many images, both ends included; 2 or more
	 * @param listener hears of each image, may cancel
	 * @return images, the first and the last of which are exactly what {@link Autoencoder#reconstruct} gives; in
	 *     between not only the latent, but also the gray values' range goes from one to the other. A latent map is
	 *     never pooled for this
	 * @throws FoveaException if the items do not fit, there is no decoder, the run failed or was cancelled
	 */
	public List<Raster> between(final Item from, final Item to, final int steps, final ProgressListener listener)
			throws FoveaException {
		if (steps < 2) throw new IllegalArgumentException("steps: expected 2 or more, got " + steps);
		final Autoencoder.Coded a = autoencoder.code(from);
		final Autoencoder.Coded b = autoencoder.code(to);
		if (!Arrays.equals(a.latent().shape(), b.latent().shape()))
			throw new ImageException(
					"'" + from.id() + "' and '" + to.id() + "': expected two of one size, got latents of "
							+ Arrays.toString(a.latent().shape()) + " and "
							+ Arrays.toString(b.latent().shape()));
		final List<Raster> images = new ArrayList<>();
		for (int i = 0; i < steps; i++) {
			if (listener.isCancelled()) throw new CancelledException();
			final double part = i / (steps - 1.0);
			final FloatTensor between = new FloatTensor(
					a.latent().shape(),
					mixed(a.latent().data(), b.latent().data(), a.latent().size(), part));
			final Decoder.Planar decoded = autoencoder.decode(between);
			final Raster first = decoded.after(a.range().after()).raster();
			final Raster last = decoded.after(b.range().after()).raster();
			images.add(first.withData(mixed(first.data(), last.data(), first.data().length, part)));
			listener.tile(i + 1, steps);
		}
		return images;
	}

	/** @return exactly the first for 0 and exactly the second for 1 */
	private static float[] mixed(final float[] a, final float[] b, final int n, final double part) {
		if (part == 0 || part == 1) return Arrays.copyOf(part == 0 ? a : b, n);
		final float[] mixed = new float[n];
		for (int i = 0; i < n; i++) mixed[i] = (float) ((1 - part) * a[i] + part * b[i]);
		return mixed;
	}
}
