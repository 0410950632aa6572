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
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.Prediction;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.infer.ReconstructionError;
import fovea.task.Output;
import fovea.task.Reconstruct;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Writes what an autoencoder makes of an image, and how far that is from the image. */
final class ReconstructJob extends FileJob {

	private final Predictor predictor;
	private final boolean errorMap;
	private final boolean sameType;
	private final Provenance provenance;

	ReconstructJob(final Reconstruct task, final LoadedModel model, final Provenance provenance) {
		super(task);
		predictor = new Predictor(model, task.prediction());
		errorMap = task.gives(Output.ERROR);
		sameType = task.isOfSameType();
		this.provenance = provenance;
	}

	@Override
	Results results(final ImagePlus source, final ProgressListener listener) throws FoveaException {
		final Image original = ImagePlusImages.wrap(source);
		final Prediction prediction = predictor.predict(
				original,
				errorMap ? ImagePlusImages.useOfFloats(source, sameType) : ImagePlusImages.use(source, sameType),
				listener);
		// Before anything is written: a size that does not fit leaves no file behind.
		if (errorMap) ReconstructionError.requireSameSize(original, prediction.image());
		return new Results() {

			private OptionalDouble mean = OptionalDouble.empty();

			@Override
			public void write(final Output output, final Path file) throws FoveaException {
				final String title = file.getFileName().toString();
				if (output == Output.ERROR) {
					// Of the reconstruction as it was made, whatever type it is saved in. It is written last: the
					// reconstruction is not needed any more, and memory for both often is not there.
					final ReconstructionError error = ReconstructionError.replacing(original, prediction.image());
					mean = Arrays.stream(error.meanPerPlane())
							.filter(plane -> !Double.isNaN(plane))
							.average();
					provenance.save(ImagePlusImages.toMap(error.squared(), source, title), file);
				} else provenance.save(ImagePlusImages.toImagePlus(prediction.image(), source, title, sameType), file);
			}

			@Override
			public OptionalDouble meanSquaredError() {
				return mean;
			}

			@Override
			public List<String> warnings() {
				return prediction.warnings();
			}
		};
	}
}
