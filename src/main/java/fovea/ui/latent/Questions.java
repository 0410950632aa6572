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

import fovea.ui.plain.Ask;
import fovea.ui.plain.Plain;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Asks a person. Stateless; Swing's thread only. */
final class Questions {

	private Questions() {}

	/** @return a name for selected items, empty to take theirs away; nothing if there is to be none */
	static Optional<String> label(final Component over) {
		return Ask.text(over, "Label", "Label of the selected items (empty: none):", "");
	}

	/** @return a file to be written, which ends in .png where a person says nothing else */
	static Optional<Path> picture(final Component over) {
		final JFileChooser chooser = Plain.files();
		chooser.setDialogTitle("Save Plot");
		chooser.setFileFilter(new FileNameExtensionFilter("Pictures (.png, .svg)", "png", "svg"));
		chooser.setSelectedFile(new File("latent-space.png"));
		if (chooser.showSaveDialog(over) != JFileChooser.APPROVE_OPTION) return Optional.empty();
		final Path chosen = chooser.getSelectedFile().toPath();
		final String name = chosen.getFileName().toString().toLowerCase(Locale.ROOT);
		final Path file = name.endsWith(".png") || name.endsWith(".svg")
				? chosen
				: chosen.resolveSibling(chosen.getFileName() + ".png");
		return !file.toFile().exists() || Ask.confirms(over, "Save Plot", file + " exists. Replace it?", "Replace")
				? Optional.of(file)
				: Optional.empty();
	}
}
