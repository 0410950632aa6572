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
package fovea.ij1.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Box;
import fovea.segment.LiveSegmenter.Part;
import fovea.segment.Segmentation;
import fovea.segment.SegmentationFixture;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import java.awt.Rectangle;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OutlinePreviewTest {

	private final ImagePlus image = new ImagePlus("image", new ByteProcessor(100, 80));

	/** Two objects, at 1, 1 and at 6, 3 of a part that begins at 20, 10. */
	private static Part part() {
		final byte[] classes = new byte[10 * 6];
		for (final int i : new int[] {11, 12, 21, 22, 36, 37, 38}) classes[i] = 1;
		final Segmentation found = SegmentationFixture.of(10, 6, classes);
		return new Part(found, new Box(20, 10, 10, 6));
	}

	private static boolean[] all() {
		final boolean[] all = new boolean[3];
		Arrays.fill(all, true);
		return all;
	}

	private static View view(final int x, final int y, final int width, final int height) {
		return new View(new Box(x, y, width, height), 1, 1, 1);
	}

	@Test
	void objectsAreOutlinedWhereTheyAre() {
		final int count = new OutlinePreview(image).show(part(), all(), view(0, 0, 100, 80));
		assertEquals(2, count);
		assertEquals(1, image.getOverlay().size());
		final ShapeRoi roi = (ShapeRoi) image.getOverlay().get(0);
		assertEquals(new Rectangle(21, 11, 8, 3), roi.getBounds());
		assertTrue(roi.contains(21, 11));
		assertTrue(roi.contains(26, 13));
		assertFalse(roi.contains(24, 12));
	}

	@Test
	void onlyWhatIsSeenAndMeantCounts() {
		final OutlinePreview preview = new OutlinePreview(image);
		assertEquals(1, preview.show(part(), all(), view(0, 0, 24, 80)));
		assertEquals(new Rectangle(21, 11, 2, 2), image.getOverlay().get(0).getBounds());
		final boolean[] second = {false, false, true};
		assertEquals(1, preview.show(part(), second, view(0, 0, 100, 80)));
		assertEquals(new Rectangle(26, 13, 3, 1), image.getOverlay().get(0).getBounds());
	}

	@Test
	void theOverlayComesBack() {
		final Roi own = new Roi(1, 2, 3, 4);
		final Roi before = new Roi(5, 5, 5, 5);
		before.setProperty("fovea", "1");
		final Overlay overlay = new Overlay(own);
		overlay.add(before);
		image.setOverlay(overlay);
		final OutlinePreview preview = new OutlinePreview(image);
		preview.show(part(), all(), view(0, 0, 100, 80));
		preview.show(part(), all(), view(0, 0, 100, 80));
		assertEquals(2, image.getOverlay().size(), "what a segmentation replaces is not seen");
		assertSame(own, image.getOverlay().get(0));
		final Roi added = new Roi(9, 9, 9, 9);
		image.getOverlay().add(added);
		preview.remove();
		assertSame(overlay, image.getOverlay());
		assertEquals(3, overlay.size());
		assertSame(added, overlay.get(2));
	}

	@Test
	void whereThereWasNoOverlayThereIsNone() {
		final OutlinePreview preview = new OutlinePreview(image);
		preview.show(part(), all(), view(0, 0, 100, 80));
		preview.remove();
		preview.remove();
		assertNull(image.getOverlay());
	}

	@Test
	void anOverlayThatSomebodyElseHasSetStays() {
		final OutlinePreview preview = new OutlinePreview(image);
		preview.show(part(), all(), view(0, 0, 100, 80));
		final Overlay other = new Overlay(new Roi(1, 1, 1, 1));
		image.setOverlay(other);
		preview.remove();
		assertSame(other, image.getOverlay());
	}
}
