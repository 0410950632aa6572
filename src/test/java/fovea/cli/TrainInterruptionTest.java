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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.JavaProcess;
import fovea.model.library.ModelArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Trainings in processes of their own that are ended from outside. */
@Tag("slow")
class TrainInterruptionTest {

	private static final int EPOCHS = 6;
	/** So that an epoch takes long enough to be hit. */
	private static final int STEPS = 400;

	private static final long LIMIT_MILLIS = 120_000;

	@TempDir
	Path folder;

	private String tiny;

	@BeforeEach
	void writeArchitecture() throws IOException {
		tiny = new TrainingCalls(folder).tiny();
	}

	private List<String> arguments(final Path model, final Path checkpoints, final int epochs, final String... more) {
		final List<String> all = new ArrayList<>(List.of(
				"-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
				"-cp",
				JavaProcess.classPath(),
				Fovea.class.getName(),
				"train",
				"--architecture",
				tiny,
				"--data",
				"samples/nuclei-tissue.png",
				"--noise",
				"0.1",
				"--augment",
				"--patch",
				"32",
				"--batch",
				"4",
				"--epochs",
				String.valueOf(epochs),
				"--steps-per-epoch",
				String.valueOf(STEPS),
				"--validation",
				"0",
				"--checkpoints",
				checkpoints.toString(),
				"--out",
				model.toString()));
		all.addAll(List.of(more));
		return all;
	}

	/** Waits until so many epochs are done, and a new one is under way. */
	private static void await(final JavaProcess.Running training, final Path checkpoints, final int epochs)
			throws IOException, InterruptedException {
		final long end = System.currentTimeMillis() + LIMIT_MILLIS;
		while (lastEpoch(checkpoints) < epochs) {
			assertTrue(training.process().isAlive(), () -> "ended: " + training.errors());
			assertTrue(System.currentTimeMillis() < end, "no checkpoint");
			Thread.sleep(20);
		}
	}

	private static int lastEpoch(final Path checkpoints) throws IOException {
		if (!Files.isDirectory(checkpoints)) return 0;
		try (Stream<Path> all = Files.list(checkpoints)) {
			return all.map(p -> p.getFileName().toString())
					.filter(n -> n.startsWith("epoch-"))
					.mapToInt(n -> Integer.parseInt(n.substring(6)))
					.max()
					.orElse(0);
		}
	}

	private static byte[] weights(final Path model) throws Exception {
		try (ModelArchive archive = ModelArchive.open(model)) {
			return Files.readAllBytes(archive.savedModel().resolve("variables/variables.data-00000-of-00001"));
		}
	}

	/** Without the times. */
	private List<String> curves(final String name) throws IOException {
		return Files.readAllLines(folder.resolve(name + "-curves.csv")).stream()
				.map(l -> l.substring(0, l.lastIndexOf(',')))
				.toList();
	}

	@Test
	void aKilledTrainingWithAllThatDependsOnTheStepGoesOnAndEndsLikeAnUndisturbedOne() throws Exception {
		killAndGoOn("--cosine", "0.4", "--average", "0.99", "--scale", "0.7-1.5", "--gamma", "0.7-1.4");
	}

	@Test
	void aKilledTrainingGoesOnAndEndsLikeAnUndisturbedOne() throws Exception {
		killAndGoOn();
	}

	private void killAndGoOn(final String... more) throws Exception {
		final JavaProcess.Outcome whole =
				JavaProcess.run(folder, arguments(folder.resolve("whole.zip"), folder.resolve("c1"), EPOCHS, more));
		assertEquals(0, whole.exitCode(), whole.errors()::toString);

		final Path model = folder.resolve("killed.zip");
		final Path checkpoints = folder.resolve("c2");
		try (JavaProcess.Running training = JavaProcess.start(folder, arguments(model, checkpoints, EPOCHS, more))) {
			await(training, checkpoints, 2);
			training.process().destroyForcibly().waitFor();
		}
		assertTrue(Files.notExists(model));
		final int done = lastEpoch(checkpoints);
		assertTrue(done >= 2 && done < EPOCHS, "killed after epoch " + done);

		final JavaProcess.Outcome resumed = JavaProcess.run(folder, arguments(model, checkpoints, EPOCHS, more));
		assertEquals(0, resumed.exitCode(), resumed.errors()::toString);
		assertTrue(
				resumed.output().contains("goes on from the checkpoint after epoch " + done),
				resumed.output()::toString);
		assertFalse(
				resumed.output().stream().anyMatch(l -> l.startsWith("epoch " + done + " of")),
				resumed.output()::toString);
		assertEquals(curves("whole"), curves("killed"));
		assertArrayEquals(weights(folder.resolve("whole.zip")), weights(model));
	}

	@Test
	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process can only be killed there")
	void aTrainingThatIsToldToEndWritesItsBestWeights() throws Exception {
		final Path model = folder.resolve("ended.zip");
		final Path checkpoints = folder.resolve("c");
		final JavaProcess.Outcome ended;
		try (JavaProcess.Running training = JavaProcess.start(folder, arguments(model, checkpoints, 10_000))) {
			await(training, checkpoints, 2);
			training.process().destroy(); // SIGTERM, which Java takes as it takes Ctrl-C
			ended = training.outcome();
		}
		assertEquals(143, ended.exitCode());
		assertTrue(ended.errors().stream().anyMatch(l -> l.startsWith("fovea: told to end")), ended.errors()::toString);
		final int epochs = lastEpoch(checkpoints);
		assertTrue(
				ended.output().stream()
						.anyMatch(l -> l.startsWith(model + ": best epoch ")
								&& l.contains(" of " + epochs + ", stopped by hand, on ")),
				ended.output()::toString);
		assertTrue(
				ended.output().stream().anyMatch(l -> l.contains("the same command goes on")),
				ended.output()::toString);
		assertEquals(
				epochs + 1,
				Files.readAllLines(folder.resolve("ended-curves.csv")).size());
		final TrainingCalls calls = new TrainingCalls(folder);
		assertEquals(0, calls.execute("model", "test", model.toString()), calls.err());
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(
					new ArrayList<>(),
					left.filter(p -> p.toString().endsWith(".part")).toList());
		}
	}
}
