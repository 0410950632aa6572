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

import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.Component;
import java.io.File;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/**
 * Where a person answers what a field asks for. Swing's thread only.
 *
 * @param field asked for
 * @param part of the dialog
 * @param text tells the answer
 * @param setter changes the answer
 */
record Answer(Field field, JComponent part, Supplier<String> text, Consumer<String> setter) {

	private static final int COLUMNS = 24;
	private static final int FRACTION_COLUMNS = 5;

	/** Of a slider. */
	private static final int STEPS = 100;

	/** @return with the field's value in it */
	static Answer of(final Field field) {
		final Answer answer = switch (field.kind()) {
			case FLAG -> flag(field);
			case CHOICE -> choice(field);
			case FILE, FOLDER -> path(field);
			case FRACTION -> fraction(field);
			case TEXT -> field.choices().isEmpty() ? typed(field) : proposed(field);
		};
		answer.setter.accept(field.value());
		return answer;
	}

	private static Answer flag(final Field field) {
		final JCheckBox box = Plain.check(field.label());
		Plain.tip(box, field.tip());
		return new Answer(
				field, box, () -> Boolean.toString(box.isSelected()), value -> box.setSelected(value.equals("true")));
	}

	private static Answer choice(final Field field) {
		final JComboBox<String> choice = Plain.choice(field.choices().toArray(String[]::new));
		Plain.tip(choice, field.tip());
		return new Answer(field, choice, () -> String.valueOf(choice.getSelectedItem()), choice::setSelectedItem);
	}

	private static Answer typed(final Field field) {
		final JTextField text = new JTextField(COLUMNS);
		Plain.tip(text, field.tip());
		return new Answer(field, text, text::getText, text::setText);
	}

	/** A slider, and the number beside it, which may have more digits. */
	private static Answer fraction(final Field field) {
		final JSlider slider = new JSlider(0, STEPS);
		final JTextField text = new JTextField(FRACTION_COLUMNS);
		Plain.tip(slider, field.tip());
		Plain.tip(text, field.tip());
		final AtomicBoolean follows = new AtomicBoolean();
		slider.addChangeListener(event -> {
			if (!follows.get()) text.setText(String.valueOf(slider.getValue() / (double) STEPS));
		});
		listen(
				text,
				() -> step(text.getText()).ifPresent(step -> {
					follows.set(true);
					slider.setValue(step);
					follows.set(false);
				}));
		final JPanel both = new JPanel(new BorderLayout(4, 0));
		both.add(slider, BorderLayout.CENTER);
		both.add(text, BorderLayout.LINE_END);
		return new Answer(field, both, text::getText, text::setText);
	}

	/** @return the place of a slider; empty for what is no number */
	private static OptionalInt step(final String text) {
		try {
			return OptionalInt.of((int) Math.round(STEPS * Double.parseDouble(text.replace(',', '.'))));
		} catch (final NumberFormatException e) {
			return OptionalInt.empty();
		}
	}

	/** One of the choices, or any other text. */
	private static Answer proposed(final Field field) {
		final JComboBox<String> choice = Plain.choice(field.choices().toArray(String[]::new));
		choice.setEditable(true);
		Plain.tip(choice, field.tip());
		final JTextComponent editor = (JTextComponent) choice.getEditor().getEditorComponent();
		return new Answer(field, choice, editor::getText, choice::setSelectedItem);
	}

	private static Answer path(final Field field) {
		final Answer text = field.choices().isEmpty() ? typed(field) : proposed(field);
		final JButton browse = Plain.button("Browse...");
		browse.addActionListener(event -> {
			final JFileChooser chooser = Plain.files();
			chooser.setFileSelectionMode(
					field.kind() == Field.Kind.FOLDER
							? JFileChooser.DIRECTORIES_ONLY
							: JFileChooser.FILES_AND_DIRECTORIES);
			final File now = new File(text.text.get());
			if (now.isAbsolute()) chooser.setSelectedFile(now);
			if (chooser.showOpenDialog(browse) == JFileChooser.APPROVE_OPTION)
				text.setter.accept(chooser.getSelectedFile().toString());
		});
		final JPanel both = new JPanel(new BorderLayout(4, 0));
		both.add(text.part, BorderLayout.CENTER);
		both.add(browse, BorderLayout.LINE_END);
		return new Answer(field, both, text.text, text.setter);
	}

	/** Calls back whenever the answer may have changed: another choice, a key pressed. */
	void onChange(final Runnable listener) {
		listen(part, listener);
	}

	private static void listen(final Component part, final Runnable listener) {
		if (part instanceof final JTextField text) text.getDocument().addDocumentListener(new Changes(listener));
		else if (part instanceof final JCheckBox box) box.addItemListener(event -> listener.run());
		else if (part instanceof final JComboBox<?> choice) {
			choice.addItemListener(event -> listener.run());
			if (choice.isEditable()) listen(choice.getEditor().getEditorComponent(), listener);
		} else if (part instanceof final JPanel both)
			for (final Component each : both.getComponents()) listen(each, listener);
	}

	private record Changes(Runnable listener) implements DocumentListener {

		@Override
		public void insertUpdate(final DocumentEvent event) {
			listener.run();
		}

		@Override
		public void removeUpdate(final DocumentEvent event) {
			listener.run();
		}

		@Override
		public void changedUpdate(final DocumentEvent event) {
			listener.run();
		}
	}
}
