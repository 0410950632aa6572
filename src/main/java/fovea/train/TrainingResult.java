package fovea.train;

import java.util.List;

import fovea.net.WeightMap;

/**
 * What came of a training.
 *
 * @param weights of the best epoch; where none was finished, the last ones
 * @param history one record for each epoch that was finished, those before a resumption too
 * @param bestEpoch from 1 on; 0 if none was finished
 * @param ending why it ended
 * @param metric name of the records' metric: "psnr" (dB, of all validation pixels together, the peak is the range of the
 *            targets) or "iou" (mean over classes)
 * @param split which samples were trained with
 */
public record TrainingResult(WeightMap weights, List<EpochRecord> history, int bestEpoch, Ending ending, String metric,
	Samples.Split split)
{

	/** Why a training ended. */
	public enum Ending {
		/** All epochs are done. */
		COMPLETED,
		/** The monitored loss did not fall any more. */
		STOPPED_EARLY,
		/** The listener asked for it, or the thread was interrupted. */
		CANCELLED
	}

	/** Copies the list. */
	public TrainingResult {
		history = List.copyOf(history);
	}
}
