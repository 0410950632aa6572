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
package fovea.io;

import fovea.base.ImageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads comma-separated values (RFC 4180, UTF-8). Stateless. */
public final class CsvLines {

	/** Of a table; ten thousand encodings of a hundred numbers have 20 MB. */
	private static final int MAX_BYTES = 1 << 28;

	private CsvLines() {}

	/**
	 * @param file of lines that end with LF or CRLF
	 * @return its lines of cells
	 * @throws ImageException if it cannot be read, or a quote is not closed
	 */
	public static List<List<String>> read(final Path file) throws ImageException {
		try {
			return parse(file.toString(), InputFiles.text(file, MAX_BYTES));
		} catch (final NoSuchFileException e) {
			throw new ImageException(file + ": no such file", e);
		} catch (final CharacterCodingException e) {
			throw new ImageException(file + ": expected a table as text (CSV), got something else", e);
		} catch (final OutOfMemoryError e) {
			throw new ImageException(file + ": no memory for it: give Java more (-Xmx), or a smaller table", e);
		} catch (final IOException e) {
			throw new ImageException(file + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	public static List<List<String>> parse(final String name, final String text) throws ImageException {
		return Csv.lines(text)
				.orElseThrow(() -> new ImageException(name + ": expected a closing quote, the table ends without"));
	}
}
