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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.TrainingException;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.ij1.Annotator;
import fovea.ij1.MaskImages;
import fovea.ij1.files.RoiAnnotation;
import fovea.ij1.files.RoiOptions;
import fovea.train.TrainingListener;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn on an image that is open, without a window. */
class OpenAnnotationTest {

	private final ImagePlus image = new ImagePlus("cells.tif", new ByteProcessor(4, 3));

	private void draw(final String name, final Roi roi) {
		roi.setName(name);
		if (image.getOverlay() == null) image.setOverlay(new Overlay());
		image.getOverlay().add(roi);
	}

	private Samples read() throws Exception {
		final OpenAnnotation drawn = OpenAnnotation.of(image);
		final RoiAnnotation masks =
				drawn.masks(RoiOptions.DEFAULT.withClasses(List.of("cell", "dirt")), TrainingListener.NONE);
		return new SampleReader(List.of(), java.util.OptionalInt.empty(), TrainingListener.NONE)
				.masks(drawn.images(), masks.masks(), masks.reading());
	}

	@Test
	void roisOfTheOverlayAreTheMask() throws Exception {
		draw("cell-1", new Roi(0, 0, 2, 2));
		draw("dirt", new Roi(1, 1, 2, 2));
		draw("ignore", new Roi(3, 0, 1, 1));
		final Samples samples = read();
		assertEquals("cells.tif", samples.samples().get(0).name());
		final ImagePlus mask = MaskImages.of(samples, "cells-classes");
		assertArrayEquals(new byte[] {1, 1, 0, (byte) 255, 1, 2, 2, 0, 0, 2, 2, 0}, (byte[])
				mask.getProcessor().getPixels());
		assertEquals(
				samples.classes().get(2).rgb(),
				mask.getProcessor().getColorModel().getRGB(2) & 0xFFFFFF);
		assertEquals(0x808080, mask.getProcessor().getColorModel().getRGB(255) & 0xFFFFFF);
		assertEquals("cells.tif", mask.getStack().getSliceLabel(1));
	}

	/** In a window of its own an image shows what is found, and strokes in another way. */
	@Test
	void whereSomebodyIsDrawingItIsAskedForWhatIsDrawn() {
		draw("outline of what was found", new Roi(0, 0, 4, 3));
		final Roi stroke = new Roi(1, 1, 1, 1);
		final Annotator annotator = new Annotator() {

			@Override
			public ImagePlus image() {
				return image;
			}

			@Override
			public List<Roi> drawn() {
				return List.of(stroke);
			}

			@Override
			public void toFront() {
				throw new AssertionError("nobody wants to see it");
			}
		};
		image.setProperty(Annotator.PROPERTY, annotator);
		assertEquals(List.of(stroke), Annotator.rois(image));
		assertEquals(List.of("cells.tif"), OpenAnnotation.of(image).beingDrawn());
		assertEquals(1, image.getOverlay().size(), "the image is as it was");
		final ImagePlus copy = new ImagePlus("copy", new ByteProcessor(4, 3));
		copy.setProperty(Annotator.PROPERTY, annotator);
		assertTrue(OpenAnnotation.of(copy).isEmpty());
		assertTrue(Annotator.of(copy).isEmpty());
	}

	private boolean isNamed(final String name, final int group, final String... classes) throws Exception {
		final Roi roi = new Roi(0, 0, 2, 2);
		roi.setName(name);
		roi.setGroup(group);
		image.setOverlay(new Overlay(roi));
		return OpenAnnotation.of(image)
				.masks(RoiOptions.DEFAULT.withClasses(List.of(classes)), TrainingListener.NONE)
				.isNamed();
	}

	@Test
	void itIsKnownWhetherSomebodyNamedTheClasses() throws Exception {
		assertTrue(isNamed("cell-1", 0));
		assertTrue(isNamed(null, 0, "cell"));
		assertTrue(isNamed("0012-0034", 0, "object"));
		assertTrue(isNamed("cell-1", 1));
		assertFalse(isNamed(null, 0));
		assertFalse(isNamed("0012-0034", 0));
		assertFalse(isNamed("object-1", 0));
		assertFalse(isNamed("foreground", 0));
		assertFalse(isNamed(null, 1));
	}

	@Test
	void theTitleHasNoEnding() {
		draw("cell", new Roi(0, 0, 2, 2));
		assertEquals("cells", OpenAnnotation.of(image).title());
		assertEquals("", OpenAnnotation.of(null).title());
	}

	@Test
	void aRoiThatIsNeitherAnAreaNorALineIsRefused() {
		draw("cell", new PointRoi(1, 1));
		final String message = assertThrows(TrainingException.class, this::read).getMessage();
		assertTrue(message.startsWith("cells.tif: ROI 'cell': expected an area"), message);
	}

	@Test
	void withoutAnOverlayThereIsNothing() {
		assertTrue(OpenAnnotation.of(image).isEmpty());
		image.setRoi(0, 0, 2, 2);
		assertTrue(OpenAnnotation.of(image).isEmpty());
		assertTrue(OpenAnnotation.of(null).isEmpty());
	}
}
