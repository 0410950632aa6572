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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model's description, as bioimage.io's model RDF 0.5 defines it (0.4 is read into the same record), plus the classes
 * that Fovea keeps under {@code config.fovea}. Immutable.
 *
 * @param formatVersion version of the description format, for example "0.5.3"; empty for a SavedModel without a
 *     description
 * @param name for people
 * @param description one paragraph
 * @param version the model's own version, or empty
 * @param license SPDX identifier, or empty
 * @param authors names
 * @param citations what to cite
 * @param inputs at least one
 * @param outputs at least one
 * @param weights the SavedModel; empty for a SavedModel without a description
 * @param classes of a segmentation, background first; empty where the model does not name them
 * @param objectTraits of a segmentation
 * @param purpose what the model is for, as far as is known
 * @param evenNoise whether it learned to remove noise that is the same at all gray values, so that images whose noise
 *     is not had better be brought to values in which it is
 */
public record ModelSpec(
		String formatVersion,
		String name,
		String description,
		String version,
		String license,
		List<String> authors,
		List<Citation> citations,
		List<TensorSpec> inputs,
		List<TensorSpec> outputs,
		Optional<Weights> weights,
		List<ClassSpec> classes,
		ObjectTraits objectTraits,
		PurposeFinding purpose,
		boolean evenNoise) {

	/** A model of which nobody says what it is for, or which noise it knows. */
	public ModelSpec(
			final String formatVersion,
			final String name,
			final String description,
			final String version,
			final String license,
			final List<String> authors,
			final List<Citation> citations,
			final List<TensorSpec> inputs,
			final List<TensorSpec> outputs,
			final Optional<Weights> weights,
			final List<ClassSpec> classes,
			final ObjectTraits objectTraits) {
		this(
				formatVersion,
				name,
				description,
				version,
				license,
				authors,
				citations,
				inputs,
				outputs,
				weights,
				classes,
				objectTraits,
				PurposeFinding.UNKNOWN,
				false);
	}

	/** Copies the lists. */
	public ModelSpec {
		authors = List.copyOf(authors);
		citations = List.copyOf(citations);
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
		classes = List.copyOf(classes);
	}

	/**
	 * @param steps another preprocessing for the first input
	 * @return this description with it
	 */
	public ModelSpec withPreprocessing(final List<Processing> steps) {
		final List<TensorSpec> changed = new ArrayList<>(inputs);
		final TensorSpec first = inputs.get(0);
		changed.set(
				0,
				new TensorSpec(first.id(), first.description(), first.type(), first.axes(), steps, first.testTensor()));
		return new ModelSpec(
				formatVersion,
				name,
				description,
				version,
				license,
				authors,
				citations,
				changed,
				outputs,
				weights,
				classes,
				objectTraits,
				purpose,
				evenNoise);
	}

	/** @return what it does, the first sentence of its description in one line; may be empty */
	public String summary() {
		return description.strip().split("(?<=\\.)\\s|\\R", 2)[0];
	}
}
