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
package fovea.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.infer.network.NetworkMemoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of calls where the worker is none, but a script that says what a worker should not. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("thorough")
class StrangeWorkerTest {

	private static final String DONE = "echo '{\"task\":\"1\",\"responseType\":\"COMPLETION\",\"outputs\":{\"a\":1}}'";

	@TempDir
	private Path folder;

	private WorkerProcess process;

	private WorkerProcess start(final String... lines) throws IOException, WorkerException {
		final Path script = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
		assertTrue(script.toFile().setExecutable(true));
		final WorkerSettings usual = Workers.settings();
		process = WorkerProcess.start(new WorkerSettings(
				script,
				usual.classPath(),
				List.of(),
				usual.environment(),
				List.of(Files.createDirectories(folder.resolve("place"))),
				Duration.ofSeconds(3),
				Duration.ofSeconds(2),
				usual.idle()));
		return process;
	}

	@AfterEach
	void nothingIsLeft() throws IOException {
		process.close();
		try (Stream<Path> left = Files.list(folder.resolve("place"))) {
			assertEquals(List.of(), left.toList());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "{\"responseType\":null}", "{\"task\":\"1\"}", "{\"x\":[", "[]", "null", ""})
	void whatIsNoAnswerIsPassedOver(final String line) throws Exception {
		start("read request", "echo '" + line + "'", DONE, "read end");
		assertEquals(1, process.call(Request.of(Verb.HELLO)).outputs().number("a"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"\"FAILURE\"",
				"\"FAILURE\",\"outputs\":{\"kind\":\"NONE\"}",
				"\"OTHER\"",
				"\"COMPLETION\",\"outputs\":{\"a\":null}",
				"\"COMPLETION\",\"outputs\":{\"file\":7}",
				"\"COMPLETION\",\"outputs\":{\"file\":\"/nowhere\",\"shapes\":[[1]]}"
			})
	void anAnswerThatCannotBeUnderstoodIsOneError(final String rest) throws Exception {
		start("read request", "echo '{\"task\":\"1\",\"responseType\":" + rest + "}'", "read end");
		final String message = assertThrows(WorkerException.class, () -> process.call(Request.of(Verb.HELLO)))
				.getMessage();
		assertTrue(message.startsWith("TensorFlow's process was ended: its answer cannot be understood"), message);
	}

	@Test
	void aFailureWithoutWordsHasAMessage() throws Exception {
		start(
				"read request",
				"echo '{\"task\":\"1\",\"responseType\":\"FAILURE\",\"outputs\":{\"kind\":\"INFERENCE\"}}'",
				"read end");
		assertTrue(assertThrows(InferenceException.class, () -> process.call(Request.of(Verb.HELLO)))
						.getMessage()
				!= null);
	}

	/** A pipe takes some ten kilobytes. */
	@Test
	void whatDoesNotReadIsGivenUpThoughTheRequestIsLong() throws Exception {
		start("exec sleep 1000");
		final String message = assertThrows(
						InferenceException.class,
						() -> process.call(Request.of(Verb.CREATE, "architecture", "x".repeat(1 << 20))))
				.getMessage();
		assertTrue(message.contains("no sign of life for 3 s"), message);
	}

	@Test
	void whatDoesNotReadCanBeClosed() throws Exception {
		start("exec sleep 1000");
		final Thread caller = new Thread(() -> assertThrows(
				FoveaException.class,
				() -> process.call(Request.of(Verb.CREATE, "architecture", "x".repeat(1 << 20)))));
		caller.start();
		Thread.sleep(500);
		process.close();
		caller.join();
	}

	@Test
	void pixelsForWhichThereIsNoRoomAreForSmallerTiles() throws Exception {
		start("read request", DONE, "read end");
		final Path place;
		try (Stream<Path> places = Files.list(folder.resolve("place"))) {
			place = places.findFirst().orElseThrow();
		}
		Files.createFile(place.resolve("in0-0"));
		final Request request = Request.of(Verb.RUN).with(new FloatTensor(new int[] {1}, new float[1]));
		assertThrows(NetworkMemoryException.class, () -> process.call(request));
		assertEquals(1, process.call(request).outputs().number("a"));
		try (Stream<Path> files = Files.list(place)) {
			assertTrue(files.anyMatch(f -> f.endsWith("in0-1")), "the channel is used again");
		}
	}

	/** Files are emptied before they are deleted, which whoever has them in memory must not notice. */
	@Test
	void pixelsAreNotCutWhileTheyAreCopied() throws Exception {
		final FloatTensor large = new FloatTensor(new int[] {1 << 24}, new float[1 << 24]);
		for (int i = 0; i < 20; i++) {
			start("while read request; do task=$((task + 1))", DONE.replace("\"1\"", "\"'$task'\""), "done");
			final Thread killer = new Thread(() -> {
				try {
					Thread.sleep(250);
				} catch (final InterruptedException e) {
					throw new AssertionError(e);
				}
				ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
			});
			killer.start();
			assertThrows(InferenceException.class, () -> {
				while (true) process.call(Request.of(Verb.RUN).with(large));
			});
			killer.join();
			process.close();
		}
	}
}
