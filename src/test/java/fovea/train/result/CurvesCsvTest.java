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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.TrainingException;
import fovea.data.Samples;
import fovea.train.TrainingResult;
import fovea.train.checkpoint.EpochRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesCsvTest {

	@TempDir
	private Path folder;

	private static final TrainingResult RESULT = new TrainingResult(
			null,
			List.of(
					new EpochRecord(1, 0.5, OptionalDouble.of(0.25), OptionalDouble.of(0.75), 0.001, 2),
					new EpochRecord(2, 0.4, OptionalDouble.empty(), OptionalDouble.empty(), 0.002, 3)),
			1,
			TrainingResult.EndReason.COMPLETED,
			"iou",
			new Samples.Split(List.of(), List.of()));

	@Test
	void oneLineForEachEpochAndNothingForWhatThereIsNot() throws TrainingException, IOException {
		final Path file = folder.resolve("curves.csv");
		CurvesCsv.write(RESULT, file);
		assertEquals(
				List.of(
						"epoch,loss,validation_loss,iou,learning_rate,seconds",
						"1,0.5,0.25,0.75,0.001,2.0",
						"2,0.4,,,0.002,3.0"),
				Files.readAllLines(file));
	}

	@Test
	void whatCannotBeWrittenIsNamed() {
		final Path file = folder.resolve("none").resolve("curves.csv");
		assertTrue(assertThrows(TrainingException.class, () -> CurvesCsv.write(RESULT, file))
				.getMessage()
				.startsWith(file.toString()));
	}
}
