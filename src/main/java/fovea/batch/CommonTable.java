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
import fovea.io.AtomicFile;
import fovea.io.Csv;
import fovea.io.InputFiles;
import fovea.task.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables of all images as one, beside the journal: the image in the first column, the other columns joined by their
 * headings. Made anew of the images' tables at the end of each run, so that it does not matter which run made them. One
 * image's table is in memory at a time.
 */
final class CommonTable {

	/** In the folder for results; no image's table is called so. */
	static final String NAME = "fovea-table.csv";

	private static final String IMAGE = "Image";
	private static final int LARGEST = 1 << 30;

	private CommonTable() {}

	/**
	 * @param plan whose images with an entry in the journal are meant
	 * @throws BatchException if it cannot be written, or a table cannot be read
	 */
	static void write(final BatchPlan plan, final Journal journal) throws BatchException {
		final List<PlannedImage> images = plan.images().stream()
				.filter(image -> journal.done(image.source().name()).isPresent() && Files.isRegularFile(table(image)))
				.toList();
		final Path file = plan.out().resolve(NAME);
		try {
			final Set<String> headings = new LinkedHashSet<>(List.of(IMAGE));
			for (final PlannedImage image : images) headings.addAll(lines(image).get(0));
			AtomicFile.write(file, 0, out -> {
				write(List.copyOf(headings), out);
				for (final PlannedImage image : images) write(image, List.copyOf(headings), out);
			});
		} catch (final ImageException | IOException e) {
			throw new BatchException(file + ": cannot write the table of all images: " + Reason.of(e), e);
		}
	}

	private static Path table(final PlannedImage image) {
		return image.destination().file(Output.TABLE);
	}

	/** @return the headings first */
	private static List<List<String>> lines(final PlannedImage image) throws IOException {
		final List<List<String>> lines = Csv.lines(InputFiles.text(table(image), LARGEST))
				.orElseThrow(() -> new IOException(table(image) + " is torn"));
		return lines.isEmpty() ? List.of(List.of()) : lines;
	}

	private static void write(final PlannedImage image, final List<String> headings, final OutputStream out)
			throws IOException {
		final List<List<String>> lines = lines(image);
		final List<Integer> places =
				headings.stream().map(lines.get(0)::indexOf).toList();
		final String name = FileNameText.written(image.source().name());
		for (final List<String> line : lines.subList(1, lines.size())) {
			final List<String> cells = new ArrayList<>(List.of(name));
			for (final int place : places.subList(1, places.size()))
				cells.add(place < 0 || place >= line.size() ? "" : line.get(place));
			write(cells, out);
		}
	}

	private static void write(final List<String> cells, final OutputStream out) throws IOException {
		out.write(Csv.line(cells).getBytes(StandardCharsets.UTF_8));
	}
}
