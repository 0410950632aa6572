package fovea.ij1;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** How a result is shown: as the image it was made from, as far as that makes sense. */
final class Display {

	private static final double LEAST_OVERLAP = 0.1;

	private Display() {}

	/**
	 * Takes over lookup tables, display ranges and the mode of channels, where both have the same channels. A range
	 * that hardly meets the result's values is set anew from these.
	 *
	 * @param source not changed
	 * @param result gets them; not shown yet
	 * @return the result, or what now stands for it
	 */
	static ImagePlus transfer(final ImagePlus source, final ImagePlus result) {
		if (source.getNChannels() != result.getNChannels() || isColour(source) || isColour(result)) {
			fitRanges(result);
			return result;
		}
		final LUT[] luts = source.getLuts();
		for (int c = 0; c < luts.length; c++)
			fitRange(luts[c], source, result, c + 1);
		if (result instanceof CompositeImage composite) {
			composite.setLuts(luts);
			if (source instanceof CompositeImage original) {
				composite.setMode(original.getMode());
				System.arraycopy(original.getActiveChannels(), 0, composite.getActiveChannels(), 0, //
					composite.getActiveChannels().length);
			}
		}
		else result.setLut(luts[0]);
		return result;
	}

	private static boolean isColour(final ImagePlus imp) {
		return imp.getType() == ImagePlus.COLOR_RGB;
	}

	/** Shows the range of the first plane of each channel. */
	private static void fitRanges(final ImagePlus result) {
		if (isColour(result)) return;
		if (result instanceof CompositeImage composite) composite.resetDisplayRanges();
		else result.resetDisplayRange();
	}

	/** Keeps the table's range if the values of the channel's first plane are to be seen in it. */
	private static void fitRange(final LUT lut, final ImagePlus source, final ImagePlus result, final int channel) {
		if (source.getBitDepth() == 8 && result.getBitDepth() == 8) return;
		final ImageProcessor plane = result.getStack().getProcessor(result.getStackIndex(channel, 1, 1));
		plane.resetMinAndMax();
		final double overlap = Math.min(lut.max, plane.getMax()) - Math.max(lut.min, plane.getMin());
		if (overlap >= LEAST_OVERLAP * (lut.max - lut.min)) return;
		lut.min = plane.getMin();
		lut.max = plane.getMax();
	}
}
