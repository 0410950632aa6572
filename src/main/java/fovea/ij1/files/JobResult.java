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
package fovea.ij1.files;

import fovea.rank.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What came of one image.
 *
 * @param files that were written, in order
 * @param objects that were found, where the job looks for objects
 * @param meanSquaredError between the image and the result in squared gray values, where the job compares them
 * @param seconds of reading, running and writing
 * @param warnings lines that the user should see
 * @param verdict how good the result is, where that is reported
 */
public record JobResult(
		List<Path> files,
		OptionalInt objects,
		OptionalDouble meanSquaredError,
		double seconds,
		List<String> warnings,
		Optional<Verdict> verdict) {

	/** Of which nobody tells how good it is. */
	public JobResult(
			final List<Path> files,
			final OptionalInt objects,
			final OptionalDouble meanSquaredError,
			final double seconds,
			final List<String> warnings) {
		this(files, objects, meanSquaredError, seconds, warnings, Optional.empty());
	}

	/** Copies the lists. */
	public JobResult {
		files = List.copyOf(files);
		warnings = List.copyOf(warnings);
	}
}
