package fovea.cli;

import java.util.List;

import fovea.ij1.files.ImageJob;
import fovea.ij1.files.ImageJobs;
import fovea.ij1.files.Output;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fovea denoise}. */
@Command(name = "denoise", header = "Removes noise.", description = "%nWrites NAME-denoised.tif.", //
	footerHeading = "%nExamples:%n", footer = { //
		"  fovea denoise noisy.tif", //
		"  fovea denoise --model my-model.zip --bit-depth 32 --out denoised images/", //
		"  fovea denoise --model saved_model/ --axes byxc --normalize minmax noisy.tif" })
final class Denoise extends ImageCommand {

	@Option(names = { "-m", "--model" }, paramLabel = "MODEL", defaultValue = "smooth-denoise", order = 2, //
		description = "Name (see 'fovea model list') or path of a model, image in, image out. Default: ${DEFAULT-VALUE}.")
	private String model;

	@Option(names = "--bit-depth", paramLabel = "DEPTH", defaultValue = "same", converter = BitDepth.Converter.class,
		order = 10, //
		description = "same (as the image, rounded and clipped) or 32 (float, as the model gives it). Default: ${DEFAULT-VALUE}.")
	private BitDepth bitDepth;

	@Override
	String model() {
		return model;
	}

	@Override
	List<Output> outputs() {
		return List.of(Output.DENOISED);
	}

	@Override
	ImageJob job(final LoadedModel loaded, final PredictionOptions options) {
		return ImageJobs.denoise(loaded, options, bitDepth == BitDepth.SAME);
	}
}
