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
package fovea.model.graph;

import fovea.io.InputFiles;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Goes through a message of protocol buffers field by field, forwards only. A field is told by its tag, number * 8 +
 * wire type, so that one of a known number and another wire type is passed over, as protobuf does.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers, encoding</a>
 */
final class ProtoReader implements Closeable {

	static final int VARINT = 0;
	static final int FIXED64 = 1;
	static final int BYTES = 2;
	static final int FIXED32 = 5;

	/** No name, and no text of an attribute, is as long; the longest are the names of layers in layers. */
	private static final int LONGEST_TEXT = 1 << 16;
	/** Bytes that are as few are kept in memory. */
	private static final int FEW = 1 << 12;
	/** As deep as protobuf's own readers go. */
	private static final int DEEPEST = 100;

	/** All names of a graph together; with what Java needs for each, some 128 MB. Large models have a hundredth. */
	private static final long MOST_TEXT = 128 << 20;

	private static final int TEXT_OVERHEAD = 64;

	private final InputStream in;
	private long texts;
	private long position;
	private long limit;
	private int depth;
	private long length;
	private int tag;

	private ProtoReader(final InputStream in, final long limit) {
		this.in = in;
		this.limit = limit;
	}

	/** @return at the beginning of a file, that holds one message; the caller closes it */
	static ProtoReader of(final Path file) throws IOException {
		final long size = Files.size(file);
		return new ProtoReader(new BufferedInputStream(InputFiles.stream(file), 1 << 16), size);
	}

	/** What reads the fields of a message. */
	interface Fields {

		/**
		 * Takes a field, or leaves it, which passes over it.
		 *
		 * @param tag of the field
		 */
		void take(int tag) throws IOException;
	}

	/** @return that of a number of 4 bytes */
	static int fixed32(final int number) {
		return tag(number, FIXED32);
	}

	/** @return that of a number of 8 bytes */
	static int fixed64(final int number) {
		return tag(number, FIXED64);
	}

	/** @return the tag of a field of this number and type */
	static int tag(final int number, final int type) {
		return number << 3 | type;
	}

	/** @return that of a text, a message or a packed list */
	static int bytes(final int number) {
		return tag(number, BYTES);
	}

	/** @return that of a number */
	static int varint(final int number) {
		return tag(number, VARINT);
	}

	/** Goes through all fields up to the end of the file. */
	void all(final Fields fields) throws IOException {
		while (position < limit) {
			if (Thread.currentThread().isInterrupted()) throw new InterruptedIOException("reading was interrupted");
			tag = tag();
			final int type = tag & 7;
			final long end;
			if (type == BYTES) {
				length = varint();
				if (length < 0 || length > limit - position) throw new EOFException("a field ends after what it is in");
				end = position + length;
			} else end = -1;
			final long before = position;
			fields.take(tag);
			if (type == BYTES) skipTo(end);
			else if (position == before) skipNumber(type);
		}
	}

	/** Goes through the fields of the message that the present field is. */
	void message(final Fields fields) throws IOException {
		if (++depth > DEEPEST) throw new IOException("messages are nested more than " + DEEPEST + " deep");
		final long outer = limit;
		limit = position + length;
		all(fields);
		limit = outer;
		depth--;
	}

	/** @return the bytes that the present field is, one character each */
	String latin() throws IOException {
		return new String(read(), StandardCharsets.ISO_8859_1);
	}

	/** @return the bytes that the present field is; no more than a name may have */
	Encoded.Held held() throws IOException {
		return new Encoded.Held(read());
	}

	/** @return the bytes that the present field is, however many */
	Encoded.Part part() throws IOException {
		if (isFew()) return held();
		account(TEXT_OVERHEAD);
		return new Encoded.Lying(position, length);
	}

	/** @return the text that the present field is */
	String text() throws IOException {
		try {
			return StandardCharsets.UTF_8
					.newDecoder()
					.decode(ByteBuffer.wrap(read()))
					.toString();
		} catch (final CharacterCodingException e) {
			throw new IOException("a name is no text", e);
		}
	}

	private byte[] read() throws IOException {
		if (length > LONGEST_TEXT) throw new IOException("a name is " + length + " bytes long");
		account(length + TEXT_OVERHEAD);
		final byte[] bytes = in.readNBytes((int) length);
		position += bytes.length;
		if (bytes.length < length) throw new EOFException("the file ends within a name");
		return bytes;
	}

	/** Adds to the memory that all names together take. */
	void account(final long bytes) throws IOException {
		texts += bytes;
		if (texts > MOST_TEXT) throw new IOException("its names take more than " + MOST_TEXT + " bytes");
	}

	/** @return number of bytes of the present field */
	long length() {
		return length;
	}

	/** @return true if the bytes of the present field are kept in memory by {@link #part} */
	boolean isFew() {
		return length <= FEW;
	}

	/** @return the number that the present field is, or the next one of a packed list */
	long varint() throws IOException {
		long value = 0;
		for (int shift = 0; shift < 70; shift += 7) {
			final int b = next();
			value |= (long) (b & 0x7F) << shift;
			if (b < 0x80) return value;
		}
		throw new IOException("a number is longer than 10 bytes");
	}

	/** @return the little-endian number of 4 bytes that is next */
	int fixed32() throws IOException {
		int value = 0;
		for (int shift = 0; shift < 32; shift += 8) value |= next() << shift;
		return value;
	}

	/** @return the little-endian number of 8 bytes that is next */
	long fixed64() throws IOException {
		final long low = fixed32() & 0xFFFFFFFFL;
		return low | (long) fixed32() << 32;
	}

	/** What takes a number. */
	interface Numbers {

		void take(long number) throws IOException;
	}

	/** Takes the numbers of a packed list that the present field is. */
	void packed(final Numbers numbers) throws IOException {
		final long end = position + length;
		while (position < end) numbers.take(varint());
		if (position > end) throw new EOFException("a list ends within a number");
	}

	private int tag() throws IOException {
		final long number = varint();
		if (number >>> 32 != 0 || number >>> 3 == 0) throw new IOException("there is no field " + (number >>> 3));
		return (int) number;
	}

	private int next() throws IOException {
		if (position >= limit) throw new EOFException("a number ends after what it is in");
		final int b = in.read();
		if (b < 0) throw new EOFException("the file ends within a number");
		position++;
		return b;
	}

	private void skipNumber(final int type) throws IOException {
		switch (type) {
			case VARINT -> varint();
			case FIXED64 -> skipTo(position + Long.BYTES);
			case FIXED32 -> skipTo(position + Integer.BYTES);
			default -> throw new IOException("wire type " + type + " is not used in graphs");
		}
	}

	private void skipTo(final long end) throws IOException {
		if (end < position || end > limit) throw new EOFException("a field ends after what it is in");
		in.skipNBytes(end - position);
		position = end;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
