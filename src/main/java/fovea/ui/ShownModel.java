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
package fovea.ui;

import fovea.model.ClassSpec;
import fovea.train.result.PastTraining;
import fovea.train.result.TestTensors;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of a model.
 *
 * @param name that it is found by
 * @param own whether it is the user's and may be renamed and removed
 * @param lines what is known of it
 * @param classes that it tells apart; empty where images come out
 * @param training that made it, for its curves
 * @param sample what goes in and comes out
 * @param sheet a picture of what it makes of samples, PNG
 */
public record ShownModel(
		String name,
		boolean own,
		List<Line> lines,
		List<ClassSpec> classes,
		Optional<PastTraining> training,
		Optional<TestTensors> sample,
		Optional<Path> sheet) {

	/** Copies the lists. */
	public ShownModel {
		lines = List.copyOf(lines);
		classes = List.copyOf(classes);
	}

	/**
	 * One thing that is known.
	 *
	 * @param what it is, a word or two
	 * @param text in one line
	 */
	public record Line(String what, String text) {}
}
