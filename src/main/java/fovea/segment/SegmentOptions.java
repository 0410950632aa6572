package fovea.segment;

/**
 * How class probabilities become objects.
 *
 * @param threshold a pixel is foreground from this probability on, where there are two classes; more
 *            classes: the most probable one wins and this is ignored
 * @param minSize objects of fewer pixels are left out
 * @param keepProbabilities whether the probabilities of all classes are kept in the result
 */
public record SegmentOptions(double threshold, int minSize, boolean keepProbabilities) {

	/** Threshold 0.5, every object, no probabilities kept. */
	public static final SegmentOptions DEFAULT = new SegmentOptions(0.5, 1, false);

	/** Checks the ranges. */
	public SegmentOptions {
		if (!(threshold >= 0 && threshold <= 1)) throw new IllegalArgumentException("threshold " + threshold + " is not within 0 to 1");
		if (minSize < 1) throw new IllegalArgumentException("minSize " + minSize + " is below 1");
	}
}
