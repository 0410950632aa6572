package fovea.segment;

import fovea.FoveaException;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;

/** Runs a segmentation model over an image and finds the objects. Thread-safe; does not close the model. */
public final class Segmenter {

	/**
	 * @param model stays open
	 * @param prediction how to run it
	 * @param options how its output becomes objects
	 */
	public Segmenter(final LoadedModel model, final PredictionOptions prediction, final SegmentOptions options) {
	}

	/**
	 * @param image what to segment; not changed
	 * @param listener hears of progress and warnings, may cancel
	 * @return classes, labels and objects
	 * @throws FoveaException if image and model do not fit, or the run failed or was cancelled
	 */
	public Segmentation segment(final Image image, final ProgressListener listener) throws FoveaException {
		throw new UnsupportedOperationException();
	}
}
