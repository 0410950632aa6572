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
package fovea.model.variables;

import fovea.base.ModelException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sorted table of keys and values as LevelDB writes it, which TensorFlow keeps a checkpoint's index in. Blocks must
 * not be compressed, which TensorFlow's are not. Stateless.
 *
 * @see <a href="https://github.com/google/leveldb/blob/main/doc/table_format.md">LevelDB's table format</a>
 */
final class TableFile {

	private static final int FOOTER = 48;
	private static final long MAGIC = 0xdb4775248b80fb57L;

	/** Of a block, after its contents: kind of compression and checksum. */
	private static final int TRAILER = 5;

	private TableFile() {}

	/**
	 * @param bytes the whole file
	 * @param label its name in messages
	 * @return values by key, in the order of the file
	 * @throws ModelException if it is no such table
	 */
	static Map<String, byte[]> read(final byte[] bytes, final String label) throws ModelException {
		try {
			if (bytes.length < FOOTER) throw broken(label, null);
			final ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			if (file.getLong(bytes.length - Long.BYTES) != MAGIC) throw broken(label, null);
			file.position(bytes.length - FOOTER);
			handle(file); // of what describes the table
			final long[] index = handle(file);
			final Map<String, byte[]> entries = new LinkedHashMap<>();
			for (final byte[] place : block(file, index, label).values())
				for (final Map.Entry<String, byte[]> entry :
						block(file, handle(ByteBuffer.wrap(place)), label).entrySet())
					if (entries.put(entry.getKey(), entry.getValue()) != null) throw broken(label, null);
			return entries;
		} catch (final BufferUnderflowException
				| IndexOutOfBoundsException
				| IllegalArgumentException
				| ArithmeticException e) {
			throw broken(label, e);
		}
	}

	private static Map<String, byte[]> block(final ByteBuffer file, final long[] place, final String label)
			throws ModelException {
		if (place[0] < 0
				|| place[1] < Integer.BYTES
				|| place[0] > file.capacity()
				|| place[1] > file.capacity() - place[0] - TRAILER) throw broken(label, null);
		final int start = (int) place[0];
		final int end = start + (int) place[1];
		if (file.get(end) != 0)
			throw new ModelException(label + ": expected a table that is not compressed, got one that is");
		final int restarts = file.getInt(end - Integer.BYTES);
		final ByteBuffer block = file.duplicate();
		block.position(start)
				.limit(Math.subtractExact(end, Math.multiplyExact(Integer.BYTES, Math.addExact(restarts, 1))));
		final Map<String, byte[]> entries = new LinkedHashMap<>();
		byte[] key = new byte[0];
		while (block.hasRemaining()) {
			final int shared = length(block);
			final int own = length(block);
			final byte[] value = new byte[within(block, length(block))];
			final int before = Math.min(shared, key.length);
			key = Arrays.copyOf(key, before + within(block, own));
			block.get(key, before, own).get(value);
			// which of two TensorFlow takes need not be known
			if (entries.put(new String(key, StandardCharsets.ISO_8859_1), value) != null) throw broken(label, null);
		}
		return entries;
	}

	private static long[] handle(final ByteBuffer from) {
		return new long[] {varint(from), varint(from)};
	}

	private static int length(final ByteBuffer from) {
		return Math.toIntExact(varint(from));
	}

	private static int within(final ByteBuffer from, final int length) {
		if (length < 0 || length > from.remaining()) throw new BufferUnderflowException();
		return length;
	}

	/** @return a number of seven bits in each byte, the lowest first, as protocol buffers have it too */
	static long varint(final ByteBuffer from) {
		long value = 0;
		for (int shift = 0; shift < Long.SIZE; shift += 7) {
			final byte next = from.get();
			value |= (next & 0x7FL) << shift;
			if (next >= 0) return value;
		}
		throw new IllegalArgumentException("a number of more than 64 bits");
	}

	private static ModelException broken(final String label, final RuntimeException cause) {
		return new ModelException(label + ": expected the index of a TensorFlow checkpoint, got something else", cause);
	}
}
