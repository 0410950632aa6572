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
package fovea.train;

import fovea.base.ModelException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.net.Alignment;
import fovea.train.augment.Noise;
import fovea.train.augment.Patches;
import fovea.train.config.TrainingConfig;
import java.util.List;
import java.util.Optional;

/**
 * What is seen of a training from noisy images alone: the middle of one of them as it is. What the network gets to
 * learn has more noise, or hidden pixels.
 *
 * @param images of which one is seen, at least one
 * @param step that sides are multiples of, in pixels
 * @param listener chooses
 */
record NoisyPreview(List<Sample> images, int step, TrainingListener listener) {

	/** Of what is seen, in pixels. */
	private static final int SIDE = 256;

	/** @return that of a training; empty where noise is put on the images, or the network takes one size alone */
	static Optional<NoisyPreview> of(
			final TrainingConfig config, final Samples.Split split, final TrainingListener listener)
			throws ModelException {
		if (config.noise() instanceof Noise.Added
				|| !config.architecture().inputShape().isFree()) return Optional.empty();
		final Alignment alignment = Alignment.of(config.architecture());
		final int step = Math.max(alignment.height(), alignment.width());
		final List<Sample> images = (split.validation().isEmpty() ? split.training() : split.validation())
				.stream()
						.filter(sample ->
								Math.min(sample.input().height(), sample.input().width()) >= step)
						.toList();
		return images.isEmpty() ? Optional.empty() : Optional.of(new NoisyPreview(images, step, listener));
	}

	/** @return what the listener wants to see */
	Sample chosen() {
		final Sample image = images.get(Math.max(0, Math.min(images.size() - 1, listener.previewIndex(images.size()))));
		final int height = Math.min(SIDE, image.input().height()) / step * step;
		final int width = Math.min(SIDE, image.input().width()) / step * step;
		return Patches.cut(
				image, (image.input().height() - height) / 2, (image.input().width() - width) / 2, height, width);
	}
}
