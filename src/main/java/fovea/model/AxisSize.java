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
package fovea.model;

import fovea.io.YamlNode;

/** How long an axis of a tensor may be. Lengths are in elements of the tensor. */
public sealed interface AxisSize {

	/**
	 * What descriptions may ask for: more than any image has along an axis, and so few that sums of a few are numbers
	 * of 32 bits.
	 */
	int LONGEST = YamlNode.LONGEST;

	/**
	 * Always the same length.
	 *
	 * @param length at least 1
	 */
	record Fixed(int length) implements AxisSize {}

	/**
	 * Any length {@code min + n * step}, n = 0, 1, 2, ...
	 *
	 * @param min at least 1
	 * @param step at least 1; tiles are aligned to it
	 */
	record Steps(int min, int step) implements AxisSize {}

	/**
	 * An output axis whose length follows from an input axis: {@code length = inputLength * factor + offset}.
	 *
	 * @param tensor id of the input tensor
	 * @param axis id of its axis
	 * @param factor output elements per input element
	 * @param offset elements added (both sides together); negative where borders are lost
	 */
	record Reference(String tensor, String axis, double factor, double offset) implements AxisSize {}

	/** Nothing is known, or the data decides. */
	record Unknown() implements AxisSize {}
}
