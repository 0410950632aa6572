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

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Spoils protocol buffers below what protobuf's own classes would write: fields twice, out of order, of another number
 * or type, nested deeper, lengths that lie. Not thread-safe.
 */
final class WireMutator {

	private static final int DEEPEST = 120;

	private final Random random;

	WireMutator(final Random random) {
		this.random = random;
	}

	/** A field: a number, or bytes that may be a message in their turn. */
	private record Field(int tag, long number, byte[] bytes) {

		boolean isBytes() {
			return (tag & 7) == 2;
		}
	}

	/** @return the message with a change somewhere */
	byte[] spoil(final byte[] message) {
		return spoil(message, 0);
	}

	private byte[] spoil(final byte[] message, final int depth) {
		final List<Field> fields = parse(message);
		if (fields == null || fields.isEmpty()) return scrambled(message);
		final int at = random.nextInt(fields.size());
		final Field field = fields.get(at);
		final List<Field> inner = field.isBytes() ? parse(field.bytes) : null;
		if (inner != null && !inner.isEmpty() && random.nextInt(8) > 0)
			fields.set(at, new Field(field.tag, 0, spoil(field.bytes, depth + 1)));
		else change(fields, at);
		return write(fields);
	}

	private void change(final List<Field> fields, final int at) {
		final Field field = fields.get(at);
		switch (random.nextInt(9)) {
			case 0 -> fields.add(random.nextInt(fields.size() + 1), field);
			case 1 -> fields.remove(at);
			case 2 -> fields.add(random.nextInt(fields.size()), fields.remove(at));
			case 3 -> fields.set(at, new Field(1 + random.nextInt(20) << 3 | field.tag & 7, field.number, field.bytes));
			case 4 -> fields.set(at, new Field(field.tag & ~7 | random.nextInt(8), random.nextLong(), field.bytes));
			case 5 ->
				fields.set(at, new Field(field.tag, random.nextLong() >> random.nextInt(64), scrambled(field.bytes)));
			case 6 -> fields.set(at, new Field(field.tag & ~7 | 2, 0, new byte[1 << random.nextInt(18)]));
			case 7 ->
				fields.set(at, new Field(field.tag & ~7 | 2, 0, nested(field.bytes, 1 + random.nextInt(DEEPEST))));
			default ->
				fields.add(
						random.nextInt(fields.size() + 1),
						new Field(1 + random.nextInt(1 << 10) << 3 | 2, 0, field.bytes));
		}
	}

	/** @return a message in a message in a message... of a list's or an attribute's field numbers */
	private byte[] nested(final byte[] bytes, final int levels) {
		byte[] all = bytes;
		for (int i = 0; i < levels; i++)
			all = write(List.of(new Field((random.nextBoolean() ? 10 : 1 + random.nextInt(10)) << 3 | 2, 0, all)));
		return all;
	}

	private byte[] scrambled(final byte[] bytes) {
		final byte[] copy = bytes.clone();
		if (copy.length > 0) copy[random.nextInt(copy.length)] = (byte) random.nextInt();
		return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(copy, random.nextInt(copy.length + 1)) : copy;
	}

	/** @return its fields; null if it is no message */
	private static List<Field> parse(final byte[] bytes) {
		final List<Field> fields = new ArrayList<>();
		final int[] at = {0};
		try {
			while (at[0] < bytes.length) {
				final int tag = (int) varint(bytes, at);
				if (tag >>> 3 == 0) return null;
				switch (tag & 7) {
					case 0 -> fields.add(new Field(tag, varint(bytes, at), new byte[0]));
					case 1, 5 -> {
						long number = 0;
						for (int i = 0; i < ((tag & 7) == 1 ? 8 : 4); i++) number |= (bytes[at[0]++] & 0xFFL) << 8 * i;
						fields.add(new Field(tag, number, new byte[0]));
					}
					case 2 -> {
						final long length = varint(bytes, at);
						if (length < 0 || length > bytes.length - at[0]) return null;
						fields.add(
								new Field(tag, 0, java.util.Arrays.copyOfRange(bytes, at[0], at[0] += (int) length)));
					}
					default -> {
						return null;
					}
				}
			}
			return fields;
		} catch (final ArrayIndexOutOfBoundsException e) {
			return null;
		}
	}

	private static long varint(final byte[] bytes, final int[] at) {
		long value = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			final byte next = bytes[at[0]++];
			value |= (next & 0x7FL) << shift;
			if (next >= 0) return value;
		}
		return value;
	}

	private byte[] write(final List<Field> fields) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (final Field field : fields) {
			varint(out, field.tag & 0xFFFFFFFFL);
			switch (field.tag & 7) {
				case 0 -> varint(out, field.number);
				case 1, 5 -> {
					for (int i = 0; i < ((field.tag & 7) == 1 ? 8 : 4); i++) out.write((int) (field.number >>> 8 * i));
				}
				default -> {
					varint(
							out,
							random.nextInt(2000) == 0 ? random.nextLong() >>> random.nextInt(64) : field.bytes.length);
					out.writeBytes(field.bytes);
				}
			}
		}
		return out.toByteArray();
	}

	/** Sometimes longer than it need be, which readers take as well. */
	private void varint(final ByteArrayOutputStream out, final long number) {
		long rest = number;
		while ((rest & ~0x7FL) != 0) {
			out.write((int) (rest & 0x7F | 0x80));
			rest >>>= 7;
		}
		if (random.nextInt(500) > 0) out.write((int) rest);
		else {
			out.write((int) (rest | 0x80));
			out.write(0);
		}
	}
}
