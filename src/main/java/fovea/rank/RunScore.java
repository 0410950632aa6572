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
import fovea.base.FoveaException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import java.util.Map;
import java.util.Optional;

/** How good a model was on an image that it has denoised. Stateless. */
public final class RunScore {

	/** Of one run over the image. */
	static final double SHARE = 0.3;

	private RunScore() {}

	/**
	 * Compares a model with classic filters on some tiles, for which it computes three tenths of the pixels of a run,
	 * of a small image those of two tiles; and estimates the error that is left, which takes as long again, where the
	 * noise of neighboring pixels is independent.
	 *
	 * @param name of the model, for people
	 * @param model stays open
	 * @param image that was denoised
	 * @param part of it that was
	 * @param options how the model was run
	 * @param listener may cancel
	 * @return the verdict; empty where the model gives images that cannot be compared with this one
	 * @throws CancelledException if it was cancelled
	 */
	public static Optional<Verdict> of(
			final String name,
			final LoadedModel model,
			final Image image,
			final Box part,
			final PredictionOptions options,
			final ProgressListener listener)
			throws CancelledException {
		final Scoring scoring = Scoring.of(image, part, options, quiet(listener));
		if (!scoring.fits(model)) return Optional.empty();
		try {
			final Verdict verdict =
					scoring.verdict(scoring.rank(Map.of(name, model), SHARE, 0, Contest.FIRST), Optional.of(name));
			return Optional.of(verdict.isTrustworthy() ? verdict.with(LeftError.of(model, scoring)) : verdict);
		} catch (final CancelledException e) {
			throw e;
		} catch (final FoveaException e) { // the image was denoised well all the same
			return Optional.empty();
		}
	}

	/** What is to be said of the model was said when it was run. */
	private static ProgressListener quiet(final ProgressListener listener) {
		return new ProgressListener() {

			@Override
			public boolean isCancelled() {
				return listener.isCancelled();
			}
		};
	}
}
