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
import fovea.infer.LoadedModel;
import fovea.infer.OrientationSpread;
import fovea.infer.Prediction;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.rank.RunScore;
import fovea.rank.Verdict;
import fovea.task.Denoise;
import fovea.task.Output;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes what the model makes of an image. */
final class DenoiseJob extends FileJob {

	private final Denoise task;
	private final LoadedModel model;
	private final Predictor predictor;
	private final boolean sameType;
	private final Provenance provenance;

	DenoiseJob(final Denoise task, final LoadedModel model, final Provenance provenance) {
		super(task);
		this.task = task;
		this.model = model;
		predictor = new Predictor(model, task.prediction());
		sameType = task.isOfSameType();
		this.provenance = provenance;
	}

	@Override
	Results results(final ImagePlus source, final ProgressListener listener) throws FoveaException {
		final Image image = ImagePlusImages.wrap(source);
		final Prediction prediction = predictor.predict(image, ImagePlusImages.use(source, sameType), listener);
		final Optional<Verdict> verdict = task.isScored()
				? RunScore.of(model.spec().name(), model, image, Box.of(image), task.prediction(), listener)
				: Optional.empty();
		final Optional<Image> spread = task.gives(Output.UNCERTAINTY)
				? Optional.of(OrientationSpread.of(model, task.prediction(), image, Box.of(image), listener))
				: Optional.empty();
		return new Results() {

			@Override
			public void write(final Output output, final Path file) throws FoveaException {
				final String title = file.getFileName().toString();
				provenance.save(
						output == Output.UNCERTAINTY
								? ImagePlusImages.toMap(spread.orElseThrow(), source, title)
								: ImagePlusImages.toImagePlus(prediction.image(), source, title, sameType),
						file);
			}

			@Override
			public Optional<Verdict> verdict() {
				return verdict;
			}

			@Override
			public List<String> warnings() {
				return prediction.warnings();
			}
		};
	}
}
