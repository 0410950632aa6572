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
package fovea.infer;

import fovea.image.Box;
import fovea.image.PixelFormat;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What becomes of a network's output: known beforehand, so that it is kept as what is wanted in the end, and a lack of
 * memory is told before the first tile.
 *
 * @param format of the output's pixels
 * @param later bytes of Java memory that whoever gets the output will need at once, beside the output, to go on with it
 * @param part of the image, for whose pixels alone the output is wanted; empty: all
 */
public record ResultUse(PixelFormat format, ToLongFunction<ResultSize> later, Optional<Box> part) {

	/** Values as they are; nothing more is needed. */
	public static final ResultUse FLOAT = new ResultUse(PixelFormat.FLOAT32, size -> 0);

	/** Of the whole image. */
	public ResultUse(final PixelFormat format, final ToLongFunction<ResultSize> later) {
		this(format, later, Optional.empty());
	}

	/** @return the same of a part of the image */
	public ResultUse in(final Box box) {
		return new ResultUse(format, later, Optional.of(box));
	}
}
