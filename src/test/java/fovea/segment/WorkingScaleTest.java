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
package fovea.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.network.InferenceException;
import fovea.infer.network.NetworkMemoryException;
import fovea.model.ClassSpec;
import fovea.model.ObjectTraits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class WorkingScaleTest {

	private static double scale(final double wanted, final long... areas) {
		return WorkingScale.isSmall(
						OptionalDouble.of(wanted),
						LongStream.of(areas).mapToObj(WorkingScaleTest::object).toList())
				? 2
				: 1;
	}

	private static SegmentedObject object(final long pixels) {
		return new SegmentedObject(1, 1, 0, 0, 0, 0, 0, 1, 1, pixels, 0, 0, 1);
	}

	/** A circle 12 pixels across has 113. */
	@Test
	void enlargesWhereTheObjectInTheMiddleIsTooSmall() {
		assertEquals(2, scale(12, 50, 112, 2000));
		assertEquals(1, scale(12, 50, 114, 2000));
	}

	@Test
	void specksDoNotCount() {
		assertEquals(1, scale(12, 1, 2, 3, 19, 500));
		assertEquals(1, scale(12, 1, 2, 3));
		assertEquals(1, scale(12));
	}

	@Test
	void aModelThatDoesNotSayGetsImagesAsTheyAre() {
		assertFalse(WorkingScale.isSmall(OptionalDouble.empty(), List.of(object(30))));
	}

	/** However many pieces they are cut in; what is found to be small is never shrunk. */
	@Test
	void largeObjectsAreShrunk() {
		final ObjectTraits traits =
				new ObjectTraits(OptionalDouble.empty(), OptionalDouble.of(50), OptionalInt.empty(), 1);
		assertEquals(1, WorkingScale.of(traits, labeled(200, 150, disk(40, true))));
		assertEquals(0.5, WorkingScale.of(traits, labeled(200, 150, disk(60, true))));
		assertEquals(0.5, WorkingScale.of(traits, labeled(200, 150, disk(140, false))));
		assertEquals(1, WorkingScale.of(ObjectTraits.UNKNOWN, labeled(200, 150, disk(140, false))));
		final ObjectTraits both =
				new ObjectTraits(OptionalDouble.of(16), OptionalDouble.of(50), OptionalInt.empty(), 1);
		assertEquals(2, WorkingScale.of(both, labeled(200, 150, disk(140, false))), "its one object has 30 pixels");
	}

	/** Of the image's pixels, whatever the network saw. */
	@Test
	void isStillLargeIfItIsWhereTheNetworkSawIt() {
		final ObjectTraits traits =
				new ObjectTraits(OptionalDouble.empty(), OptionalDouble.of(50), OptionalInt.empty(), 1);
		assertFalse(WorkingScale.isLarge(traits, labeled(200, 150, disk(80, true)), 0.5));
		assertTrue(WorkingScale.isLarge(traits, labeled(200, 150, disk(120, true)), 0.5));
		assertFalse(WorkingScale.isLarge(traits, labeled(200, 150, disk(120, true)), 0.25));
	}

	/** In the middle of 200 x 150 pixels, in one piece or in four. */
	private static int[] disk(final int diameter, final boolean cut) {
		final int[] labels = new int[200 * 150];
		for (int i = 0; i < labels.length; i++) {
			final double x = i % 200 + 0.5 - 100;
			final double y = i / 200 + 0.5 - 75;
			if (Math.hypot(x, y) < diameter / 2.0) labels[i] = cut ? 1 + (x < 0 ? 1 : 0) + (y < 0 ? 2 : 0) : 1;
		}
		return labels;
	}

	/** Disks of some sizes, in one piece and cut in four, within a plane and at its corner. */
	@Test
	void theWidthOfTheForegroundIsTheDiameterOfDisks() {
		for (final int diameter : new int[] {20, 60, 90})
			for (final boolean cut : new boolean[] {false, true})
				assertEquals(
						diameter,
						ForegroundWidth.diameter(labeled(200, 150, disk(diameter, cut))),
						0.05 * diameter + 1.5);
		final int[] all = new int[40 * 30];
		Arrays.fill(all, 1);
		assertEquals(6 * 40, ForegroundWidth.diameter(labeled(40, 30, all)), "larger than the image");
		assertEquals(0, ForegroundWidth.diameter(labeled(40, 30, new int[40 * 30])));
	}

	/** An edge of the image is no outline. */
	@Test
	void atTheEdgeAnObjectGoesOn() {
		final int[] labels = new int[40 * 30];
		for (int i = 0; i < labels.length; i++) if (i % 40 < 10) labels[i] = 1;
		assertEquals(6 * 5.5, ForegroundWidth.diameter(labeled(40, 30, labels)), 1e-4, "mean of 1 to 10");
	}

	private static Segmentation labeled(final int width, final int height, final int[] labels) {
		final Image source = new Image("labels", ArrayImgs.bytes(width, height, 1, 1, 1), Calibration.PIXELS, false);
		return new Segmentation(
				source,
				ClassSpec.named(List.of("background", "object")),
				ArrayImgs.unsignedBytes(width, height, 1, 1, 1),
				ArrayImgs.ints(labels, width, height, 1, 1, 1),
				List.of(object(30)),
				Optional.empty(),
				List.of(),
				false,
				1,
				List.of());
	}

	@Test
	void memoryIsTheReasonAlsoWhereItWasTold() {
		final OutOfMemoryError error = new OutOfMemoryError();
		assertTrue(Segmenter.isOfMemory(error));
		assertTrue(Segmenter.isOfMemory(new ImageException("No memory for the segmentation", error)));
		assertTrue(Segmenter.isOfMemory(new InferenceException("No memory for the result", error)));
		assertTrue(Segmenter.isOfMemory(new NetworkMemoryException("killed", null)));
		assertFalse(Segmenter.isOfMemory(new ImageException("something else")));
	}

	@Test
	void axesKeepAPixel() {
		assertEquals(1, WorkingScale.length(3, 0.1));
		assertEquals(15, WorkingScale.length(10, 1.5));
	}
}
