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

import fovea.text.Wrapping;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JOptionPane;

/** Asks and tells a person in dialogs, as {@link Plain} shows text. Stateless; Swing's thread only. */
public final class Ask {

	private Ask() {}

	/** @return a label for each line; a text of its own Swing would make labels of that show HTML */
	static JLabel[] labels(final String text) {
		return Wrapping.forDialog(text).lines().map(Plain::label).toArray(JLabel[]::new);
	}

	/**
	 * @param over the window that it belongs to
	 * @param title of the dialog
	 * @param line what went wrong
	 */
	public static void complain(final Component over, final String title, final String line) {
		JOptionPane.showMessageDialog(over, labels(line), title, JOptionPane.ERROR_MESSAGE);
	}

	/**
	 * @param over the window that it belongs to
	 * @param title of the dialog
	 * @param question what is asked
	 * @param action what the button is called that does it
	 * @return whether that was pressed
	 */
	public static boolean confirms(
			final Component over, final String title, final String question, final String action) {
		final Object[] answers = {Plain.text(action), "Keep"};
		return JOptionPane.showOptionDialog(
						over,
						labels(question),
						title,
						JOptionPane.YES_NO_OPTION,
						JOptionPane.WARNING_MESSAGE,
						null,
						answers,
						answers[1])
				== JOptionPane.YES_OPTION;
	}

	/**
	 * @param over the window that it belongs to
	 * @param title of the dialog
	 * @param question what is asked
	 * @param proposed what is there at first
	 * @return what was typed, without blanks around it; empty if nothing is to be done
	 */
	public static Optional<String> text(
			final Component over, final String title, final String question, final String proposed) {
		return Optional.ofNullable(JOptionPane.showInputDialog(
						over, labels(question), title, JOptionPane.PLAIN_MESSAGE, null, null, proposed))
				.map(text -> text.toString().strip());
	}

	/**
	 * @param over the window that it belongs to
	 * @param title of the dialog
	 * @param question what is asked
	 * @param choices what there is, at least one
	 * @return the chosen one; empty if nothing is to be done
	 */
	public static Optional<String> choice(
			final Component over, final String title, final String question, final List<String> choices) {
		final JComboBox<String> box = Plain.choice(choices.toArray(String[]::new));
		final List<Object> parts = new ArrayList<>(List.of(labels(question)));
		parts.add(box);
		final int answer = JOptionPane.showConfirmDialog(
				over, parts.toArray(), title, JOptionPane.OK_CANCEL_OPTION, JOptionPane.PLAIN_MESSAGE);
		return answer == JOptionPane.OK_OPTION ? Optional.of(choices.get(box.getSelectedIndex())) : Optional.empty();
	}
}
