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
package fovea.block;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.memory.JavaMemory;
import fovea.memory.MemoryNeed;
import fovea.segment.PartialSegmenter;
import java.util.Optional;

/**
 * Looks at a block with so much around it that all that touches its objects is in sight.
 *
 * @param context of the segmentation
 * @param pixels what the network said
 * @param scale that it saw the image at
 * @param whole whether more than classes is looked at
 */
record Windows(BlockContext context, DecidedPixels pixels, double scale, boolean whole) {

	/** At first, in pixels of the image. */
	private static final int MARGIN = 64;

	/** That telling objects apart takes for a pixel that the network saw. */
	private static final int BYTES = 48;

	/** Does something with a window. */
	interface Look<T> {

		/** @return empty if something is not in sight */
		Optional<T> at(PartialSegmenter.Part part, PartialSegmenter.Decided seen) throws FoveaException;
	}

	/** @param nothing is returned of a block that is all background; empty: it is looked at, too */
	<T> T look(final int run, final PlaneGrid.Place block, final Optional<T> nothing, final Look<T> look)
			throws FoveaException {
		final Image image = context.image().image();
		for (int margin = MARGIN; ; margin *= 2) {
			final Box window = block.box().grown(margin, 1, image);
			final PartialSegmenter.Part part = new PartialSegmenter.Part(image, block.box(), window, scale);
			final Box seen = part.seen();
			if (margin == MARGIN && nothing.isPresent() && pixels.isBackground(run, block.z(), block.t(), seen))
				return nothing.get();
			require(seen, block);
			final Optional<T> found = look.at(part, pixels.read(run, block.z(), block.t(), seen, whole));
			if (found.isPresent()) return found.get();
			if (window.isAllOf(image)) throw new IllegalStateException("all of the plane does not hold its objects");
		}
	}

	private void require(final Box seen, final PlaneGrid.Place block) throws FoveaException {
		final long count = (long) seen.width() * seen.height();
		final MemoryNeed need = new MemoryNeed("a block", count * BYTES);
		// What nobody needs any more counts only once it is thrown away.
		if (count < Integer.MAX_VALUE - 8 && (need.fits(JavaMemory.now()) || need.fits(JavaMemory.collected()))) return;
		throw new ImageException(
				"Objects near x " + block.box().x() + ", y " + block.box().y() + " of slice "
						+ (block.z() + 1) + ", frame " + (block.t() + 1) + " touch one another over more than "
						+ seen.width() + " x " + seen.height()
						+ " pixels, which are looked at as one piece: Java's memory does not suffice. Give it more "
						+ "(JAVA_OPTS=-Xmx...), raise the threshold so that fewer touch, or lower the scale");
	}
}
