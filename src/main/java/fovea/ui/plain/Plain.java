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
package fovea.ui.plain;

import java.awt.Component;
import javax.swing.ComboBoxModel;
import javax.swing.DefaultComboBoxModel;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;
import javax.swing.table.TableModel;

/** Makes parts of windows that show text as it is. Stateless; Swing's thread only. */
public final class Plain {

	private static final String PROPERTY = "html.disable";

	/** Letters of a line of a tooltip. */
	private static final int TIP = 80;

	private Plain() {}

	/** Its text must not be there yet: Swing looks at it once it is. */
	static <C extends JComponent> C plain(final C empty) {
		empty.putClientProperty(PROPERTY, Boolean.TRUE);
		return empty;
	}

	private static void plain(final Object renderer) {
		if (renderer instanceof final JComponent component) plain(component);
	}

	/** @return a label, whose text may change */
	public static JLabel label(final String text) {
		final JLabel label = plain(new JLabel());
		label.setText(text);
		return label;
	}

	/** @return a label behind an icon */
	public static JLabel label(final String text, final Icon icon) {
		final JLabel label = label(text);
		label.setIcon(icon);
		label.setHorizontalAlignment(SwingConstants.LEADING);
		return label;
	}

	/** @return a button */
	public static JButton button(final String text) {
		final JButton button = plain(new JButton());
		button.setText(text);
		return button;
	}

	/** @return a button that stays pressed */
	public static JToggleButton toggle(final String text, final boolean pressed) {
		final JToggleButton button = plain(new JToggleButton());
		button.setText(text);
		button.setSelected(pressed);
		return button;
	}

	/** @return a box that is ticked or not */
	public static JCheckBox check(final String text) {
		final JCheckBox box = plain(new JCheckBox());
		box.setText(text);
		return box;
	}

	/** @return a list of texts */
	public static JList<String> list() {
		return new PlainList();
	}

	/** @return a choice among what there is, as its toString() says */
	public static <E> JComboBox<E> choice(final E[] choices) {
		return new PlainChoice<>(new DefaultComboBoxModel<>(choices));
	}

	/** @return a table of texts */
	public static JTable table(final TableModel rows) {
		return new PlainTable(rows);
	}

	/** @return where a person chooses a file */
	public static JFileChooser files() {
		final JFileChooser chooser = plain(new JFileChooser());
		chooser.updateUI(); // whose lists look at the property when they are made
		return chooser;
	}

	/** Adds a part to those that are seen by turns. */
	public static void tab(final JTabbedPane tabs, final String title, final Component part) {
		tabs.addTab(text(title), part);
	}

	/** Says what a part is for; a long text is broken into lines. */
	public static void tip(final JComponent part, final String text) {
		part.setToolTipText(text.length() <= TIP ? text(text) : lines(text));
	}

	/** A tooltip has lines as HTML only, in which nothing of the text is a tag. */
	private static String lines(final String text) {
		final StringBuilder lines = new StringBuilder("<html>");
		int length = 0;
		for (final String word : text.split("\\s+")) {
			if (length > 0) lines.append(length + word.length() > TIP ? "<br>" : " ");
			length = length + word.length() > TIP ? word.length() : length + word.length() + 1;
			lines.append(word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
		}
		return lines.toString();
	}

	/**
	 * @return a text that Swing does not take for HTML where nothing can be told it: HTML begins with its tag, not with
	 *     a blank
	 */
	static String text(final String text) {
		return text != null && text.startsWith("<") ? " " + text : text;
	}

	/** A look that is changed brings renderers of its own. */
	private static final class PlainList extends JList<String> {

		private static final long serialVersionUID = 1;

		@Override
		public void updateUI() {
			super.updateUI();
			plain(getCellRenderer());
		}
	}

	private static final class PlainChoice<E> extends JComboBox<E> {

		private static final long serialVersionUID = 1;

		PlainChoice(final ComboBoxModel<E> choices) {
			super(choices);
		}

		@Override
		public void updateUI() {
			super.updateUI();
			plain((Object) getRenderer());
		}
	}

	private static final class PlainTable extends JTable {

		private static final long serialVersionUID = 1;

		PlainTable(final TableModel rows) {
			super(rows);
		}

		@Override
		public void updateUI() {
			super.updateUI();
			plain(getDefaultRenderer(Object.class));
			if (getTableHeader() != null) plain(getTableHeader().getDefaultRenderer());
		}
	}
}
