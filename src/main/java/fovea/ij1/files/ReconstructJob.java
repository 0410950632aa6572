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

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import fovea.FoveaException;
import fovea.ij1.ImageFiles;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.infer.CancelledException;
import fovea.infer.LoadedModel;
import fovea.infer.Prediction;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.infer.ReconstructionError;
import ij.ImagePlus;

/** Writes what an autoencoder makes of an image, and how far that is from the image. */
record ReconstructJob(LoadedModel model, PredictionOptions options, boolean errorMap) implements ImageJob {

	@Override
	public List<Output> outputs() {
		return errorMap ? List.of(Output.RECONSTRUCTED, Output.ERROR) : List.of(Output.RECONSTRUCTED);
	}

	@Override
	public JobResult run(final Path image, final Destination destination, final ProgressListener listener)
		throws FoveaException
	{
		final Stopwatch watch = new Stopwatch();
		final ImagePlus source = ImageFiles.open(image);
		final Image original = ImagePlusImages.wrap(source);
		final Prediction prediction = new Predictor(model, options).predict(original, listener);
		final Path file = destination.file(Output.RECONSTRUCTED);
		// Both are made before either is written: a size that does not fit leaves no file behind.
		final ImagePlus result = image(prediction.image(), source, file);
		OptionalDouble meanSquaredError = OptionalDouble.empty();
		ImagePlus error = null;
		final Path errorFile = destination.file(Output.ERROR);
		if (errorMap) {
			final ReconstructionError compared = ReconstructionError.of(original, prediction.image());
			error = ImagePlusImages.toMap(compared.squared(), source, errorFile.getFileName().toString());
			meanSquaredError = Arrays.stream(compared.meanPerPlane()).filter(mean -> !Double.isNaN(mean)).average();
		}
		if (listener.isCancelled()) throw new CancelledException();
		ImageFiles.save(result, file);
		if (error != null) ImageFiles.save(error, errorFile);
		return new JobResult(outputs().stream().map(destination::file).toList(), OptionalInt.empty(), meanSquaredError,
			watch.seconds(), prediction.warnings());
	}

	/** 32 bit: a reconstruction does not have to be of the image's type. */
	private static ImagePlus image(final Image pixels, final ImagePlus source, final Path file) throws FoveaException {
		return ImagePlusImages.toImagePlus(pixels, source, file.getFileName().toString(), false);
	}
}
