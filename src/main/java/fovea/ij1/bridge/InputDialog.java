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
package fovea.ij1.bridge;

import fovea.ij1.macro.TextInputs;
import ij.gui.GenericDialog;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.scijava.module.ModuleItem;

/**
 * An ImageJ dialog that asks for a module's inputs. The fields are read directly: GenericDialog's own
 * {@code getNext...} methods would record the labels' first words in place of the inputs' names.
 */
final class InputDialog {

	private static final int COLUMNS = 10;

	private final GenericDialog dialog;
	private final TextInputs inputs;
	private final Map<String, Supplier<String>> fields = new LinkedHashMap<>();

	/**
	 * @param title of the dialog
	 * @param inputs to ask for, as far as they are not decided on
	 */
	InputDialog(final String title, final TextInputs inputs) {
		this.inputs = inputs;
		dialog = new ScrolledDialog(title);
		inputs.unresolved().forEach(this::add);
	}

	/** @return what the user gave, by name; empty if there was no OK */
	Map<String, String> ask() {
		dialog.showDialog();
		final Map<String, String> values = new LinkedHashMap<>();
		if (dialog.wasOKed()) fields.forEach((name, field) -> values.put(name, field.get()));
		return values;
	}

	private void add(final ModuleItem<?> item) {
		final String label = item.getLabel() == null || item.getLabel().isEmpty() ? item.getName() : item.getLabel();
		final String value = inputs.get(item);
		fields.put(item.getName(), field(item, label, value));
	}

	private Supplier<String> field(final ModuleItem<?> item, final String label, final String value) {
		if (item.getType() == boolean.class) {
			dialog.addCheckbox(label, Boolean.parseBoolean(value));
			final Checkbox box = last(dialog.getCheckboxes());
			return () -> Boolean.toString(box.getState());
		}
		final List<?> choices = item.getChoices();
		if (choices != null && !choices.isEmpty()) {
			dialog.addChoice(label, choices.stream().map(Object::toString).toArray(String[]::new), value);
			final Choice choice = last(dialog.getChoices());
			return choice::getSelectedItem;
		}
		// Numbers are text fields as well, so that what is no number is told, not taken as 0.
		final String style = item.getWidgetStyle();
		if (style != null && style.contains("file")) dialog.addFileField(label, value);
		else if (style != null && style.contains("directory")) dialog.addDirectoryField(label, value);
		else dialog.addStringField(label, value, COLUMNS);
		final TextField text = last(dialog.getStringFields());
		return text::getText;
	}

	@SuppressWarnings("unchecked") // GenericDialog's lists are raw.
	private static <T> T last(final List<?> components) {
		return (T) components.get(components.size() - 1);
	}
}
