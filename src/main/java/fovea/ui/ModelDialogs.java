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

import fovea.ui.plain.Ask;
import fovea.ui.plain.Plain;
import java.awt.Component;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Asks about models in dialogs. Swing's thread only. */
final class ModelDialogs implements ModelQuestions {

	private final Component over;

	/** @param over the window that they belong to */
	ModelDialogs(final Component over) {
		this.over = over;
	}

	@Override
	public Optional<Path> file(final String name) {
		final JFileChooser chooser = Plain.files();
		chooser.setDialogTitle("Export " + name);
		chooser.setFileFilter(new FileNameExtensionFilter("Models (zip)", "zip"));
		chooser.setSelectedFile(new File(name + ".zip"));
		if (chooser.showSaveDialog(over) != JFileChooser.APPROVE_OPTION) return Optional.empty();
		final Path file = chooser.getSelectedFile().toPath();
		return !Files.exists(file) || Ask.confirms(over, "Replace", file + " exists. Replace it?", "Replace")
				? Optional.of(file)
				: Optional.empty();
	}

	@Override
	public Optional<Path> model() {
		final JFileChooser chooser = Plain.files();
		chooser.setDialogTitle("Add a model: its zip or its folder");
		chooser.setFileFilter(new FileNameExtensionFilter("Models (zip, or a folder)", "zip"));
		chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
		return chooser.showDialog(over, "Add") == JFileChooser.APPROVE_OPTION
				? Optional.of(chooser.getSelectedFile().toPath())
				: Optional.empty();
	}

	@Override
	public Optional<String> otherName(final String name) {
		return Ask.text(over, "Rename " + name, "New name of the model", name)
				.filter(text -> !text.isEmpty() && !text.equals(name));
	}

	@Override
	public boolean mayRemove(final String name) {
		return Ask.confirms(
				over,
				"Remove",
				"Remove the model '" + name + "' with its curves, pictures and checkpoints?\nThis cannot be undone.",
				"Remove");
	}

	@Override
	public void open(final Path folder) {
		if (!Files.isDirectory(folder)) {
			complain("There is no " + folder + " yet: it comes with the first model.");
			return;
		}
		if (!GraphicsEnvironment.isHeadless()
				&& Desktop.isDesktopSupported()
				&& Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
			try {
				Desktop.getDesktop().open(folder.toFile());
				return;
			} catch (final IOException e) {
				complain(folder + " cannot be opened: " + e.getMessage());
				return;
			}
		}
		Ask.text(over, "Folder", "Your models are in", folder.toString());
	}

	@Override
	public void complain(final String line) {
		Ask.complain(over, "Models", line);
	}
}
