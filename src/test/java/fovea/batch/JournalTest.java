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
package fovea.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.io.Csv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

	private static final WorkKey KEY = new WorkKey("model", "parameters");

	@TempDir
	Path folder;

	@Test
	void whatWasWrittenIsRead() throws BatchException {
		final JournalEntry entry = new JournalEntry(
				"a, \"b\"/c.tif", true, 1.25, OptionalInt.of(7), OptionalDouble.of(1.0 / 3), "", "abc", KEY, 1234);
		append(entry);
		assertEquals(Optional.of(entry), done(entry.file()));
	}

	/** Whatever part of the line came to the disk, what was before is kept, and what comes after is not glued to it. */
	@Test
	void aTornLineCountsAsNone() throws Exception {
		append(entry("a.tif", true), entry("b.tif", true));
		final Path file = folder.resolve(Journal.NAME);
		final byte[] whole = Files.readAllBytes(file);
		final int last = new String(whole, StandardCharsets.UTF_8).indexOf("b.tif");
		for (int length = last; length < whole.length; length++) {
			Files.write(file, Arrays.copyOf(whole, length));
			assertTrue(done("a.tif").isPresent(), "cut to " + length);
			assertEquals(Optional.empty(), done("b.tif"), "cut to " + length);
			append(entry("c.tif", true));
			assertTrue(done("a.tif").isPresent() && done("c.tif").isPresent(), "cut to " + length);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"a\nb.tif",
				"a\r\nb.tif",
				"a\tb.tif",
				"a\u2028b\u0085.tif",
				"a\u001b[2Jb.tif",
				"a\\nb.tif",
				"a\\\\b\\.tif",
				"=1+1.tif",
				"-a.tif",
				"'=a.tif",
				"a\u202Eb.tif",
				"caf\uDCE9.tif",
				"\uD83D\uDD2C.tif",
				"\uDB40\uDC41.tif",
				"a;=1.tif",
				"\n"
			})
	void aNameIsOneLineAndFoundAgain(final String name) throws Exception {
		append(entry(name, true), entry("z.tif", true));
		assertTrue(done(name).isPresent() && done("z.tif").isPresent());
		assertEquals(3, Files.readAllLines(folder.resolve(Journal.NAME)).size());
	}

	@Test
	void aNameForgesNoLine() throws Exception {
		final String line = Csv.line(entry("victim.tif", true).cells());
		append(entry("x\n" + line + "y.tif", true), entry("x\"\n" + line + "\"y.tif", true));
		assertEquals(Optional.empty(), done("victim.tif"));
		assertEquals(3, Files.readAllLines(folder.resolve(Journal.NAME)).size());
	}

	@Test
	void anErrorForgesNoLine() throws Exception {
		final String line = Csv.line(entry("victim.tif", true).cells());
		append(JournalEntry.failed("x.tif", "broken\n" + line + "\u001b[2J", "", KEY));
		assertEquals(2, Files.readString(folder.resolve(Journal.NAME)).split("\n|\u001b").length);
	}

	/** As earlier versions wrote it: names as they are, in quotes where need be. */
	@Test
	void oldJournalsAreRead() throws Exception {
		Files.writeString(
				folder.resolve(Journal.NAME),
				String.join(",", JournalEntry.HEADINGS) + "\n"
						+ "-a.tif,done,0.5,3,,,abc,model,parameters,100\n\"=b, "
						+ "\"\"c\"\".tif\",done,0.5,,0.25,,abc,model,parameters,100\n"
						+ "sub/d\\e.tif,done,0.5,,,,abc,model,parameters,100\n");
		for (final String name : List.of("-a.tif", "=b, \"c\".tif", "sub/d\\e.tif"))
			assertTrue(done(name).isPresent(), name);
	}

	@Test
	void tornHeadingsAreAnEmptyJournal() throws Exception {
		Files.writeString(folder.resolve(Journal.NAME), "file,stat");
		append(entry("a.tif", true));
		assertTrue(done("a.tif").isPresent());
	}

	@Test
	void linesThatMeanNothingArePassedOver() throws Exception {
		append(entry("a.tif", true));
		final Path file = folder.resolve(Journal.NAME);
		Files.writeString(
				file, Files.readString(file) + "\0\0\0\0\nb.tif,done,x,1,,,,,,1\nc.tif,perhaps,1,,,,,,,1\n\"open\n");
		assertTrue(done("a.tif").isPresent());
		assertEquals(2, Files.readAllLines(file).size(), "tidied");
	}

	@Test
	void anotherFileOfItsNameIsLeftAlone() throws IOException {
		final Path file = Files.writeString(folder.resolve(Journal.NAME), "mine,not yours\n");
		final BatchException e = assertThrows(BatchException.class, () -> done("a.tif"));
		assertTrue(e.getMessage().contains(Journal.NAME), e.getMessage());
		assertEquals("mine,not yours\n", Files.readString(file));
	}

	@Test
	void whatFailedIsTriedAgain() throws Exception {
		append(entry("a.tif", false));
		assertEquals(Optional.empty(), done("a.tif"));
	}

	@Test
	void thereIsOneLineForEachImage() throws Exception {
		append(entry("a.tif", true), entry("a.tif", false), entry("b.tif", true), entry("a.tif", true));
		final List<String> lines = Files.readAllLines(folder.resolve(Journal.NAME));
		assertEquals(3, lines.size(), lines.toString());
		assertTrue(done("a.tif").isPresent() && done("b.tif").isPresent());
	}

	@Test
	void startingOverForgets() throws Exception {
		append(entry("a.tif", true));
		Journal.open(folder, false).close();
		assertEquals(Optional.empty(), done("a.tif"));
	}

	private static JournalEntry entry(final String file, final boolean done) {
		return new JournalEntry(
				file, done, 0.5, OptionalInt.of(3), OptionalDouble.empty(), done ? "" : "broken", "abc", KEY, 100);
	}

	private void append(final JournalEntry... entries) throws BatchException {
		try (Journal journal = Journal.open(folder, true)) {
			for (final JournalEntry entry : entries) journal.append(entry);
		}
	}

	private Optional<JournalEntry> done(final String image) throws BatchException {
		try (Journal journal = Journal.open(folder, true)) {
			return journal.done(image);
		}
	}
}
