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

import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JToggleButton;

/** What the mouse does, and how large the brush is. Swing's thread only. */
final class BrushPanel extends JPanel {

	private static final long serialVersionUID = 1;

	/** Places of the slider; sizes between them grow as their square. */
	private static final int PLACES = 100;

	private final Map<Tool, JToggleButton> buttons = new EnumMap<>(Tool.class);
	private final JSlider slider = new JSlider(0, PLACES);
	private final JLabel size = Plain.label("");
	private boolean showing;

	BrushPanel(final Teaching teaching) {
		super(new BorderLayout(0, 4));
		final JPanel tools = new JPanel(new GridLayout(1, 0, 4, 0));
		final ButtonGroup group = new ButtonGroup();
		for (final Tool tool : Tool.values()) {
			final JToggleButton button = Plain.toggle(tool.label(), false);
			Plain.tip(button, tool.help());
			button.setFocusable(false);
			button.addActionListener(event -> teaching.change(choices -> choices.withTool(tool)));
			group.add(button);
			buttons.put(tool, button);
			tools.add(button);
		}
		slider.setFocusable(false);
		slider.addChangeListener(event -> {
			if (!showing) teaching.change(choices -> choices.withBrush(pixels(slider.getValue())));
		});
		Plain.tip(slider, "How wide the brush and the eraser are, in pixels of the image; keys [ and ]");
		final JPanel brush = new JPanel(new BorderLayout(4, 0));
		brush.add(slider, BorderLayout.CENTER);
		brush.add(size, BorderLayout.EAST);
		add(tools, BorderLayout.NORTH);
		add(brush, BorderLayout.CENTER);
		teaching.add((before, now) -> show(now));
		show(teaching.choices());
	}

	private static int pixels(final int place) {
		return 1 + (int) Math.round((Choices.LARGEST - 1.0) * place * place / (PLACES * PLACES));
	}

	private static int place(final int pixels) {
		return (int) Math.round(PLACES * Math.sqrt((pixels - 1) / (Choices.LARGEST - 1.0)));
	}

	private void show(final Choices now) {
		showing = true;
		buttons.get(now.tool()).setSelected(true);
		if (!slider.getValueIsAdjusting()) slider.setValue(place(now.brush()));
		size.setText(now.brush() + " px");
		showing = false;
	}
}
