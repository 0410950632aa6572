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
package fovea.doctor;

import fovea.base.FoveaException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the doctor's text.
 *
 * @param title of it
 * @param probe finds its lines
 */
record Section(String title, Probe probe) {

	/** Looks at something. */
	interface Probe {

		/** @return lines, each of one thing */
		List<String> look() throws IOException, FoveaException;
	}

	/** @return the title and what was found, indented; where it cannot be found out, a line that says so */
	List<String> lines() {
		final List<String> lines = new ArrayList<>(List.of(title));
		look(probe).forEach(line -> lines.add("  " + line));
		return lines;
	}

	/** @return what a probe finds; one line where it meets what it did not think of */
	static List<String> look(final Probe probe) {
		try {
			return probe.look().stream().map(Section::oneLine).toList();
		}
		// A computer that the doctor is asked about may be broken in any way.
		catch (final IOException | FoveaException | RuntimeException | LinkageError | OutOfMemoryError e) {
			return List.of(oneLine("cannot be told: " + (e instanceof FoveaException ? e.getMessage() : e.toString())));
		}
	}

	/** @return the same without line breaks */
	static String oneLine(final String text) {
		return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
	}
}
