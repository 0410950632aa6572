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

import fovea.base.CancelledException;
import fovea.base.ImageException;
import fovea.ij1.tiff.TiffReader;
import fovea.ij1.zarr.OmeZarr;
import fovea.io.AtomicFile;
import fovea.io.Csv;
import fovea.zarr.store.StoreOpener;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/** Image and table files, read and written by ImageJ without windows. Stateless. */
public final class ImageFiles {

	private static final String WARNINGS = "fovea.warnings";

	private ImageFiles() {}

	/**
	 * Opens a TIFF, DICOM, FITS, PGM, JPEG, GIF, PNG, BMP, AVI or zipped TIFF; where Bio-Formats or another of Fiji's
	 * readers is installed, what these read too.
	 *
	 * @param file an image
	 * @return the image, not shown
	 * @throws ImageException if it is missing, empty, broken, cut short or no image, or reading it does not end
	 */
	public static ImagePlus open(final Path file) throws ImageException {
		try {
			return open(file, () -> false);
		} catch (final CancelledException e) {
			throw new ImageException("Cannot open '" + file + "': it was cancelled", e);
		}
	}

	/**
	 * The same, and may be cancelled.
	 *
	 * @param file an image
	 * @param cancelled whether to end now
	 * @return the image, not shown
	 * @throws ImageException as for {@link #open(Path)}
	 * @throws CancelledException if it was, or the thread was interrupted
	 */
	public static ImagePlus open(final Path file, final BooleanSupplier cancelled)
			throws ImageException, CancelledException {
		return withWarnings(TimedReading.of(file).read(() -> new ImageFileOpener(file).open(), cancelled));
	}

	/**
	 * Opens an OME-Zarr of the network, whose planes are read when they are needed.
	 *
	 * @param address that begins with https://, http:// or s3://
	 * @param cancelled whether to end now
	 * @return the image, not shown
	 * @throws ImageException if there is no such image, or it cannot be read
	 * @throws CancelledException if it was cancelled, or the thread was interrupted
	 */
	public static ImagePlus openAddress(final String address, final BooleanSupplier cancelled)
			throws ImageException, CancelledException {
		return withWarnings(new TimedReading(StoreOpener.shown(address), 0)
				.read(
						() -> {
							final OmeZarr.Opened opened = OmeZarr.open(address, 0);
							return new TiffReader.Content(opened.image(), opened.warnings());
						},
						cancelled));
	}

	private static ImagePlus withWarnings(final TiffReader.Content content) {
		if (!content.warnings().isEmpty()) content.image().setProperty(WARNINGS, content.warnings());
		return content.image();
	}

	/**
	 * @param image one that was opened here
	 * @return what of its file is not in it, or not as the file has it, for the user
	 */
	public static List<String> warnings(final ImagePlus image) {
		return image.getProperty(WARNINGS) instanceof final List<?> lines
				? lines.stream().map(String::valueOf).toList()
				: List.of();
	}

	/**
	 * Writes an image; an existing file is replaced, at once or not at all. A TIFF holds the overlay, dimensions,
	 * calibration and display too, and may be larger than 4 GB, which ImageJ, Bio-Formats and tifffile read.
	 *
	 * @param image to be written
	 * @param file where: PNG if it ends in .png (one plane of 8 or 16 bit or color), else ImageJ's TIFF
	 * @throws ImageException if it could not be written, in which case nothing is left
	 */
	public static void save(final ImagePlus image, final Path file) throws ImageException {
		if (file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) savePng(image, file);
		else TiffFile.write(image, file);
	}

	private static void savePng(final ImagePlus image, final Path file) throws ImageException {
		if (image.getStackSize() > 1 || image.getBitDepth() == 32)
			throw new ImageException("Cannot write '" + file + "': PNG holds one plane of 8 or 16 bit or color, '"
					+ image.getTitle() + "' has " + image.getStackSize() + " of "
					+ image.getBitDepth() + " bit; use .tif");
		final BufferedImage pixels = image.getProcessor() instanceof ShortProcessor ip
				? ip.get16BitBufferedImage()
				: image.getProcessor().getBufferedImage();
		AtomicFile.write(file, 1, out -> {
			if (!ImageIO.write(pixels, "png", out)) throw new IOException("this Java cannot write PNG");
		});
	}

	/**
	 * Writes a table as comma-separated values (RFC 4180, UTF-8, point as decimal mark, all digits); an existing file
	 * is replaced, at once or not at all.
	 *
	 * @param table to be written
	 * @param file where
	 * @throws ImageException if it could not be written, in which case nothing is left
	 */
	public static void saveTable(final ResultsTable table, final Path file) throws ImageException {
		AtomicFile.write(
				file, 0, out -> out.write(Csv.text(TableCells.lines(table)).getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * The same for lines of text.
	 *
	 * @param lines of cells, the headings first
	 * @param file where
	 * @throws ImageException if it could not be written, in which case nothing is left
	 */
	public static void saveTable(final List<List<String>> lines, final Path file) throws ImageException {
		AtomicFile.write(file, 0, out -> out.write(Csv.text(lines).getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * @param file any
	 * @return the name of the file that it would have become, if it is one that was being written by a process that was
	 *     killed, or is still
	 */
	public static Optional<String> unfinished(final Path file) {
		return AtomicFile.target(file.getFileName().toString());
	}
}
