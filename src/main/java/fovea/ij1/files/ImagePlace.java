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

import fovea.zarr.image.OmeContents;
import fovea.zarr.image.OmePlace;
import fovea.zarr.store.StoreOpener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an image is: a file, a folder of OME-Zarr, one of several images in such a folder, or an address of the
 * network.
 *
 * @param text as users say it
 * @param path on this computer; empty: it is an address
 * @param stem what the names of its results begin with: its name without extension; of one of several in an OME-Zarr,
 *     with where it is in that, such as plate_B_03_0 for plate.zarr/B/03/0
 */
public record ImagePlace(String text, Optional<Path> path, String stem) {

	private static final String ZARR = ".zarr";

	/**
	 * Images of one place, which was named or found in a folder.
	 *
	 * @param images each of them; one, where it is one image
	 * @param problems one line for each well of a plate that cannot be looked into
	 */
	public record All(List<ImagePlace> images, List<String> problems) {

		/** Copies the lists. */
		public All {
			images = List.copyOf(images);
			problems = List.copyOf(problems);
		}
	}

	/**
	 * @param path of one image
	 * @return its place
	 */
	public static ImagePlace of(final Path path) {
		return new ImagePlace(
				path.toString(),
				Optional.of(path),
				Files.isDirectory(path) ? stem(path.toAbsolutePath().toString()) : Destination.stem(path));
	}

	/**
	 * @param address of one image
	 * @return its place
	 */
	public static ImagePlace of(final String address) {
		return new ImagePlace(
				address,
				Optional.empty(),
				stem(StoreOpener.shown(address).replaceFirst("^\\s*[^:]+://[^/]+/(?=[^/])", "")));
	}

	/**
	 * @param text of a command line
	 * @return whether it is an address, which is no path
	 */
	public static boolean isAddress(final String text) {
		return StoreOpener.isAddress(text);
	}

	/**
	 * @param address of an image, or of several in one OME-Zarr
	 * @return these
	 */
	public static All all(final String address) {
		final OmeContents contents = OmeContents.of(address);
		return new All(
				contents.images().stream()
						.map(name -> of(OmeContents.within(address, name)))
						.toList(),
				contents.problems());
	}

	/**
	 * @param path of an image, or of an OME-Zarr of several
	 * @return these
	 */
	public static All all(final Path path) {
		final Optional<OmeContents> zarr = zarr(path);
		if (zarr.isEmpty() || !zarr.get().areSeveral()) return new All(List.of(of(path)), List.of());
		final List<ImagePlace> images = new ArrayList<>();
		for (final String name : zarr.get().images()) {
			final Path image = path.resolve(name);
			images.add(new ImagePlace(image.toString(), Optional.of(image), Destination.stem(path) + named(name)));
		}
		return new All(images, zarr.get().problems());
	}

	/**
	 * @param path any
	 * @return whether it is a folder of OME-Zarr with several images, such as a plate
	 */
	public static boolean isSeveral(final Path path) {
		return zarr(path).filter(OmeContents::areSeveral).isPresent();
	}

	/**
	 * @param path any
	 * @return whether it is a folder of OME-Zarr that has the numbers of objects instead of gray values
	 */
	public static boolean isLabels(final Path path) {
		return zarr(path).filter(OmeContents::labels).isPresent();
	}

	private static Optional<OmeContents> zarr(final Path path) {
		return Files.isDirectory(path) && OmePlace.isOne(path)
				? Optional.of(OmeContents.of(path.toString()))
				: Optional.empty();
	}

	@Override
	public String toString() {
		return StoreOpener.shown(text);
	}

	/** Of a folder or an address: where several images are in one OME-Zarr, the last part would tell nothing. */
	private static String stem(final String text) {
		final List<String> parts = new ArrayList<>(
				List.of(text.replace('\\', '/').replaceFirst("/+$", "").split("/")));
		final int last = parts.size() - 1;
		for (int i = 0; i < last; i++)
			if (parts.get(i).toLowerCase(Locale.ROOT).endsWith(ZARR)
					&& !parts.get(i).equals(ZARR))
				return Destination.stem(parts.get(i)) + named(String.join("/", parts.subList(i + 1, last + 1)));
		return Destination.stem(parts.get(last));
	}

	private static String named(final String within) {
		return within.isEmpty() ? "" : "_" + within.replace('/', '_');
	}
}
