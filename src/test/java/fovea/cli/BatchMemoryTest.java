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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory of long runs: 2,000 images, 500 models. */
class BatchMemoryTest {

	private static final int IMAGES = 2000;
	private static final int FIRST = 100;
	private static final double GROWTH = 1.05;

	@TempDir
	Path folder;

	@Test
	@Tag("slow")
	void twoThousandImagesTakeNoMoreMemoryThanAHundred() throws Exception {
		assumeTrue(Files.exists(Path.of("/proc/self/status")), "needs Linux");
		final BatchProcess batch = new BatchProcess(folder, IMAGES)
				.withJava("-XX:TieredStopAtLevel=4", "-Xmx256m", "-Xms256m", "-XX:+AlwaysPreTouch");
		final Path out = folder.resolve("out");
		final List<long[]> memory = new ArrayList<>();
		try (JavaProcess.Running running = batch.start(out, "--engine", "worker")) {
			for (final int moment : new int[] {FIRST, 500, 1000, 1500, IMAGES - 20}) {
				BatchProcess.await(running, out, moment);
				final ProcessHandle worker =
						running.process().children().findFirst().orElseThrow();
				memory.add(new long[] {resident(running.process().pid()), resident(worker.pid())});
			}
			assertEquals(0, running.outcome().exitCode());
		}
		final String told =
				memory.stream().map(Arrays::toString).collect(Collectors.joining(", ", "host and worker in kB: ", ""));
		System.out.println(told);
		final long[] last = memory.get(memory.size() - 1);
		for (int i = 0; i < last.length; i++) assertTrue(last[i] <= GROWTH * memory.get(0)[i], told);
	}

	@Test
	@Tag("slow")
	void fiveHundredModelsTakeNoMoreMemoryThanAHundred() throws Exception {
		assumeTrue(Files.exists(Path.of("/proc/self/status")), "needs Linux");
		final JavaProcess.Outcome outcome = JavaProcess.run(
				folder,
				List.of(
						"-Xmx256m",
						"-Xms256m",
						"-XX:+AlwaysPreTouch",
						"-cp",
						System.getProperty("java.class.path"),
						ModelCycles.class.getName(),
						"100",
						"500"),
				1800);
		assertEquals(0, outcome.exitCode(), outcome::toString);
		System.out.println(outcome.output());
		final String[] first = outcome.output().get(0).split(" ");
		final String[] last = outcome.output().get(1).split(" ");
		for (int i = 0; i < first.length; i++)
			assertTrue(
					Long.parseLong(last[i]) <= GROWTH * Long.parseLong(first[i]),
					outcome.output().toString());
	}

	/** @return kB of a process that are in memory */
	static long resident(final long pid) throws IOException {
		return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
				.filter(line -> line.startsWith("VmRSS"))
				.map(line -> Long.valueOf(line.replaceAll("\\D", "")))
				.findFirst()
				.orElseThrow();
	}
}
