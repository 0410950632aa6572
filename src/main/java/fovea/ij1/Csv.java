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
package fovea.ij1;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import ij.measure.ResultsTable;

/** ImageJ's tables as comma-separated values, RFC 4180, with all digits of their numbers. */
final class Csv {

	private Csv() {}

	/**
	 * @param table any
	 * @return a line of headings and one for each row
	 */
	static String of(final ResultsTable table) {
		return of(lines(table));
	}

	/** @return the same as cells, numbers with all their digits */
	static List<List<String>> lines(final ResultsTable table) {
		final String[] headings = table.getHeadings();
		final List<List<String>> lines = new ArrayList<>(List.of(List.of(headings)));
		for (int row = 0; row < table.size(); row++) {
			final List<String> cells = new ArrayList<>();
			for (final String heading : headings)
				cells.add(cell(table, heading, row));
			lines.add(cells);
		}
		return lines;
	}

	private static String cell(final ResultsTable table, final String heading, final int row) {
		final int column = table.getColumnIndex(heading);
		if (column == ResultsTable.COLUMN_NOT_FOUND) return table.getLabel(row) == null ? "" : table.getLabel(row);
		final double value = table.getValueAsDouble(column, row);
		if (Double.isNaN(value)) return table.getStringValue(column, row); // that of a column of text too
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value) : String.valueOf(value);
	}

	/**
	 * @param lines of cells, the headings first
	 * @return them, one on a line
	 */
	static String of(final List<List<String>> lines) {
		return lines.stream().map(Csv::line).collect(Collectors.joining());
	}

	private static String line(final List<String> cells) {
		return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\n"));
	}

	private static String quoted(final String cell) {
		final boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}
}
