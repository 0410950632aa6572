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

import fovea.data.Samples;
import fovea.model.ClassSpec;
import fovea.train.TrainingResult;
import fovea.train.config.TrainingConfig;
import java.util.List;

/**
 * What is known of a training before it begins.
 *
 * @param title for people, for example the model's name
 * @param metric as {@link TrainingResult#metric()} calls it
 * @param epochs that are to be done, at least 1
 * @param classes where targets are classes, one for each of their channels, background first; empty where they are
 *     images
 */
public record ShownTraining(String title, String metric, int epochs, List<ClassSpec> classes) {

	/** Copies the list. */
	public ShownTraining {
		classes = List.copyOf(classes);
		if (epochs < 1) throw new IllegalArgumentException("epochs: expected 1 or more, got " + epochs);
	}

	/**
	 * @param title for people, for example the model's name
	 * @param config how it is trained
	 * @param samples with what
	 * @return the plan
	 */
	public static ShownTraining of(final String title, final TrainingConfig config, final Samples samples) {
		return new ShownTraining(title, samples.metric(), config.epochs(), samples.classes());
	}
}
