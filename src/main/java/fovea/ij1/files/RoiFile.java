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
package fovea.ij1.files;

import fovea.base.ImageException;
import fovea.ij1.format.RoiBytes;
import fovea.io.InputFiles;
import fovea.memory.Remedy;
import ij.gui.Roi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file of ImageJ's ROI Manager: one ROI (.roi) or many (.zip).
 *
 * @param path of the file
 */
record RoiFile(Path path) {

	private static final String ROI = "roi";
	private static final String ZIP = "zip";

	/** Of one ROI; an outline of a million points has 4 MB. */
	private static final int MAX_BYTES = 1 << 26;

	/** Of all ROIs of a zip, when unpacked. */
	private static final int MAX_ALL = 1 << 28;

	/** @return true if it is called as the ROI Manager calls its files */
	static boolean isOne(final Path path) {
		final String ending = ImagePaths.ending(path);
		return Files.isRegularFile(path) && !ImagePaths.isHidden(path) && (ending.equals(ROI) || ending.equals(ZIP));
	}

	/**
	 * @return its ROIs in the order of the manager's list, with the names they have there
	 * @throws ImageException if it cannot be read, or has no ROI in it
	 */
	List<Roi> read() throws ImageException {
		try {
			final List<Roi> rois = ImagePaths.ending(path).equals(ZIP)
					? zipped()
					: List.of(new RoiBytes(
									InputFiles.bytes(path, MAX_BYTES),
									path.getFileName().toString())
							.decode());
			if (rois.isEmpty()) throw new ImageException(path + ": expected files of ROIs (.roi) in it, found none");
			return rois;
		} catch (final OutOfMemoryError exc) {
			throw new ImageException("Cannot read ROIs from '" + path + "': " + Remedy.ranOut(), exc);
		} catch (final IOException exc) {
			throw new ImageException("Cannot read ROIs from '" + path + "': " + InputFiles.reason(exc), exc);
		} catch (final RuntimeException exc) { // of zip files, too
			throw new ImageException("Cannot read ROIs from '" + path + "': it is damaged", exc);
		}
	}

	private List<Roi> zipped() throws IOException {
		final List<Roi> rois = new ArrayList<>();
		int left = MAX_ALL;
		try (ZipFile zip = InputFiles.zip(path)) {
			for (final Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
				final ZipEntry entry = entries.nextElement();
				final String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
				if (!name.endsWith("." + ROI) || name.startsWith(".")) continue;
				try (InputStream in = zip.getInputStream(entry)) {
					final int most = Math.min(MAX_BYTES, left);
					final byte[] bytes = in.readNBytes(most + 1);
					if (bytes.length > most)
						throw new IOException(
								most < left
										? name + " is larger than " + MAX_BYTES + " bytes"
										: "expected at most " + MAX_ALL + " bytes when unpacked, got more");
					left -= bytes.length;
					rois.add(new RoiBytes(bytes, name).decode());
				}
			}
		}
		return rois;
	}
}
