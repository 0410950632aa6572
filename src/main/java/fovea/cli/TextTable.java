package fovea.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in columns as wide as their widest cell, two blanks apart; columns without text are left out. Not thread-safe. */
final class TextTable {

	private final List<List<String>> rows = new ArrayList<>();

	TextTable row(final String... cells) {
		rows.add(List.of(cells));
		return this;
	}

	/** @return each row on a line of its own, without blanks at its end */
	String text(final String indent) {
		final StringBuilder text = new StringBuilder();
		for (final List<String> row : rows) {
			final StringBuilder line = new StringBuilder(indent);
			for (int column = 0; column < row.size(); column++)
				line.append(padded(row.get(column), width(column)));
			text.append(line.toString().stripTrailing()).append('\n');
		}
		return text.toString();
	}

	private static String padded(final String cell, final int width) {
		return width == 0 ? "" : cell + " ".repeat(width - cell.length() + 2);
	}

	private int width(final int column) {
		return rows.stream().filter(row -> row.size() > column).mapToInt(row -> row.get(column).length()).max().orElse(0);
	}
}
