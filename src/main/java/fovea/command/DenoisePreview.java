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
package fovea.command;

import fovea.base.FoveaException;
import fovea.ij1.preview.SplitPreview;
import fovea.image.Image;
import fovea.infer.Predictor;
import fovea.infer.ResultUse;
import fovea.task.Denoise;
import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** The image before and after denoising, at either side of a line. */
final class DenoisePreview extends ModelPreview {

	private final ImagePlus image;
	private final SplitPreview split;

	DenoisePreview(
			final DenoiseCommand command,
			final ImagePlus image,
			final HostCommand.Typed typed,
			final Consumer<String> status) {
		super(command, image, typed, status);
		this.image = image;
		split = new SplitPreview(image);
	}

	@Override
	Picture make(final Work work) throws FoveaException {
		final Request request = work.request();
		final Denoise task = (Denoise) request.task();
		final Image plane =
				work.image().at(request.view().z(image), request.view().t());
		final Predictor predictor = new Predictor(work.model(), task.prediction()).within(work.image());
		final Image denoised = predictor
				.predict(plane, ResultUse.FLOAT.in(request.view().box()), work.listener())
				.image();
		final BufferedImage picture = split.picture(denoised, task.isOfSameType(), request.view());
		return () -> {
			split.show(picture, request.view());
			return "Left: before, right: after";
		};
	}

	@Override
	void remove() {
		split.remove();
	}

	@Override
	void forget() {
		// nothing is kept
	}

	@Override
	boolean isOfUse(final Request running, final Request next) {
		return running.isOfNetworkOf(next) && running.view().equals(next.view());
	}
}
