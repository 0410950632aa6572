package fovea.segment;

import fovea.FoveaException;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.Prediction;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;

/**
 * Runs a segmentation model over an image and finds the objects. What the model's output means: one channel of
 * integers, or a plane of whole numbers without a channel axis, is a map of classes; one other channel is the
 * probability of the object; two channels are the probabilities of background and object; of more the largest wins.
 * Thread-safe; does not close the model.
 */
public final class Segmenter {

	private final LoadedModel model;
	private final PredictionOptions prediction;
	private final SegmentOptions options;

	/**
	 * @param model stays open
	 * @param prediction how to run it; the range of values is never restored, whatever this says
	 * @param options how its output becomes objects
	 */
	public Segmenter(final LoadedModel model, final PredictionOptions prediction, final SegmentOptions options) {
		this.model = model;
		this.prediction = prediction.withRestoreRange(false);
		this.options = options;
	}

	/**
	 * @param image what to segment; not changed
	 * @param listener hears of progress and warnings, may cancel
	 * @return classes, labels and objects
	 * @throws FoveaException if image and model do not fit, or the run failed or was cancelled
	 */
	public Segmentation segment(final Image image, final ProgressListener listener) throws FoveaException {
		final Prediction output = new Predictor(model, prediction).predict(image, listener);
		final Classes classes = Classes.of(model.spec().classes(), model.output());
		return new Reduction(image, model.output(), classes, prediction.channels(), options).reduce(output, listener);
	}
}
