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
package fovea.infer;

import fovea.base.ModelException;
import fovea.device.OneDnn;
import fovea.device.ProcessorFlags;
import fovea.infer.network.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a user may say about a model that its files leave open, or say wrongly. An empty string leaves the choice to the
 * model.
 *
 * @param signature of the SavedModel; default: the one that the description fits, else serving_default, else the only
 *     one
 * @param output name of the output wanted; default: the first of the description, else the first by name
 * @param axes of the input as letters in the tensor's order, for example "byxc"; default: the description's, else as
 *     {@link fovea.model.BareModel} finds
 * @param normalize one of {@link fovea.model.Normalization}'s labels, or {@link #AS_MODEL}; default: the description's
 *     preprocessing, else {@link fovea.model.Normalization#assumed}
 * @param trusted whether the graph is run without {@link fovea.model.audit.GraphAudit}, for a model whose maker is
 *     trusted
 * @param fast whether the network may compute in bfloat16, which has 8 bits of precision instead of 24, where the
 *     processor has instructions for it; what goes in and out is float32 all the same
 */
public record ModelOptions(
		String signature, String output, String axes, String normalize, boolean trusted, boolean fast) {

	/** What to tell a user whose model is trusted. */
	private static final String TRUSTED =
			"the model is trusted: its graph is not searched for what it may do to files, and not held to the memory "
					+ "there is";

	private static final String FAST =
			"precision=fast: the network computes in bfloat16, with 8 bits of precision; results differ a little from "
					+ "those of precision=full";

	private static final String NOT_FAST = "; precision=fast: the network computes in full precision";

	/** The normalization that the model itself describes. */
	public static final String AS_MODEL = "model";

	/** Everything as the model says. */
	public static final ModelOptions DEFAULT = new ModelOptions("", "", "", "");

	/** A model that is not trusted. */
	public ModelOptions(final String signature, final String output, final String axes, final String normalize) {
		this(signature, output, axes, normalize, false, false);
	}

	/** A model that computes in full precision. */
	public ModelOptions(
			final String signature,
			final String output,
			final String axes,
			final String normalize,
			final boolean trusted) {
		this(signature, output, axes, normalize, trusted, false);
	}

	/** @return what to tell a user who wants the model to be run so, one line each */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		if (trusted) notes.add(TRUSTED);
		if (fast) notes.add(whyNotFast().map(reason -> reason + NOT_FAST).orElse(FAST));
		return notes;
	}

	/** @return a reason for which this processor does not compute in bfloat16, empty where none is known */
	private static Optional<String> whyNotFast() {
		return ProcessorFlags.here().map(ProcessorFlags::hasBfloat16).orElse(true)
				? OneDnn.here().whyNot()
				: Optional.of("this processor has no instructions for bfloat16");
	}

	/** @throws ModelException if the axes mean nothing */
	public void requireAxes() throws ModelException {
		Folding.of(axes);
	}

	/** @return the same with another signature */
	public ModelOptions withSignature(final String name) {
		return new ModelOptions(name, output, axes, normalize, trusted, fast);
	}

	/** @return the same with another output */
	public ModelOptions withOutput(final String name) {
		return new ModelOptions(signature, name, axes, normalize, trusted, fast);
	}

	/** @return the same with other axes */
	public ModelOptions withAxes(final String letters) {
		return new ModelOptions(signature, output, letters, normalize, trusted, fast);
	}

	/** @return the same with another normalization */
	public ModelOptions withNormalize(final String label) {
		return new ModelOptions(signature, output, axes, label, trusted, fast);
	}

	/** @return the same for a model that is trusted, or not */
	public ModelOptions withTrusted(final boolean isTrusted) {
		return new ModelOptions(signature, output, axes, normalize, isTrusted, fast);
	}

	/** @return the same in bfloat16, or in full precision */
	public ModelOptions withFast(final boolean isFast) {
		return new ModelOptions(signature, output, axes, normalize, trusted, isFast);
	}
}
