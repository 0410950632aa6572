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

import fovea.job.MaskKind;
import fovea.job.MaskMeaning;
import fovea.job.MaskText;
import fovea.job.OptionNames;
import fovea.model.ClassSpec;
import fovea.task.train.Masks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where masks are, and what they mean.
 *
 * @param described with {@link Masks#NAMED} among them
 */
public record MaskOptions(DescribedOptions described) {

	/** @return null where none is named */
	public Path path() {
		return described.path(Masks.MASKS).orElse(null);
	}

	/** @return whether there are masks; these may be in the images themselves */
	public boolean areGiven(final Usage usage) {
		return usage.inRange(text()::areGiven);
	}

	public MaskKind kind(final Usage usage) {
		return usage.inRange(text()::ofKind);
	}

	/** @return whether somebody else must know the names of the classes */
	public boolean lackNames(final Usage usage) {
		return usage.inRange(text()::lackNames);
	}

	/** @return what the masks mean, empty where there are none */
	public Optional<MaskMeaning> meaning(final Usage usage) {
		return meaning(List.of(), usage);
	}

	/**
	 * @param known classes, background first, for masks of indices where no names are given; may be empty
	 * @return what the masks mean, empty where there are none
	 */
	public Optional<MaskMeaning> meaning(final List<ClassSpec> known, final Usage usage) {
		return usage.inRange(() -> text().meaning(known));
	}

	private MaskText text() {
		return new MaskText(
				OptionNames.COMMAND_LINE,
				path() != null,
				described.given(Masks.KIND),
				described.given(Masks.CLASSES).orElse(Masks.CLASSES.inFiles()),
				described.given(Masks.IGNORE),
				described.given(Masks.UNLABELED));
	}
}
