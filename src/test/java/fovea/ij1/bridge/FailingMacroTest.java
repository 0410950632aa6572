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
package fovea.ij1.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure stops a macro and says why in one line; nothing after it runs, which might use the wrong image. */
@ExtendWith(Hosts.class)
@Tag("thorough")
class FailingMacroTest {

	private static final String START = "newImage('gray', '8-bit ramp', 32, 24, 1);\nprint('start');\n";
	private static final String END = "print('must not run');\n";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"threshold=7 | threshold: expected 0.0 to 1.0, got 7.0",
				"normalize=gamma | normalize: expected one of model, percentile, zscore, minmax, div255, none; got "
						+ "'gamma'",
				"orientations=3 | orientations: expected one of 1, 2, 4, 8; got '3'",
				"border=zeros | border: expected one of network, mirror; got 'zeros'",
				"treshold=0.4 | unknown option 'treshold', expected one of axes, border, channels, colors, confidence, "
						+ "device, fill, halo, labels, link, mask, minsize, model, "
						+ "normalize, orientations, overlay, points, precision, probabilities, region, roimanager, "
						+ "scale, scope, signature, split, table, tensor, threshold, tilesize, trustmodel",
				"model=no-such-model | Model 'no-such-model' not found: expected"
			})
	void plainImageJStopsAtAWrongOption(final String options, final String message, final OpenImageJ imageJ)
			throws Exception {
		final JavaProcess.Outcome outcome = run(imageJ, START + "run('Segment (FCN)...', '" + options + "');\n" + END);
		assertEquals(List.of("start"), outcome.output());
		assertMacroError("Segment (FCN): " + message, outcome.errors());
	}

	@Test
	void plainImageJStopsWithoutAnImage() throws Exception {
		final JavaProcess.Outcome outcome =
				new HeadlessImageJ(folder).run(("run('Denoise (CAE)...', '');\n" + END).replace('\'', '"'));
		assertEquals(List.of(), outcome.output());
		assertMacroError("Denoise (CAE): no image is open, expected one to work on", outcome.errors());
	}

	/** In Fiji the command runs on another thread than the macro. */
	@Test
	void aCommandOnSciJavasThreadStopsTheMacroThatWaitsForIt(final OpenImageJ imageJ) throws Exception {
		final JavaProcess.Outcome outcome = run(
				imageJ,
				START + "r = call('fovea.ij1.bridge.FijiLikeCalls.run', 'SegmentCommand', 'threshold=7');\n" + END);
		assertEquals(List.of("start", "Segment (FCN): threshold: expected 0.0 to 1.0, got 7.0"), outcome.output());
		assertTrue(
				outcome.errors().stream().noneMatch(line -> line.startsWith("\tat ")),
				() -> String.join("\n", outcome.errors()));
	}

	private static JavaProcess.Outcome run(final OpenImageJ imageJ, final String macro)
			throws IOException, InterruptedException {
		return imageJ.run(macro.replace('\'', '"'));
	}

	/** ImageJ puts the line's number after the message, then an empty line and the line of the macro. */
	private static void assertMacroError(final String message, final List<String> errors) {
		assertEquals(3, errors.size(), () -> String.join("\n", errors));
		assertTrue(errors.get(0).startsWith("Macro Error: " + message), errors.get(0));
		assertEquals("", errors.get(1).strip());
		assertTrue(errors.get(2).startsWith("run ("), errors.get(2));
	}
}
