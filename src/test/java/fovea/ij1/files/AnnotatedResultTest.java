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
package fovea.ij1.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.ij1.ImagePlusImages;
import fovea.model.ClassSpec;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** What was found on an image of 40 x 20, beside what was drawn there. */
class AnnotatedResultTest {

	private static final int WIDTH = 40;
	private static final int HEIGHT = 20;
	private static final List<ClassSpec> CLASSES = ClassSpec.named(List.of("background", "cell", "debris"));

	private final ImagePlus image = image(1);

	private static ImagePlus image(final int slices) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int i = 0; i < slices; i++) stack.addSlice(new ByteProcessor(WIDTH, HEIGHT));
		return new ImagePlus("cells.tif", stack);
	}

	private static Roi roi(final String name, final int x, final int width) {
		final Roi roi = new Roi(x, 4, width, 10);
		roi.setName(name);
		return roi;
	}

	/** @return squares of 10 x 10 at these places, all on one slice, classes in turn */
	private static Segmentation found(final ImagePlus image, final int slice, final int... places) throws Exception {
		final int[] labels = new int[WIDTH * HEIGHT * image.getStackSize()];
		final byte[] classes = new byte[labels.length];
		final List<SegmentedObject> objects = new ArrayList<>();
		for (int n = 0; n < places.length; n++) {
			final int kind = 1 + n % 2;
			for (int i = 0; i < 100; i++) {
				final int at = (slice * HEIGHT + 4 + i / 10) * WIDTH + places[n] + i % 10;
				labels[at] = n + 1;
				classes[at] = (byte) kind;
			}
			objects.add(
					new SegmentedObject(n + 1, kind, 0, slice, 0, places[n], 4, 10, 10, 100, places[n] + 5.0, 9, 1));
		}
		return new Segmentation(
				ImagePlusImages.wrap(image),
				CLASSES,
				ArrayImgs.unsignedBytes(classes, WIDTH, HEIGHT, 1, image.getStackSize(), 1),
				ArrayImgs.ints(labels, WIDTH, HEIGHT, 1, image.getStackSize(), 1),
				objects,
				Optional.empty(),
				CLASSES,
				false,
				1,
				List.of());
	}

	private static List<String> names(final ImagePlus shown) {
		return Arrays.stream(shown.getOverlay().toArray()).map(Roi::getName).toList();
	}

	/** The second is covered by half and the third by less: that one is missed. A class makes no difference. */
	@Test
	void whatWasOutlinedAndNotFoundIsMissed() throws Exception {
		final AnnotatedResult result = AnnotatedResult.of(
				image,
				List.of(roi("cell-1", 0, 10), roi("debris-1", 15, 10), roi("cell-2", 31, 10)),
				found(image, 0, 0, 10, 25));
		assertEquals("found 3 objects; of 3 outlined objects 1 was missed (magenta)", result.line());
		assertEquals(List.of("cell-1", "debris-2", "cell-3", "missed-1"), names(result.image()));
		final Roi missed = result.image().getOverlay().get(3);
		assertEquals(Color.MAGENTA, missed.getStrokeColor());
		assertEquals(31, missed.getBounds().x);
	}

	@Test
	void theImageStaysAsItIs() throws Exception {
		final Roi drawn = roi("cell-1", 0, 10);
		drawn.setStrokeColor(Color.BLUE);
		final Overlay overlay = new Overlay(drawn);
		image.setOverlay(overlay);
		final AnnotatedResult result = AnnotatedResult.of(image, List.of(drawn), found(image, 0, 20));
		assertEquals(List.of("cell-1"), names(image));
		assertEquals(Color.BLUE, image.getOverlay().get(0).getStrokeColor());
		assertNotSame(image.getProcessor(), result.image().getProcessor());
		assertEquals("Found on cells.tif", result.image().getTitle());
		assertTrue(AnnotatedResult.isOne(result.image()));
		assertFalse(AnnotatedResult.isOne(image));
	}

	/** Nobody outlined an object by these: background, what does not count, strokes. */
	@Test
	void onlyOutlinesOfObjectsCanBeMissed() throws Exception {
		final Line stroke = new Line(1, 1, 9, 9);
		stroke.setName("cell-1");
		final AnnotatedResult result = AnnotatedResult.of(
				image, List.of(roi("background-1", 0, 10), roi("ignore", 12, 10), stroke), found(image, 0));
		assertEquals("found 0 objects", result.line());
		assertEquals(0, result.image().getOverlay().size());
	}

	@Test
	void whatHasNoNameIsAnObject() throws Exception {
		final List<Roi> drawn = List.of(new Roi(0, 4, 10, 10), roi("backgrounds of cells", 20, 10));
		assertEquals(
				"found 1 object; of 2 outlined objects 1 was missed (magenta)",
				AnnotatedResult.of(image, drawn, found(image, 0, 0)).line());
		assertEquals(
				"found 2 objects; of 2 outlined objects none was missed",
				AnnotatedResult.of(image, drawn, found(image, 0, 0, 20)).line());
		assertEquals(
				"found 0 objects; of 2 outlined objects 2 were missed (magenta)",
				AnnotatedResult.of(image, drawn, found(image, 0)).line());
	}

	/** What lies beyond the image's edge cannot be found. */
	@Test
	void atTheEdgeThePartInTheImageCounts() throws Exception {
		assertEquals(
				"found 1 object; of 1 outlined object none was missed",
				AnnotatedResult.of(image, List.of(roi("cell", 30, 30)), found(image, 0, 30))
						.line());
	}

	@Test
	void ofAStackTheSliceOfTheRoiIsLookedAt() throws Exception {
		final ImagePlus stack = image(3);
		final Roi second = roi("cell-1", 0, 10);
		second.setPosition(2);
		assertEquals(
				"found 1 object; of 1 outlined object none was missed",
				AnnotatedResult.of(stack, List.of(second), found(stack, 1, 0)).line());
		assertEquals(
				"found 1 object; of 1 outlined object 1 was missed (magenta)",
				AnnotatedResult.of(stack, List.of(second), found(stack, 0, 0)).line());
	}
}
