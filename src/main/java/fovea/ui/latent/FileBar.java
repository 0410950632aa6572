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

import fovea.base.ImageException;
import fovea.ui.plain.Plain;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;

/** What leaves the window: the plot as a file, the encodings as a table. Swing's thread only. */
final class FileBar extends JPanel {

	private static final long serialVersionUID = 1;

	/**
	 * @param explorer has the encodings
	 * @param host shows tables
	 * @param canvas has the plot
	 * @param tell hears what became of it
	 */
	FileBar(final Explorer explorer, final ExplorerHost host, final ScatterCanvas canvas, final Consumer<String> tell) {
		super(new FlowLayout(FlowLayout.TRAILING, 6, 4));
		final JButton table = Plain.button("Table");
		Plain.tip(table, "Encodings, labels and errors as the Results table");
		table.addActionListener(e -> host.table(explorer.state().encodings()));
		add(table);
		final JButton save = Plain.button("Save Plot...");
		Plain.tip(save, "What is seen of it, as PNG or SVG");
		save.addActionListener(e -> Questions.picture(this).ifPresent(file -> save(file, canvas, tell)));
		add(save);
	}

	static void save(final Path file, final ScatterCanvas canvas, final Consumer<String> tell) {
		try {
			canvas.chart()
					.save(file, canvas.view(), Math.max(200, canvas.getWidth()), Math.max(200, canvas.getHeight()));
			tell.accept("Saved " + file);
		} catch (final ImageException e) {
			tell.accept(e.getMessage());
		}
	}
}
