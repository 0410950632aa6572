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

import fovea.io.DataType;
import java.util.List;
import java.util.Optional;

/**
 * What a model's description says of one input or output.
 *
 * @param id its name; where it names a tensor of the SavedModel's signature it is run under that name, else inputs and
 *     outputs are matched by position
 * @param description free text, may be empty
 * @param type element type at the network
 * @param axes in the tensor's order, the slowest first
 * @param processing pre- (input) or postprocessing (output), in order
 * @param testTensor path of a .npy file within the model
 */
public record TensorSpec(
		String id,
		String description,
		DataType type,
		List<AxisSpec> axes,
		List<Processing> processing,
		Optional<String> testTensor) {

	/** Copies the lists. */
	public TensorSpec {
		axes = List.copyOf(axes);
		processing = List.copyOf(processing);
	}

	/**
	 * @param axis what is looked for
	 * @return its place among the axes, -1 if there is none
	 */
	public int indexOf(final AxisType axis) {
		for (int i = 0; i < axes.size(); i++) if (axes.get(i).type() == axis) return i;
		return -1;
	}

	/**
	 * @param axis what is looked for
	 * @return that axis, if the tensor has it
	 */
	public Optional<AxisSpec> axis(final AxisType axis) {
		final int i = indexOf(axis);
		return i < 0 ? Optional.empty() : Optional.of(axes.get(i));
	}

	/** @return the axes as letters in order, for example "byxc" */
	public String letters() {
		final StringBuilder letters = new StringBuilder();
		for (final AxisSpec axis : axes) letters.append(axis.type().letter());
		return letters.toString();
	}
}
