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
import fovea.io.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a SavedModel's signature says of one input or output.
 *
 * @param name the key in the signature, for example "output_0"
 * @param type element type
 * @param shape lengths of the axes, -1 where free; empty where not even the rank is known
 */
public record TensorInfo(String name, DataType type, Optional<List<Long>> shape) {

	/** Copies the list. */
	public TensorInfo {
		shape = shape.map(List::copyOf);
	}

	/** @return for people, for example "float32[?, ?, ?, 1]" */
	public String label() {
		return type.label()
				+ shape.map(s -> s.stream()
								.map(n -> n < 0 ? "?" : n.toString())
								.toList()
								.toString())
						.orElse(" of unknown rank");
	}

	/**
	 * Refuses what the signature does not take, before native code sees it.
	 *
	 * @param given lengths of the axes of a tensor
	 * @throws ModelException if rank or a fixed length differ, or there is nothing in it
	 */
	public void requireShape(final int... given) throws ModelException {
		boolean fits = true;
		for (final int length : given) fits &= length > 0;
		if (shape.isPresent()) {
			fits &= shape.get().size() == given.length;
			for (int i = 0; fits && i < given.length; i++)
				fits = shape.get().get(i) < 0 || shape.get().get(i) == given[i];
		}
		if (!fits) throw new ModelException("Tensor '" + name + "' is " + label() + ", got " + Arrays.toString(given));
	}
}
