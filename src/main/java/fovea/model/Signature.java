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

import fovea.base.ModelException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function of a SavedModel: what it takes and what it gives.
 *
 * @param name its key, for example "serving_default"
 * @param inputs sorted by name
 * @param outputs sorted by name, since SavedModels keep no order
 */
public record Signature(String name, List<TensorInfo> inputs, List<TensorInfo> outputs) {

	/** Copies the lists. */
	public Signature {
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
	}

	/**
	 * @param name of an output
	 * @return that output
	 * @throws ModelException if there is none of this name
	 */
	public TensorInfo output(final String name) throws ModelException {
		return find(outputs, name, "output");
	}

	/**
	 * @param name of an input
	 * @return that input
	 * @throws ModelException if there is none of this name
	 */
	public TensorInfo input(final String name) throws ModelException {
		return find(inputs, name, "input");
	}

	private TensorInfo find(final List<TensorInfo> tensors, final String wanted, final String what)
			throws ModelException {
		for (final TensorInfo tensor : tensors) if (tensor.name().equals(wanted)) return tensor;
		throw new ModelException("Signature '" + name + "' has no " + what + " '" + wanted + "', only "
				+ tensors.stream().map(TensorInfo::name).collect(Collectors.joining(", ")));
	}
}
