package fovea.infer;

import fovea.FoveaException;
import fovea.image.Image;

/** Runs a model over images of any size, tile by tile. Thread-safe; does not close the model. */
public final class Predictor {

	/**
	 * @param model stays open
	 * @param options how to run it
	 */
	public Predictor(final LoadedModel model, final PredictionOptions options) {
	}

	/**
	 * @param image what to run the model on; not changed
	 * @param listener hears of progress and warnings, may cancel
	 * @return the output, with the size of the image times the model's scale
	 * @throws FoveaException if image and model do not fit, or the run failed or was cancelled
	 */
	public Prediction predict(final Image image, final ProgressListener listener) throws FoveaException {
		throw new UnsupportedOperationException();
	}
}
