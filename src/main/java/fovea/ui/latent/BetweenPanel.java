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

import fovea.latent.Interpolation;
import fovea.ui.plain.Plain;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

/** Two items, and a stack of what is between them. Swing's thread only. */
final class BetweenPanel extends JPanel implements Explorer.Shown {

	private static final long serialVersionUID = 1;
	private static final int MOST = 1000;

	private final JLabel from = Plain.label("");
	private final JLabel to = Plain.label("");
	private final JButton make = Plain.button("Make Stack");
	private final boolean possible;

	/**
	 * @param possible whether anything can be decoded
	 * @param made hears of the number of steps for which a stack is wanted
	 */
	BetweenPanel(final Explorer explorer, final boolean possible, final IntConsumer made) {
		super(new GridBagLayout());
		this.possible = possible;
		final JSpinner steps = new JSpinner(new SpinnerNumberModel(Interpolation.STEPS, 2, MOST, 1));
		final JButton setFrom = Plain.button("Current Item Is A");
		setFrom.addActionListener(e -> explorer.change(state -> state.withEnds(state.current(), state.to())));
		final JButton setTo = Plain.button("Current Item Is B");
		setTo.addActionListener(e -> explorer.change(state -> state.withEnds(state.from(), state.current())));
		make.addActionListener(e -> made.accept((Integer) steps.getValue()));
		add(setFrom, 0, 0);
		add(from, 1, 0);
		add(setTo, 0, 1);
		add(to, 1, 1);
		final JLabel name = Plain.label("Images, both ends included:");
		name.setLabelFor(steps);
		add(name, 0, 2);
		add(steps, 1, 2);
		add(make, 1, 3);
		show(explorer.state());
		explorer.add(this);
	}

	private void add(final JComponent component, final int column, final int row) {
		final GridBagConstraints place = new GridBagConstraints();
		place.gridx = column;
		place.gridy = row;
		place.anchor = GridBagConstraints.LINE_START;
		place.insets = new Insets(4, 6, 4, 6);
		place.weightx = column;
		add(component, place);
	}

	@Override
	public void changed(final ExplorerState before, final ExplorerState now) {
		show(now);
	}

	private void show(final ExplorerState state) {
		from.setText(name(state, state.from()));
		to.setText(name(state, state.to()));
		make.setEnabled(possible && state.from().isPresent() && state.to().isPresent());
	}

	private static String name(final ExplorerState state, final OptionalInt index) {
		return index.isEmpty()
				? "not chosen"
				: ItemText.name(state.encodings().all().get(index.getAsInt()));
	}
}
