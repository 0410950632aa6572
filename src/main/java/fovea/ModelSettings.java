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
package fovea;

import fovea.infer.ModelOptions;

/**
 * What you say about a model that its files leave open, or say wrongly. Immutable; begin with {@link #DEFAULT}. A model
 * that comes with a description (bioimage.io) needs none of it.
 */
public final class ModelSettings {

	/** Everything as the model says; a model that could read or write files is refused. */
	public static final ModelSettings DEFAULT = new ModelSettings(ModelOptions.DEFAULT);

	private final ModelOptions options;

	private ModelSettings(final ModelOptions options) {
		this.options = options;
	}

	/**
	 * @param name of a signature of the SavedModel; for a {@link LatentModel} the names of encoder and decoder, such as
	 *     "embed,generate"
	 * @return the same with that signature
	 */
	public ModelSettings withSignature(final String name) {
		return new ModelSettings(options.withSignature(name));
	}

	/**
	 * @param tensor name of the output that is wanted, where the model has several
	 * @return the same with that output
	 */
	public ModelSettings withOutput(final String tensor) {
		return new ModelSettings(options.withOutput(tensor));
	}

	/**
	 * @param letters of the input's axes in the tensor's order, for example "byxc"
	 * @return the same with these axes
	 */
	public ModelSettings withAxes(final String letters) {
		return new ModelSettings(options.withAxes(letters));
	}

	/**
	 * @param label how gray values are brought to the network's range: {@code percentile}, {@code zscore},
	 *     {@code minmax}, {@code div255}, {@code none}; {@code model}: as the model says
	 * @return the same with this normalization
	 */
	public ModelSettings withNormalization(final String label) {
		return new ModelSettings(options.withNormalize(label));
	}

	/**
	 * @param trusted whether the model is run without searching its graph for what else it may do, such as reading and
	 *     writing files
	 * @return the same
	 */
	public ModelSettings withTrust(final boolean trusted) {
		return new ModelSettings(options.withTrusted(trusted));
	}

	/**
	 * @param fast whether the network may compute in bfloat16, where the processor has instructions for it: up to twice
	 *     as fast, with results that differ a little
	 * @return the same
	 */
	public ModelSettings withFast(final boolean fast) {
		return new ModelSettings(options.withFast(fast));
	}

	ModelOptions options() {
		return options;
	}
}
