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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The entries of one directory, whose values are read when they are asked for. */
final class TiffDirectory {

	private static final int CLASSIC_ENTRY = 12;
	private static final int BIG_ENTRY = 20;

	/**
	 * Bytes of a value, by type: 1 BYTE, 2 ASCII, 3 SHORT, 4 LONG, 5 RATIONAL, ..., 13 IFD, 16 LONG8, 17 SLONG8, 18
	 * IFD8.
	 */
	private static final int[] TYPE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 1, 1, 8, 8, 8};

	/**
	 * An entry.
	 *
	 * @param type of its values
	 * @param count of its values
	 * @param offset where in the file they are
	 */
	private record Entry(int type, long count, long offset) {

		long bytes() {
			return count * typeBytes(type);
		}
	}

	private final TiffInput in;
	private final Map<Integer, Entry> entries = new HashMap<>();
	private final long next;

	/**
	 * @param in the file
	 * @param offset where the directory is
	 * @throws TiffException if it does not fit into the file, or an entry does not
	 */
	TiffDirectory(final TiffInput in, final long offset) throws IOException, TiffException {
		this.in = in;
		final boolean big = in.isBig();
		final int countBytes = big ? 8 : 2;
		final int entryBytes = big ? BIG_ENTRY : CLASSIC_ENTRY;
		final ByteBuffer head = in.buffer(offset, countBytes, "a directory");
		final long count = big ? head.getLong() : Short.toUnsignedLong(head.getShort());
		if (count < 1 || count > 0xffff) throw TiffException.damaged("a directory of " + count + " entries");
		final ByteBuffer all = in.buffer(offset + countBytes, (int) count * entryBytes + (big ? 8 : 4), "a directory");
		for (int i = 0; i < count; i++) {
			final int tag = Short.toUnsignedInt(all.getShort());
			final int type = Short.toUnsignedInt(all.getShort());
			final long values = big ? all.getLong() : Integer.toUnsignedLong(all.getInt());
			final long inline = offset + countBytes + all.position();
			final long pointer = big ? all.getLong() : Integer.toUnsignedLong(all.getInt());
			if (values < 0 || values > in.size()) throw tooMany(tag, values);
			final Entry here = new Entry(type, values, inline);
			final Entry entry = here.bytes() <= (big ? 8 : 4) ? here : new Entry(type, values, pointer);
			if (entry.bytes() > in.size()) throw tooMany(tag, values);
			entries.put(tag, entry);
		}
		next = big ? all.getLong() : Integer.toUnsignedLong(all.getInt());
	}

	private static TiffException tooMany(final int tag, final long values) {
		return TiffException.damaged(
				"its entry " + tag + " has " + Long.toUnsignedString(values) + " values, which is more than the file");
	}

	private static int typeBytes(final int type) {
		return type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1;
	}

	/** @return where the next one is; 0 after the last */
	long next() {
		return next;
	}

	boolean has(final int tag) {
		return entries.containsKey(tag);
	}

	/** @return how many values the entry has; 0 without one */
	long count(final int tag) {
		return has(tag) ? entries.get(tag).count() : 0;
	}

	/**
	 * @param tag of numbers without sign
	 * @return its values; none without such an entry
	 */
	long[] numbers(final int tag) throws IOException, TiffException {
		final Entry entry = entries.get(tag);
		if (entry == null) return new long[0];
		final ByteBuffer bytes = values(tag, entry);
		final long[] numbers = new long[(int) entry.count()];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = switch (entry.type()) {
				case 1 -> Byte.toUnsignedLong(bytes.get());
				case 3 -> Short.toUnsignedLong(bytes.getShort());
				case 4, 13 -> Integer.toUnsignedLong(bytes.getInt());
				case 16, 18 -> bytes.getLong();
				default ->
					throw TiffException.damaged("its entry " + tag + " is no number but of type " + entry.type());
			};
		return numbers;
	}

	/** @return the first value of the entry */
	long number(final int tag, final long otherwise) throws IOException, TiffException {
		final long[] numbers = numbers(tag);
		return numbers.length == 0 ? otherwise : numbers[0];
	}

	/** @return the entry's bytes; empty without one */
	Optional<byte[]> bytes(final int tag) throws IOException, TiffException {
		final Entry entry = entries.get(tag);
		return entry == null ? Optional.empty() : Optional.of(values(tag, entry).array());
	}

	/** @return the entry's text without what follows a byte of 0; empty without one */
	Optional<String> text(final int tag) throws IOException, TiffException {
		return bytes(tag)
				.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
				.map(text -> text.indexOf('\0') < 0 ? text : text.substring(0, text.indexOf('\0')));
	}

	/** @return the entry's first fraction; empty without one, and where it is none or divides by 0 */
	OptionalDouble fraction(final int tag) throws IOException, TiffException {
		final Entry entry = entries.get(tag);
		if (entry == null || entry.type() != 5 || entry.count() < 1) return OptionalDouble.empty();
		final ByteBuffer bytes = values(tag, entry);
		final double over = Integer.toUnsignedLong(bytes.getInt());
		final double under = Integer.toUnsignedLong(bytes.getInt());
		return under == 0 ? OptionalDouble.empty() : OptionalDouble.of(over / under);
	}

	private ByteBuffer values(final int tag, final Entry entry) throws IOException, TiffException {
		if (entry.bytes() > Integer.MAX_VALUE - 8) throw tooMany(tag, entry.count());
		return in.buffer(entry.offset(), (int) entry.bytes(), "its entry " + tag);
	}
}
