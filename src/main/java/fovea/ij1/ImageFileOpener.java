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
package fovea.ij1;

import fovea.base.ImageException;
import fovea.ij1.format.FileFault;
import fovea.ij1.format.ImageFormat;
import fovea.ij1.format.ReaderWords;
import fovea.ij1.tiff.TiffException;
import fovea.ij1.tiff.TiffReader;
import fovea.ij1.zarr.OmeZarr;
import fovea.io.AtomicFile;
import fovea.io.InputFiles;
import fovea.memory.Remedy;
import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import ij.plugin.AVI_Reader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Opens one image file. TIFFs are read by {@link TiffReader}, all others by ImageJ, whose readers tell of errors in
 * dialogs and logs, and hand out what they could read of a broken file; so what can be told beforehand is checked
 * beforehand.
 */
final class ImageFileOpener {

	/** ImageJ's hook for further readers, which Fiji has. */
	private static final String FURTHER_READERS = "HandleExtraFileTypes";

	private final Path file;

	ImageFileOpener(final Path file) {
		this.file = file;
	}

	/** @return the image, and what the user should know of it */
	TiffReader.Content open() throws ImageException {
		if (OmeZarr.isOne(file)) {
			final OmeZarr.Opened opened = OmeZarr.open(file.toString(), 0);
			return new TiffReader.Content(opened.image(), opened.warnings());
		}
		checkFile();
		try {
			final int type = new Opener().getFileType(file.toAbsolutePath().toString());
			if (isTiff(type)) return tiff(file);
			checkType(type);
			if (type == Opener.ZIP) return zipped();
			checkWhole(type);
			final ImagePlus image = opened(type, file);
			if (type == Opener.DICOM) RawPixels.checkLength(image, file);
			if (type == Opener.AVI) AviFrames.check(image, file.toAbsolutePath().toString());
			return new TiffReader.Content(image, List.of());
		} catch (final FileFault e) {
			throw error(e.getMessage(), e);
		} catch (final IOException e) {
			throw error(AtomicFile.reason(e), e);
		} catch (final RuntimeException e) { // ImageJ's readers check little of what they read
			throw error("it is damaged", e);
		} catch (final OutOfMemoryError e) {
			throw error(Remedy.ranOut(), e);
		}
	}

	/**
	 * Of BigTIFF and of TIFFs with the endings of microscopes ImageJ knows nothing; further readers know more of the
	 * latter.
	 */
	private boolean isTiff(final int type) throws IOException {
		return type == Opener.TIFF
				|| type == Opener.UNKNOWN && TiffReader.isTiff(file) && (!hasFurtherReaders() || isCalledTiff());
	}

	private boolean isCalledTiff() {
		return file.getFileName().toString().matches("(?i).*\\.(tiff?|btf|tf8|tf2|ptif)");
	}

	private TiffReader.Content tiff(final Path tiff) throws IOException, ImageException {
		try {
			return TiffReader.read(tiff, () -> opened(Opener.TIFF, tiff));
		} catch (final TiffException e) {
			final ImagePlus other = e.isUnsupported()
					? Opener.openUsingBioFormats(tiff.toAbsolutePath().toString())
					: null;
			if (other != null && other.getWidth() > 0) return new TiffReader.Content(other, List.of());
			throw error(e.getMessage(), e);
		}
	}

	/** The first entry, as ImageJ has it. What is read ends with the entry's checksum. */
	private TiffReader.Content zipped() throws IOException, ImageException {
		try (InputStream in = new BufferedInputStream(InputFiles.stream(file));
				ZipInputStream zip = new ZipInputStream(in)) {
			final ZipEntry first = zip.getNextEntry();
			final String name = first == null ? "" : first.getName().replaceFirst(".*[/\\\\]", "");
			if (name.toLowerCase(Locale.ROOT).endsWith(".dcm"))
				return new TiffReader.Content(opened(Opener.ZIP, file), List.of());
			if (!name.toLowerCase(Locale.ROOT).matches(".*\\.tiff?"))
				throw error("there is no .tif or .dcm in it", null);
			final Path folder = Files.createTempDirectory("fovea-zip-");
			final Path copy = folder.resolve(name);
			try {
				Files.copy(zip, copy);
				return tiff(copy);
			} finally {
				Files.deleteIfExists(copy);
				Files.deleteIfExists(folder);
			}
		}
	}

	private void checkFile() throws ImageException {
		if (!Files.exists(file)) throw error("no such file", null);
		if (!Files.isRegularFile(file)) throw error("it is no file", null);
		if (!Files.isReadable(file)) throw error("access denied", null);
		try {
			if (Files.size(file) == 0) throw error("the file is empty", null);
		} catch (final IOException e) {
			throw error(AtomicFile.reason(e), e);
		}
	}

	private void checkType(final int type) throws ImageException {
		switch (type) {
			case Opener.TIFF,
					Opener.DICOM,
					Opener.TIFF_AND_DICOM,
					Opener.FITS,
					Opener.PGM,
					Opener.JPEG,
					Opener.GIF,
					Opener.PNG,
					Opener.BMP,
					Opener.ZIP,
					Opener.AVI -> {}
			case Opener.UNKNOWN -> {
				if (!hasFurtherReaders())
					throw error("not in a format that is known here; expected for example TIFF, PNG or JPEG", null);
			}
			default -> throw error("it is no image (" + Opener.types[type] + ")", null);
		}
	}

	private void checkWhole(final int type) throws IOException, ImageException {
		switch (type) {
			case Opener.PNG -> ImageFormat.PNG.check(file);
			case Opener.JPEG -> ImageFormat.JPEG.check(file);
			case Opener.GIF -> ImageFormat.GIF.check(file);
			case Opener.BMP -> ImageFormat.BMP.check(file);
			case Opener.PGM -> ImageFormat.PNM.check(file);
			case Opener.FITS -> ImageFormat.FITS.check(file);
			case Opener.AVI -> ImageFormat.AVI.check(file);
			default -> {} // those readers fail by themselves
		}
	}

	private ImagePlus opened(final int type, final Path from) throws ImageException {
		final String path = from.toAbsolutePath().toString();
		final boolean redirected = IJ.redirectingErrorMessages();
		IJ.redirectErrorMessages(true); // no dialogs
		final ImagePlus image;
		final String reason;
		try {
			final Opener opener = new Opener();
			opener.setSilentMode(true);
			image = type == Opener.AVI ? AVI_Reader.open(path, true) : opener.openImage(path);
			reason = IJ.getErrorMessage();
		} finally {
			IJ.redirectErrorMessages(redirected);
		}
		if (image == null || image.getWidth() == 0)
			throw error(reason == null ? "it cannot be read" : ReaderWords.brief(reason), null);
		return image;
	}

	private static boolean hasFurtherReaders() {
		try {
			IJ.getClassLoader().loadClass(FURTHER_READERS);
			return true;
		} catch (final ClassNotFoundException e) { // the answer, no error
			return false;
		}
	}

	private ImageException error(final String reason, final Throwable cause) {
		return new ImageException("Cannot open '" + file + "': " + reason, cause);
	}
}
