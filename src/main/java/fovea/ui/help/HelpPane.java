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
package fovea.ui.help;

import fovea.ui.plain.Ask;
import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.Desktop;
import java.awt.FlowLayout;
import java.awt.Font;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.html.HTMLDocument;

/** A page, and the way back. Swing's thread only. */
final class HelpPane extends JPanel {

	private static final long serialVersionUID = 1;

	private final JEditorPane page = new JEditorPane("text/html", "");
	private final JButton back = Plain.button("Back");
	private final transient Deque<Place> before = new ArrayDeque<>();
	private transient Place shown = Place.of("");

	HelpPane() {
		super(new BorderLayout());
		page.setEditable(false);
		page.setBorder(BorderFactory.createEmptyBorder(0, 12, 12, 12));
		page.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, Boolean.TRUE);
		page.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
		page.addHyperlinkListener(event -> {
			if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED) follow(event.getDescription());
		});
		final JButton start = Plain.button("Contents");
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING));
		buttons.add(back);
		buttons.add(start);
		back.addActionListener(event -> back());
		start.addActionListener(event -> go(Place.of(HelpPages.START)));
		back.setEnabled(false);
		add(buttons, BorderLayout.NORTH);
		add(new JScrollPane(page), BorderLayout.CENTER);
	}

	/** @param place to be shown */
	void go(final Place place) {
		if (!shown.page().isEmpty() && !shown.equals(place)) before.push(shown);
		show(place);
	}

	/** Goes to what was shown before. */
	void back() {
		show(before.pop());
	}

	/** @return what is shown */
	Place shown() {
		return shown;
	}

	/** @return the page as it is read */
	String text() {
		return page.getText();
	}

	private void show(final Place place) {
		if (!place.page().equals(shown.page())) {
			String html;
			try {
				html = Rendering.html(place);
			} catch (final IOException e) {
				html = Rendering.html("The page cannot be read.");
			}
			page.setText("");
			((HTMLDocument) page.getDocument()).setBase(HelpPane.class.getResource(new Place("", "").resource()));
			page.setText(html);
		}
		shown = place;
		back.setEnabled(!before.isEmpty());
		page.setCaretPosition(0);
		// Once it is laid out: places on it are not known before.
		if (!place.heading().isEmpty()) SwingUtilities.invokeLater(() -> page.scrollToReference(place.heading()));
	}

	/** @param link as it is on the page */
	void follow(final String link) {
		if (Rendering.isWeb(link)) browse(link);
		else go(shown.follow(link));
	}

	private void browse(final String address) {
		try {
			if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
				Desktop.getDesktop().browse(URI.create(address));
				return;
			}
		} catch (final IOException e) {
			// said below
		}
		Ask.text(this, "Address", "This is on the web:", address);
	}
}
