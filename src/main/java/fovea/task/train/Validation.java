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
package fovea.task.train;

import fovea.job.TrainingChoices;
import fovea.task.Form;
import fovea.task.Option;
import fovea.task.Option.Trait;
import java.util.List;

/** What a network is judged by, and not trained on. */
public final class Validation {

	/** More would leave too little; a command line is taken at its word. */
	private static final double MOST_IN_DIALOGS = 0.9;

	/** Held back. */
	public static final Option<Double> PART = Option.of(
					"validation",
					Form.decimal(0, MOST_IN_DIALOGS).read(Form.decimal().reader()),
					TrainingChoices.USUAL.validation())
			.named("--validation", "X")
			.under("Training")
			.says(
					"Keep for validation (part of the images)",
					"Part of the images that is not trained on, but tells how good the network is; 0: none");

	/** Others. */
	public static final Option<String> DATA = path(
			"--validation-data",
			"PATH",
			"Images to validate on, instead of a part of --data; of the same kind as these");

	/** Of the others. */
	public static final Option<String> TARGETS = path("--validation-targets", "PATH", "What --targets is for --data");

	/** Of the others. */
	public static final Option<String> MASKS = path("--validation-masks", "PATH", "What --masks is for --data");

	/** Of the others. */
	public static final Option<String> LABELS =
			path("--validation-labels", "FILE", "What --labels or --target-labels is for --data");

	/** What the command line has. */
	static final List<Option<?>> NAMED = List.of(PART, DATA, TARGETS, MASKS, LABELS);

	private Validation() {}

	private static Option<String> path(final String name, final String parameter, final String help) {
		return Option.of("", Form.TEXT, "")
				.named(name, parameter)
				.says("", help)
				.with(Trait.FILE);
	}
}
