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
package fovea.ij1.tiff;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Which pages are which planes of an image.
 *
 * @param channels of the image; a page of RGB pixels is one
 * @param slices of the image
 * @param frames of the image
 * @param pages their places in the list of planes, by channel (of so many samples each), slice and frame, the channel
 *     the fastest; {@link OmeImage#NOWHERE}: there is none
 */
record Arrangement(int channels, int slices, int frames, List<Integer> pages) {

	/**
	 * @param pages how many there are
	 * @param channels of each
	 * @return pages as slices, as ImageJ has it
	 */
	static Arrangement ofSlices(final int pages, final int channels) {
		return new Arrangement(
				channels, pages, 1, IntStream.range(0, pages).boxed().toList());
	}

	/**
	 * @param image what OME-XML says
	 * @param choice the file's pages
	 * @param available how many directories the file has
	 * @param file its name
	 * @param warnings hears of planes that are not there
	 * @throws OmeXml.Unreadable if that does not fit the pages
	 */
	static Arrangement of(
			final OmeImage image,
			final PageChoice choice,
			final int available,
			final String file,
			final Consumer<String> warnings)
			throws OmeXml.Unreadable {
		final TiffPage first = choice.planes().get(0);
		if (image.x() != first.width() || image.y() != first.height())
			throw new OmeXml.Unreadable("its OME-XML has " + image.x() + " x " + image.y() + " pixels, its pages have "
					+ first.width() + " x " + first.height());
		final int samples = first.samples() - first.alpha();
		final OmeImage.Planes planes = image.planes(samples, available, file);
		final int[] at = planes.directories();
		final int all = at.length;
		final int present = all - (int) planes.missing();
		if (present == 0) throw new OmeXml.Unreadable("its OME-XML has no plane in this file");
		final int count = image.c() / samples;
		if (image.images() > 1) warnings.accept("1 of its " + image.images() + " images is used, the first");
		if (planes.elsewhere() > 0) {
			warnings.accept(
					present + " of " + all + " planes are used: the others of this OME-TIFF are in other files");
			return part(at, count, image.z(), first.channels(), choice);
		}
		if (present < all)
			warnings.accept(all - present + " of " + all + " planes are missing, as its OME-XML has it; they are 0");
		return new Arrangement(
				count * first.channels(),
				image.z(),
				image.t(),
				places(IntStream.of(at).boxed().toList(), choice));
	}

	/** What one of several files holds, as one channel of three, or one frame of ten. */
	private static Arrangement part(
			final int[] at, final int count, final int slices, final int channels, final PageChoice choice)
			throws OmeXml.Unreadable {
		final TreeSet<Integer> c = new TreeSet<>();
		final TreeSet<Integer> z = new TreeSet<>();
		final TreeSet<Integer> t = new TreeSet<>();
		final List<Integer> here = new ArrayList<>();
		for (int i = 0; i < at.length; i++)
			if (at[i] != OmeImage.NOWHERE) {
				c.add(i % count);
				z.add(i / count % slices);
				t.add(i / count / slices);
				here.add(at[i]);
			}
		if (here.size() != c.size() * z.size() * t.size())
			throw new OmeXml.Unreadable("the planes of its OME-XML that are in this file are no block");
		return new Arrangement(c.size() * channels, z.size(), t.size(), places(here, choice));
	}

	private static List<Integer> places(final List<Integer> directories, final PageChoice choice)
			throws OmeXml.Unreadable {
		final List<Integer> places = new ArrayList<>();
		for (final int directory : directories) {
			final int place = directory == OmeImage.NOWHERE
					? OmeImage.NOWHERE
					: choice.directories().indexOf(directory);
			if (place < 0 && directory != OmeImage.NOWHERE)
				throw new OmeXml.Unreadable("page " + (directory + 1) + " is not of the size and type of the first");
			places.add(place);
		}
		return places;
	}
}
