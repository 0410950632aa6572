/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.image.Box;
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
		HeatOverlay.show(
				ReconstructionError.of(ImagePlusImages.wrap(original), ImagePlusImages.wrap(other)),
				new Box(0, 0, original.getWidth(), original.getHeight()),
				original);
		final Overlay overlay = original.getOverlay();
		assertEquals(2, overlay.size());
		assertEquals(2, overlay.get(1).getPosition());
		assertEquals(220 << 24 | 0xffffff, argb(overlay, 1, 2, 1));
		assertEquals(73 << 24 | 0xff0000, argb(overlay, 0, 0, 0)); // a third as far off
		assertEquals(0, argb(overlay, 0, 1, 0) >>> 24);
		assertEquals(0, argb(overlay, 0, 2, 1) >>> 24);
	}

	private static int argb(final Overlay overlay, final int plane, final int x, final int y) {
		return ((ImageRoi) overlay.get(plane)).getProcessor().get(x, y);
	}
}
