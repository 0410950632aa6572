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
package fovea.ij1.bridge;

import ij.gui.GUI;
import ij.gui.GenericDialog;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Panel;
import java.awt.ScrollPane;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;

/** An ImageJ dialog whose fields are scrolled where the screen is too low for them; its buttons stay in sight. */
final class ScrolledDialog extends GenericDialog {

	private static final long serialVersionUID = 1;

	/** For the window's title and a bar of the desktop. */
	private static final int SPARE = 60;

	ScrolledDialog(final String title) {
		super(title);
	}

	/** Called when all is in place, before the dialog is shown. */
	@Override
	protected void setup() {
		final int available = GUI.getMaxWindowBounds(this).height - SPARE;
		if (getHeight() <= available) return;
		final GridBagLayout layout = (GridBagLayout) getLayout();
		final Component[] all = getComponents();
		final Component buttons = all[all.length - 1];
		final Panel fields = new Panel(new GridBagLayout());
		for (final Component component : all) {
			final GridBagConstraints place = layout.getConstraints(component);
			remove(component);
			if (component != buttons) fields.add(component, place);
		}
		final ScrollPane scrolled = new ScrollPane(ScrollPane.SCROLLBARS_AS_NEEDED);
		scrolled.add(fields);
		scrolled.getVAdjustable()
				.setUnitIncrement(fields.getFontMetrics(getFont()).getHeight());
		setLayout(new BorderLayout());
		add(scrolled, BorderLayout.CENTER);
		add(buttons, BorderLayout.SOUTH);
		follow(fields, scrolled);
		pack();
		final int bar = scrolled.getVScrollbarWidth();
		setSize(new Dimension(
				fields.getPreferredSize().width + 2 * bar + getInsets().left + getInsets().right, available));
		validate();
	}

	/** The field that the keyboard has got to is brought into sight. */
	private static void follow(final Container fields, final ScrollPane scrolled) {
		final FocusAdapter listener = new FocusAdapter() {

			@Override
			public void focusGained(final FocusEvent event) {
				final Component field = event.getComponent();
				int top = 0;
				for (Component c = field; c != fields; c = c.getParent()) top += c.getY();
				final int height = scrolled.getViewportSize().height;
				final int shown = scrolled.getScrollPosition().y;
				if (top < shown || top + field.getHeight() > shown + height)
					scrolled.setScrollPosition(0, top - height / 2);
			}
		};
		listen(fields, listener);
	}

	private static void listen(final Container container, final FocusAdapter listener) {
		for (final Component component : container.getComponents()) {
			component.addFocusListener(listener);
			if (component instanceof Container inner) listen(inner, listener);
		}
	}
}
