package fovea.ij1;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

/** What a result takes over from the image it was made from, apart from its display. */
final class SourceProperties {

	private SourceProperties() {}

	/**
	 * Takes over calibration, the "Info" property and the other persistent ones, and the labels of planes where
	 * both have the same. The overlay, and the name of the file it came from, stay with the source.
	 *
	 * @param source not changed
	 * @param result gets them; where it is larger, its pixels are smaller by as much
	 * @param type of the result's pixels; a calibration of gray values goes on where that is the source's type
	 */
	static void transfer(final ImagePlus source, final ImagePlus result, final PixelType type) {
		result.setCalibration(calibration(source, result));
		final boolean sameValues = type != PixelType.FLOAT && result.getBitDepth() == source.getBitDepth();
		if (!sameValues) result.getCalibration().disableDensityCalibration();
		if (source.getInfoProperty() != null) result.setProperty("Info", source.getInfoProperty());
		result.setProperties(source.getPropertiesAsArray());
		if (!sameDimensions(source, result)) return;
		final ImageStack from = source.getStack();
		final ImageStack to = result.getStack();
		if (from.getSize() == 1) return; // its label is a property
		for (int n = 1; n <= from.getSize(); n++)
			to.setSliceLabel(from.getSliceLabel(n), n);
	}

	/**
	 * Takes over the size of pixels only.
	 *
	 * @param source not changed
	 * @param result gets it; its values are of another kind
	 */
	static void transferCalibration(final ImagePlus source, final ImagePlus result) {
		result.setCalibration(calibration(source, result));
		result.getCalibration().disableDensityCalibration();
	}

	/** @return whether both have the same channels, slices and frames */
	private static boolean sameDimensions(final ImagePlus a, final ImagePlus b) {
		return a.getNChannels() == b.getNChannels() && a.getNSlices() == b.getNSlices() && a.getNFrames() == b.getNFrames();
	}

	private static Calibration calibration(final ImagePlus source, final ImagePlus result) {
		final Calibration calibration = source.getCalibration().copy();
		final double scaleX = (double) result.getWidth() / source.getWidth();
		final double scaleY = (double) result.getHeight() / source.getHeight();
		final double scaleZ = (double) result.getNSlices() / source.getNSlices();
		calibration.pixelWidth /= scaleX;
		calibration.pixelHeight /= scaleY;
		calibration.pixelDepth /= scaleZ;
		calibration.xOrigin *= scaleX;
		calibration.yOrigin *= scaleY;
		calibration.zOrigin *= scaleZ;
		return calibration;
	}
}
