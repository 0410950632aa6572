package fovea.ij1;

import java.nio.file.Path;

import fovea.image.ImageException;
import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Image and table files, read and written by ImageJ without windows. Stateless. */
public final class ImageFiles {

	private ImageFiles() {}

	/**
	 * @param file an image in a format that ImageJ itself reads
	 * @return the image, not shown
	 * @throws ImageException if it is missing, broken or no image
	 */
	public static ImagePlus open(final Path file) throws ImageException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Writes an image; an existing file is replaced, at once or not at all.
	 *
	 * @param image to be written
	 * @param file where: PNG if it ends in .png, else ImageJ's TIFF
	 * @throws ImageException if it could not be written, in which case nothing is left
	 */
	public static void save(final ImagePlus image, final Path file) throws ImageException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Writes a table as comma-separated values; an existing file is replaced, at once or not at all.
	 *
	 * @param table to be written
	 * @param file where
	 * @throws ImageException if it could not be written, in which case nothing is left
	 */
	public static void saveTable(final ResultsTable table, final Path file) throws ImageException {
		throw new UnsupportedOperationException();
	}
}
