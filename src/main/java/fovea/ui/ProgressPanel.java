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
package fovea.ui;

import fovea.ui.TrainingState.UserChoice;
import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** How far the training is, what it has to say, and the buttons that end it. Swing's thread only. */
final class ProgressPanel extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int FINE = 1000;
	private static final int MESSAGE_ROWS = 3;
	private static final Color FAILED = new Color(0xB00020);

	private final JProgressBar bar = new JProgressBar(0, FINE);
	private final JTextField position = new JTextField("Getting ready");
	private final JLabel details = Plain.label(" ");
	private final JTextArea messages = new JTextArea(MESSAGE_ROWS, 40);
	private final JScrollPane scrolled = new JScrollPane(messages);
	private final JButton stop = Plain.button("Stop (keep the best)");
	private final JButton cancel = Plain.button("Cancel (discard)");
	private final JButton close = Plain.button("Close");
	private transient List<String> told = List.of();

	/**
	 * @param wishes hears what the person wants
	 * @param closing is run when the person closes the window by its button, after the end
	 */
	ProgressPanel(final Consumer<UserChoice> wishes, final Runnable closing) {
		super(new BorderLayout(0, 6));
		setBorder(BorderFactory.createEmptyBorder(6, 0, 0, 0));
		bar.setStringPainted(true);
		bar.setString("");
		// a text field, so that what is said in the end, a path perhaps, can be copied
		position.setEditable(false);
		position.setBorder(BorderFactory.createEmptyBorder());
		position.setOpaque(false);
		position.setFont(details.getFont().deriveFont(Font.BOLD));
		details.setFont(details.getFont().deriveFont(Font.PLAIN));
		position.setMinimumSize(new Dimension(120, position.getPreferredSize().height));
		messages.setEditable(false);
		messages.setLineWrap(true);
		messages.setWrapStyleWord(true);
		messages.setFont(details.getFont().deriveFont(Font.PLAIN));
		scrolled.setVisible(false);
		Plain.tip(stop, "Ends the training after this step; the weights of the best epoch become the model");
		Plain.tip(cancel, "Ends the training after this step; nothing is kept");
		stop.addActionListener(e -> wishes.accept(UserChoice.STOP));
		cancel.addActionListener(e -> wishes.accept(UserChoice.DISCARD));
		close.addActionListener(e -> closing.run());
		close.setVisible(false);
		final JPanel words = new JPanel(new BorderLayout(0, 2));
		words.add(position, BorderLayout.NORTH);
		words.add(details, BorderLayout.SOUTH);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 0));
		buttons.add(stop);
		buttons.add(cancel);
		buttons.add(close);
		final JPanel line = new JPanel(new BorderLayout(12, 0));
		line.add(words, BorderLayout.CENTER);
		line.add(buttons, BorderLayout.EAST);
		add(bar, BorderLayout.NORTH);
		add(line, BorderLayout.CENTER);
		add(scrolled, BorderLayout.SOUTH);
	}

	/** @param state that is shown */
	void show(final TrainingState state) {
		final int done = (int) Math.round(FINE * state.fraction());
		bar.setValue(done);
		bar.setString(state.ending().isEmpty() ? String.format(Locale.ROOT, "%d %%", done * 100 / FINE) : "");
		final String where = StatusText.position(state);
		if (!where.equals(position.getText())) {
			position.setText(where);
			Plain.tip(position, where);
			position.setCaretPosition(0);
		}
		final String more = StatusText.details(state);
		details.setText(more.isEmpty() ? " " : more);
		if (!state.messages().equals(told)) tell(state.messages());
		final boolean over = state.ending().isPresent();
		stop.setVisible(!over);
		cancel.setVisible(!over);
		close.setVisible(over);
		stop.setEnabled(state.choice() == UserChoice.GO_ON);
		cancel.setEnabled(state.choice() != UserChoice.DISCARD);
		if (over && state.ending().get().failed()) position.setForeground(FAILED);
	}

	private void tell(final List<String> all) {
		told = all;
		messages.setText(String.join("\n", all));
		if (scrolled.isVisible()) return;
		scrolled.setVisible(true);
		revalidate();
	}
}
