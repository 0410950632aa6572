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
package fovea.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.data.MaskReading;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.model.ClassSpec;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** What counts as class and object of what a model found. */
class LabeledPlaneTest {

	private static final List<ClassSpec> THREE =
			List.of(new ClassSpec("background", 0), new ClassSpec("a", 1), new ClassSpec("b", 2));

	/** @return of 4 x 1 pixels for each plane; the first object is of class 1, the second of class 2 */
	private static Segmentation segmentation(final int channels, final int slices, final int... labels) {
		final Image image =
				new Image("cells.tif", ArrayImgs.unsignedBytes(4, 1, channels, slices, 1), Calibration.PIXELS, false);
		return new Segmentation(
				image,
				THREE,
				ArrayImgs.unsignedBytes(4, 1, channels, slices, 1),
				ArrayImgs.ints(labels, 4, 1, channels, slices, 1),
				List.of(object(1, 1), object(2, 2)),
				Optional.empty(),
				THREE,
				channels > 1,
				1,
				List.of());
	}

	private static SegmentedObject object(final int label, final int classIndex) {
		return new SegmentedObject(label, classIndex, 0, 0, 0, 0, 0, 1, 1, 1, 0.5, 0.5, 1);
	}

	@Test
	void aBorderThatWasFoundIsAClassButNoObject() throws ImageException {
		final LabeledPlane plane = LabeledPlane.of(segmentation(1, 1, 1, 1, 2, 0), new MaskReading.Instances(true))
				.get(0);
		assertArrayEquals(new int[] {1, 1, 2, 0}, plane.classes());
		assertArrayEquals(new int[] {1, 1, 0, 0}, plane.objects());
	}

	@Test
	void ofOtherClassesAllAreObjects() throws ImageException {
		final LabeledPlane plane = LabeledPlane.of(
						segmentation(1, 1, 1, 1, 2, 0), new MaskReading.ClassIndex(THREE, OptionalInt.empty()))
				.get(0);
		assertArrayEquals(new int[] {1, 1, 2, 0}, plane.classes());
		assertArrayEquals(new int[] {1, 1, 2, 0}, plane.objects());
	}

	@Test
	void eachSliceIsAPlane() throws ImageException {
		final List<LabeledPlane> planes = LabeledPlane.of(
				segmentation(1, 2, 1, 0, 0, 0, 0, 0, 2, 2), new MaskReading.ClassIndex(THREE, OptionalInt.empty()));
		assertEquals(2, planes.size());
		assertArrayEquals(new int[] {1, 0, 0, 0}, planes.get(0).objects());
		assertArrayEquals(new int[] {0, 0, 2, 2}, planes.get(1).objects());
	}

	@Test
	void moreClassesOrChannelsThanTheMasksHaveAreRefused() {
		final ImageException classes = assertThrows(
				ImageException.class, () -> LabeledPlane.of(segmentation(1, 1, 0, 0, 0, 0), new MaskReading.Binary()));
		assertTrue(
				classes.getMessage().contains("cells.tif")
						&& classes.getMessage().contains("3 classes"),
				classes.getMessage());
		final ImageException channels = assertThrows(
				ImageException.class,
				() -> LabeledPlane.of(segmentation(2, 1, new int[8]), new MaskReading.Instances(true)));
		assertTrue(channels.getMessage().contains("2 channels"), channels.getMessage());
	}

	@Test
	void smallObjectsBecomeBackground() {
		final LabeledPlane plane = LabeledPlane.ofClasses(new int[] {1, 1, 0, 1, 2, MaskReading.IGNORED}, 6, 2);
		assertArrayEquals(new int[] {1, 1, 0, 0, 0, MaskReading.IGNORED}, plane.classes());
		assertArrayEquals(new int[] {1, 1, 0, 0, 0, 0}, plane.objects());
		assertEquals(Collections.singletonMap(1, 1), plane.classOfObject());
	}
}
