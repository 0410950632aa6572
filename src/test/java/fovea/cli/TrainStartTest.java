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
package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First weights from an earlier training, asked for on the command line, with the real engine. */
@Tag("thorough")
class TrainStartTest {

	/** So small that a training leaves the weights as they were. */
	private static final String STAND_STILL = "1e-12";

	@TempDir
	Path folder;

	private TrainingCalls calls;
	private String images;

	@BeforeEach
	void trainOne() throws IOException {
		calls = new TrainingCalls(folder);
		images = calls.grayImages("images", 4, (x, y) -> (x / 8 + y / 8) % 2 * 100 + x + y);
		calls.assertTrains(arguments("0.25", "--checkpoints", checkpoints(), "--learning-rate", "0.01"));
		Files.move(calls.model(), first());
	}

	@Test
	void aTrainingBeginsWhereTheOtherEnded() throws IOException {
		final double loss = validationLoss();
		for (final String from : List.of(first().toString(), checkpoints())) {
			calls.assertTrains(arguments("0.25", "--start-from", from, "--learning-rate", STAND_STILL));
			assertEquals(loss, validationLoss(), 1e-6);
		}
		calls.assertTrains(arguments("0.25", "--learning-rate", STAND_STILL));
		assertTrue(validationLoss() > 1.2 * loss, validationLoss() + " without, " + loss + " with the weights");
	}

	@Test
	void aWiderNetworkBeginsThereToo() throws IOException {
		final double loss = validationLoss();
		calls.assertTrains(arguments("0.5", "--start-from", first().toString(), "--learning-rate", STAND_STILL));
		assertEquals(loss, validationLoss(), 1e-5);
		assertEquals(0, calls.execute("model", "test", calls.model().toString()), calls::err);
	}

	@Test
	void otherNetworksAreRefused() {
		calls.assertFails(
				1, List.of("expected weights", "fewer filters"), arguments("0.1", "--start-from", first().toString()));
		calls.assertFails(1, List.of("expected", "full/kernel"), arguments("0.5", "--start-from", checkpoints()));
	}

	private Path first() {
		return folder.resolve("first.zip");
	}

	private String checkpoints() {
		return folder.resolve("checkpoints").toString();
	}

	private String[] arguments(final String width, final String... more) {
		final List<String> all = new ArrayList<>(List.of(
				"--architecture",
				"cae-denoise",
				"--width",
				width,
				"--data",
				images,
				"--noise",
				"0.1",
				"--patch",
				"16",
				"--batch",
				"4",
				"--steps-per-epoch",
				"12",
				"--validation",
				"0.5"));
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}

	private double validationLoss() throws IOException {
		return Double.parseDouble(
				Files.readAllLines(folder.resolve("x-curves.csv")).get(1).split(",")[2]);
	}
}
