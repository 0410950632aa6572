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
package fovea.ij1.files;

import fovea.base.FoveaException;
import fovea.ij1.ImagePlusImages;
import fovea.image.Box;
import fovea.image.Image;
import fovea.infer.Prediction;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.rank.Choice;
import fovea.rank.Contenders;
import fovea.rank.Verdict;
import fovea.task.Denoise;
import fovea.task.Output;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes what the best of several models and filters makes of an image. */
final class ChoosingJob extends FileJob {

	private final Denoise task;
	private final Contenders contenders;
	private final String macro;
	private final String device;

	ChoosingJob(final Denoise task, final Contenders contenders, final String macro, final String device) {
		super(task);
		this.task = task;
		this.contenders = contenders;
		this.macro = macro;
		this.device = device;
	}

	@Override
	Results results(final ImagePlus source, final ProgressListener listener) throws FoveaException {
		final Image image = ImagePlusImages.wrap(source);
		final Box all = Box.of(image);
		final Choice choice = contenders.choose(image, all, task.prediction(), listener);
		final Prediction prediction = choice.model().isPresent()
				? new Predictor(choice.model().get(), task.prediction())
						.predict(image, ImagePlusImages.use(source, task.isOfSameType()), listener)
				: new Prediction(choice.filtered(image, task.prediction().channels(), all, listener), 1, List.of());
		final Provenance provenance = Provenance.of(choice, macro, device);
		return new Results() {

			@Override
			public void write(final Output output, final Path file) throws FoveaException {
				provenance.save(
						ImagePlusImages.toImagePlus(
								prediction.image(), source, file.getFileName().toString(), task.isOfSameType()),
						file);
			}

			@Override
			public Optional<Verdict> verdict() {
				return Optional.of(choice.verdict());
			}

			@Override
			public List<String> warnings() {
				return prediction.warnings();
			}
		};
	}
}
