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

/**
 * Takes foreground apart by its shape: a watershed on the smoothed distance to the outside of the objects' insides,
 * from those maxima that rise by 1.5 pixels above the saddle to a higher one. Gives what ImageJ's distance map and its
 * <i>Find Maxima...</i> with segmented particles give, byte by byte. Stateless and thread-safe.
 */
public final class ShapeSplitter implements ObjectSplitter {

	/** How much deeper than the saddle between them both of two objects must be, in pixels. */
	static final float PROMINENCE = 1.5f;

	@Override
	public byte[] split(final byte[] foreground, final byte[] interior, final int width) {
		return Archipelago.of(foreground, interior, width)
				.flatMap(islands -> islands.split(PROMINENCE))
				.orElseGet(() -> whole(foreground, interior, width));
	}

	private static byte[] whole(final byte[] foreground, final byte[] interior, final int width) {
		final Relief relief = Relief.of(foreground, interior, width);
		final Frame frame = relief.frame();
		final short[] levels = levels(relief, Maxima.of(relief, PROMINENCE));
		final byte[] parts = new byte[foreground.length];
		for (int y = 0, p = 0; y < frame.height(); y++)
			for (int i = frame.at(0, y), end = i + width; i < end; i++, p++)
				if (levels[i] == Levels.OBJECT) parts[p] = (byte) Levels.OBJECT;
		return parts;
	}

	/** @return {@link Levels#OBJECT} where objects are */
	static short[] levels(final Relief relief, final Maxima maxima) {
		final short[] levels = Levels.of(relief, maxima);
		Watershed.flood(levels, relief.frame(), maxima.list(), maxima.marks());
		LineEnds.remove(levels, relief.frame());
		return levels;
	}
}
