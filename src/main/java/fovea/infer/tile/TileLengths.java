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
package fovea.infer.tile;

/**
 * Which lengths a network takes along each axis: {@code min + n * step}, or one fixed length (step 0), and where tiles
 * may begin.
 *
 * @param min least length of each axis
 * @param step between allowed lengths; 0: only min
 * @param stride tiles begin at multiples of it, so that a tile sees the image on the grid the whole image is seen on
 */
public record TileLengths(int[] min, int[] step, int[] stride) {

	/**
	 * @param min least length of each axis
	 * @param step between allowed lengths; 0: only min
	 * @param stride of the network
	 * @return those of the lengths that lie on the stride's grid in the same way, on it where some do: tiles that begin
	 *     or end at the same place then see the same grid
	 */
	public static TileLengths onGrid(final int[] min, final int[] step, final int[] stride) {
		final int[] first = min.clone();
		final int[] between = step.clone();
		for (int d = 0; d < min.length; d++) {
			if (step[d] == 0) continue;
			while (between[d] % stride[d] != 0) between[d] += step[d];
			for (int length = min[d] + between[d] - step[d]; length >= min[d]; length -= step[d])
				if (length % stride[d] == 0) first[d] = length;
		}
		return new TileLengths(first, between, stride);
	}

	/** @return the stride along an axis */
	public int stride(final int d) {
		return stride[d];
	}

	/** @return whether an axis has one length only */
	public boolean isFixed(final int d) {
		return step[d] == 0;
	}

	/** @return whether x and y, the first two axes, may be exchanged */
	public boolean areSameLying() {
		return min[0] == min[1] && step[0] == step[1];
	}

	/**
	 * @param d axis
	 * @param length wanted
	 * @return the least allowed length of at least that; the fixed length where there is only one
	 */
	public int paddedFor(final int d, final int length) {
		if (step[d] == 0 || length <= min[d]) return min[d];
		return min[d] + ((length - min[d] + step[d] - 1) / step[d]) * step[d];
	}
}
