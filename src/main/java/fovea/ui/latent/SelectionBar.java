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
package fovea.ui.latent;

import fovea.ui.plain.Plain;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What can be done with selected items. Swing's thread only. */
final class SelectionBar extends JPanel implements Explorer.Shown {

	private static final long serialVersionUID = 1;

	private final JLabel count = Plain.label("");
	private final transient List<JButton> buttons = new ArrayList<>();

	SelectionBar(final Explorer explorer) {
		super(new FlowLayout(FlowLayout.LEADING, 6, 4));
		add(count);
		show(explorer.state());
		explorer.add(this);
	}

	/** @param action is there while something is selected */
	void add(final String title, final String help, final Runnable action) {
		final JButton button = Plain.button(title);
		Plain.tip(button, help);
		button.addActionListener(e -> action.run());
		button.setEnabled(false);
		buttons.add(button);
		add(button);
	}

	@Override
	public void changed(final ExplorerState before, final ExplorerState now) {
		if (!before.selected().equals(now.selected())) show(now);
	}

	private void show(final ExplorerState state) {
		count.setText(state.selected().size() + " of " + state.encodings().size() + " selected");
		buttons.forEach(button -> button.setEnabled(!state.selected().isEmpty()));
	}
}
