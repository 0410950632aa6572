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
package fovea.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils the bytes of any file: flips, cuts, blocks that move or come twice, numbers that lie. Not thread-safe. */
final class ByteMutator {

	private static final long[] LIES = {
		-1,
		0,
		1,
		2,
		7,
		255,
		65535,
		1 << 20,
		1 << 24,
		1 << 30,
		Integer.MAX_VALUE,
		1L << 31,
		0xFFFFFFFFL,
		1L << 32,
		1L << 40,
		Long.MAX_VALUE,
		Long.MIN_VALUE
	};
	private static final List<String> WORDS = List.of(
			"",
			"-1",
			"0",
			"2147483647",
			"99999999999",
			"1e400",
			"NaN",
			"(",
			"}",
			"[",
			"'",
			"&a *a",
			"!!java.net.URL x",
			"\u0000",
			"~",
			"x".repeat(5000),
			"[".repeat(200),
			"../x");
	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private final Random random;
	private final boolean text;

	/** @param text whether the files are text, in which mostly words and lines change */
	ByteMutator(final Random random, final boolean text) {
		this.random = random;
		this.text = text;
	}

	/**
	 * @param bytes of a file, not changed
	 * @param other of a file of the same kind
	 * @return of a file with one to four changes
	 */
	byte[] spoil(final byte[] bytes, final byte[] other) {
		byte[] spoiled = bytes.clone();
		for (int n = Math.max(0, random.nextInt(6) - 2); n >= 0; n--)
			if (spoiled.length > 0) spoiled = changed(spoiled, other);
		return spoiled;
	}

	private byte[] changed(final byte[] bytes, final byte[] other) {
		if (text && random.nextInt(4) > 0) return random.nextBoolean() ? retold(bytes) : rearranged(bytes);
		return switch (random.nextInt(9)) {
			case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
			case 1 -> lied(bytes, random.nextInt(bytes.length));
			case 2, 3 -> lied(bytes, random.nextInt(head(bytes)));
			case 4 -> spliced(bytes, bytes);
			case 5 -> spliced(bytes, other);
			case 6 -> retold(bytes);
			case 7 -> flipped(bytes, head(bytes));
			default -> flipped(bytes, bytes.length);
		};
	}

	/** Where headers and directories usually are: most of what can be spoiled. */
	private int head(final byte[] bytes) {
		return Math.min(16 << random.nextInt(9), bytes.length);
	}

	private byte[] flipped(final byte[] bytes, final int within) {
		for (int n = 1 << random.nextInt(4); n > 0; n--)
			bytes[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
		return bytes;
	}

	/** A length, count, offset or size becomes another. */
	private byte[] lied(final byte[] bytes, final int place) {
		final int width = 1 << random.nextInt(4);
		final int at = random.nextBoolean() ? place : place & -width;
		if (at + width > bytes.length) return bytes;
		final ByteBuffer number = ByteBuffer.allocate(Long.BYTES)
				.order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		number.putLong(0, LIES[random.nextInt(LIES.length)]);
		final int from = number.order() == ByteOrder.BIG_ENDIAN ? Long.BYTES - width : 0;
		System.arraycopy(number.array(), from, bytes, at, width);
		return bytes;
	}

	/** A block of one comes into the other, in place of some bytes or between them. */
	private byte[] spliced(final byte[] bytes, final byte[] from) {
		if (from.length == 0) return bytes;
		final int start = random.nextInt(from.length);
		final byte[] block =
				Arrays.copyOfRange(from, start, start + random.nextInt(Math.min(5000, from.length - start) + 1));
		final int at = random.nextInt(bytes.length + 1);
		final int rest = random.nextBoolean() ? at : Math.min(bytes.length, at + block.length);
		final ByteBuffer joined = ByteBuffer.allocate(at + block.length + bytes.length - rest);
		return joined.put(bytes, 0, at)
				.put(block)
				.put(bytes, rest, bytes.length - rest)
				.array();
	}

	/** A line goes, comes twice, or moves in by a level. */
	private byte[] rearranged(final byte[] bytes) {
		final List<String> lines = new ArrayList<>(
				new String(bytes, StandardCharsets.ISO_8859_1).lines().toList());
		if (lines.isEmpty()) return bytes;
		final int at = random.nextInt(lines.size());
		switch (random.nextInt(3)) {
			case 0 -> lines.remove(at);
			case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
			default -> lines.set(at, "  " + lines.get(at));
		}
		return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
	}

	/** A number in text becomes another, or no number; everything else stays. */
	private byte[] retold(final byte[] bytes) {
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		final List<MatchResult> numbers =
				NUMBER.matcher(text).results().limit(500).toList();
		if (numbers.isEmpty()) return bytes;
		final MatchResult number = numbers.get(random.nextInt(numbers.size()));
		final String word = random.nextBoolean()
				? WORDS.get(random.nextInt(WORDS.size()))
				: String.valueOf(LIES[random.nextInt(LIES.length)]);
		return (text.substring(0, number.start()) + word + text.substring(number.end()))
				.getBytes(StandardCharsets.ISO_8859_1);
	}
}
