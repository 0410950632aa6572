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
package fovea.ij1.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.TrainingException;
import fovea.model.ClassSpec;
import fovea.teach.Stroke;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strokes that a macro has drawn. */
class OverlayStrokesTest {

	private static ImagePlus image(final String... names) {
		final ImagePlus image = new ImagePlus("cells.tif", new ByteProcessor(64, 48));
		final Overlay overlay = new Overlay();
		for (int i = 0; i < names.length; i++) {
			final Roi roi = new Roi(10 * i, 5, 8, 8);
			if (!names[i].isEmpty()) roi.setName(names[i]);
			overlay.add(roi);
		}
		image.setOverlay(overlay);
		return image;
	}

	private static List<String> names(final OverlayStrokes strokes) {
		return strokes.classes().stream().map(ClassSpec::name).toList();
	}

	private static List<Integer> indices(final OverlayStrokes strokes) {
		return strokes.strokes().stream().map(Stroke::classIndex).toList();
	}

	@Test
	void classesAreThoseThatRoisAreNamedAfter() throws Exception {
		final OverlayStrokes strokes =
				OverlayStrokes.of(image("nucleus-1", "background-1", "wall-1", "ignore-1"), List.of(), List.of());
		assertEquals(List.of("background", "nucleus", "wall"), names(strokes));
		assertEquals(List.of(1, 0, 2), indices(strokes));
	}

	@Test
	void withOneClassUnnamedRoisAreOfIt() throws Exception {
		final OverlayStrokes strokes =
				OverlayStrokes.of(image("", "background", "0012-0034"), List.of("cell"), List.of());
		assertEquals(List.of("background", "cell"), names(strokes));
		assertEquals(List.of(1, 0, 1), indices(strokes));
	}

	@Test
	void aModelsClassesAreKeptButItsBorder() throws Exception {
		final OverlayStrokes strokes = OverlayStrokes.of(
				image("nucleus-1", "background-1"),
				List.of(),
				ClassSpec.named(List.of("background", "nucleus", "border")));
		assertEquals(List.of("background", "nucleus"), names(strokes));
	}

	@Test
	void whatIsWrongIsSaidInOneLine() {
		assertEquals(
				"'cells.tif': expected strokes in its overlay, ROIs named after their classes such as nucleus-1 and "
						+ "background-1, found none",
				refusal(image(), List.of()));
		assertEquals(
				"'cells.tif': ROI 'wall-1': expected a name that begins with one of background, cell, spot",
				refusal(image("wall-1"), List.of("cell", "spot")));
		final ImagePlus text = image();
		text.getOverlay().add(new TextRoi(5, 5, "text"));
		assertTrue(refusal(text, List.of()).contains("expected an area, a line or points"), refusal(text, List.of()));
	}

	private static String refusal(final ImagePlus image, final List<String> classes) {
		return assertThrows(TrainingException.class, () -> OverlayStrokes.of(image, classes, List.of()))
				.getMessage();
	}
}
