package fovea.train;

import java.util.ArrayList;
import java.util.List;

/**
 * What follows from the epochs so far: which was best, whether to stop, how large the steps are. Nothing else is remembered,
 * so that records of epochs alone bring it back. Not thread-safe.
 */
final class Progress {

	/** A loss that is lower by less does not end a plateau. */
	private static final double NOTEWORTHY = 1e-4;

	private final TrainingConfig config;
	private final List<EpochRecord> history = new ArrayList<>();
	private int best;
	private double lowest = Double.POSITIVE_INFINITY;
	private double reference = Double.POSITIVE_INFINITY;
	private int flat;
	private double factor = 1;

	Progress(final TrainingConfig config) {
		this.config = config;
	}

	void add(final EpochRecord record) {
		history.add(record);
		final double monitored = record.monitored();
		if (monitored < lowest) {
			lowest = monitored;
			best = record.epoch();
		}
		if (monitored < reference * (1 - NOTEWORTHY) || Double.isInfinite(reference)) {
			reference = monitored;
			flat = 0;
			return;
		}
		final LearningRate.Plateau plateau = config.learningRate().plateau();
		if (plateau.patience() > 0 && ++flat >= plateau.patience()) {
			factor *= plateau.factor();
			flat = 0;
		}
	}

	List<EpochRecord> history() {
		return List.copyOf(history);
	}

	/** @return epochs done */
	int epochs() {
		return history.size();
	}

	/** @return the epoch with the lowest monitored loss, the first of these; 0 before the first */
	int best() {
		return best;
	}

	/** @return true if the last epoch was the best */
	boolean isBest() {
		return best == history.size() && best > 0;
	}

	/** @return true if training is to end before all epochs are done */
	boolean isHopeless() {
		return config.patience() > 0 && history.size() - best >= config.patience();
	}

	/**
	 * @param step steps done since the first epoch began
	 * @return the learning rate of the next
	 */
	double learningRate(final long step) {
		final LearningRate rate = config.learningRate();
		final double lowered = rate.initial() / (1 + rate.decay() * step) * factor;
		return Math.max(lowered, Math.min(rate.plateau().minimum(), rate.initial()));
	}
}
