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
package fovea.train.augment;

import fovea.data.Sample;
import java.util.ArrayList;
import java.util.List;

/** Squares side by side, of a sample, in which there is something annotated. Stateless. */
public final class Squares {

	private Squares() {}

	/**
	 * @param sample whose target has a class for each pixel
	 * @param side of the squares in pixels; those of smaller images are as large as these allow
	 * @param step that sides are a multiple of
	 * @return those with pixels that count, the last of a row or column moved back into the image; none where the image
	 *     is smaller than the step
	 */
	public static List<Sample> of(final Sample sample, final int side, final int step) {
		final int height = Math.min(side, sample.input().height()) / step * step;
		final int width = Math.min(side, sample.input().width()) / step * step;
		final List<Sample> squares = new ArrayList<>();
		if (height == 0 || width == 0) return squares;
		for (int y = 0; y < sample.input().height(); y += height)
			for (int x = 0; x < sample.input().width(); x += width) {
				final Sample square = Patches.cut(
						sample,
						Math.min(y, sample.input().height() - height),
						Math.min(x, sample.input().width() - width),
						height,
						width);
				if (Places.areIn(square)) squares.add(square);
			}
		return squares;
	}
}
