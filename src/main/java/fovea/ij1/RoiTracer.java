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
package fovea.ij1;

import fovea.image.Image;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.util.Arrays;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.type.numeric.integer.IntType;

/**
 * Outlines of objects. Each is traced in its bounding box only, so that the time for many small objects does not grow
 * with the size of the image. Not thread-safe.
 */
final class RoiTracer {

	private static final int INSIDE = 255;

	private final PrimitiveBlocks<IntType> labels;
	private final int runs;

	/** @param segmentation whose objects are to be traced */
	RoiTracer(final Segmentation segmentation) {
		labels = PrimitiveBlocks.of(segmentation.labels(), OnFallback.ACCEPT);
		runs = (int) segmentation.labels().dimension(Image.C);
	}

	/**
	 * @param object of the segmentation
	 * @return its outline, with its holes, at its place in the plane
	 */
	Roi trace(final SegmentedObject object) {
		final byte[] mask = mask(object);
		final ByteProcessor crop = new ByteProcessor(object.width(), object.height(), mask);
		crop.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(crop);
		if (roi == null) throw new IllegalStateException("No pixels have the label " + object.label());
		roi.setLocation(object.x(), object.y()); // the box is tight
		return roi;
	}

	private byte[] mask(final SegmentedObject object) {
		final int[] box = new int[object.width() * object.height()];
		read(object, runOf(object), object.height(), box);
		final byte[] mask = new byte[box.length];
		for (int i = 0; i < box.length; i++) if (box[i] == object.label()) mask[i] = (byte) INSIDE;
		return mask;
	}

	/** The run is not that of the channel's index where only some channels were run on. */
	private int runOf(final SegmentedObject object) {
		final int[] row = new int[object.width()];
		for (int run = 0; run < runs - 1; run++) {
			read(object, run, 1, row);
			if (Arrays.stream(row).anyMatch(label -> label == object.label())) return run;
		}
		return runs - 1;
	}

	private void read(final SegmentedObject object, final int run, final int rows, final int[] into) {
		labels.copy(new long[] {object.x(), object.y(), run, object.slice(), object.frame()}, into, new int[] {
			object.width(), rows, 1, 1, 1
		});
	}
}
