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
package fovea;

import fovea.data.ImageSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A program's images as those that are learned from or judged. Stateless. */
final class Images {

	private Images() {}

	/**
	 * @param what they are, for messages
	 * @param images which have no two names alike afterwards, since data are split by image
	 */
	static ImageSource source(final String what, final List<? extends ImageData<?>> images) {
		return named(what, images, names(images));
	}

	/**
	 * @param what they are, for messages
	 * @param partners one for each image, in the same order
	 * @param images that they belong to, whose names they get
	 * @throws IllegalArgumentException if there are more or fewer
	 */
	static ImageSource partners(
			final String what, final List<? extends ImageData<?>> partners, final List<? extends ImageData<?>> images) {
		if (partners.size() != images.size())
			throw new IllegalArgumentException("expected one of the " + what + " for each image, got " + partners.size()
					+ " for " + images.size());
		return named(what, partners, names(images));
	}

	private static ImageSource named(
			final String what, final List<? extends ImageData<?>> images, final List<String> names) {
		return ImageSource.of(
				what,
				IntStream.range(0, images.size())
						.mapToObj(i -> images.get(i).withName(names.get(i)).image())
						.toList());
	}

	private static List<String> names(final List<? extends ImageData<?>> images) {
		final Set<String> stems = new HashSet<>();
		final boolean unique =
				images.stream().allMatch(image -> stems.add(image.name().replaceFirst("(?<=.)\\.[^.]*$", "")));
		return IntStream.range(0, images.size())
				.mapToObj(i -> (unique ? "" : i + 1 + ":") + images.get(i).name())
				.toList();
	}
}
