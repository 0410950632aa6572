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

import fovea.image.Image;
import fovea.infer.ResultSize;
import fovea.model.ObjectTraits;

/**
 * Java memory that it takes to make objects of a network's output, beside the output.
 *
 * @param splits whether touching objects are taken apart
 * @param traits of the model's objects
 * @param keeps whether probabilities are to be kept
 * @param mixes whether what is seen is to be mixed with what is seen of the image enlarged
 */
record ReductionMemory(boolean splits, ObjectTraits traits, boolean keeps, boolean mixes) {

	/** A class and a label. */
	private static final int PIXEL = Byte.BYTES + Integer.BYTES;

	/** What a splitter has of each pixel of a plane at once: insides, marks, levels, heights, and a list of places. */
	private static final int SPLIT = 2 * Byte.BYTES + Short.BYTES + Float.BYTES + Integer.BYTES;

	/**
	 * The same where the network tells how deep pixels lie: depths, heights, lowered ones, numbers, a list, two marks,
	 * and at most a key and a place of a heap.
	 */
	private static final int SPLIT_BY_DEPTH = 3 * Float.BYTES + 3 * Integer.BYTES + 3 * Byte.BYTES + Long.BYTES;

	/**
	 * @param image that is segmented
	 * @param output of the network, which may have seen more or fewer pixels
	 * @return bytes
	 */
	long bytes(final Image image, final ResultSize output) {
		final long area = (long) image.size(Image.X) * image.size(Image.Y);
		final boolean rescaled = area != output.area();
		final long planes = output.runs() * output.stack();
		long bytes = planes * area * (PIXEL + (mixes ? Float.BYTES : 0));
		if (keeps && output.channelsPerRun() == 1) bytes += planes * output.area() * 2 * Float.BYTES;
		if (keeps && traits.distance())
			bytes += planes * output.area() * traits.classChannels(output.channelsPerRun()) * Float.BYTES;
		if (keeps && rescaled) bytes += output.planes() * area * Float.BYTES;
		if (keeps) bytes += output.area() * Float.BYTES;
		if (rescaled) bytes += output.area() * PIXEL + area * Float.BYTES;
		if (traits.distance()) return bytes + output.area() * SPLIT_BY_DEPTH;
		return splits ? bytes + output.area() * SPLIT : bytes;
	}
}
