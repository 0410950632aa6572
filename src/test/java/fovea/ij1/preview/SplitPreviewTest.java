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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fovea.ij1.ImagePlusImages;
import fovea.image.Box;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitPreviewTest {

	@Test
	void theResultLiesOverTheRightHalfOfWhatIsSeen() {
		final ImagePlus image = new ImagePlus("image", new ShortProcessor(100, 80));
		final SplitPreview split = new SplitPreview(image);
		final View view = new View(new Box(20, 10, 40, 30), 1, 1, 1);
		split.show(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), view);
		assertEquals(2, image.getOverlay().size());
		final ImageRoi after = (ImageRoi) image.getOverlay().get(0);
		assertEquals(new Rectangle(40, 10, 20, 30), after.getBounds());
		split.remove();
		assertNull(image.getOverlay());
	}

	@Test
	void itIsDisplayedAsTheImageIs() throws Exception {
		final ImagePlus image = new ImagePlus("image", new ShortProcessor(4, 3));
		image.getProcessor().set(0, 0, 600);
		image.setDisplayRange(0, 1000);
		final FloatProcessor after = new FloatProcessor(4, 3);
		after.setf(1, 1, 500);
		after.setf(2, 1, 1000);
		final BufferedImage picture = new SplitPreview(image)
				.picture(
						ImagePlusImages.wrap(new ImagePlus("after", after)),
						true,
						new View(new Box(0, 0, 4, 3), 1, 1, 1));
		assertEquals(0, picture.getRGB(0, 0) & 0xff);
		assertEquals(128, picture.getRGB(1, 1) & 0xff, 1);
		assertEquals(255, picture.getRGB(2, 1) & 0xff);
	}

	@ParameterizedTest
	@ValueSource(strings = {"samples/hela-cells.tif", "samples/tissue-stained.png", "samples/cells-noisy.tif"})
	void whatIsNotChangedLooksTheSame(final String file) throws Exception {
		final ImagePlus image = IJ.openImage(file);
		final View view = View.of(image);
		final BufferedImage picture =
				new SplitPreview(image).picture(ImagePlusImages.wrap(image).at(view.z(image), view.t()), true, view);
		final ImageProcessor shown = image.flatten().getProcessor();
		for (int y = 0; y < image.getHeight(); y += 7)
			for (int x = 0; x < image.getWidth(); x += 5)
				assertEquals(shown.get(x, y) & 0xffffff, picture.getRGB(x, y) & 0xffffff, x + ", " + y);
		assertNotEquals(shown.get(3, 3), shown.get(image.getWidth() / 2, image.getHeight() / 2));
	}
}
