package fovea.ij1.files;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import fovea.FoveaException;
import fovea.ij1.ImageFiles;
import fovea.ij1.ImagePlusImages;
import fovea.infer.CancelledException;
import fovea.infer.LoadedModel;
import fovea.infer.Prediction;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import ij.ImagePlus;

/** Writes what the model makes of an image. */
record DenoiseJob(LoadedModel model, PredictionOptions options, boolean sameType) implements ImageJob {

	@Override
	public List<Output> outputs() {
		return List.of(Output.DENOISED);
	}

	@Override
	public JobResult run(final Path image, final Destination destination, final ProgressListener listener)
		throws FoveaException
	{
		final Stopwatch watch = new Stopwatch();
		final ImagePlus source = ImageFiles.open(image);
		final Prediction prediction = new Predictor(model, options).predict(ImagePlusImages.wrap(source), listener);
		final Path file = destination.file(Output.DENOISED);
		final ImagePlus result = ImagePlusImages.toImagePlus(prediction.image(), source, file.getFileName().toString(),
			sameType);
		if (listener.isCancelled()) throw new CancelledException();
		ImageFiles.save(result, file);
		return new JobResult(List.of(file), OptionalInt.empty(), OptionalDouble.empty(), watch.seconds(),
			prediction.warnings());
	}
}
