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
import fovea.base.TrainingException;
import fovea.io.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ROI Manager's files directly in a folder, or one of them.
 *
 * @param path a folder or a file
 * @param files sorted by name; maybe none
 */
record RoiFiles(Path path, List<RoiFile> files) {

	/** @throws ImageException if the folder cannot be listed */
	static RoiFiles of(final Path path) throws ImageException {
		if (RoiFile.isOne(path)) return new RoiFiles(path, List.of(new RoiFile(path)));
		if (!Files.isDirectory(path)) return new RoiFiles(path, List.of());
		try (Stream<Path> all = Files.list(path)) {
			final List<Path> files = all.filter(RoiFile::isOne).sorted().toList();
			final Optional<String> refusal = FileNames.refusal(files);
			if (refusal.isPresent()) throw new ImageException(refusal.get());
			return new RoiFiles(path, files.stream().map(RoiFile::new).toList());
		} catch (final IOException exc) {
			throw new ImageException(path + ": cannot be listed: " + exc, exc);
		}
	}

	/**
	 * By name: a.zip or a.tif.zip is of a.tif. One file, not in a folder, is of the one image whatever its name.
	 *
	 * @param images to be matched
	 * @return for each image its file, if it has one
	 * @throws TrainingException if an image has two, two images have one, or a file is of no image
	 */
	List<Optional<RoiFile>> match(final FolderImages images) throws TrainingException {
		final List<String> names = images.names();
		if (Files.isRegularFile(path)) {
			if (names.size() != 1)
				throw new TrainingException(path + ": expected a folder of ROI files, one for each of the "
						+ names.size() + " images in " + images.name() + ", got one file");
			return List.of(Optional.of(files.get(0)));
		}
		final RoiFile[] partners = new RoiFile[names.size()];
		for (final RoiFile file : files) {
			final String stem = stem(file.path().getFileName().toString());
			final List<Integer> owners = new ArrayList<>();
			for (int i = 0; i < partners.length; i++)
				if (stem.equals(names.get(i)) || stem.equals(stem(names.get(i)))) owners.add(i);
			if (owners.size() != 1)
				throw new TrainingException(file.path() + ": expected one image of that name in " + images.name()
						+ ", found "
						+ (owners.isEmpty() ? "none" : names.get(owners.get(0)) + " and " + names.get(owners.get(1))));
			final int owner = owners.get(0);
			if (partners[owner] != null)
				throw new TrainingException(names.get(owner) + ": expected one file of ROIs, found "
						+ partners[owner].path().getFileName() + " and "
						+ file.path().getFileName());
			partners[owner] = file;
		}
		return Arrays.stream(partners).map(Optional::ofNullable).toList();
	}

	private static String stem(final String name) {
		final int dot = name.lastIndexOf('.');
		return dot > 0 ? name.substring(0, dot) : name;
	}
}
