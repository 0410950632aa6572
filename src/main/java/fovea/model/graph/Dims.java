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
package fovea.model.graph;

import java.util.List;

/**
 * A shape that a graph declares.
 *
 * @param sizes lengths of the axes, -1 where free; empty for a scalar, or where not even the rank is known
 */
public record Dims(List<Long> sizes) {

	/** A scalar's, or unknown. */
	public static final Dims NONE = new Dims(List.of());

	/** Copies the list. */
	public Dims {
		sizes = List.copyOf(sizes);
	}

	/**
	 * @return number of elements, free axes counted as 1; -1 where that is more than a long holds, or an axis is below
	 *     -1
	 */
	public long elements() {
		long product = 1;
		for (final long size : sizes) {
			if (size < -1) return -1;
			if (size == 0) return isSound() ? 0 : -1;
			final long factor = Math.max(1, size);
			if (product > Long.MAX_VALUE / factor) return -1;
			product *= factor;
		}
		return product;
	}

	/** @return true if no axis is below -1 and the product of the others is a long, also where one is 0 */
	private boolean isSound() {
		return new Dims(sizes.stream().filter(size -> size != 0).toList()).elements() >= 0;
	}

	@Override
	public String toString() {
		return sizes.toString();
	}
}
