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
package fovea.cli.crop;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.cli.terminal.Usage;
import fovea.data.ObjectCrop;
import fovea.ij1.files.CsvFile;
import fovea.ij1.files.Destination;
import fovea.ij1.files.FolderImages;
import fovea.ij1.files.PlaneFile;
import fovea.io.DataType;
import fovea.io.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where crops go: into one numpy array or as images into a folder, with a table of where they are from.
 *
 * @param out a file that ends in .npy, or a folder
 */
record CropOutput(Path out) {

	private static final String NPY = ".npy";

	private boolean isArray() {
		return out.toString().toLowerCase(Locale.ROOT).endsWith(NPY);
	}

	/** @return the table: beside the array, in the folder */
	Path table() {
		if (!isArray()) return out.resolve("crops.csv");
		final String name = out.getFileName().toString();
		return out.resolveSibling(name.substring(0, name.length() - NPY.length()) + ".csv");
	}

	/**
	 * Tells beforehand what cannot be meant.
	 *
	 * @param read files and folders that must stay as they are
	 */
	void check(final List<Path> read, final Usage usage) throws ImageException {
		if (isArray()) usage.requireFile("--out", out);
		else
			usage.require(
					!Files.isRegularFile(out),
					"--out " + out + " is a file, expected a folder, or a file that ends in " + NPY);
		try {
			for (final Path other : read)
				for (final Path written : List.of(out, table()))
					usage.require(
							!Files.exists(written) || !Files.exists(other) || !Files.isSameFile(written, other),
							"--out " + out + " would overwrite what is read");
		} catch (final IOException e) {
			throw new ImageException(out + ": cannot be told from what is read: " + e, e);
		}
		// Crops of another time would be learned from together with these.
		if (Files.isDirectory(out)) {
			final List<String> names = FolderImages.of(out).names();
			usage.require(
					names.isEmpty(),
					"--out " + out + ": expected a folder without images, got one that holds "
							+ (names.isEmpty() ? "" : names.get(0)));
		}
	}

	/**
	 * @param crops at least one, all of one size
	 * @param type of their pixels
	 * @throws FoveaException if they cannot be written, or two would have one name
	 */
	void write(final List<ObjectCrop> crops, final DataType type) throws FoveaException {
		final List<Path> files = isArray() ? List.of() : files(crops);
		if (isArray()) {
			final int size = crops.get(0).pixels().height();
			Npy.write(
					out,
					new int[] {crops.size(), size, size},
					type,
					crops.stream().map(crop -> crop.pixels().data()).toList());
		} else makeFolder();
		for (int i = 0; i < files.size(); i++) PlaneFile.write(crops.get(i).pixels(), type, files.get(i));
		CsvFile.write(lines(crops), table());
	}

	private List<Path> files(final List<ObjectCrop> crops) throws ImageException {
		final List<Path> files = new ArrayList<>();
		final Set<String> names = new HashSet<>();
		for (final ObjectCrop crop : crops) {
			final String name = Destination.stem(Path.of(crop.image())) + "-" + crop.label() + ".tif";
			// Some file systems do not tell Cell from cell.
			if (!names.add(name.toLowerCase(Locale.ROOT)))
				throw new ImageException(out.resolve(name) + " would hold two objects, one of them of " + crop.image()
						+ ": expected images of different names; or write " + NPY);
			files.add(out.resolve(name));
		}
		return files;
	}

	private void makeFolder() throws ImageException {
		try {
			Files.createDirectories(out);
		} catch (final IOException e) {
			throw new ImageException(out + ": cannot make this folder for crops: " + e, e);
		}
	}

	private static List<List<String>> lines(final List<ObjectCrop> crops) {
		final List<List<String>> lines = new ArrayList<>();
		lines.add(List.of("crop", "image", "label", "x", "y", "side", "area"));
		for (int i = 0; i < crops.size(); i++) {
			final ObjectCrop crop = crops.get(i);
			lines.add(List.of(
					String.valueOf(i),
					crop.image(),
					String.valueOf(crop.label()),
					String.valueOf(crop.x()),
					String.valueOf(crop.y()),
					String.valueOf(crop.side()),
					String.valueOf(crop.area())));
		}
		return lines;
	}
}
