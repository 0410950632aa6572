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

import fovea.segment.ObjectSplitter;
import ij.plugin.filter.EDM;
import ij.plugin.filter.MaximumFinder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;

/**
 * Takes foreground apart by its shape: a watershed on the smoothed distance to the outside of the objects' insides,
 * from those maxima that rise by 1.5 pixels above the saddle to a higher one (h-maxima; Soille, Morphological Image
 * Analysis, 6.3.4 and 9.2.4). Distance map, maxima and watershed are ImageJ's own. Stateless and thread-safe.
 */
public final class WatershedSplitter implements ObjectSplitter {

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
		PixelBlur.blur((float[]) distance.getPixels(), width);
		return distance;
	}
}
