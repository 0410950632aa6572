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
import fovea.image.Box;
import fovea.image.Image;
import fovea.infer.PredictionOptions;
import fovea.segment.PartialSegmenter;

/**
 * What all stages of a segmentation know.
 *
 * @param image to be segmented
 * @param segmenter of it
 * @param scope over which the normalization's statistics are taken
 * @param work where what is known in between goes
 * @param key digest of all that decides the result, but the pixels
 * @param edge of blocks, in pixels of the image
 * @param rows what is said of each object
 */
record BlockContext(
		BlockImage image,
		PartialSegmenter segmenter,
		PredictionOptions.Scope scope,
		Workplace work,
		byte[] key,
		int edge,
		ObjectRows rows) {

	/** Pixels beside it that a rescaled one is made of. */
	private static final int BESIDE = 2;

	/** @return the image as the network sees it */
	Image scaled(final double scale) throws FoveaException {
		return segmenter.scaled(image.image(), scale);
	}

	/**
	 * @param box of a plane as the network sees it
	 * @return whether all that its pixels are made of is the fill value, since no chunk is there
	 */
	boolean isMissing(final Box box, final double scale, final int z, final int t) throws FoveaException {
		final Box whole = Box.of(image.image());
		final Box of = box.scaled(
				(double) whole.width() / scaled(scale).size(Image.X),
				(double) whole.height() / scaled(scale).size(Image.Y));
		return image.isMissing(scale == 1 ? box : of.grown(BESIDE, 1, image.image()), z, t);
	}

	/** @return the value of missing pixels */
	double fill() {
		return image.pixels().fill();
	}

	PlaneGrid blocks() {
		return PlaneGrid.squares(image.image(), edge);
	}

	/** @return name of a stage's folder */
	static String name(final Pass.Kind kind, final double scale) {
		return kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + scale;
	}

	/** @return what is thrown where a chunk cannot be read */
	static FoveaException failed(final RuntimeException e) {
		final var cause = BlockImage.failure(e);
		if (cause.isPresent()) return cause.get();
		throw e;
	}
}
