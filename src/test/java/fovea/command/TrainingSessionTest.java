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
package fovea.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fovea.JavaProcess;
import fovea.job.ModelFacts;
import fovea.model.library.ModelLibrary;
import fovea.ui.TrainingWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * What a person does to ImageJ during a training. With a display: {@code xvfb-run -a mvn test -Pslow
 * -Dfovea.headless=false -Dtest=TrainingSessionTest}.
 */
@Tag("slow")
class TrainingSessionTest {

	@TempDir
	Path folder;

	private List<String> session(final String what) throws Exception {
		assumeTrue(TrainingWindow.isPossible(), "there is no display");
		final JavaProcess.Outcome outcome = JavaProcess.run(
				folder,
				List.of(
						"-Djava.awt.headless=false",
						"-Dfovea.models=" + folder.resolve("models"),
						"-cp",
						JavaProcess.classPath(),
						TrainingSession.class.getName(),
						folder.resolve("models").toString(),
						what),
				300);
		assertEquals(
				0, outcome.exitCode(), () -> String.join("\n", outcome.output()) + String.join("\n", outcome.errors()));
		assertTrue(outcome.output().contains("frame true"), () -> String.join("\n", outcome.output()));
		final List<Long> workers = outcome.output().stream()
				.filter(line -> line.startsWith("worker "))
				.map(line -> Long.valueOf(line.substring(7)))
				.toList();
		assertFalse(workers.isEmpty());
		for (final long worker : workers) assertTrue(hasEnded(worker), "process " + worker + " is an orphan");
		final long longest = Long.parseLong(outcome.output().stream()
				.filter(line -> line.startsWith("longest "))
				.findFirst()
				.orElseThrow()
				.substring(8));
		System.getLogger("fovea").log(System.Logger.Level.INFO, "longest wait of an event: " + longest + " ms");
		assertTrue(longest <= 100, "an event waited for " + longest + " ms");
		return outcome.output();
	}

	private static boolean hasEnded(final long pid) throws Exception {
		final ProcessHandle process = ProcessHandle.of(pid).orElse(null);
		if (process != null) process.onExit().get(30, TimeUnit.SECONDS);
		return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false).equals(false);
	}

	@ParameterizedTest
	@ValueSource(strings = {"window", "image"})
	void theTrainingGoesOnWithoutItsWindowOrImage(final String closed) throws Exception {
		final List<String> output = session(closed);
		assertTrue(output.contains("goes on true") && output.contains("ended"), () -> String.join("\n", output));
		assertTrue(Files.isRegularFile(folder.resolve("models").resolve("session.zip")));
	}

	/** No hang, no orphan, and the checkpoint is whole: another training goes on from it. */
	@Test
	void whoQuitsLosesNoCheckpoint() throws Exception {
		final List<String> output = session("quit");
		final int epoch = Integer.parseInt(output.stream()
				.filter(line -> line.startsWith("quits after epoch "))
				.findFirst()
				.orElseThrow()
				.substring(18));
		assertFalse(Files.exists(folder.resolve("models").resolve("session.zip")));
		final Path checkpoints = folder.resolve("checkpoints").resolve("session");
		try (Stream<Path> left = Files.list(checkpoints)) {
			assertTrue(left.anyMatch(path -> path.getFileName().toString().startsWith("epoch-")));
		}
		final String before = System.getProperty("fovea.models");
		System.setProperty("fovea.models", folder.resolve("models").toString());
		try (Context context = new Context()) {
			final ModuleService modules = context.service(ModuleService.class);
			final Module module = modules.createModule(
					context.service(CommandService.class).getCommand(TrainAutoencoderCommand.class));
			final Map<String, Object> inputs = new HashMap<>(Map.of(
					"image",
					TrainingSession.stack(),
					"name",
					"session",
					"architecture",
					"cae-strided",
					"patch",
					16,
					"batch",
					2,
					"epochs",
					epoch + 2000,
					"checkpoints",
					true));
			final Future<Module> training = modules.run(module, true, inputs);
			Thread.sleep(5000);
			((Cancelable) module).cancel("");
			training.get();
			final ModelFacts facts = ModelFacts.of(new ModelLibrary(List.of(folder.resolve("models"))), "session");
			assertTrue(facts.training().orElseThrow().history().size() > epoch);
		} finally {
			if (before == null) System.clearProperty("fovea.models");
			else System.setProperty("fovea.models", before);
		}
	}
}
