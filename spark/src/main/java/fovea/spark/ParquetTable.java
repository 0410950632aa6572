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
package fovea.spark;

import fovea.base.ImageException;
import fovea.io.AtomicFile;
import fovea.io.Csv;
import fovea.io.InputFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * A table of objects as Parquet, of the one in CSV: a column for each heading, of 64-bit integers if all of its cells
 * are such, else of 64-bit floating point if all are numbers, else of texts; an empty cell is null. It is read line by
 * line, twice. Stateless.
 */
final class ParquetTable {

	/** What a column may be, from the narrowest on. */
	private enum Kind {
		INTEGER,
		NUMBER,
		TEXT;

		static Kind of(final String cell) {
			if (cell.isEmpty() || cell.matches("-?\\d{1,18}")) return INTEGER;
			try {
				Double.parseDouble(cell);
				return NUMBER;
			} catch (final NumberFormatException e) {
				return TEXT;
			}
		}
	}

	private ParquetTable() {}

	/**
	 * @param csv that is read
	 * @param parquet that is written, at once or not at all
	 * @throws ImageException if one of both fails
	 */
	static void convert(final Path csv, final Path parquet) throws ImageException {
		final Path whole = parquet.resolveSibling("." + parquet.getFileName() + ".tmp");
		try {
			final List<String> headings = new ArrayList<>();
			final List<Kind> kinds = new ArrayList<>();
			lines(csv, (n, cells) -> {
				if (n == 0) {
					headings.addAll(cells);
					cells.forEach(cell -> kinds.add(Kind.INTEGER));
					return;
				}
				for (int c = 0; c < kinds.size(); c++) {
					final Kind kind = Kind.of(cells.get(c));
					if (kind.compareTo(kinds.get(c)) > 0) kinds.set(c, kind);
				}
			});
			final MessageType schema = schema(headings, kinds);
			Files.deleteIfExists(whole);
			try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(whole))
					.withType(schema)
					.withConf(new PlainParquetConfiguration())
					.withCompressionCodec(CompressionCodecName.ZSTD)
					.build()) {
				lines(csv, (n, cells) -> {
					if (n > 0) writer.write(row(schema, headings, kinds, cells));
				});
			}
			AtomicFile.move(whole, parquet);
		} catch (final IOException e) {
			throw new ImageException("Cannot write '" + parquet + "': " + InputFiles.reason(e), e);
		}
	}

	private interface Line {
		void take(long number, List<String> cells) throws IOException;
	}

	private static void lines(final Path csv, final Line line) throws IOException {
		try (BufferedReader reader =
				new BufferedReader(new InputStreamReader(InputFiles.stream(csv), StandardCharsets.UTF_8))) {
			long number = 0;
			for (String text = reader.readLine(); text != null; text = reader.readLine()) {
				final String of = text;
				line.take(
						number++,
						Csv.cells(text).orElseThrow(() -> new IOException("expected cells of a table, got: " + of)));
			}
		}
	}

	private static MessageType schema(final List<String> headings, final List<Kind> kinds) {
		final Types.MessageTypeBuilder builder = Types.buildMessage();
		for (int c = 0; c < kinds.size(); c++)
			switch (kinds.get(c)) {
				case INTEGER -> builder.optional(PrimitiveTypeName.INT64).named(headings.get(c));
				case NUMBER -> builder.optional(PrimitiveTypeName.DOUBLE).named(headings.get(c));
				default ->
					builder.optional(PrimitiveTypeName.BINARY)
							.as(LogicalTypeAnnotation.stringType())
							.named(headings.get(c));
			}
		return builder.named("objects");
	}

	private static Group row(
			final MessageType schema, final List<String> headings, final List<Kind> kinds, final List<String> cells) {
		final Group row = new SimpleGroup(schema);
		for (int c = 0; c < kinds.size(); c++) {
			final String cell = cells.get(c);
			if (cell.isEmpty() && kinds.get(c) != Kind.TEXT) continue;
			switch (kinds.get(c)) {
				case INTEGER -> row.add(headings.get(c), Long.parseLong(cell));
				case NUMBER -> row.add(headings.get(c), Double.parseDouble(cell));
				default -> row.add(headings.get(c), cell);
			}
		}
		return row;
	}

	/**
	 * @param args of {@code fovea segment}
	 * @return the table that it writes
	 */
	static Path csv(final List<String> args) {
		final int at = Math.max(args.indexOf("--out"), args.indexOf("-o"));
		final String out = at >= 0 && at + 1 < args.size()
				? args.get(at + 1)
				: args.stream()
						.filter(arg -> arg.startsWith("--out="))
						.map(arg -> arg.substring("--out=".length()))
						.findFirst()
						.orElse("labels.zarr");
		return fovea.block.LabelOutput.table(Path.of(out));
	}
}
