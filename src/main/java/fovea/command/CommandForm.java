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
package fovea.command;

import fovea.base.FoveaException;
import fovea.ij1.Remembered;
import fovea.ij1.macro.TextInputs;
import fovea.task.Option;
import fovea.task.Option.Trait;
import fovea.ui.form.Field;
import fovea.ui.form.FormDialog;
import fovea.ui.form.FormDialog.Complaint;
import fovea.ui.form.LivePreview;
import fovea.ui.help.HelpPages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scijava.module.ModuleItem;

/**
 * The dialog of a command: opens with what was used last, keeps what is right.
 *
 * @param command that asks
 * @param inputs of it, with their present values
 */
record CommandForm(HostCommand command, TextInputs inputs) {

	/** @return what the person typed, by name; empty if there was no OK */
	Optional<Map<String, String>> ask() {
		final Remembered remembered = remembered();
		final Optional<Map<String, String>> answers = FormDialog.ask(
				command.name(),
				fields(),
				this::check,
				Optional.of(() -> HelpPages.open(CommandPages.of(command.getClass()))),
				preview());
		answers.ifPresent(values -> values.forEach((name, value) -> {
			if (isRemembered(name)) remembered.put(name, value);
		}));
		return answers;
	}

	private Optional<LivePreview.Maker> preview() {
		return command.preview(values -> {
			final Map<String, String> typed = new LinkedHashMap<>();
			for (final Map.Entry<String, String> entry : values.entrySet())
				typed.put(entry.getKey(), inputs.typed(entry.getKey(), entry.getValue()));
			return typed;
		});
	}

	private Remembered remembered() {
		return new Remembered(command.getClass().getSimpleName());
	}

	/** @return what is asked for, with what was used last */
	List<Field> fields() {
		final Remembered remembered = remembered();
		return inputs.unresolved().stream().map(item -> field(item, remembered)).toList();
	}

	private Optional<Option<?>> option(final String name) {
		return command.options().stream()
				.filter(option -> option.key().equals(name))
				.findFirst();
	}

	private boolean isRemembered(final String name) {
		return option(name).filter(option -> !option.is(Trait.FRESH)).isPresent();
	}

	private Field field(final ModuleItem<?> item, final Remembered remembered) {
		final String name = item.getName();
		final String now = inputs.get(item);
		final Optional<Option<?>> option = option(name);
		final String initial = option.map(CommandForm::initial).orElse(now);
		final List<String> choices = choices(item);
		final Field field = new Field(
				name,
				option.map(Option::heading).orElse(""),
				item.getLabel() == null || item.getLabel().isEmpty() ? name : item.getLabel(),
				item.getDescription() == null ? "" : item.getDescription(),
				kind(item, choices),
				choices.isEmpty() ? command.proposals(name) : choices,
				now,
				initial,
				option.filter(known -> known.is(Trait.ADVANCED)).isPresent(),
				command.note(name));
		// Where somebody has proposed another value, that is meant.
		if (!now.equals(initial) || !isRemembered(name)) return field;
		return remembered
				.get(name)
				.filter(value -> choices.isEmpty() || choices.contains(value))
				.map(field::withValue)
				.orElse(field);
	}

	private static <T> String initial(final Option<T> option) {
		return option.text(option.initial());
	}

	private static List<String> choices(final ModuleItem<?> item) {
		return item.getChoices() == null
				? List.of()
				: item.getChoices().stream().map(String::valueOf).toList();
	}

	private static Field.Kind kind(final ModuleItem<?> item, final List<String> choices) {
		final String style = String.valueOf(item.getWidgetStyle());
		if (item.getType() == boolean.class) return Field.Kind.FLAG;
		if (Double.valueOf(0).equals(item.getMinimumValue())
				&& Double.valueOf(1).equals(item.getMaximumValue())) return Field.Kind.FRACTION;
		if (!choices.isEmpty()) return Field.Kind.CHOICE;
		if (style.contains("file")) return Field.Kind.FILE;
		return style.contains("directory") ? Field.Kind.FOLDER : Field.Kind.TEXT;
	}

	/** @return what is wrong with the first that is */
	Optional<Complaint> check(final Map<String, String> values) {
		for (final Map.Entry<String, String> entry : values.entrySet()) {
			try {
				final String text = inputs.typed(entry.getKey(), entry.getValue());
				inputs.require(entry.getKey(), text);
				final Optional<Option<?>> option = option(entry.getKey());
				if (option.isPresent()) option.get().read(text);
			} catch (final FoveaException e) {
				return Optional.of(new Complaint(entry.getKey(), line(entry.getKey(), e)));
			}
		}
		return Optional.empty();
	}

	/** @return without the key, which a person does not see */
	private static String line(final String name, final FoveaException e) {
		final String line = String.valueOf(e.getMessage()).replaceFirst("^" + name + ": ", "");
		return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
	}
}
