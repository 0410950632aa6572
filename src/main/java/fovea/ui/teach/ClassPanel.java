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
package fovea.ui.teach;

import fovea.model.ClassSpec;
import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JColorChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;

/** The classes that may be drawn, with their colors. Swing's thread only. */
final class ClassPanel extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int SWATCH = 14;
	private static final int ROWS = 4;

	private final JList<String> list = Plain.list();
	private final transient Teaching teaching;
	private boolean showing;

	/** A square in a class's color. */
	private record Swatch(int rgb) implements Icon {

		@Override
		public void paintIcon(final Component on, final Graphics graphics, final int x, final int y) {
			graphics.setColor(new Color(rgb));
			graphics.fillRect(x, y, SWATCH, SWATCH);
			graphics.setColor(Color.DARK_GRAY);
			graphics.drawRect(x, y, SWATCH - 1, SWATCH - 1);
		}

		@Override
		public int getIconWidth() {
			return SWATCH;
		}

		@Override
		public int getIconHeight() {
			return SWATCH;
		}
	}

	ClassPanel(final Teaching teaching) {
		super(new BorderLayout(0, 4));
		this.teaching = teaching;
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.setVisibleRowCount(ROWS);
		list.setCellRenderer(renderer());
		list.addListSelectionListener(event -> {
			final int index = list.getSelectedIndex();
			if (!showing && index >= 0) teaching.change(choices -> choices.withCurrent(index));
		});
		Plain.tip(list, "Click on the class that you want to draw; its number is its key");
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 0));
		buttons.setBorder(BorderFactory.createEmptyBorder(0, -4, 0, 0));
		buttons.add(button(
				"Add...",
				"One more class",
				() -> Questions.className(this, "New class", "").ifPresent(this::add)));
		buttons.add(button("Rename...", "Another name for the chosen class", this::rename));
		buttons.add(button("Color...", "Another color for the chosen class", this::recolor));
		add(new JScrollPane(list), BorderLayout.CENTER);
		add(buttons, BorderLayout.SOUTH);
		teaching.add((before, now) -> show(now));
		show(teaching.choices());
	}

	private static JButton button(final String label, final String help, final Runnable action) {
		final JButton button = Plain.button(label);
		Plain.tip(button, help);
		button.addActionListener(event -> action.run());
		button.setFocusable(false);
		return button;
	}

	private ListCellRenderer<String> renderer() {
		final JLabel label = Plain.label("");
		label.setOpaque(true);
		label.setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 6));
		return (final JList<? extends String> of,
				final String name,
				final int index,
				final boolean selected,
				final boolean focused) -> {
			final List<ClassSpec> classes = teaching.choices().classes();
			label.setText(name);
			label.setIcon(
					new Swatch(classes.get(Math.min(index, classes.size() - 1)).rgb()));
			label.setBackground(selected ? of.getSelectionBackground() : of.getBackground());
			label.setForeground(selected ? of.getSelectionForeground() : of.getForeground());
			return label;
		};
	}

	private void show(final Choices now) {
		showing = true;
		final String[] names = new String[now.classes().size()];
		for (int i = 0; i < names.length; i++)
			names[i] = i + "  " + now.classes().get(i).name();
		list.setListData(names);
		list.setSelectedIndex(now.current());
		list.ensureIndexIsVisible(now.current());
		showing = false;
	}

	private boolean isTaken(final String name) {
		return teaching.choices().classes().stream()
				.anyMatch(known -> known.name().equalsIgnoreCase(name));
	}

	private void add(final String name) {
		if (isTaken(name)) Questions.complain(this, "There is a class '" + name + "' already");
		else teaching.change(choices -> choices.plus(name));
	}

	private void rename() {
		final int index = teaching.choices().current();
		final ClassSpec before = teaching.choices().drawn();
		if (index == 0) {
			Questions.complain(this, "The background keeps its name: by it *Train* and *Teach* know it");
			return;
		}
		final Optional<String> name = Questions.className(this, "Rename class", before.name());
		if (name.isEmpty() || name.get().equals(before.name())) return;
		if (isTaken(name.get()) && !name.get().equalsIgnoreCase(before.name()))
			Questions.complain(this, "There is a class '" + name.get() + "' already");
		else teaching.change(choices -> choices.with(index, new ClassSpec(name.get(), before.rgb())));
	}

	private void recolor() {
		final int index = teaching.choices().current();
		final ClassSpec before = teaching.choices().drawn();
		final Color color = JColorChooser.showDialog(this, "Color of a class", new Color(before.rgb()));
		if (color != null)
			teaching.change(choices -> choices.with(index, new ClassSpec(before.name(), color.getRGB() & 0xffffff)));
	}
}
