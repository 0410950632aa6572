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
import fovea.ij1.macro.TextInputs;
import fovea.task.Option;
import fovea.task.Option.Trait;
import fovea.task.Values;
import java.util.List;
import org.scijava.command.DynamicCommand;
import org.scijava.module.DefaultMutableModuleItem;

/** Options as inputs of commands. Stateless. */
final class OptionInputs {

	/** Of a number between two others, for a dialog's arrows. */
	private static final double STEP = 0.05;

	private OptionInputs() {}

	/**
	 * @param option becomes an input, with its default
	 * @param command whose input
	 */
	static <T> void add(final Option<T> option, final DynamicCommand command) {
		command.getInfo().addInput(item(option, option.form().type(), command));
		command.setInput(option.key(), option.toInput(option.initial()));
	}

	@SuppressWarnings("unchecked") // a form's choices and range are of its type
	private static <I> DefaultMutableModuleItem<I> item(
			final Option<?> option, final Class<I> type, final DynamicCommand command) {
		final DefaultMutableModuleItem<I> item = new DefaultMutableModuleItem<>(command.getInfo(), option.key(), type);
		item.setLabel(option.label());
		item.setDescription(option.tooltip());
		item.setPersisted(false);
		item.setRequired(!option.is(Trait.OPTIONAL));
		item.setChoices((List<I>) option.form().choices());
		option.form().least().ifPresent(least -> item.setMinimumValue((I) number(least, type)));
		option.form().most().ifPresent(most -> item.setMaximumValue((I) number(most, type)));
		if (option.form().most().isPresent()) item.setStepSize(STEP);
		if (option.is(Trait.FILE)) item.setWidgetStyle("file");
		if (option.is(Trait.FOLDER)) item.setWidgetStyle("directory");
		if (option.is(Trait.SAID)) item.set(TextInputs.SAID, "true");
		if (option.is(Trait.NUMBER)) item.set(TextInputs.NUMBER, "true");
		if (option.is(Trait.NAMED)) item.set(TextInputs.NAMED, "true");
		return item;
	}

	private static Object number(final double value, final Class<?> type) {
		return type == int.class ? (Object) (int) value : (Object) value;
	}

	/**
	 * @param options of which those with a key are inputs of the command; the others have the default for files
	 * @param command that was asked
	 * @return what it was told
	 * @throws FoveaException if that means nothing
	 */
	static Values values(final List<Option<?>> options, final DynamicCommand command) throws FoveaException {
		Values values = Values.initial(options);
		for (final Option<?> option : options)
			if (!option.key().isEmpty()) values = values.read(option, text(option, command));
		return values;
	}

	private static String text(final Option<?> option, final DynamicCommand command) {
		final Object value = command.getInput(option.key());
		return value == null ? "" : value.toString();
	}
}
