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
import java.awt.Color;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.GridLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** The fields of a dialog, the advanced ones hidden at first. Swing's thread only. */
final class FormPanel extends JPanel {

	private static final long serialVersionUID = 1;
	private static final Color WRONG = new Color(0xb00020);
	private static final Color QUIET = new Color(0x606060);
	private static final int GAP = 3;
	private static final int LEAST_WIDTH = 250;

	/** Property that changes when a note needs another height. */
	static final String NOTE = "note";

	private final transient List<Answer> answers = new ArrayList<>();
	private final List<JComponent> advanced = new ArrayList<>();
	private final Map<String, JTextArea> messages = new LinkedHashMap<>();
	private final Set<String> headings = new HashSet<>();
	private int row;
	private boolean isSecondPart;
	private JPanel boxes;

	FormPanel(final List<Field> fields) {
		super(new GridBagLayout());
		setBorder(BorderFactory.createEmptyBorder(8, 12, 8, 12));
		addAll(fields.stream().filter(field -> !field.advanced()).toList());
		isSecondPart = true;
		addAll(fields.stream().filter(Field::advanced).toList());
		showAdvanced(false);
	}

	/** Headings come in the order of their first fields. */
	private void addAll(final List<Field> fields) {
		final Map<String, List<Field>> groups =
				fields.stream().collect(Collectors.groupingBy(Field::heading, LinkedHashMap::new, Collectors.toList()));
		groups.forEach((heading, group) -> {
			boxes = null;
			if (!heading.isEmpty()) addHeading(headings.add(heading) ? heading : heading + " (more)");
			group.forEach(this::add);
		});
	}

	private void addHeading(final String heading) {
		final JLabel label = Plain.label(heading);
		label.setFont(label.getFont().deriveFont(Font.BOLD, label.getFont().getSize2D() + 1));
		label.setBorder(BorderFactory.createCompoundBorder(
				BorderFactory.createEmptyBorder(row == 0 ? 0 : 2 * GAP, 0, GAP, 0),
				BorderFactory.createMatteBorder(0, 0, 1, 0, Color.GRAY)));
		final GridBagConstraints place = new GridBagConstraints();
		place.gridy = row++;
		place.gridwidth = 2;
		place.fill = GridBagConstraints.HORIZONTAL;
		add(label, place);
		if (isSecondPart) advanced.add(label);
	}

	private void add(final Field field) {
		final Answer answer = Answer.of(field);
		answers.add(answer);
		if (field.kind() == Field.Kind.FLAG) addFlag(answer);
		else addLabeled(answer);
		field.note().ifPresent(note -> addNote(answer, note));
		final JTextArea message = text(WRONG);
		message.setVisible(false);
		messages.put(field.key(), message);
		put(message, 1, ++row, GridBagConstraints.HORIZONTAL);
		row++;
	}

	/** Its height goes by its width, of which it would learn too late. */
	private static void set(final JTextArea text, final String said, final int width) {
		text.setText(said);
		text.setSize(Math.max(LEAST_WIDTH, width), Short.MAX_VALUE);
	}

	private static JTextArea text(final Color color) {
		final JTextArea text = new JTextArea();
		text.setEditable(false);
		text.setFocusable(false);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setForeground(color);
		text.setOpaque(false);
		text.setFont(UIManager.getFont("Label.font"));
		return text;
	}

	private void addNote(final Answer answer, final UnaryOperator<String> note) {
		final JTextArea text = text(QUIET);
		put(text, 1, ++row, GridBagConstraints.HORIZONTAL);
		if (isSecondPart) advanced.add(text);
		final NoteLine line = new NoteLine(note, said -> {
			set(text, said, answer.part().getWidth());
			text.setVisible(!said.isEmpty() && answer.part().isVisible());
			firePropertyChange(NOTE, false, true);
		});
		text.setVisible(false);
		answer.onChange(() -> line.show(answer.text().get()));
		line.show(answer.text().get());
	}

	private void addLabeled(final Answer answer) {
		boxes = null;
		final JLabel label = Plain.label(answer.field().label());
		Plain.tip(label, answer.field().tip());
		label.setLabelFor(answer.part());
		put(label, 0, row, GridBagConstraints.NONE);
		put(answer.part(), 1, row, GridBagConstraints.HORIZONTAL);
		if (isSecondPart) advanced.add(label);
		if (isSecondPart) advanced.add(answer.part());
	}

	/** Boxes that follow each other stand in two columns. */
	private void addFlag(final Answer answer) {
		if (boxes == null) {
			boxes = new JPanel(new GridLayout(0, 2, GAP, 0));
			put(boxes, 1, row, GridBagConstraints.HORIZONTAL);
			if (isSecondPart) advanced.add(boxes);
		}
		boxes.add(answer.part());
	}

	private void put(final JComponent part, final int column, final int atRow, final int fill) {
		final GridBagConstraints place = new GridBagConstraints();
		place.gridx = column;
		place.gridy = atRow;
		place.fill = fill;
		place.anchor = column == 0 ? GridBagConstraints.LINE_END : GridBagConstraints.LINE_START;
		place.weightx = column;
		place.insets = new Insets(GAP / 2, GAP, GAP / 2, GAP);
		add(part, place);
	}

	/** @return whether there is anything behind it */
	boolean hasAdvanced() {
		return !advanced.isEmpty();
	}

	/** @return whether an advanced field has another value than its default */
	boolean usesAdvanced() {
		return answers.stream()
				.anyMatch(answer -> answer.field().advanced()
						&& !answer.text().get().equals(answer.field().initial()));
	}

	void showAdvanced(final boolean shown) {
		advanced.forEach(part -> part.setVisible(shown));
	}

	/** @return the answers by key */
	Map<String, String> values() {
		final Map<String, String> values = new LinkedHashMap<>();
		answers.forEach(answer -> values.put(answer.field().key(), answer.text().get()));
		return values;
	}

	/** @param listener hears of each change of an answer */
	void onChange(final Runnable listener) {
		answers.forEach(answer -> answer.onChange(listener));
	}

	/** All have their defaults again. */
	void reset() {
		answers.forEach(answer -> answer.setter().accept(answer.field().initial()));
		complain("", "");
	}

	/**
	 * Says at a field what is wrong with it, and takes back what was said before.
	 *
	 * @param key of the field; one that there is not: nothing is said
	 * @param line what is wrong
	 * @return whether there is such a field
	 */
	boolean complain(final String key, final String line) {
		messages.values().forEach(message -> message.setVisible(false));
		final JTextArea message = messages.get(key);
		if (message == null) return false;
		set(message, line, message.getParent().getWidth() / 2);
		message.setVisible(true);
		answers.stream()
				.filter(answer -> answer.field().key().equals(key))
				.forEach(answer -> answer.part().requestFocusInWindow());
		return true;
	}

	/** @return whether a field is behind Advanced */
	boolean isAdvanced(final String key) {
		return answers.stream()
				.anyMatch(answer ->
						answer.field().key().equals(key) && answer.field().advanced());
	}
}
