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
package fovea.latent;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.io.CsvLines;
import fovea.io.Npy;
import fovea.io.NpyArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Encodings as lines of cells: id, label, z1, z2, ..., error, loss. A table that is read may have its columns in any
 * order, others beside them, and lack all but z1, z2, ...; an id that is missing is the number of the line. Stateless.
 */
public final class EncodingTable {

	private static final String ID = "id";
	private static final String LABEL = "label";
	private static final String Z = "z";
	private static final String ERROR = "error";
	private static final String LOSS = "loss";

	private EncodingTable() {}

	/**
	 * @param dimensions of the latent space
	 * @return names of the columns
	 */
	public static List<String> headings(final int dimensions) {
		final List<String> headings = new ArrayList<>(List.of(ID, LABEL));
		for (int d = 1; d <= dimensions; d++) headings.add(Z + d);
		headings.addAll(List.of(ERROR, LOSS));
		return headings;
	}

	/**
	 * @param encodings any
	 * @return the headings, then a line for each, numbers with all their digits
	 */
	public static List<List<String>> lines(final Encodings encodings) {
		final List<List<String>> lines = new ArrayList<>();
		lines.add(headings(encodings.dimensions()));
		for (final Encoding encoding : encodings.all()) {
			final List<String> line = new ArrayList<>(List.of(encoding.id(), encoding.label()));
			for (final float value : encoding.z()) line.add(String.valueOf(value));
			line.add(String.valueOf(encoding.error()));
			line.add(String.valueOf(encoding.loss()));
			lines.add(line);
		}
		return lines;
	}

	/**
	 * @param file a table of comma-separated values, or a .npy array of axes point, value
	 * @return what it says, at no {@link ItemLocation}; points of an array are called by their numbers, from 1 on
	 * @throws FoveaException if it cannot be read, or is no table of encodings
	 */
	public static Encodings read(final Path file) throws FoveaException {
		if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".npy"))
			return parse(file.toString(), CsvLines.read(file));
		final NpyArray array = Npy.read(file);
		if (array.shape().length != 2 || array.data().length == 0)
			throw new ImageException(file + ": expected points, an array of axes point, value, got lengths "
					+ Arrays.toString(array.shape()));
		final List<Encoding> encodings = new ArrayList<>();
		final int dimensions = array.shape()[1];
		for (int i = 0; i < array.shape()[0]; i++)
			encodings.add(new Encoding(
					String.valueOf(i + 1),
					"",
					Arrays.copyOfRange(array.data(), i * dimensions, (i + 1) * dimensions),
					Double.NaN,
					Double.NaN,
					ItemLocation.NOWHERE));
		return new Encodings(encodings);
	}

	/**
	 * @param name of the table, for messages
	 * @param lines of cells, the headings first; empty lines are passed over
	 * @return what they say, at no {@link ItemLocation}
	 * @throws ImageException if there is no column z1 or no line, a line is of another length than the headings, or a
	 *     value of z is no number
	 */
	public static Encodings parse(final String name, final List<List<String>> lines) throws ImageException {
		final Map<String, Integer> columns = new HashMap<>();
		if (!lines.isEmpty())
			for (int i = 0; i < lines.get(0).size(); i++)
				columns.putIfAbsent(lines.get(0).get(i).strip(), i);
		int dimensions = 0;
		while (columns.containsKey(Z + (dimensions + 1))) dimensions++;
		if (dimensions == 0)
			throw new ImageException(name + ": expected a table with columns z1, z2, ..., got "
					+ (lines.isEmpty() ? "nothing" : String.join(", ", lines.get(0))));
		final List<Encoding> encodings = new ArrayList<>();
		for (int i = 1; i < lines.size(); i++) {
			final List<String> line = lines.get(i);
			if (line.size() == 1 && line.get(0).isBlank()) continue;
			if (line.size() != lines.get(0).size())
				throw new ImageException(name + ", line " + (i + 1) + ": expected "
						+ lines.get(0).size() + " cells, as many as headings, got " + line.size());
			final float[] z = new float[dimensions];
			for (int d = 0; d < dimensions; d++) {
				final String cell = line.get(columns.get(Z + (d + 1))).strip();
				z[d] = (float) number(cell);
				if (!Float.isFinite(z[d]))
					throw new ImageException(name + ", line " + (i + 1) + ": expected a number for z" + (d + 1)
							+ ", got '" + cell + "'");
			}
			encodings.add(new Encoding(
					cell(columns, line, ID, String.valueOf(i)),
					cell(columns, line, LABEL, ""),
					z,
					number(cell(columns, line, ERROR, "")),
					number(cell(columns, line, LOSS, "")),
					ItemLocation.NOWHERE));
		}
		if (encodings.isEmpty()) throw new ImageException(name + ": expected lines below the headings, found none");
		return new Encodings(encodings);
	}

	private static String cell(
			final Map<String, Integer> columns, final List<String> line, final String column, final String otherwise) {
		return columns.containsKey(column) ? line.get(columns.get(column)) : otherwise;
	}

	/** @return NaN for what is no number */
	private static double number(final String text) {
		try {
			return Double.parseDouble(text.strip());
		} catch (final NumberFormatException e) {
			return Double.NaN;
		}
	}
}
