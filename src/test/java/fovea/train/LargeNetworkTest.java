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
package fovea.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.JavaProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest named network trains on an ordinary computer: {@code mvn test -Pslow -Dtest=LargeNetworkTest}. */
@Tag("slow")
class LargeNetworkTest {

	private static final Pattern EPOCH = Pattern.compile("epoch (\\d+) loss (\\S+) iou (\\S+)");
	private static final int EPOCHS = 12;
	private static final long SECONDS = 1800;
	private static final long MEMORY = 8_000_000_000L;

	@TempDir
	Path folder;

	@Test
	void fcn8LearnsFourImagesByHeartWithinEightGigabytes() throws Exception {
		final JavaProcess.Outcome outcome = JavaProcess.run(
				folder,
				List.of(
						"-Xmx3g",
						"-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
						"-cp",
						JavaProcess.classPath(),
						LargeNetworkRun.class.getName(),
						"1",
						String.valueOf(EPOCHS),
						"1e-4"),
				SECONDS);
		assertEquals(0, outcome.exitCode(), () -> String.join("\n", outcome.errors()));
		final List<Matcher> epochs = outcome.output().stream()
				.map(EPOCH::matcher)
				.filter(Matcher::matches)
				.toList();
		assertEquals(EPOCHS, epochs.size());
		final double first = Double.parseDouble(epochs.get(0).group(2));
		final double last = Double.parseDouble(epochs.get(EPOCHS - 1).group(2));
		assertTrue(last < first / 5, () -> "loss " + first + " after the first epoch, " + last + " after the last");
		final double iou = Double.parseDouble(epochs.get(EPOCHS - 1).group(3));
		assertTrue(iou > 0.95, () -> "IoU " + iou);
		final long peak =
				Long.parseLong(outcome.output().get(outcome.output().size() - 1).substring("peak ".length()));
		System.getLogger("fovea")
				.log(
						System.Logger.Level.INFO,
						() -> String.format(
								"loss %.3f to %.3f, IoU %.3f, at most %d MB", first, last, iou, peak / 1_000_000));
		assertTrue(peak < MEMORY, () -> peak + " bytes");
	}
}
