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
package fovea.infer.network;

import java.util.Arrays;

/**
 * Numbers on their way into or out of a network. Not copied: whoever passes one on gives it away.
 *
 * @param shape lengths of the axes, the slowest first
 * @param data row-major (the last axis fastest), at least as long as the product of the shape; what lies beyond is
 *     ignored
 */
public record FloatTensor(int[] shape, float[] data) {

	/** Checks that the data suffices. */
	public FloatTensor {
		if (size(shape) > data.length)
			throw new IllegalArgumentException(
					"shape " + Arrays.toString(shape) + " needs more than " + data.length + " values");
	}

	/** @return the number of elements, the product of the shape */
	public int size() {
		return Math.toIntExact(size(shape));
	}

	/**
	 * @param shape lengths of axes
	 * @return their product
	 * @throws ArithmeticException if it overflows a long
	 */
	public static long size(final int... shape) {
		long size = 1;
		for (final int n : shape) size = Math.multiplyExact(size, n);
		return size;
	}
}
