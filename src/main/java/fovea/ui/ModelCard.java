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

import fovea.ui.PreviewPictures.Captioned;
import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;

/**
 * What is known of one model: its name, a sample, lines of facts, curves and samples of its training. Swing's thread
 * only.
 */
final class ModelCard extends JPanel {

	private static final long serialVersionUID = 1;

	private final JLabel title = Plain.label(" ");
	private final PictureRow sample = new PictureRow("The model brings no test images", 640, 170);
	private final JEditorPane facts = new JEditorPane("text/html", "");
	private final PictureRow curves = new PictureRow("Nothing is known of its training", 640, 240);
	private final PictureRow sheet = new PictureRow("There are no pictures of its training", 640, 240);

	ModelCard() {
		super(new BorderLayout(0, 6));
		title.setFont(title.getFont().deriveFont(Font.BOLD, title.getFont().getSize2D() + 4));
		facts.setEditable(false);
		facts.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, Boolean.TRUE);
		facts.setFont(title.getFont().deriveFont(Font.PLAIN, title.getFont().getSize2D() - 4));
		final JPanel head = new JPanel(new BorderLayout(0, 4));
		head.add(title, BorderLayout.NORTH);
		head.add(sample, BorderLayout.CENTER);
		final JScrollPane scrolled = new JScrollPane(facts);
		scrolled.setPreferredSize(new Dimension(640, 180));
		scrolled.setBorder(BorderFactory.createLineBorder(Color.LIGHT_GRAY));
		final JTabbedPane pictures = new JTabbedPane();
		Plain.tab(pictures, "Curves of the training", curves);
		Plain.tab(pictures, "Samples of the training", sheet);
		add(head, BorderLayout.NORTH);
		add(scrolled, BorderLayout.CENTER);
		add(pictures, BorderLayout.SOUTH);
	}

	/** @param name of a model that is read */
	void wait(final String name) {
		show(
				name,
				List.of(new ShownModel.Line("", "is read...")),
				new ModelPictures(List.of(), Optional.empty(), Optional.empty()));
	}

	/**
	 * @param name of a model that cannot be shown
	 * @param reason why
	 */
	void complain(final String name, final String reason) {
		show(
				name,
				List.of(new ShownModel.Line("", reason)),
				new ModelPictures(List.of(), Optional.empty(), Optional.empty()));
	}

	/**
	 * @param name of a model
	 * @param lines of facts
	 * @param pictures of it
	 */
	void show(final String name, final List<ShownModel.Line> lines, final ModelPictures pictures) {
		title.setText(name);
		facts.setText(html(lines));
		facts.setCaretPosition(0);
		sample.show(pictures.sample());
		curves.show(row(pictures.curves()));
		sheet.show(row(pictures.sheet()));
	}

	private static List<Captioned> row(final Optional<BufferedImage> picture) {
		return picture.map(image -> List.of(new Captioned("", image))).orElse(List.of());
	}

	/** @return the part with text */
	JComponent textual() {
		return facts;
	}

	/** @return what is read, as plain text */
	String text() {
		return facts.getText();
	}

	private static String html(final List<ShownModel.Line> lines) {
		final StringBuilder html = new StringBuilder("<html><table cellspacing=0 cellpadding=2>");
		for (final ShownModel.Line line : lines)
			html.append("<tr><td valign=top><b>")
					.append(escaped(line.what()))
					.append("</b></td><td>")
					.append(escaped(line.text()))
					.append("</td></tr>");
		return html.append("</table></html>").toString();
	}

	/** Models come from strangers. */
	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
