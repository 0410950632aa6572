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

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Takes files that are dropped on a part of a window. Swing's thread only. */
final class ModelDrop extends TransferHandler {

	private static final long serialVersionUID = 1;

	private final transient Consumer<List<Path>> files;

	/** Copies; null where nothing is copied. */
	private final TransferHandler copying;

	private ModelDrop(final Consumer<List<Path>> files, final TransferHandler copying) {
		this.files = files;
		this.copying = copying;
	}

	/**
	 * @param part that files may be dropped on; what can be copied from it still can
	 * @param files gets what was dropped
	 */
	static void on(final JComponent part, final Consumer<List<Path>> files) {
		part.setTransferHandler(new ModelDrop(files, part.getTransferHandler()));
	}

	@Override
	public int getSourceActions(final JComponent part) {
		return copying == null ? NONE : copying.getSourceActions(part);
	}

	@Override
	public void exportToClipboard(final JComponent part, final Clipboard clipboard, final int action) {
		if (copying != null) copying.exportToClipboard(part, clipboard, action);
	}

	@Override
	public boolean canImport(final TransferSupport support) {
		return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
	}

	@Override
	public boolean importData(final TransferSupport support) {
		if (!canImport(support)) return false;
		try {
			final List<?> dropped = (List<?>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
			files.accept(dropped.stream().map(file -> ((File) file).toPath()).toList());
			return true;
		} catch (final UnsupportedFlavorException | IOException e) {
			return false; // what was dropped is gone
		}
	}
}
