package fovea.train;

/** How alike images are, how well masks cover. Stateless and thread-safe. */
public final class Metrics {

	private Metrics() {}

	/**
	 * Peak signal-to-noise ratio.
	 *
	 * @param meanSquaredError 0 or more
	 * @param range of the values that are possible (255 for 8 bit), or that the truth has
	 * @return {@code 10 log10(range^2 / mse)} in dB, infinite for equal images
	 */
	public static double psnr(final double meanSquaredError, final double range) {
		return 10 * Math.log10(range * range / meanSquaredError);
	}
}
