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

import fovea.Fixtures;
import fovea.JavaProcess;
import fovea.ij1.ImageFiles;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command line with little Java memory: it does the work or says at once how much it needs, and what it says is
 * true.
 */
@Tag("thorough")
class JavaMemoryTest {

	private static final Pattern REFUSAL = Pattern.compile(
			"fovea: .*'large.tif' .* needs about (\\d+) MB of Java memory, \\d+ MB are free(?:, but not in one "
					+ "piece)? \\(-Xmx(\\d+)m\\): "
					+ "start with FOVEA_JAVA_OPTS=-Xmx(\\d+)m, or choose a part of the image");

	@TempDir
	Path folder;

	private Path image(final int edge) throws Exception {
		final byte[] pixels = new byte[edge * edge];
		new Random(1).nextBytes(pixels);
		final Path file = folder.resolve("large.tif");
		ImageFiles.save(new ImagePlus("large", new ByteProcessor(edge, edge, pixels)), file);
		return file;
	}

	private JavaProcess.Outcome run(final int megabytes, final String... arguments) throws Exception {
		final List<String> java =
				new ArrayList<>(List.of("-Xmx" + megabytes + "m", "-cp", JavaProcess.classPath(), "fovea.cli.Fovea"));
		java.addAll(List.of(arguments));
		return JavaProcess.run(folder, java);
	}

	/** @return MB that are said to do; 0 if it was done */
	private int advised(final int megabytes, final String... arguments) throws Exception {
		final JavaProcess.Outcome outcome = run(megabytes, arguments);
		if (outcome.exitCode() == 0) return 0;
		final List<Matcher> lines = outcome.errors().stream()
				.map(REFUSAL::matcher)
				.filter(Matcher::matches)
				.toList();
		assertEquals(1, lines.size(), "-Xmx" + megabytes + "m: " + outcome);
		return Integer.parseInt(lines.get(0).group(3));
	}

	@Test
	void whatIsSaidToDoDoes() throws Exception {
		final Path model = Fixtures.model("keras3-export-conv-radius4-stride1").resolve("savedmodel");
		final Path out = folder.resolve("out");
		final String[] denoise = {
			"denoise", image(4000).toString(), "--model", model.toString(), "--out", out.toString(), "--bit-depth", "32"
		};
		final int advised = advised(64, denoise);
		assertTrue(advised > 100 && advised < 200, "16 MB of image, 64 MB of result: -Xmx" + advised + "m");
		assertTrue(Files.notExists(out.resolve("large-denoised.tif")));
		assertEquals(0, advised(advised, denoise));
		assertEquals(64_000_000, Files.size(out.resolve("large-denoised.tif")), 10_000);
	}

	/** Never refused after all was computed: {@code mvn test -Pslow -Dtest=JavaMemoryTest}. */
	@Test
	@Tag("slow")
	void ofSixThousandBySixThousandPixelsSixTimesItsBytesDo() throws Exception {
		final Path model = Fixtures.model("keras3-export-conv-radius4-stride1").resolve("savedmodel");
		final String[] denoise = {
			"denoise",
			image(6000).toString(),
			"--model",
			model.toString(),
			"--out",
			folder.resolve("out").toString()
		};
		assertEquals(0, advised(216, denoise));
		for (int megabytes = 60; megabytes < 216; megabytes += 12)
			advised(megabytes, denoise); // done or refused in time
	}
}
