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
package fovea.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which channels of an image a model is to get. Immutable.
 *
 * @param all whether somebody asked for all of them, each a run of its own where the model takes one
 * @param numbers 1-based channels that were chosen, repeats allowed; empty: none were
 */
public record ChannelChoice(boolean all, List<Integer> numbers) {

	/** What a text of a choice may be, for messages. */
	public static final String TEXTS = "all, or numbers from 1 on, such as 1,2";

	/** Nobody chose. */
	public static final ChannelChoice NONE = new ChannelChoice(false, List.of());
	/** All of them. */
	public static final ChannelChoice ALL = new ChannelChoice(true, List.of());

	private static final String ALL_TEXT = "all";

	/** Checks the numbers. */
	public ChannelChoice {
		numbers = List.copyOf(numbers);
		if (all && !numbers.isEmpty() || numbers.stream().anyMatch(n -> n < 1))
			throw new IllegalArgumentException("expected " + TEXTS + ", got " + numbers);
	}

	/**
	 * @param oneBased channels; empty: nobody chose
	 * @return that choice
	 */
	public static ChannelChoice of(final List<Integer> oneBased) {
		return new ChannelChoice(false, oneBased);
	}

	/**
	 * @param text for example "1,2" or "all"; blank: nobody chose
	 * @return the choice; empty if the text is none
	 */
	public static Optional<ChannelChoice> parse(final String text) {
		if (text.isBlank()) return Optional.of(NONE);
		if (text.strip().equalsIgnoreCase(ALL_TEXT)) return Optional.of(ALL);
		final List<Integer> channels = new ArrayList<>();
		for (final String part : text.split(",", -1)) {
			if (!part.strip().matches("0*[1-9][0-9]{0,8}")) return Optional.empty();
			channels.add(Integer.valueOf(part.strip()));
		}
		return Optional.of(of(channels));
	}

	/** @return as {@link #parse} reads it */
	public String text() {
		return all ? ALL_TEXT : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
	}

	/** @return whether nobody chose */
	public boolean isOpen() {
		return !all && numbers.isEmpty();
	}
}
