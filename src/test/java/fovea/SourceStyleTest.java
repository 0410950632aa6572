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
package fovea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the formatter leaves alone. */
class SourceStyleTest {

	private static final int WIDEST = 120;
	private static final String TEXT_BLOCK = "\"\"\"";

	private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"])*\"");

	/** Stems of words that British and American write differently, as far as they were once found here. */
	private static final Pattern BRITISH = Pattern.compile(
			"\\w*(colour|neighbour|labell(ed|ing)|grey|centre|favour|behaviour|licence|learnt"
					+ "|(normal|regular|initial|quant|recogn|optim|serial)is)\\w*",
			Pattern.CASE_INSENSITIVE);

	/** Fields that are macro keys. */
	private static final Set<String> KEYS = Set.of("neighbours", "unlabelled");

	@Test
	void noLineIsTooWideAndNoneEndsInAProp() throws IOException {
		final Set<String> wrong = new TreeSet<>();
		final List<Path> sources = sources();
		assertTrue(sources.size() > 1000, sources.size() + " sources");
		for (final Path file : sources) {
			boolean text = false;
			int number = 0;
			for (final String line : Files.readAllLines(file)) {
				number++;
				if (line.split(TEXT_BLOCK, -1).length % 2 == 0) text = !text;
				final boolean wide = line.replace("\t", "    ").length() > WIDEST;
				if (wide && !text && !line.contains("https://")) wrong.add(file + ":" + number + " is too wide");
				if (line.endsWith(" //")) wrong.add(file + ":" + number + " ends in //");
			}
		}
		assertEquals(Set.of(), wrong);
	}

	/** Words of options and macro keys, which stay, are in quotes or fields of commands. */
	@Test
	void namesAndCommentsAreAmerican() throws IOException {
		final Set<String> wrong = new TreeSet<>();
		for (final Path file : sources()) {
			int number = 0;
			for (final String line : Files.readAllLines(file)) {
				number++;
				final Matcher british = BRITISH.matcher(QUOTED.matcher(line).replaceAll(""));
				if (british.find() && !KEYS.contains(british.group()))
					wrong.add(file + ":" + number + " " + line.strip());
			}
		}
		assertEquals(Set.of(), wrong);
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> main = Files.walk(Path.of("src"));
				Stream<Path> site = Files.walk(Path.of("update-site/src"))) {
			return Stream.concat(main, site)
					.filter(file -> file.toString().endsWith(".java"))
					.toList();
		}
	}
}
