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
package fovea.task;

import fovea.model.Purpose;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The tasks there are, each with all that can be said of it. */
public enum TaskKind {

	/** Finds objects. */
	SEGMENT(
			"Segment (FCN)...",
			Purpose.SEGMENTS,
			Running.model("nuclei", "image in, classes out"),
			EnumSet.range(Output.OVERLAY, Output.VOLUMES),
			outputs -> join(
					Segment.FINDING,
					List.of(Segment.LINK),
					outputs,
					List.of(Segment.FILL, Segment.COLORS, Segment.ROI_MANAGER)),
			Segment::new),

	/** Removes noise. */
	DENOISE(
			"Denoise (CAE)...",
			Purpose.RESTORES,
			Denoise.MODEL,
			EnumSet.of(Output.DENOISED, Output.UNCERTAINTY),
			outputs -> join(List.of(Denoise.SAME_TYPE, Denoise.STABILIZE), outputs, List.of(Denoise.SCORE)),
			Denoise::new),

	/** Passes images through an autoencoder. */
	RECONSTRUCT(
			"Reconstruct (CAE)...",
			Purpose.RESTORES,
			Running.model("denoise", "image in, image out"),
			EnumSet.of(Output.RECONSTRUCTED, Output.ERROR),
			outputs -> join(List.of(Reconstruct.SAME_TYPE), outputs, List.of(Reconstruct.HEAT)),
			Reconstruct::new);

	private final String label;
	private final Purpose use;
	private final Option<String> model;
	private final List<Output> outputs;
	private final List<Option<?>> own;
	private final Function<Values, ImageTask> maker;

	TaskKind(
			final String label,
			final Purpose use,
			final Option<String> model,
			final Set<Output> outputs,
			final Function<List<Option<?>>, List<Option<?>>> own,
			final Function<Values, ImageTask> maker) {
		this.label = label;
		this.use = use;
		this.model = model;
		this.outputs = List.copyOf(outputs);
		final List<Option<?>> wishes = new ArrayList<>();
		outputs.forEach(output -> output.wish().ifPresent(wishes::add));
		this.own = own.apply(wishes);
		this.maker = maker;
	}

	@SafeVarargs
	@SuppressWarnings("varargs") // only read
	private static List<Option<?>> join(final List<Option<?>>... parts) {
		return List.of(parts).stream().flatMap(List::stream).toList();
	}

	/** @return its label in the menu */
	public String label() {
		return label;
	}

	/** @return its name on the command line and in <i>Batch Folder...</i> */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return what a model must be for */
	public Purpose use() {
		return use;
	}

	/** @return which model */
	public Option<String> model() {
		return model;
	}

	/** @return its results, in the order in which they are shown or written */
	public List<Output> outputs() {
		return outputs;
	}

	/** @return the options that not all tasks have, in the order of its dialog */
	public List<Option<?>> own() {
		return own;
	}

	/** @return all options, in the order of its dialog */
	public List<Option<?>> options() {
		return join(List.of(model), own, Running.ALL);
	}

	/**
	 * @param values of {@link #options}
	 * @return the task
	 */
	public ImageTask of(final Values values) {
		return maker.apply(values);
	}
}
