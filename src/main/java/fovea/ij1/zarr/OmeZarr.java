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
package fovea.ij1.zarr;

import fovea.base.ImageException;
import fovea.zarr.image.OmePlace;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens OME-Zarr. Stateless and thread-safe. */
public final class OmeZarr {

	private OmeZarr() {}

	/**
	 * What was opened.
	 *
	 * @param image not shown
	 * @param warnings lines on what is not as the file has it
	 */
	public record Opened(ImagePlus image, List<String> warnings) {

		/** Copies the list. */
		public Opened {
			warnings = List.copyOf(warnings);
		}
	}

	/**
	 * @param path any
	 * @return whether it is a folder of Zarr, or a zip that is called as such (.ozx, .zarr.zip)
	 */
	public static boolean isOne(final Path path) {
		return OmePlace.isOne(path);
	}

	/**
	 * Opens an image as a virtual hyperstack, of which its description and the first plane are read now.
	 *
	 * <p>Signed 8-bit and 16-bit pixels become ImageJ's signed 16-bit ones; integers of 32 and 64 bit become 32-bit
	 * float, which has all integers up to 2^24, with a warning. A plane that cannot be read is an
	 * {@link IllegalStateException} of the stack, with the line that says why.
	 *
	 * @param place a folder, a zip, or an address (http, https, s3): that of the image's group, or one with a single
	 *     image
	 * @param level of its sizes, 0-based, largest first
	 * @return the image
	 * @throws ImageException with one line if there is no such image, or none that ImageJ can hold
	 */
	public static Opened open(final String place, final int level) throws ImageException {
		final OmePlace at = OmePlace.open(place);
		boolean opened = false;
		try {
			final Opened result = new ZarrHyperstack(at.store(), at.array(level), at.image(), level, at.place())
					.image(title(at.place()));
			opened = true;
			return result;
		} finally {
			if (!opened) at.close();
		}
	}

	/** Its folder's or file's name, and what is in that. */
	private static String title(final String place) {
		final String[] parts = place.replace('\\', '/').replaceFirst("/+$", "").split("/");
		int first = parts.length - 1;
		for (int i = parts.length - 1; i >= 0; i--)
			if (parts[i].toLowerCase(Locale.ROOT).matches(".*\\.(zarr|ozx|zip)")) {
				first = i;
				break;
			}
		return String.join("/", List.of(parts).subList(first, parts.length));
	}
}
