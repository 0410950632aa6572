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
package fovea.train.result;

import fovea.base.TrainingException;
import fovea.io.Csv;
import fovea.train.TrainingResult;
import fovea.train.checkpoint.EpochRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How a training went, epoch by epoch, as a table for other programs. Stateless and thread-safe. */
public final class CurvesCsv {

	private CurvesCsv() {}

	/**
	 * @param result whose history is written: a line of names, then one for each epoch; what there is none of is left
	 *     empty
	 * @param file is replaced if it exists
	 * @throws TrainingException if it cannot be written
	 */
	public static void write(final TrainingResult result, final Path file) throws TrainingException {
		final List<List<String>> lines = new ArrayList<>();
		lines.add(List.of("epoch", "loss", "validation_loss", result.metric(), "learning_rate", "seconds"));
		for (final EpochRecord epoch : result.history())
			lines.add(List.of(
					String.valueOf(epoch.epoch()),
					String.valueOf(epoch.loss()),
					text(epoch.validationLoss()),
					text(epoch.metric()),
					String.valueOf(epoch.learningRate()),
					String.valueOf(epoch.seconds())));
		try {
			Files.write(file, Csv.text(lines).getBytes(StandardCharsets.UTF_8));
		} catch (final IOException e) {
			throw new TrainingException(file + ": cannot be written: " + e, e);
		}
	}

	private static String text(final OptionalDouble value) {
		return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
	}
}
