package fovea.train;

/**
 * Hears how a training goes, and may end it. Called from the thread that trains only; what it does there, training
 * waits for.
 */
public interface TrainingListener {

	/** Hears nothing, never cancels. */
	TrainingListener NONE = new TrainingListener() {};

	/**
	 * @param epoch from 1 on
	 * @param step that is done, from 1 on
	 * @param steps of an epoch
	 * @param loss of this step's batch, before the step
	 */
	default void step(final int epoch, final int step, final int steps, final double loss) {}

	/** @param record of the epoch that is done */
	default void epoch(final EpochRecord record) {}

	/**
	 * What the network makes of the first validation image (or patch), after each epoch.
	 *
	 * @param epoch from 1 on
	 * @param input as the network got it, with noise
	 * @param target what it should have made of it
	 * @param output what it made of it
	 */
	default void preview(final int epoch, final Raster input, final Raster target, final Raster output) {}

	/** @param message something the user should know: one line, said once */
	default void warn(final String message) {}

	/** @return true to end the training before its next step; what was best so far is kept */
	default boolean isCancelled() {
		return false;
	}
}
