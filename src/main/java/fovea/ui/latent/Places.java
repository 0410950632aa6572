package fovea.ui.latent;

import fovea.latent.Encodings;
import fovea.latent.LatentProjection;

/**
 * Where encodings are along the first axes of a projection. Immutable.
 *
 * @param along by axis, then by encoding; not copied
 */
record Places(double[][] along) {

	/** More axes than that are not shown: they explain little, and are nothing that one can choose from. */
	static final int MOST = 16;

	static Places of(final Encodings encodings, final LatentProjection projection) {
		final double[][] along = new double[Math.min(MOST, projection.components())][encodings.size()];
		for (int i = 0; i < encodings.size(); i++) {
			final double[] place = projection.project(encodings.all().get(i).z());
			for (int c = 0; c < along.length; c++)
				along[c][i] = place[c];
		}
		return new Places(along);
	}

	/** @return axes that there are */
	int axes() {
		return along.length;
	}

	/** @return upwards; with an axis that goes from left to right already all are at 0, as in the plot of one dimension */
	double[] up(final int across, final int up) {
		return up == across ? new double[along[across].length] : along[up];
	}
}
