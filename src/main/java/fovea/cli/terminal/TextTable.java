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
package fovea.cli.terminal;

import fovea.text.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of cells in columns as wide as their widest cell, two blanks apart; columns without text are left out. Not
 * thread-safe.
 */
public final class TextTable {

	private final List<List<String>> rows = new ArrayList<>();

	public TextTable row(final String... cells) {
		final List<String> row = new ArrayList<>();
		for (int column = 0; column < cells.length; column++)
			row.add(Printable.cell(
					cells[column], column == cells.length - 1 ? Printable.LONGEST_LINE : Printable.LONGEST_VALUE));
		rows.add(row);
		return this;
	}

	/** @return each row on a line of its own, without blanks at its end */
	public String text(final String indent) {
		final int[] widths = widths();
		final StringBuilder text = new StringBuilder();
		for (final List<String> row : rows) {
			final StringBuilder line = new StringBuilder(indent);
			for (int column = 0; column < row.size(); column++) line.append(padded(row.get(column), widths[column]));
			text.append(line.toString().stripTrailing()).append('\n');
		}
		return text.toString();
	}

	private static String padded(final String cell, final int width) {
		return width == 0 ? "" : cell + " ".repeat(width - cell.length() + 2);
	}

	private int[] widths() {
		final int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
		for (final List<String> row : rows)
			for (int column = 0; column < row.size(); column++)
				widths[column] = Math.max(widths[column], row.get(column).length());
		return widths;
	}
}
