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

import fovea.text.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180; lines end with LF): the one place that writes and reads them. Texts that a
 * spreadsheet would compute are written as {@link Formulas#neutral}, and read back as they were. Stateless and
 * thread-safe.
 */
public final class Csv {

	/** Quoted or not, and what follows it. */
	private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*+)\"|([^\",]*+))(,|$)");

	private Csv() {}

	/**
	 * @param lines of cells, the headings first
	 * @return them, one on a line
	 */
	public static String text(final List<List<String>> lines) {
		return lines.stream().map(Csv::line).collect(Collectors.joining());
	}

	/** @return cells as a line, with its end; more than one where a cell has line breaks */
	public static String line(final List<String> cells) {
		return cells.stream().map(cell -> quoted(Formulas.neutral(cell))).collect(Collectors.joining(",", "", "\n"));
	}

	private static String quoted(final String cell) {
		// Programs of some countries expect semicolons between cells.
		final boolean plain =
				cell.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\t' || c == '\n' || c == '\r');
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

	/**
	 * @param line of cells without line breaks, without its end
	 * @return its cells; empty if a quote is not closed or stands where none may, as in a line that is torn
	 */
	public static Optional<List<String>> cells(final String line) {
		final List<String> cells = new ArrayList<>();
		final Matcher cell = CELL.matcher(line);
		int at = 0;
		while (cell.find() && cell.start() == at) {
			cells.add(Formulas.original(cell.group(1) != null ? cell.group(1).replace("\"\"", "\"") : cell.group(2)));
			at = cell.end();
			if (at == line.length() && cell.group(3).isEmpty()) return Optional.of(cells);
		}
		return Optional.empty();
	}

	/**
	 * Reads tables of other programs, too: lines may end with CRLF, a byte order mark may come first.
	 *
	 * @param text whole
	 * @return its lines of cells; empty if a quote is not closed
	 */
	public static Optional<List<List<String>>> lines(final String text) {
		final List<List<String>> lines = new ArrayList<>();
		List<String> line = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		final String all = text.startsWith("\uFEFF") ? text.substring(1) : text;
		for (int i = 0; i < all.length(); i++) {
			final char c = all.charAt(i);
			if (quoted) {
				if (c != '"') cell.append(c);
				else if (i + 1 < all.length() && all.charAt(i + 1) == '"') cell.append(all.charAt(++i));
				else quoted = false;
			} else if (c == '"') quoted = true;
			else if (c == ',' || c == '\n') {
				line.add(Formulas.original(cell.toString()));
				cell = new StringBuilder();
				if (c == ',') continue;
				lines.add(line);
				line = new ArrayList<>();
			} else if (c != '\r') cell.append(c);
		}
		if (quoted) return Optional.empty();
		if (line.isEmpty() && cell.isEmpty()) return Optional.of(lines);
		line.add(Formulas.original(cell.toString()));
		lines.add(line);
		return Optional.of(lines);
	}
}
