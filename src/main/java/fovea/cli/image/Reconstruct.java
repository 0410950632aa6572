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
package fovea.cli.image;

import fovea.cli.terminal.BitDepth;
import fovea.ij1.files.ImageJob;
import fovea.ij1.files.ImageJobs;
import fovea.ij1.files.MacroCall;
import fovea.ij1.files.Output;
import fovea.ij1.files.Provenance;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.model.Purpose;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fovea reconstruct}. */
@Command(
		name = "reconstruct",
		header = "Passes images through an autoencoder.",
		description = "%nWrites NAME-reconstructed.tif, by default 32 bit. With --error-map also NAME-error.tif, the "
				+ "squared difference "
				+ "from the image, and tells its mean.",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea reconstruct --error-map blobs.tif",
			"  fovea reconstruct --model my-autoencoder.zip --out reconstructed images/"
		})
public final class Reconstruct extends ImageCommand {

	@Option(
			names = {"-m", "--model"},
			paramLabel = "MODEL",
			defaultValue = "denoise",
			order = 2,
			description =
					"Name (see 'fovea model list') or path of a model, image in, image out. Default: ${DEFAULT-VALUE}.")
	private String model;

	@Option(names = "--error-map", order = 10, description = "Write the squared difference from the image, too.")
	private boolean errorMap;

	@Option(
			names = "--bit-depth",
			paramLabel = "DEPTH",
			defaultValue = "32",
			converter = BitDepth.Converter.class,
			order = 11,
			description = "32 (float, as the model gives it) or same (as the image, rounded and clipped). Default: "
					+ "${DEFAULT-VALUE}.")
	private BitDepth bitDepth;

	@Override
	String model() {
		return model;
	}

	@Override
	Purpose use() {
		return Purpose.RESTORES;
	}

	@Override
	List<Output> outputs() {
		return errorMap ? List.of(Output.RECONSTRUCTED, Output.ERROR) : List.of(Output.RECONSTRUCTED);
	}

	@Override
	MacroCall macro(final ModelOptions modelOptions, final PredictionOptions options) {
		return MacroCall.reconstruct(model, modelOptions, options, errorMap, bitDepth == BitDepth.SAME);
	}

	@Override
	ImageJob job(final LoadedModel loaded, final PredictionOptions options, final Provenance provenance) {
		return ImageJobs.reconstruct(loaded, options, errorMap, bitDepth == BitDepth.SAME, provenance);
	}
}
