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

import java.util.function.IntPredicate;

/**
 * Takes a part of a plane apart as {@link ShapeSplitter} does the whole one: byte by byte the same for each island of
 * foreground that is whole in the part and not within {@link #MARGIN} pixels of an edge beyond which the plane goes on.
 * All that such an island needs to know of the rest of the plane is its highest height. Immutable and thread-safe.
 *
 * @param wanted whether an island has a part in the result; is asked about the index of its first pixel
 * @param highest of all of the plane: the most of what {@link #highest} says of parts that cover it
 */
public record PartSplitter(IntPredicate wanted, float highest) implements ObjectSplitter {

	/**
	 * Heights are blurred over 4 pixels, so those of an island depend on those of a neighbor that is as near, as far as
	 * it is seen; what these are is told by what is no further away than they are high.
	 */
	public static final int MARGIN = 32;

	@Override
	public byte[] split(final byte[] foreground, final byte[] interior, final int width) {
		return Archipelago.ofPart(foreground, interior, width).split(wanted, highest, ShapeSplitter.PROMINENCE);
	}

	/**
	 * @param foreground of a part of a plane, row by row: pixels that are not 0 belong to objects
	 * @param interior which of them belong to the inside of an object
	 * @param width of the part in pixels
	 * @param wanted which islands to look at; is asked about the index of their first pixel
	 * @return the highest height of these islands, at least 1
	 */
	public static float highest(
			final byte[] foreground, final byte[] interior, final int width, final IntPredicate wanted) {
		return Archipelago.ofPart(foreground, interior, width).highest(wanted);
	}
}
