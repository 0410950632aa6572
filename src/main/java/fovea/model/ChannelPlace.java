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
package fovea.model;

import java.util.List;
import java.util.Optional;

/** Where the channels of a tensor of unnamed axes are: a batch of planes (rank 4) or of volumes (rank 5). */
enum ChannelPlace {
	LAST,
	FIRST;

	/** Images have rarely more channels, and are rarely as small. */
	private static final int CHANNELS = 4;

	/**
	 * @param shape lengths of the axes, -1 where free
	 * @return where its channels are; empty where the lengths do not tell
	 */
	static Optional<ChannelPlace> of(final List<Long> shape) {
		final int rank = shape.size();
		if (rank != 4 && rank != 5) return Optional.empty();
		final List<Long> lengths = shape.subList(1, rank);
		final int end = lengths.size() - 1;
		if (open(lengths.subList(0, end)) && lengths.get(end) > 0) return Optional.of(LAST);
		if (lengths.get(0) > 0 && open(lengths.subList(1, end + 1))) return Optional.of(FIRST);
		// a depth may be small, height and width are not
		if (few(lengths.get(end)) && wide(lengths.get(end - 1)) && wide(lengths.get(end - 2))) return Optional.of(LAST);
		if (few(lengths.get(0)) && wide(lengths.get(end)) && wide(lengths.get(end - 1))) return Optional.of(FIRST);
		if (lengths.stream().anyMatch(length -> length < 0)) return Optional.empty();
		final boolean squareLast = lengths.get(end - 1).equals(lengths.get(end - 2));
		final boolean squareFirst = lengths.get(end).equals(lengths.get(end - 1));
		return squareLast == squareFirst ? Optional.empty() : Optional.of(squareLast ? LAST : FIRST);
	}

	/**
	 * @param letters of a tensor's axes
	 * @return the same with the channels here, behind the batch or at the end
	 */
	String of(final String letters) {
		final String others = letters.replace("c", "");
		if (others.length() == letters.length()) return letters;
		return this == LAST ? others + "c" : others.startsWith("b") ? "bc" + others.substring(1) : "c" + others;
	}

	private static boolean open(final List<Long> lengths) {
		return lengths.stream().allMatch(length -> length < 0);
	}

	private static boolean few(final long length) {
		return length > 0 && length <= CHANNELS;
	}

	private static boolean wide(final long length) {
		return length < 0 || length > CHANNELS;
	}
}
