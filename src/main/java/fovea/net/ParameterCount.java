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
package fovea.net;

import fovea.base.ModelException;
import fovea.net.layer.WeightSpec;
import java.util.List;

/**
 * How many numbers a network has learned, as Keras counts them. A count beyond 64 bits stays at the largest.
 *
 * @param trainable changed by training
 * @param nonTrainable moving values, and the weights of frozen layers
 */
public record ParameterCount(long trainable, long nonTrainable) {

	/**
	 * @param architecture any
	 * @return the count over all its layers
	 * @throws ModelException if its shapes do not fit
	 */
	public static ParameterCount of(final Architecture architecture) throws ModelException {
		return of(WeightSpecs.of(architecture));
	}

	/**
	 * @param specs of some weights, for example {@link WeightSpecs#of(Node, Shapes)}
	 * @return the count over them
	 */
	public static ParameterCount of(final List<WeightSpec> specs) {
		long trainable = 0;
		long nonTrainable = 0;
		for (final WeightSpec spec : specs)
			if (spec.trainable()) trainable = plus(trainable, spec.elements());
			else nonTrainable = plus(nonTrainable, spec.elements());
		return new ParameterCount(trainable, nonTrainable);
	}

	/** @return trainable or not */
	public long total() {
		return plus(trainable, nonTrainable);
	}

	private static long plus(final long a, final long b) {
		return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
	}
}
