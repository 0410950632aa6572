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
import fovea.image.ChannelChoice;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ProgressListener;
import fovea.selfscore.ClassicDenoiser;
import java.util.Optional;

/**
 * What denoises an image best.
 *
 * @param verdict the ranking that it comes from
 * @param model open for as long as the contenders are; empty: it is a filter
 */
public record Choice(Verdict verdict, Optional<LoadedModel> model) {

	/** @return for people */
	public String name() {
		return verdict.used().orElseThrow();
	}

	/**
	 * Where it is a filter.
	 *
	 * @param image to be denoised; not changed
	 * @param channels of it that are wanted
	 * @param part of it that is wanted
	 * @param listener hears of progress, may cancel
	 * @return what the filter makes of it, 32 bit
	 * @throws CancelledException if it was cancelled
	 */
	public Image filtered(
			final Image image, final ChannelChoice channels, final Box part, final ProgressListener listener)
			throws CancelledException {
		final ClassicDenoiser filter = ClassicDenoiser.all().stream()
				.filter(each -> each.name().equals(name()))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException(name() + " is no filter"));
		return FilteredImage.of(Scoring.chosen(image, channels), part, filter, listener);
	}
}
