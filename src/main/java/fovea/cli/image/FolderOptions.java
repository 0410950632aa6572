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
package fovea.cli.image;

import fovea.batch.Selection;
import fovea.cli.terminal.Usage;
import fovea.task.Folders;
import fovea.task.Option;
import fovea.task.Values;
import java.util.List;
import java.util.Optional;

/**
 * What is said of folders of images.
 *
 * @param said with values of {@link #ALL}
 */
record FolderOptions(Values said) {

	/** Options for folders of images. */
	static final List<Option<?>> ALL = List.of(Folders.RECURSIVE, Folders.PATTERN, Folders.RESUME, Folders.OVERWRITE);

	boolean resume() {
		return said.get(Folders.RESUME) && !said.get(Folders.OVERWRITE);
	}

	/** @return whether anything was said that means folders only */
	boolean isUsed() {
		return said.get(Folders.RECURSIVE) || !said.get(Folders.PATTERN).isEmpty() || !resume();
	}

	/** @return which files of a folder are meant; usage errors for a pattern that means nothing */
	Selection selection(final Usage usage) {
		final Optional<String> pattern = Optional.of(said.get(Folders.PATTERN)).filter(text -> !text.isEmpty());
		try {
			return new Selection(said.get(Folders.RECURSIVE), pattern);
		} catch (final IllegalArgumentException e) {
			throw usage.error("Invalid value for option '--pattern': " + e.getMessage());
		}
	}
}
