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
package fovea.ij1.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fovea.latent.ItemLocation;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import java.awt.Rectangle;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemImageTest {

	private static Roi roi(final String name, final int x, final int y) {
		final Roi roi = new OvalRoi(x, y, 10, 12);
		roi.setName(name);
		return roi;
	}

	@Test
	void slicesAreSelectedAndFoundInHyperstacksToo() {
		final ImagePlus image = IJ.createHyperStack("hyper", 20, 20, 2, 3, 4, 8);
		final ItemImage items = new ItemImage(
				image,
				List.of(),
				IntStream.range(0, 12)
						.mapToObj(i -> new ItemLocation(0, i, i + 1, 0, 0, 20, 20, 0))
						.toList());
		image.setPosition(2, 1, 1);
		for (final int index : List.of(7, 0, 11)) {
			items.select(index);
			assertEquals(
					List.of(2, index % 3 + 1, index / 3 + 1),
					List.of(image.getChannel(), image.getSlice(), image.getFrame()));
			assertNull(image.getRoi());
			assertEquals(OptionalInt.of(index), items.index(items.seen()));
		}
		items.label(7, "odd");
		assertEquals("odd", image.getStack().getSliceLabel(image.getStackIndex(1, 2, 3)));
		assertEquals("odd", image.getStack().getSliceLabel(image.getStackIndex(2, 2, 3)));
		assertNull(image.getStack().getSliceLabel(image.getStackIndex(1, 1, 3)));
	}

	@Test
	void roisAreSelectedAndFoundByPlaceAndName() {
		final ImagePlus image = IJ.createImage("cells", 100, 100, 1, 8);
		final List<Roi> rois = List.of(roi("a", 10, 10), roi("b", 50, 40), roi("twin of b", 50, 40));
		final ItemImage items = new ItemImage(
				image,
				rois,
				List.of(
						new ItemLocation(0, 0, 1, 8, 8, 16, 16, 1),
						new ItemLocation(0, 1, 1, 48, 38, 16, 16, 2),
						new ItemLocation(0, 2, 1, 48, 38, 16, 16, 3)));
		for (int i = 0; i < 3; i++) {
			items.select(i);
			assertEquals(rois.get(i).getBounds(), image.getRoi().getBounds());
			assertEquals(OptionalInt.of(i), items.index(items.seen()));
		}
		assertEquals(
				OptionalInt.of(1),
				items.index(new ItemImage.Seen(1, new Rectangle(50, 40, 10, 12), "")),
				"the first there");
		assertEquals(OptionalInt.empty(), items.index(new ItemImage.Seen(1, new Rectangle(51, 40, 10, 12), "b")));
		assertEquals("a", items.roi(0, "other").getName());
		items.label(0, "round");
		assertEquals("round", rois.get(0).getProperty("class"));
		items.label(0, "");
		assertNull(rois.get(0).getProperty("class"));
		assertEquals(List.of("a", "b", "twin of b"), items.columns().get("ROI name"));
	}

	@Test
	void patchesAreRectanglesAndFoundByWhatIsInTheirMiddle() {
		final ImagePlus image = IJ.createImage("tissue", 64, 64, 2, 8);
		final ItemImage items = new ItemImage(
				image,
				List.of(),
				List.of(
						new ItemLocation(0, 0, 1, 0, 0, 32, 32, 0),
						new ItemLocation(0, 1, 1, 32, 0, 32, 32, 0),
						new ItemLocation(0, 2, 2, 32, 0, 32, 32, 0)));
		items.select(2);
		assertEquals(2, image.getCurrentSlice());
		assertEquals(new Rectangle(32, 0, 32, 32), image.getRoi().getBounds());
		assertEquals(OptionalInt.of(2), items.index(items.seen()));
		assertEquals(OptionalInt.of(1), items.index(new ItemImage.Seen(1, new Rectangle(40, 5, 4, 4), "")));
		assertEquals(OptionalInt.empty(), items.index(new ItemImage.Seen(1, new Rectangle(), "")));
		final Roi roi = items.roi(2, "tissue:2@32,0");
		assertEquals("tissue:2@32,0", roi.getName());
		assertEquals(2, roi.getPosition());
	}
}
