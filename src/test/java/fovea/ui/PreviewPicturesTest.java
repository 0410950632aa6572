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
package fovea.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Raster;
import fovea.model.ClassSpec;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewPicturesTest {

	private static final List<ClassSpec> CLASSES = List.of(new ClassSpec("none", 0), new ClassSpec("cell", 0xFF0000));

	private static Raster plane(final float... values) {
		return new Raster(1, values.length, 1, values);
	}

	private static int at(final BufferedImage image, final int x) {
		return image.getRGB(x, 0) & 0xFFFFFF;
	}

	private static List<String> captions(final PreviewPictures pictures) {
		return pictures.pictures().stream()
				.map(PreviewPictures.Captioned::caption)
				.toList();
	}

	@Test
	void imagesAreAllInTheTargetsGrayValues() {
		final PreviewPictures pictures =
				PreviewPictures.of(new Preview(3, 0, plane(-1, 5), plane(0, 10), plane(2, 12)), List.of());
		assertEquals(List.of("input", "output", "target"), captions(pictures));
		assertEquals("after epoch 3", pictures.after());
		assertEquals(0x808080, at(pictures.pictures().get(0).picture(), 1));
		assertEquals(0x333333, at(pictures.pictures().get(1).picture(), 0));
		assertEquals(0xFFFFFF, at(pictures.pictures().get(1).picture(), 1));
		assertEquals(0x000000, at(pictures.pictures().get(2).picture(), 0));
		assertEquals("input", pictures.divided().orElseThrow().left().caption());
		assertEquals(0x333333, at(pictures.divided().orElseThrow().right().picture(), 0));
	}

	@Test
	void whatNobodyKnowsIsNotShown() {
		final Raster noisy = plane(0, 10);
		final PreviewPictures pictures = PreviewPictures.of(new Preview(1, 0, noisy, noisy, plane(2, 8)), List.of());
		assertEquals(List.of("input", "output"), captions(pictures));
		assertTrue(pictures.divided().isPresent());
	}

	@Test
	void classesLieOverTheInput() {
		final Raster output = new Raster(1, 2, 2, new float[] {0.1f, 0.9f, 0.8f, 0.2f});
		final Raster target = new Raster(1, 2, 2, new float[] {0, 1, 0, 0});
		final PreviewPictures pictures = PreviewPictures.of(new Preview(1, 0, plane(0, 4), target, output), CLASSES);
		assertEquals(0x800000, at(pictures.pictures().get(1).picture(), 0));
		assertEquals(0xFFFFFF, at(pictures.pictures().get(1).picture(), 1));
		assertEquals(0xFF0000, at(pictures.pictures().get(2).picture(), 0));
		assertEquals(0x808080, at(pictures.pictures().get(2).picture(), 1));
		assertTrue(pictures.divided().isPresent());
	}

	@Test
	void classesOfAnotherSizeHaveAPictureOfTheirOwn() {
		final Raster one = new Raster(2, 1, 2, new float[] {0.1f, 0.9f, 0.8f, 0.2f});
		final PreviewPictures pictures = PreviewPictures.of(new Preview(1, 0, plane(0, 4, 2, 1), one, one), CLASSES);
		assertEquals(0xFF0000, at(pictures.pictures().get(1).picture(), 0));
		assertTrue(pictures.divided().isEmpty());
	}

	@Test
	void theClassOfAWholeImageIsAName() {
		final PreviewPictures pictures = PreviewPictures.of(
				new Preview(
						1, 0, plane(0, 4), new Raster(1, 1, 2, new float[] {1, 0}), new Raster(1, 1, 2, new float[] {
							0.25f, 0.75f
						})),
				CLASSES);
		assertEquals(List.of("predicted: cell (0.75), target: none"), captions(pictures));
	}
}
