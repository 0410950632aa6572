package fovea.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.infer.ReconstructionError;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import org.junit.jupiter.api.Test;

/** Where the heat is. */
class HeatOverlayTest {

	@Test
	void theLargestErrorOfAllPlanesIsWhite() throws Exception {
		final ImagePlus original = IJ.createImage("a", "32-bit black", 3, 2, 2);
		final ImagePlus other = original.duplicate();
		other.getStack().getProcessor(2).setf(2, 1, 30);
		other.getStack().getProcessor(1).setf(0, 0, -10);
		other.getStack().getProcessor(1).setf(1, 0, Float.NaN);
		HeatOverlay.show(ReconstructionError.of(ImagePlusImages.wrap(original), ImagePlusImages.wrap(other)), original);
		final Overlay overlay = original.getOverlay();
		assertEquals(2, overlay.size());
		assertEquals(2, overlay.get(1).getPosition());
		assertEquals(220 << 24 | 0xffffff, argb(overlay, 1, 2, 1));
		assertEquals(73 << 24 | 0xff0000, argb(overlay, 0, 0, 0)); // a third as far off
		assertEquals(0, argb(overlay, 0, 1, 0) >>> 24);
		assertEquals(0, argb(overlay, 0, 2, 1) >>> 24);
	}

	private static int argb(final Overlay overlay, final int plane, final int x, final int y) {
		return ((java.awt.image.BufferedImage) ((ImageRoi) overlay.get(plane)).getProcessor().getBufferedImage()).getRGB(x, y);
	}
}
