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

import fovea.base.FoveaException;
import fovea.ui.plain.Plain;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** What the window holds. Swing's thread only. */
final class TeachPane extends JPanel {

	/** A network that knows nothing, in the list of what may be begun with. */
	static final String SCRATCH = "a small new network";

	private static final long serialVersionUID = 1;
	private static final int WIDTH = 250;
	private static final int GAP = 8;
	private static final int LINES = 5;
	private static final Color WRONG = new Color(0xb00020);

	private final JTextArea line = new JTextArea(LINES, 1);
	private final JButton undo = button("Undo", "Takes back what was drawn last; Ctrl+Z");
	private final JButton redo = button("Redo", "Draws it again; Ctrl+Y");
	private final JButton keep = button("Keep...", "Makes a model of what was learned, for Segment (FCN)...");
	private final transient Teaching teaching;
	private final transient TeachHost host;

	/**
	 * @param teaching what is chosen
	 * @param host does it
	 * @param starts names of models that may be begun with
	 * @param start the one that it begins with; empty: a new network
	 */
	TeachPane(final Teaching teaching, final TeachHost host, final List<String> starts, final String start) {
		this.teaching = teaching;
		this.host = host;
		setLayout(new BoxLayout(this, BoxLayout.PAGE_AXIS));
		setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		part("Classes", new ClassPanel(teaching));
		part("Draw on the image", new BrushPanel(teaching));
		final JButton selection = button(
				"Add selection (T)", "Makes a stroke of the chosen class out of ImageJ's selection in the image");
		selection.addActionListener(event -> host.addSelection());
		part("", row(selection));
		part("", row(undo, redo));
		part("Show", shown());
		part("Begin with", starts(starts, start));
		part("Learning", line());
		final JButton more = button("Add image...", "Learns from another open image as well");
		final JButton help = button("Help", "Opens the page on this window");
		part("", row(more, help));
		part("", row(keep));
		add(Box.createVerticalGlue());
		more.addActionListener(event -> addImage());
		help.addActionListener(event -> host.help());
		undo.addActionListener(event -> host.undo());
		redo.addActionListener(event -> host.redo());
		keep.addActionListener(event -> keep());
		teaching.add(host::chosen);
		show(Learning.NOTHING);
	}

	private static JButton button(final String label, final String help) {
		final JButton button = Plain.button(label);
		Plain.tip(button, help);
		button.setFocusable(false);
		return button;
	}

	private void part(final String heading, final JComponent part) {
		if (!heading.isEmpty()) {
			final JLabel label = Plain.label(heading);
			label.setFont(label.getFont().deriveFont(Font.BOLD));
			label.setAlignmentX(LEFT_ALIGNMENT);
			label.setBorder(BorderFactory.createEmptyBorder(0, 0, 3, 0));
			add(label);
		}
		part.setAlignmentX(LEFT_ALIGNMENT);
		part.setMaximumSize(new Dimension(Integer.MAX_VALUE, part.getPreferredSize().height));
		add(part);
		add(Box.createVerticalStrut(heading.isEmpty() ? GAP : GAP / 2 + 2));
	}

	private static JPanel row(final Component... parts) {
		final JPanel row = new JPanel(new GridLayout(1, 0, 4, 0));
		for (final Component part : parts) row.add(part);
		return row;
	}

	private JPanel shown() {
		final JPanel boxes = new JPanel(new GridLayout(0, 1, 0, 0));
		final Choices now = teaching.choices();
		final JCheckBox outlines = box("Outlines of what is found", now.outlines());
		final JCheckBox unsure = box("Where it is unsure", now.unsure());
		final JCheckBox strokes = box("Strokes", now.strokes());
		Plain.tip(unsure, "Heat where the network is unsure: a stroke there teaches it most");
		for (final JCheckBox box : List.of(outlines, unsure, strokes)) {
			boxes.add(box);
			box.addActionListener(event -> teaching.change(
					choices -> choices.showing(outlines.isSelected(), unsure.isSelected(), strokes.isSelected())));
		}
		return boxes;
	}

	private static JCheckBox box(final String label, final boolean ticked) {
		final JCheckBox box = Plain.check(label);
		box.setSelected(ticked);
		box.setFocusable(false);
		return box;
	}

	private JComponent starts(final List<String> starts, final String start) {
		final String[] all = new String[starts.size() + 1];
		all[0] = SCRATCH;
		for (int i = 1; i < all.length; i++) all[i] = starts.get(i - 1);
		final JComboBox<String> choice = Plain.choice(all);
		choice.setSelectedItem(start.isEmpty() ? SCRATCH : start);
		choice.setFocusable(false);
		choice.setPrototypeDisplayValue(SCRATCH);
		choice.addActionListener(
				event -> host.begin(choice.getSelectedIndex() <= 0 ? "" : starts.get(choice.getSelectedIndex() - 1)));
		Plain.tip(
				choice, "The network that your strokes teach; one that knows something like your image learns faster");
		return choice;
	}

	private JComponent line() {
		line.setEditable(false);
		line.setFocusable(false);
		line.setLineWrap(true);
		line.setWrapStyleWord(true);
		line.setOpaque(false);
		line.setFont(Plain.label("").getFont().deriveFont(Font.PLAIN));
		final JPanel panel = new JPanel(new GridLayout(1, 1));
		panel.add(line);
		final Dimension size = new Dimension(WIDTH, line.getPreferredSize().height);
		panel.setPreferredSize(size);
		return panel;
	}

	/** @param learning what is said from now on */
	void show(final Learning learning) {
		line.setText(learning.line());
		line.setForeground(learning.isWrong() ? WRONG : getForeground());
		undo.setEnabled(learning.canUndo());
		redo.setEnabled(learning.canRedo());
		keep.setEnabled(learning.canKeep());
	}

	private void addImage() {
		final List<String> titles = host.otherImages();
		if (titles.isEmpty()) Questions.complain(this, "No other image is open: open one first, then add it here");
		else Questions.image(this, titles).ifPresent(host::addImage);
	}

	private void keep() {
		final Optional<String> name = Questions.modelName(this, host.proposedName());
		if (name.filter(this::mayBe).isPresent()) host.keep(name.get());
	}

	private boolean mayBe(final String name) {
		try {
			return !host.exists(name) || Questions.mayReplace(this, name);
		} catch (final FoveaException e) {
			Questions.complain(this, e.getMessage());
			return false;
		}
	}
}
