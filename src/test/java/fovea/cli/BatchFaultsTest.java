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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fovea.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens at night to runs over a folder, to real processes. */
@Tag("thorough")
class BatchFaultsTest {

	private static final int IMAGES = 60;
	private static final long SEED = 20261121;

	/** With the images of all tests, and what an undisturbed run makes of them. */
	@TempDir
	static Path shared;

	private static BatchProcess batch;
	private static Path expected;

	@TempDir
	Path folder;

	@BeforeAll
	static void runUndisturbed() throws Exception {
		batch = new BatchProcess(shared, IMAGES);
		expected = shared.resolve("expected");
		assertEquals(0, batch.run(expected).exitCode());
		assertEquals(IMAGES, BatchProcess.lines(expected));
	}

	@Test
	void threeKillsLeaveTheResultsOfAnUndisturbedRun() throws Exception {
		kill(batch, expected, 3, 8);
	}

	@Test
	@Tag("slow")
	void twentyKillsLeaveTheResultsOfAnUndisturbedRun() throws Exception {
		final BatchProcess more = new BatchProcess(folder, 60);
		final Path undisturbed = folder.resolve("expected");
		assertEquals(0, more.run(undisturbed).exitCode());
		assertEquals(60, BatchProcess.lines(undisturbed));
		kill(more, undisturbed, 20, 6);
	}

	/**
	 * @param wanted results of an undisturbed run
	 * @param step images at most between two kills
	 */
	private void kill(final BatchProcess batch, final Path wanted, final int kills, final int step) throws Exception {
		final int images = BatchProcess.lines(wanted);
		final Path out = folder.resolve("out");
		final Random random = new Random(SEED);
		int inTheMiddle = 0;
		for (int i = 0; i < kills; i++) {
			try (JavaProcess.Running running = batch.start(out)) {
				BatchProcess.await(running, out, BatchProcess.lines(out) + random.nextInt(step));
				Thread.sleep(random.nextInt(40));
			}
			final int lines = BatchProcess.lines(out);
			if (lines > 0 && lines < images) inTheMiddle++;
			BatchProcess.assertWhole(wanted, out);
		}
		assertTrue(inTheMiddle >= kills / 2, inTheMiddle + " of " + kills + " kills were in the middle");
		final JavaProcess.Outcome last = batch.run(out);
		assertEquals(0, last.exitCode(), () -> String.join("\n", last.errors()));
		assertTrue(
				last.output().get(last.output().size() - 1).contains(" done before"),
				last.output().toString());
		BatchProcess.assertSame(wanted, out);
	}

	@Test
	void aTerminatedRunEndsInOrderAndGoesOnLater() throws Exception {
		final Path out = folder.resolve("out");
		final JavaProcess.Outcome outcome;
		try (JavaProcess.Running running = batch.start(out)) {
			BatchProcess.await(running, out, 5);
			running.process().destroy(); // SIGTERM
			outcome = running.outcome();
		}
		assertEquals(143, outcome.exitCode(), outcome::toString);
		assertEquals(List.of("fovea: Cancelled"), BatchProcess.said(outcome));
		final String summary = outcome.output().get(outcome.output().size() - 1);
		assertTrue(summary.matches(IMAGES + " images: \\d+ done, 0 failed, \\d+ not reached; .*"), summary);
		final int done = BatchProcess.lines(out);
		assertTrue(done >= 5 && done < IMAGES, done + " done");
		assertEquals(
				4 * done + 1, BatchProcess.files(out).size(), "of each image all results or none, nothing temporary");
		final JavaProcess.Outcome last = batch.run(out);
		assertEquals(0, last.exitCode());
		assertTrue(
				last.output()
						.get(last.output().size() - 1)
						.startsWith(
								IMAGES + " images: " + (IMAGES - done) + " done, " + done + " done before, 0 failed; "),
				last.output().toString());
	}

	@Test
	void aSecondBatchIntoTheSameFolderSaysSoAndStops() throws Exception {
		final Path out = folder.resolve("out");
		try (JavaProcess.Running first = batch.start(out)) {
			BatchProcess.await(first, out, 1);
			stop(first, "-STOP"); // so that it is still there when the other comes
			final JavaProcess.Outcome second = batch.run(out);
			stop(first, "-CONT");
			assertEquals(3, second.exitCode(), second::toString);
			assertEquals(1, BatchProcess.said(second).size(), second::toString);
			assertTrue(BatchProcess.said(second).get(0).contains("another batch"), second::toString);
			assertEquals(0, first.outcome().exitCode());
		}
		assertEquals(IMAGES, BatchProcess.lines(out));
		BatchProcess.assertNothingTemporary(out);
	}

	@Test
	void aFullDiskEndsTheRunWithWholeFilesOnly() throws Exception {
		final Path disk = Files.createDirectory(folder.resolve("disk"));
		assumeTrue(execute("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk.toString()), "may not mount");
		try {
			final Path out = disk.resolve("out");
			final JavaProcess.Outcome full = batch.run(out);
			assertEquals(1, full.exitCode(), full::toString);
			final List<String> said = BatchProcess.said(full);
			assertTrue(
					said.size() >= 1 && said.size() <= 4 && said.stream().allMatch(line -> line.startsWith("fovea:")),
					said::toString);
			assertTrue(said.get(said.size() - 1).contains("No space left on device"), said::toString);
			assertTrue(full.output().get(full.output().size() - 1).contains(" not reached; "), full::toString);
			BatchProcess.assertNothingTemporary(out);
			assertTrue(execute("mount", "-o", "remount,size=20m", disk.toString()));
			assertEquals(0, batch.run(out).exitCode());
			BatchProcess.assertSame(expected, out);
		} finally {
			execute("umount", disk.toString());
		}
	}

	@Test
	void aReadOnlyFolderIsToldInOneLine() throws Exception {
		final Path disk = Files.createDirectory(folder.resolve("disk"));
		assumeTrue(execute("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk.toString()), "may not mount");
		try {
			final Path out = Files.createDirectory(disk.resolve("out"));
			assertTrue(execute("mount", "-o", "remount,ro", disk.toString()));
			final JavaProcess.Outcome outcome = batch.run(out);
			assertEquals(1, outcome.exitCode(), outcome::toString);
			assertEquals(
					List.of("fovea: " + out + ": this folder for results is read-only"), BatchProcess.said(outcome));
		} finally {
			execute("umount", disk.toString());
		}
	}

	private static void stop(final JavaProcess.Running running, final String signal)
			throws IOException, InterruptedException {
		assertTrue(execute("kill", signal, String.valueOf(running.process().pid())));
	}

	private static boolean execute(final String... command) throws IOException, InterruptedException {
		final Process process = new ProcessBuilder(command)
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
	}
}
