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

import fovea.base.FoveaException;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.infer.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Compares images with clean ones. */
public final class ImageEvaluation implements Evaluation<ImageScore> {

	private final TruthPairs pairs;
	private final Peak peak;
	private final AddedNoise noise;
	private final OptionalInt channels;
	private final List<Method<List<Raster>>> methods;

	/**
	 * @param pairs images and clean ones
	 * @param peak of PSNR and SSIM
	 * @param noise is put on the images, not on the clean ones
	 * @param channels of images that can be judged: for 1 color images and truths are compared in gray, as is usual for
	 *     methods of one channel; empty: any
	 * @param methods at least one; all get the same noise
	 */
	public ImageEvaluation(
			final TruthPairs pairs,
			final Peak peak,
			final AddedNoise noise,
			final OptionalInt channels,
			final List<Method<List<Raster>>> methods) {
		this.pairs = pairs;
		this.peak = peak;
		this.noise = noise;
		this.channels = channels;
		this.methods = List.copyOf(methods);
	}

	@Override
	public List<String> names() {
		return pairs.names();
	}

	@Override
	public List<Method<List<Raster>>> methods() {
		return methods;
	}

	@Override
	public List<ImageScore> score(final int index, final ProgressListener listener) throws FoveaException {
		final TruthPairs.Pair pair = pairs.read(index, listener::warn);
		final List<Raster> truth = Raster.planesOf(pair.truth().asSeenBy(channels));
		final double range =
				peak.of(pair.truth(), truth); // by the type of what is stored: gray of 8-bit colors is 32 bit
		final Image image = noise.on(pair.image().asSeenBy(channels), range, index);
		final List<ImageScore> scores = new ArrayList<>();
		for (final Method<List<Raster>> method : methods)
			scores.add(ImageScore.of(
					pair.name(), pair.truthName(), truth, method.run().on(image, listener), range));
		return scores;
	}
}
