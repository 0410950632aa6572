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
package fovea.text;

import java.util.List;

/** How many of something, in words: "1 image", "3 images". Stateless. */
public final class Counted {

	private static final int MOST_NAMES = 8;

	private Counted() {}

	/**
	 * @param count how many
	 * @param one what one of them is called; several are called so with an s
	 * @return for example "1 image" or "3 images"
	 */
	public static String of(final long count, final String one) {
		return of(count, one, one + "s");
	}

	/**
	 * @param count how many
	 * @param one what one of them is called
	 * @param several what any other number of them is called
	 * @return for example "1 nucleus" or "3 nuclei"
	 */
	public static String of(final long count, final String one, final String several) {
		return count + " " + (count == 1 ? one : several);
	}

	/**
	 * @param first of things that were found, as it is shown
	 * @param count of all of them, at least 1
	 * @return for example "a.tif", "a.tif and 1 other" or "a.tif and 3 others"
	 */
	public static String andOthers(final String first, final int count) {
		return count == 1 ? first : first + " and " + of(count - 1L, "other");
	}

	/**
	 * @param names at least one
	 * @return for example "a.tif, b.tif and c.tif" or, of more than nine, the first eight of them "and 4 others"
	 */
	public static String listed(final List<String> names) {
		final int shown = names.size() > MOST_NAMES + 1 ? MOST_NAMES : names.size() - 1;
		if (shown == 0) return names.get(0);
		final int left = names.size() - shown;
		return String.join(", ", names.subList(0, shown)) + " and "
				+ (left == 1 ? names.get(shown) : of(left, "other"));
	}
}
