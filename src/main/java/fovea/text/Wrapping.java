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
package fovea.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines for dialogs, which show a line as long as it is, beyond the screen too. Stateless and thread-safe. */
public final class Wrapping {

	/** What fits into a dialog on a small screen. */
	private static final int COLUMNS = 90;

	private Wrapping() {}

	/**
	 * @param text one line or several
	 * @return the same in lines that fit a dialog, broken at blanks; a word that is too long, such as a path, is broken
	 *     behind one of its slashes where it has any
	 */
	public static String forDialog(final String text) {
		final List<String> lines = new ArrayList<>();
		text.lines().forEach(line -> wrap(line, lines));
		return String.join("\n", lines);
	}

	private static void wrap(final String line, final List<String> lines) {
		String rest = line;
		while (rest.length() > COLUMNS) {
			int end = rest.lastIndexOf(' ', COLUMNS);
			if (end <= 0) end = slash(rest);
			lines.add(rest.substring(0, end).stripTrailing());
			rest = rest.substring(end).stripLeading();
		}
		lines.add(rest);
	}

	private static int slash(final String rest) {
		final int last = Math.max(rest.lastIndexOf('/', COLUMNS - 1), rest.lastIndexOf('\\', COLUMNS - 1));
		if (last > 0) return last + 1;
		return Character.isHighSurrogate(rest.charAt(COLUMNS - 1)) ? COLUMNS - 1 : COLUMNS;
	}
}
