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
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSlider;

/** A slider for each number of the point that is decoded. Swing's thread only. */
final class SliderPanel extends JPanel implements Explorer.Shown {

	private static final long serialVersionUID = 1;
	private static final int POSITIONS = 1000;

	/** Pixels; it grows with the window. */
	private static final int LEAST = 120;

	private final transient Explorer explorer;
	private final transient List<Row> rows = new ArrayList<>();
	private boolean showing;

	/** A slider and the number beside it. */
	private record Row(SliderAxis axis, JSlider slider, JLabel number) {

		void show(final float[] z) {
			final double value = axis.value(z);
			slider.setValue((int) Math.round(POSITIONS * (value - axis.min()) / (axis.max() - axis.min())));
			number.setText(String.format(Locale.ROOT, "%.3g", value));
		}

		double value() {
			return axis.min() + slider.getValue() / (double) POSITIONS * (axis.max() - axis.min());
		}
	}

	SliderPanel(final Explorer explorer) {
		super(new BorderLayout());
		this.explorer = explorer;
		final JPanel grid = new JPanel(new GridBagLayout());
		final ExplorerState state = explorer.state();
		for (final SliderAxis axis : SliderAxis.of(state.encodings(), state.projection(), explorer.places()))
			add(grid, axis);
		final GridBagConstraints rest = new GridBagConstraints();
		rest.gridy = rows.size();
		rest.weighty = 1;
		grid.add(Plain.label(""), rest);
		final JButton origin = Plain.button("Origin");
		Plain.tip(
				origin,
				"To where all axes of the plot are 0; of principal components that is the middle of all points");
		origin.addActionListener(
				e -> explorer.change(s -> s.withPoint(s.projection().middle())));
		final JPanel foot = new JPanel();
		foot.add(origin);
		final JScrollPane scroll = new JScrollPane(grid);
		scroll.setBorder(null);
		scroll.getVerticalScrollBar().setUnitIncrement(16);
		add(scroll, BorderLayout.CENTER);
		add(foot, BorderLayout.SOUTH);
		show(state);
		explorer.add(this);
	}

	private void add(final JPanel grid, final SliderAxis axis) {
		final JSlider slider = new JSlider(0, POSITIONS, POSITIONS / 2);
		final Row row = new Row(axis, slider, Plain.label("-0.0000"));
		row.number().setPreferredSize(row.number().getPreferredSize());
		slider.setName(axis.name());
		slider.setPreferredSize(new Dimension(LEAST, slider.getPreferredSize().height));
		slider.addChangeListener(e -> {
			if (!showing)
				explorer.change(s -> s.withPoint(axis.moved(s.point().orElseGet(s.projection()::middle), row.value())));
		});
		final GridBagConstraints place = new GridBagConstraints();
		place.gridy = rows.size();
		place.insets = new Insets(1, 6, 1, 6);
		grid.add(Plain.label(axis.name()), place);
		place.fill = GridBagConstraints.HORIZONTAL;
		place.weightx = 1;
		grid.add(slider, place);
		place.weightx = 0;
		grid.add(row.number(), place);
		rows.add(row);
	}

	@Override
	public void changed(final ExplorerState before, final ExplorerState now) {
		if (!before.point().equals(now.point())) show(now);
	}

	/** A slider that a person holds gets the value that it has; others stay where rounding would move them to. */
	private void show(final ExplorerState state) {
		showing = true;
		try {
			final float[] z = state.point().orElseGet(state.projection()::middle);
			for (final Row row : rows) row.show(z);
		} finally {
			showing = false;
		}
	}
}
