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
package fovea.worker;

import fovea.text.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** The last lines that a process said beside its messages. Thread-safe. */
final class LastOutput {

	private static final int LINES = 50;
	private static final int LONGEST = 300;
	/** What the JVM's own report of a crash begins with. */
	private static final String REPORT = "#";
	/** What TensorFlow says to nobody in particular. */
	private static final Pattern CHAT = Pattern.compile("I\\d{4} .*|WARNING: All log messages before absl.*");

	private final Deque<String> lines = new ArrayDeque<>();

	synchronized void add(final String line) {
		if (line.isBlank() || line.startsWith(REPORT) || CHAT.matcher(line).matches()) return;
		if (lines.size() == LINES) lines.removeFirst();
		lines.addLast(line.strip());
	}

	/** @return the last line, for the user */
	synchronized Optional<String> last() {
		return Optional.ofNullable(lines.peekLast())
				.map(Printable::escaped)
				.map(l -> l.length() <= LONGEST ? l : l.substring(0, LONGEST) + "...");
	}
}
