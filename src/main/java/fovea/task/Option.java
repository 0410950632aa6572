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
package fovea.task;

import fovea.base.FoveaException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that a user can say, described for every host: a macro or a script, a dialog, the command line, a page of
 * the documentation. Immutable and thread-safe.
 *
 * @param key in macros and scripts, one word in small letters; empty: the command line alone has it
 * @param name on the command line, maybe a short one before it, as in "-r --recursive"; empty: it is of open images
 * @param parameter what stands for a value in the help of the command line, such as PIXELS
 * @param form of its values
 * @param initial where an image is open and nobody says anything
 * @param inFiles where files are worked on and nobody says anything
 * @param heading in a dialog, over all that belongs together; may be empty
 * @param label in a dialog
 * @param help what it says, for a dialog's tooltip, the command line and the documentation; a phrase without a stop
 * @param otherwise what the default stands for, where its text does not tell; may be empty
 * @param traits what else there is to it
 * @param <T> type of the values in the program
 */
public record Option<T>(
		String key,
		String name,
		String parameter,
		Form<T> form,
		T initial,
		T inFiles,
		String heading,
		String label,
		String help,
		String otherwise,
		Set<Trait> traits) {

	/** What there may be to an option. */
	public enum Trait {
		/** A text that may be empty. */
		OPTIONAL,
		/** Names a file, for which a dialog has a button. */
		FILE,
		/** Names a folder, for which a dialog has a button. */
		FOLDER,
		/** A text that may be a number, which people type as their language writes it. */
		NUMBER,
		/** The default stands for a choice that is made later; who wants that on a command line says nothing. */
		AUTOMATIC,
		/** Several values, with commas between them. */
		LIST,
		/** Left out of the record of what was done where it has its default. */
		QUIET,

		/** Few need it: a dialog shows it behind <i>Advanced</i>. */
		ADVANCED,

		/** Written into macros even where it has its default, which may be another one day. */
		SAID,

		/** Goes with one image or one result: a dialog begins with its default each time. */
		FRESH,

		/** Yes or no, in a macro for an open image a name, too. */
		NAMED,
		/** The command line must have it. */
		REQUIRED,
		/** May be named without a value on the command line, which is an empty text then. */
		BARE
	}

	/** Copies the traits. */
	public Option {
		traits = Set.copyOf(traits);
	}

	/**
	 * @param key in macros, or empty
	 * @param form of its values
	 * @param initial where nobody says anything
	 */
	public static <T> Option<T> of(final String key, final Form<T> form, final T initial) {
		return new Option<>(key, "", "", form, initial, initial, "", "", "", "", Set.of());
	}

	/** @return the same that the command line has, too */
	public Option<T> named(final String newName, final String newParameter) {
		return new Option<>(
				key, newName, newParameter, form, initial, inFiles, heading, label, help, otherwise, traits);
	}

	/** @return the same with another default for files */
	public Option<T> inFiles(final T value) {
		return new Option<>(key, name, parameter, form, initial, value, heading, label, help, otherwise, traits);
	}

	/** @return the same with its words */
	public Option<T> says(final String newLabel, final String newHelp) {
		return says(newLabel, newHelp, "");
	}

	/** @return the same with its words */
	public Option<T> says(final String newLabel, final String newHelp, final String newOtherwise) {
		return new Option<>(
				key, name, parameter, form, initial, inFiles, heading, newLabel, newHelp, newOtherwise, traits);
	}

	/** @return the same under a heading of dialogs */
	public Option<T> under(final String newHeading) {
		return new Option<>(key, name, parameter, form, initial, inFiles, newHeading, label, help, otherwise, traits);
	}

	/** @return the same with these traits */
	public Option<T> with(final Trait first, final Trait... more) {
		return new Option<>(
				key, name, parameter, form, initial, inFiles, heading, label, help, otherwise, EnumSet.of(first, more));
	}

	/** @return the same with these traits, too */
	public Option<T> and(final Trait first, final Trait... more) {
		final Set<Trait> all = EnumSet.of(first, more);
		all.addAll(traits);
		return new Option<>(key, name, parameter, form, initial, inFiles, heading, label, help, otherwise, all);
	}

	/** @return the same under another heading, with what is the default for files as its only one */
	Option<T> ofFiles(final String newHeading) {
		final Set<Trait> ofFiles = EnumSet.noneOf(Trait.class);
		ofFiles.addAll(traits);
		ofFiles.remove(Trait.NAMED);
		return new Option<>(key, name, parameter, form, inFiles, inFiles, newHeading, label, help, otherwise, ofFiles);
	}

	/** @return whether it has this trait */
	public boolean is(final Trait trait) {
		return traits.contains(trait);
	}

	/** @return its names on the command line, the short one first; none where it has none */
	public List<String> names() {
		return name.isEmpty() ? List.of() : List.of(name.split(" "));
	}

	/** @return whether it says something of files, too */
	public boolean isOfFiles() {
		return !key.isEmpty() && !name.isEmpty();
	}

	/** @return what a dialog says of it: the help, and what the default stands for */
	public String tooltip() {
		if (otherwise.isEmpty()) return help;
		return help + "; " + (text(initial).isEmpty() ? "empty" : text(initial)) + ": " + otherwise;
	}

	/** @return whether it is yes or no */
	public boolean isFlag() {
		return form.type() == boolean.class;
	}

	/**
	 * @param value one of its values
	 * @return what a dialog holds for it, of the form's type
	 */
	public Object toInput(final T value) {
		final String text = text(value);
		if (form.type() == int.class) return Integer.valueOf(text);
		if (form.type() == double.class) return Double.valueOf(text);
		return form.type() == boolean.class ? Boolean.valueOf(text) : text;
	}

	/** @return the value as text */
	public String text(final T value) {
		return form.writer().apply(value);
	}

	/**
	 * @param text from a macro, a dialog or a script; null: empty
	 * @return what it means
	 * @throws FoveaException if it means nothing, in one line that begins with the key
	 */
	public T read(final String text) throws FoveaException {
		try {
			return form.reader().read(text == null ? "" : text.strip());
		} catch (final FoveaException e) {
			throw new FoveaException(key + ": " + e.getMessage(), e);
		}
	}

	/**
	 * @param text from a command line
	 * @return what it means
	 * @throws FoveaException if it means nothing, in one line without the option's name
	 */
	public T readChosen(final String text) throws FoveaException {
		final boolean isPath = is(Trait.FILE) || is(Trait.FOLDER);
		final T value = form.reader().read(isPath ? text : text.strip());
		if (is(Trait.AUTOMATIC) && value.equals(inFiles)) {
			final int least = form.least().orElse(0.0).intValue();
			throw Form.refused(
					form.type() == double.class ? "a number above " + least : (least + 1) + " or more", text);
		}
		return value;
	}
}
