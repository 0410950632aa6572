package fovea.infer;

import java.util.List;

import fovea.image.Image;
import fovea.image.ImageException;

/**
 * How far a reconstruction is from its original.
 *
 * @param squared squared difference of each pixel, 32-bit float, X Y C Z T
 * @param meanPerPlane its mean over the pixels of each plane that are not NaN, in squared gray values; NaN if all
 *            are; planes in the order of an ImageJ stack: c fastest, then z, then t
 * @param labels of the planes, for example "c:1 z:3 t:2" (1-based)
 */
public record ReconstructionError(Image squared, double[] meanPerPlane, List<String> labels) {

	/**
	 * @param original what went into the model; not changed
	 * @param reconstruction what came out, of the same size
	 * @return their squared difference
	 * @throws ImageException if their sizes differ
	 */
	public static ReconstructionError of(final Image original, final Image reconstruction) throws ImageException {
		throw new UnsupportedOperationException();
	}
}
