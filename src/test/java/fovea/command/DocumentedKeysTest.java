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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every key of a command is told in the documentation, which people look keys up in. */
class DocumentedKeysTest {

	private static final Path KEYS = Path.of("src", "test", "resources", "fovea", "keys", "macro-keys.txt");

	/** The list is the commands' own: {@link MacroKeysTest}. */
	@ParameterizedTest
	@CsvSource({
		"SegmentCommand, keys.md",
		"DenoiseCommand, keys.md",
		"DenoiseThisCommand, training.md keys.md",
		"OpenZarrCommand, formats.md keys.md",
		"ReconstructCommand, keys.md",
		"BatchCommand, keys.md batch.md",
		"LatentSpaceCommand, latent.md keys.md",
		"LatentCommands$Encode, latent.md keys.md",
		"LatentCommands$Decode, latent.md keys.md",
		"LatentCommands$Interpolate, latent.md keys.md",
		"LatentCommands$Plot, latent.md keys.md",
		"TrainAutoencoderCommand, training.md keys.md",
		"TrainSegmenterCommand, training.md keys.md",
		"TeachCommand, teach.md",
		"ModelsCommand, training.md"
	})
	void areInTheDocumentation(final String command, final String files) throws IOException {
		final StringBuilder text = new StringBuilder();
		for (final String file : files.split(" ")) text.append(Files.readString(Path.of("docs", file)));
		final List<String> keys = keys(command);
		assertFalse(keys.isEmpty(), "no keys of " + command);
		assertEquals(
				List.of(),
				keys.stream()
						.filter(key -> !Pattern.compile("`" + key + "`|[` \"]" + key + "=")
								.matcher(text)
								.find())
						.toList());
	}

	private static List<String> keys(final String command) throws IOException {
		final List<String> keys = new ArrayList<>();
		boolean isOf = false;
		for (final String line : Files.readAllLines(KEYS)) {
			final Matcher key = Pattern.compile("\\t\\[([a-z0-9]+)] .*").matcher(line);
			if (!line.startsWith("\t")) isOf = line.contains("fovea.command." + command + " ");
			else if (isOf && key.matches()) keys.add(key.group(1));
		}
		return keys;
	}
}
