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
package fovea.segment.split;

import ij.plugin.filter.EDM;
import ij.plugin.filter.MaximumFinder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;

/** What {@link ShapeSplitter} is held against: distance map, maxima and watershed by ImageJ itself. */
public final class ImageJSplitter implements ObjectSplitter {

	/** How much deeper than the saddle between them both of two objects must be, in pixels. */
	private static final double PROMINENCE = 1.5;

	/** Foreground lies above it, even where the distance is 0. */
	private static final float FLOOR = 1;

	@Override
	public byte[] split(final byte[] foreground, final byte[] interior, final int width) {
		final int height = foreground.length / width;
		final FloatProcessor distance = distance(interior, width, height);
		final float[] d = (float[]) distance.getPixels();
		for (int i = 0; i < d.length; i++) d[i] = foreground[i] == 0 ? 0 : d[i] + FLOOR;
		final ByteProcessor parts =
				new MaximumFinder().findMaxima(distance, PROMINENCE, FLOOR / 2, MaximumFinder.SEGMENTED, false, false);
		return parts == null ? new byte[foreground.length] : (byte[]) parts.getPixels();
	}

	/** Beyond the image's edge an object goes on. */
	private static FloatProcessor distance(final byte[] interior, final int width, final int height) {
		final byte[] mask = new byte[interior.length];
		for (int i = 0; i < mask.length; i++) mask[i] = (byte) (interior[i] == 0 ? 0 : 255);
		final FloatProcessor distance = new EDM().makeFloatEDM(new ByteProcessor(width, height, mask), 0, false);
		// Outlines are jagged by a pixel.
		blur((float[]) distance.getPixels(), width);
		return distance;
	}

	private static final float[] WEIGHTS = {0.39894345f, 0.24197145f, 0.053991128f, 0.0044318615f, 1.3383062E-4f};

	private static void blur(final float[] pixels, final int width) {
		final int height = pixels.length / width;
		for (int y = 0; y < height; y++) line(pixels, y * width, 1, width);
		for (int x = 0; x < width; x++) line(pixels, x, width, height);
	}

	private static void line(final float[] pixels, final int start, final int step, final int length) {
		final float[] line = new float[length];
		for (int i = 0; i < length; i++) line[i] = pixels[start + i * step];
		for (int i = 0; i < length; i++) {
			float sum = line[i] * WEIGHTS[0];
			for (int d = 1; d < WEIGHTS.length; d++)
				sum += WEIGHTS[d] * (line[Math.max(i - d, 0)] + line[Math.min(i + d, length - 1)]);
			pixels[start + i * step] = sum;
		}
	}
}
