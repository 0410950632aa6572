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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of a file's pages are the planes of its image: the first page that is no reduced copy and no mask, and all that
 * are of its size and type.
 *
 * @param planes these pages
 * @param directories their numbers, from 0
 * @param leftOut how many others there are that are no reduced copies and no masks of them
 * @param firstLeftOut the first of these, for people
 */
record PageChoice(List<TiffPage> planes, List<Integer> directories, int leftOut, Optional<String> firstLeftOut) {

	private static final int REDUCED = 1;
	private static final int MASK = 4;
	/** Of the entry of before TIFF 6. */
	private static final int OLD_REDUCED = 2;

	static PageChoice of(final List<TiffDirectory> directories) throws IOException, TiffException {
		final List<TiffPage> planes = new ArrayList<>();
		final List<Integer> numbers = new ArrayList<>();
		int leftOut = 0;
		Optional<String> first = Optional.empty();
		final boolean allAre = areAllReduced(directories);
		for (int i = 0; i < directories.size(); i++) {
			final TiffDirectory directory = directories.get(i);
			if (!allAre && isReduced(directory)) continue;
			final Optional<TiffPage> page =
					planes.isEmpty() ? Optional.of(TiffPage.of(directory, i + 1)) : page(directory, i + 1);
			if (page.isPresent() && (planes.isEmpty() || planes.get(0).fits(page.get()))) {
				planes.add(page.get());
				numbers.add(i);
			} else {
				leftOut++;
				if (first.isEmpty())
					first = Optional.of("page " + (i + 1) + " is "
							+ page.map(TiffPage::describe).orElse("of another kind"));
			}
		}
		return new PageChoice(planes, numbers, leftOut, first);
	}

	/** @return a line on those that are left out */
	Optional<String> warning() {
		return firstLeftOut.map(
				other -> planes.size() + " of " + (planes.size() + leftOut) + " pages are used: " + other + ", page "
						+ planes.get(0).number() + " is " + planes.get(0).describe());
	}

	/** Another page may be of a kind that is not read here, and yet not be needed. */
	private static Optional<TiffPage> page(final TiffDirectory directory, final int number)
			throws IOException, TiffException {
		try {
			return Optional.of(TiffPage.of(directory, number));
		} catch (final TiffException e) {
			if (e.isUnsupported()) return Optional.empty();
			throw e;
		}
	}

	private static boolean areAllReduced(final List<TiffDirectory> directories) throws IOException, TiffException {
		for (final TiffDirectory directory : directories) if (!isReduced(directory)) return false;
		return true;
	}

	private static boolean isReduced(final TiffDirectory directory) throws IOException, TiffException {
		return (directory.number(Tag.NEW_SUBFILE_TYPE, 0) & (REDUCED | MASK)) != 0
				|| directory.number(Tag.SUBFILE_TYPE, 0) == OLD_REDUCED;
	}
}
