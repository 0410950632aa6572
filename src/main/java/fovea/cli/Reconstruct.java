package fovea.cli;

import java.util.List;

import fovea.ij1.files.ImageJob;
import fovea.ij1.files.ImageJobs;
import fovea.ij1.files.Output;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fovea reconstruct}. */
@Command(name = "reconstruct", header = "Passes images through an autoencoder.", //
	description = "%nWrites NAME-reconstructed.tif, 32 bit. With --error-map also NAME-error.tif, the squared difference " + //
		"from the image, and tells its mean.", //
	footerHeading = "%nExamples:%n", footer = { //
		"  fovea reconstruct --error-map blobs.tif", //
		"  fovea reconstruct --model my-autoencoder.zip --out reconstructed images/" })
final class Reconstruct extends ImageCommand {

	@Option(names = { "-m", "--model" }, paramLabel = "MODEL", defaultValue = "smooth-denoise", order = 2, //
		description = "Name (see 'fovea model list') or path of a model, image in, image out. Default: ${DEFAULT-VALUE}.")
	private String model;

	@Option(names = "--error-map", order = 10, description = "Write the squared difference from the image, too.")
	private boolean errorMap;

	@Override
	String model() {
		return model;
	}

	@Override
	List<Output> outputs() {
		return errorMap ? List.of(Output.RECONSTRUCTED, Output.ERROR) : List.of(Output.RECONSTRUCTED);
	}

	@Override
	ImageJob job(final LoadedModel loaded, final PredictionOptions options) {
		return ImageJobs.reconstruct(loaded, options, errorMap);
	}
}
