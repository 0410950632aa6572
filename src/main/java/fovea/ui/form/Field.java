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
package fovea.ui.form;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a dialog asks for. Immutable.
 *
 * @param key by which the answer goes
 * @param heading over all that belongs together; may be empty
 * @param label before it
 * @param tip what it says, for a tooltip; may be empty
 * @param kind of answer
 * @param choices that there are; for {@link Kind#FILE} and {@link Kind#TEXT} those that are proposed
 * @param value at first, as text
 * @param initial its default, as text
 * @param advanced whether few need it
 * @param note tells in one line what an answer is; may take a while, and is called on any thread
 */
public record Field(
		String key,
		String heading,
		String label,
		String tip,
		Kind kind,
		List<String> choices,
		String value,
		String initial,
		boolean advanced,
		Optional<UnaryOperator<String>> note) {

	/** Kinds of answers. */
	public enum Kind {
		/** Any text. */
		TEXT,
		/** true or false. */
		FLAG,
		/** A number from 0 to 1. */
		FRACTION,
		/** One of the choices. */
		CHOICE,
		/** A file, or one of the choices. */
		FILE,
		/** A folder. */
		FOLDER
	}

	/** Copies the list. */
	public Field {
		choices = List.copyOf(choices);
	}

	/** Under no heading, without a note. */
	public Field(
			final String key,
			final String label,
			final String tip,
			final Kind kind,
			final List<String> choices,
			final String value,
			final String initial,
			final boolean advanced) {
		this(key, "", label, tip, kind, choices, value, initial, advanced, Optional.empty());
	}

	/** @return the same with another text at first */
	public Field withValue(final String text) {
		return new Field(key, heading, label, tip, kind, choices, text, initial, advanced, note);
	}

	/** @return the same under a heading */
	public Field under(final String newHeading) {
		return new Field(key, newHeading, label, tip, kind, choices, value, initial, advanced, note);
	}

	/** @return the same with a note on what is answered */
	public Field withNote(final UnaryOperator<String> newNote) {
		return new Field(key, heading, label, tip, kind, choices, value, initial, advanced, Optional.of(newNote));
	}
}
