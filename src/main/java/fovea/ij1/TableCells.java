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

import fovea.text.Formulas;
import fovea.text.Printable;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Text in ImageJ's tables, which ImageJ saves for spreadsheets, and shows with a tab between cells: formulas are
 * {@linkplain Formulas#neutral no formulas} in it, and control characters are escapes. All texts go in here.
 */
final class TableCells {

	private TableCells() {}

	/**
	 * @param table whose last row is meant
	 * @param column heading
	 * @param text from anybody
	 */
	static void add(final ResultsTable table, final String column, final String text) {
		table.addValue(column, neutral(text));
	}

	/**
	 * @param table whose last row is meant
	 * @param text from anybody
	 */
	static void label(final ResultsTable table, final String text) {
		table.addLabel(neutral(text));
	}

	private static String neutral(final String text) {
		return Formulas.neutral(Printable.escaped(text));
	}

	/**
	 * @param table any
	 * @return a line of headings and one for each row, texts as they were given, numbers with all their digits
	 */
	static List<List<String>> lines(final ResultsTable table) {
		final String[] headings = table.getHeadings();
		final List<List<String>> lines = new ArrayList<>(List.of(List.of(headings)));
		for (int row = 0; row < table.size(); row++) {
			final List<String> cells = new ArrayList<>();
			for (final String heading : headings) cells.add(cell(table, heading, row));
			lines.add(cells);
		}
		return lines;
	}

	private static String cell(final ResultsTable table, final String heading, final int row) {
		final int column = table.getColumnIndex(heading);
		if (column == ResultsTable.COLUMN_NOT_FOUND)
			return table.getLabel(row) == null ? "" : Formulas.original(table.getLabel(row));
		final double value = table.getValueAsDouble(column, row);
		if (Double.isNaN(value))
			return Formulas.original(table.getStringValue(column, row)); // that of a column of text too
		return value == Math.rint(value) && Math.abs(value) < 1e15
				? String.valueOf((long) value)
				: String.valueOf(value);
	}
}
