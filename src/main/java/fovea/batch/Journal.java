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

import fovea.base.ImageException;
import fovea.ij1.files.CsvFile;
import fovea.io.Csv;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What was done to the images of a folder, as a table (RFC 4180, UTF-8) of one line for each. Lines are appended, and
 * on the disk when {@link #append} returns. A line that is torn, since the process was killed or the disk was full,
 * counts as none. Of several lines of an image the last one counts; such are tidied when the journal is opened and
 * closed. Appending is for one thread; others may look things up meanwhile.
 */
final class Journal implements AutoCloseable {

	/** In the folder for results. */
	static final String NAME = "fovea-journal.csv";

	private final Path file;
	private final Map<String, JournalEntry> entries;
	private final FileChannel channel;
	private boolean untidy;

	private Journal(final Path file, final Map<String, JournalEntry> entries, final FileChannel channel) {
		this.file = file;
		this.entries = entries;
		this.channel = channel;
	}

	/**
	 * @param folder for results, which is this run's alone
	 * @param resume whether what is there is kept; of images that failed nothing is, for they are tried again
	 * @return a journal that the caller closes
	 * @throws BatchException if it cannot be read or written, or a file of its name is none
	 */
	static Journal open(final Path folder, final boolean resume) throws BatchException {
		final Path file = folder.resolve(NAME);
		final Map<String, JournalEntry> entries =
				resume && Files.exists(file) ? read(file) : new ConcurrentSkipListMap<>();
		entries.values().removeIf(entry -> !entry.done());
		rewrite(file, entries);
		try {
			return new Journal(
					file, entries, FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
		} catch (final IOException e) {
			throw unwritable(file, e);
		}
	}

	private static Map<String, JournalEntry> read(final Path file) throws BatchException {
		final String text;
		try {
			text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8); // half a character is no error
		} catch (final IOException e) {
			throw new BatchException(file + ": cannot read the journal: " + Reason.of(e), e);
		}
		final String headings = Csv.line(JournalEntry.HEADINGS);
		// The headings themselves may be torn.
		if (!text.startsWith(headings) && !headings.startsWith(text))
			throw new BatchException(
					file + ": expected a journal of Fovea, got another file; move it away, or start over");
		final Map<String, JournalEntry> entries = new ConcurrentSkipListMap<>();
		final int end = text.lastIndexOf('\n');
		text.substring(0, end + 1)
				.lines()
				.skip(1)
				.forEach(line ->
						Csv.cells(line).flatMap(JournalEntry::of).ifPresent(entry -> entries.put(entry.file(), entry)));
		return entries;
	}

	private static void rewrite(final Path file, final Map<String, JournalEntry> entries) throws BatchException {
		final List<List<String>> lines = new ArrayList<>(List.of(JournalEntry.HEADINGS));
		entries.values().forEach(entry -> lines.add(entry.cells()));
		try {
			CsvFile.write(lines, file);
		} catch (final ImageException e) {
			throw new BatchException(e.getMessage(), e);
		}
	}

	/**
	 * @param image its name within its folder
	 * @return what was done to it, if it did not fail
	 */
	Optional<JournalEntry> done(final String image) {
		return Optional.ofNullable(entries.get(image)).filter(JournalEntry::done);
	}

	/** @throws BatchException if it could not be written; the journal is as it was then */
	void append(final JournalEntry entry) throws BatchException {
		long before = -1;
		try {
			before = channel.size();
			final ByteBuffer line = ByteBuffer.wrap(Csv.line(entry.cells()).getBytes(StandardCharsets.UTF_8));
			while (line.hasRemaining()) channel.write(line);
			channel.force(false);
		} catch (final IOException e) {
			if (before >= 0) cut(before, e);
			throw unwritable(file, e);
		}
		untidy |= entries.put(entry.file(), entry) != null;
	}

	private void cut(final long length, final IOException cause) {
		try {
			channel.truncate(length);
		} catch (final IOException e) {
			cause.addSuppressed(e);
		}
	}

	private static BatchException unwritable(final Path file, final IOException e) {
		return new BatchException(file + ": cannot write the journal: " + Reason.of(e), e);
	}

	@Override
	public void close() throws BatchException {
		try (channel) {
			channel.force(true);
		} catch (final IOException e) {
			throw unwritable(file, e);
		}
		if (untidy) rewrite(file, entries);
	}
}
