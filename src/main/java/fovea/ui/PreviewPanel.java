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

import fovea.model.ClassSpec;
import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.GridLayout;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

/** What the network makes of a sample, which can be chosen: one of validation, if there is any. Swing's thread only. */
final class PreviewPanel extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int LEGEND_COLUMNS = 4;
	private static final int POSITIONS = 1000;
	private static final String VALIDATED = "Validation sample";
	private static final String UNVALIDATED = "Sample it learns from";

	private final SpinnerNumberModel number = new SpinnerNumberModel(1, 1, 1, 1);
	private final JSpinner spinner = new JSpinner(number);
	private final JLabel name = Plain.label(VALIDATED);
	private final JLabel of = Plain.label("");
	private final JSlider slider = new JSlider(0, POSITIONS, POSITIONS / 2);
	private final PictureRow row = new PictureRow();
	private final SplitView split = new SplitView(slider.getModel());
	private final JPanel divided = new JPanel(new BorderLayout());
	private String after = "";

	/** A square of a class's color. */
	private record Swatch(Color color) implements Icon {

		private static final int EDGE = 11;

		@Override
		public void paintIcon(final Component on, final Graphics graphics, final int x, final int y) {
			graphics.setColor(color);
			graphics.fillRect(x, y, EDGE, EDGE);
			graphics.setColor(Color.GRAY);
			graphics.drawRect(x, y, EDGE - 1, EDGE - 1);
		}

		@Override
		public int getIconWidth() {
			return EDGE;
		}

		@Override
		public int getIconHeight() {
			return EDGE;
		}
	}

	/**
	 * @param classes that have colors; none for images
	 * @param chosen hears which sample the person wants to see, from 0 on
	 */
	PreviewPanel(final List<ClassSpec> classes, final IntConsumer chosen) {
		super(new GridBagLayout());
		setBackground(Color.WHITE);
		setBorder(BorderFactory.createLineBorder(Color.LIGHT_GRAY));
		final JPanel head = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 4));
		head.setOpaque(false);
		name.setLabelFor(spinner);
		((JSpinner.DefaultEditor) spinner.getEditor()).getTextField().setColumns(4);
		Plain.tip(spinner, "Another one is seen from the next epoch on");
		spinner.setEnabled(false);
		spinner.addChangeListener(e -> chosen.accept(number.getNumber().intValue() - 1));
		head.add(name);
		head.add(spinner);
		head.add(of);
		slider.setOpaque(false);
		slider.setEnabled(false);
		Plain.tip(slider, "Left of the line is what goes in, right of it what comes out");
		divided.setOpaque(false);
		divided.add(split, BorderLayout.CENTER);
		divided.add(slider, BorderLayout.SOUTH);
		put(head, 0);
		put(row, 0.8);
		if (!classes.isEmpty()) put(legend(classes), 0);
		put(divided, 1.9);
		divided.setVisible(false);
	}

	private void put(final Component component, final double share) {
		final GridBagConstraints where = new GridBagConstraints();
		where.gridx = 0;
		where.weightx = 1;
		where.weighty = share;
		where.fill = GridBagConstraints.BOTH;
		add(component, where);
	}

	private static JPanel legend(final List<ClassSpec> classes) {
		final JPanel legend = new JPanel(new GridLayout(0, Math.min(LEGEND_COLUMNS, classes.size()), 6, 2));
		legend.setOpaque(false);
		legend.setBorder(BorderFactory.createEmptyBorder(0, 8, 4, 8));
		for (final ClassSpec each : classes) {
			final JLabel label = Plain.label(each.name(), new Swatch(new Color(each.rgb())));
			Plain.tip(label, each.name());
			legend.add(label);
		}
		return legend;
	}

	/** @param state whose numbers are shown; its preview's pictures are made elsewhere */
	void show(final TrainingState state) {
		if (state.previews() > 0 && !Integer.valueOf(state.previews()).equals(number.getMaximum()))
			number.setMaximum(state.previews());
		spinner.setEnabled(state.previews() > 1 && state.ending().isEmpty());
		final boolean unvalidated = !state.history().isEmpty()
				&& state.history().get(0).validationLoss().isEmpty();
		if (unvalidated && name.getText().equals(VALIDATED)) name.setText(UNVALIDATED);
		final int wanted = number.getNumber().intValue();
		final boolean other = state.preview().isPresent()
				&& state.preview().get().index() != wanted - 1
				&& state.ending().isEmpty();
		final String text = (state.previews() > 0 ? "of " + state.previews() : "")
				+ (other ? ", from the next epoch on" : after.isEmpty() ? "" : ", " + after);
		if (!text.equals(of.getText())) of.setText(text);
	}

	/** @param pictures of a preview */
	void show(final PreviewPictures pictures) {
		after = pictures.after();
		row.show(pictures.pictures());
		pictures.divided().ifPresent(split::show);
		slider.setEnabled(pictures.divided().isPresent());
		divided.setVisible(pictures.divided().isPresent());
	}
}
