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

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import fovea.image.ImageException;
import fovea.infer.InferenceException;
import fovea.infer.NetworkMemoryException;

class WorkingScaleTest {

	private static double scale(final double wanted, final long... areas) {
		return WorkingScale.of(OptionalDouble.of(wanted), LongStream.of(areas).mapToObj(WorkingScaleTest::object).toList());
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
		assertEquals(1, WorkingScale.of(OptionalDouble.empty(), List.of(object(30))));
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
