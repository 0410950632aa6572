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
package fovea.cli.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.cli.Fovea;
import fovea.task.Output;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SegmentTest {

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				" | OVERLAY MASK TABLE",
				"--mask --table | OVERLAY MASK TABLE",
				"--no-mask | OVERLAY TABLE",
				"--no-table | OVERLAY MASK",
				"--no-mask --no-table | OVERLAY",
				"--link z | OVERLAY MASK TABLE VOLUMES",
				"--link z --no-table | OVERLAY MASK",
				"--labels --probabilities | OVERLAY MASK LABELS PROBABILITIES TABLE"
			})
	void whatIsWritten(final String options, final String outputs) {
		final CommandLine fovea = Fovea.commandLine(null, null);
		fovea.parseArgs(("segment " + (options == null ? "" : options + " ") + "a.tif").split(" "));
		final Segment segment = fovea.getSubcommands().get("segment").getCommand();
		assertEquals(
				List.of(outputs.split(" ")),
				segment.task().outputs().stream().map(Output::name).toList());
	}
}
