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
package fovea.cli.terminal;

import fovea.base.ModelException;
import fovea.infer.ModelOptions;
import fovea.model.Normalization;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that say what a model's files leave open. */
public final class ModelHints {

	/** What stands for the model's own preprocessing. */
	private static final String AS_MODEL = "model";

	@Option(
			names = "--signature",
			paramLabel = "NAME",
			defaultValue = "",
			order = 30,
			description = "Signature of the SavedModel; with 'fovea latent' those of encoder and decoder, such as "
					+ "encode,decode. Default: the "
					+ "one that the model's description fits, else serving_default; encode (or encoder) and "
					+ "decode (or decoder).")
	private String signature;

	@Option(
			names = "--tensor",
			paramLabel = "NAME",
			defaultValue = "",
			order = 31,
			description = "Output to use, where the model has several. Default: the first.")
	private String tensor;

	@Option(
			names = "--axes",
			paramLabel = "LETTERS",
			defaultValue = "",
			order = 32,
			description = "Axes of the input in the tensor's order, of b c x y z t. "
					+ "Those of a network of rows of pixels in parentheses: 'b(yx)', or with lengths "
					+ "'b(y28x56)'. Default: the model's description, else as the lengths tell, byxc or "
					+ "bcyx, bzyxc or bczyx.")
	private String axes;

	@Option(
			names = "--normalize",
			paramLabel = "HOW",
			defaultValue = AS_MODEL,
			order = 33,
			description = "How gray values are brought to the model's range: model (as its description says, else "
					+ "percentile, or none for integer inputs), percentile, zscore, minmax, div255 or none. "
					+ "Default: model.")
	private String normalize;

	@Mixin
	private TrustOption trust;

	/**
	 * @param spec of the command, which these options may be mixed into by way of others
	 * @throws ParameterException if axes or normalisation mean nothing
	 */
	public ModelOptions toOptions(final CommandSpec spec) {
		final boolean asModel = AS_MODEL.equalsIgnoreCase(normalize);
		try {
			new ModelOptions("", "", axes, "").requireAxes();
			if (!asModel) Normalization.ofLabel(normalize);
		} catch (final ModelException e) {
			throw new ParameterException(spec.commandLine(), e.getMessage(), e);
		}
		return new ModelOptions(signature, tensor, axes, asModel ? "" : normalize, trust.isGiven(spec));
	}
}
