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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** What is above the plot: tools, axes, colors. Swing's thread only. */
final class PlotBar extends JPanel {

	private static final long serialVersionUID = 1;

	private final transient Explorer explorer;
	private final JComboBox<String> across;
	private final JComboBox<String> up;

	/**
	 * @param tool hears which is chosen
	 * @param columns by which points may be colored as well, asked whenever a person wants to choose
	 */
	PlotBar(final Explorer explorer, final Consumer<PlotTool> tool, final Supplier<Map<String, List<String>>> columns) {
		this.explorer = explorer;
		setLayout(new BoxLayout(this, BoxLayout.PAGE_AXIS));
		final JPanel tools = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 3));
		final JPanel choices = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 3));
		add(tools);
		add(choices);
		final ButtonGroup group = new ButtonGroup();
		for (final PlotTool each : PlotTool.values()) {
			final JToggleButton button = Plain.toggle(each.title(), each == PlotTool.EXPLORE);
			Plain.tip(button, each.help());
			button.setName(each.title());
			button.addActionListener(e -> tool.accept(each));
			group.add(button);
			tools.add(button);
		}
		final JButton all = Plain.button("Fit");
		Plain.tip(all, "Show all points");
		all.addActionListener(e -> explorer.change(state -> state.withView(Optional.empty())));
		tools.add(all);
		across = axes(explorer.state().across());
		up = axes(explorer.state().up());
		named("Right:", across, choices);
		named("Up:", up, choices);
		named("Color:", colors(columns), choices);
	}

	private static void named(final String name, final JComboBox<?> box, final JPanel on) {
		final JLabel label = Plain.label(name);
		label.setLabelFor(box);
		on.add(label);
		on.add(box);
	}

	private JComboBox<String> axes(final int chosen) {
		final JComboBox<String> box = Plain.choice(new String[0]);
		for (int axis = 0; axis < explorer.places().axes(); axis++)
			box.addItem(explorer.state().projection().axisName(axis));
		box.setSelectedIndex(chosen);
		Plain.tip(box, "Which axis; of principal components with the part of the variance that is along it");
		box.addActionListener(
				e -> explorer.change(state -> state.withAxes(across.getSelectedIndex(), up.getSelectedIndex())));
		return box;
	}

	private JComboBox<Coloring> colors(final Supplier<Map<String, List<String>>> columns) {
		final JComboBox<Coloring> box = Plain.choice(
				new Coloring[] {Coloring.LABEL, Coloring.loss(explorer.state().encodings())});
		box.setPrototypeDisplayValue(new Coloring("MeanSquared", List.of()));
		Plain.tip(
				box,
				"By label, by how badly items are given back, or by a column of the Results table with a row for "
						+ "each item");
		box.addActionListener(e -> {
			if (box.getSelectedItem() instanceof final Coloring chosen
					&& chosen != explorer.state().coloring()) explorer.change(state -> state.withColoring(chosen));
		});
		explorer.add((before, now) -> {
			if (now.coloring() != before.coloring() && now.coloring() != box.getSelectedItem())
				box.setSelectedItem(now.coloring());
		});
		box.addPopupMenuListener(new PopupMenuListener() {

			@Override
			public void popupMenuWillBecomeVisible(final PopupMenuEvent e) {
				offer(box, columns.get());
			}

			@Override
			public void popupMenuWillBecomeInvisible(final PopupMenuEvent e) {
				// chosen or not, it is heard otherwise
			}

			@Override
			public void popupMenuCanceled(final PopupMenuEvent e) {
				// the same
			}
		});
		return box;
	}

	/** What is chosen stays chosen, whatever there is now. */
	private void offer(final JComboBox<Coloring> box, final Map<String, List<String>> columns) {
		final ExplorerState state = explorer.state();
		final List<Coloring> all = new ArrayList<>(List.of(Coloring.LABEL, Coloring.loss(state.encodings())));
		columns.forEach((name, values) -> all.add(new Coloring(name, values)));
		final Coloring chosen = state.coloring();
		final int place = all.stream().map(Coloring::name).toList().indexOf(chosen.name());
		if (place >= 0) all.set(place, chosen);
		else all.add(chosen);
		final DefaultComboBoxModel<Coloring> model = new DefaultComboBoxModel<>(all.toArray(Coloring[]::new));
		model.setSelectedItem(chosen);
		box.setModel(model);
	}
}
