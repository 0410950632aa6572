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

import fovea.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A line of the journal, and one only, whatever the file is called.
 *
 * @param file path of the image within its folder
 * @param done whether its results are there; else it failed
 * @param seconds that it took, of reading, computing and writing
 * @param objects that were found, where they are looked for
 * @param meanSquaredError of image and result, where they are compared
 * @param error what failed; empty if nothing did
 * @param inputSha256 of the image's file, or of what {@link ZarrState} takes of a folder; empty if that could not be
 *     read
 * @param work what was done
 * @param bytes of all results together
 */
record JournalEntry(
		String file,
		boolean done,
		double seconds,
		OptionalInt objects,
		OptionalDouble meanSquaredError,
		String error,
		String inputSha256,
		WorkKey work,
		long bytes) {

	static final List<String> HEADINGS = List.of(
			"file",
			"status",
			"seconds",
			"objects",
			"mean_squared_error",
			"error",
			"input_sha256",
			"model_sha256",
			"parameters_sha256",
			"result_bytes");

	private static final String DONE = "done";
	private static final String FAILED = "failed";

	static JournalEntry failed(final String file, final String error, final String inputSha256, final WorkKey work) {
		return new JournalEntry(
				file, false, 0, OptionalInt.empty(), OptionalDouble.empty(), error, inputSha256, work, 0);
	}

	/** @return as {@link #HEADINGS} */
	List<String> cells() {
		return List.of(
				FileNameText.written(file),
				done ? DONE : FAILED,
				String.valueOf(Math.round(seconds * 1000) / 1000.0),
				objects.isPresent() ? String.valueOf(objects.getAsInt()) : "",
				meanSquaredError.isPresent() ? String.valueOf(meanSquaredError.getAsDouble()) : "",
				Printable.line(error),
				inputSha256,
				work.modelSha256(),
				work.parametersSha256(),
				String.valueOf(bytes));
	}

	/** @return what {@link #cells()} gave; empty if it is no such line */
	static Optional<JournalEntry> of(final List<String> cells) {
		if (cells.size() != HEADINGS.size() || !List.of(DONE, FAILED).contains(cells.get(1))) return Optional.empty();
		try {
			return Optional.of(new JournalEntry(
					FileNameText.read(cells.get(0)),
					DONE.equals(cells.get(1)),
					Double.parseDouble(cells.get(2)),
					cells.get(3).isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cells.get(3))),
					cells.get(4).isEmpty()
							? OptionalDouble.empty()
							: OptionalDouble.of(Double.parseDouble(cells.get(4))),
					cells.get(5),
					cells.get(6),
					new WorkKey(cells.get(7), cells.get(8)),
					Long.parseLong(cells.get(9))));
		} catch (final NumberFormatException e) {
			return Optional.empty(); // torn, or written by somebody else
		}
	}
}
