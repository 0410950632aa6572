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
package fovea.ij1.format;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What ImageJ's readers say of files that they cannot read, as a part of one line. */
public final class ReaderWords {

	private static final Predicate<String> OF_A_TRACE =
			Pattern.compile("(at )?[\\w.$/<>]+\\([\\w. ]+(:\\d+)?\\)").asMatchPredicate();

	private static final Pattern CLASS_OF_ERROR = Pattern.compile("(\\w+\\.)+\\w*(Exception|Error)(: ?|$)");

	private ReaderWords() {}

	/**
	 * @param said by a reader, perhaps a stack trace
	 * @return without names of Java's classes and lines of stack traces
	 */
	public static String brief(final String said) {
		final String brief = said.lines()
				.map(String::strip)
				.filter(line -> !line.isEmpty() && !OF_A_TRACE.test(line))
				.map(line -> CLASS_OF_ERROR.matcher(line).replaceAll("").strip())
				.collect(Collectors.joining(" "))
				.replaceAll("\\s+", " ")
				.strip();
		return brief.isEmpty()
				? "it is damaged"
				: "it is damaged, or of a kind that ImageJ cannot read (" + brief + ")";
	}
}
