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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the fields of a message of protocol buffers, in their binary form (the "encoding" of protobuf.dev), one after
 * the other. Not thread-safe.
 */
final class ProtoWriter {

	private final List<Encoded.Part> parts = new ArrayList<>();
	private final ByteArrayOutputStream tail = new ByteArrayOutputStream(32);

	/** Writes a whole number, also a truth value or an enumeration. */
	ProtoWriter varint(final int field, final long value) {
		raw(ProtoReader.varint(field));
		raw(value);
		return this;
	}

	/** Writes four bytes, such as a float's. */
	ProtoWriter fixed32(final int field, final int bits) {
		raw(ProtoReader.tag(field, ProtoReader.FIXED32));
		little(bits, Integer.BYTES);
		return this;
	}

	/** Writes eight bytes, such as a double's. */
	ProtoWriter fixed64(final int field, final long bits) {
		raw(ProtoReader.tag(field, ProtoReader.FIXED64));
		little(bits, Long.BYTES);
		return this;
	}

	/** Writes a text, also one that is empty. */
	ProtoWriter text(final int field, final String text) {
		return part(field, new Encoded.Held(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** Writes bytes of any kind. */
	ProtoWriter part(final int field, final Encoded.Part part) {
		return message(field, new Encoded(List.of(part)));
	}

	/** Writes a message. */
	ProtoWriter message(final int field, final Encoded message) {
		raw(ProtoReader.bytes(field));
		raw(message.length());
		return append(message);
	}

	/** Writes fields that are encoded already. */
	ProtoWriter append(final Encoded fields) {
		for (final Encoded.Part part : fields.parts())
			if (part instanceof Encoded.Held held) tail.writeBytes(held.bytes());
			else {
				flush();
				parts.add(part);
			}
		return this;
	}

	/** @return all that was written */
	Encoded end() {
		flush();
		return new Encoded(parts);
	}

	private void flush() {
		if (tail.size() == 0) return;
		parts.add(new Encoded.Held(tail.toByteArray()));
		tail.reset();
	}

	private void raw(final long number) {
		long rest = number;
		while ((rest & ~0x7FL) != 0) {
			tail.write((int) (rest & 0x7F | 0x80));
			rest >>>= 7;
		}
		tail.write((int) rest);
	}

	private void little(final long bits, final int bytes) {
		for (int i = 0; i < bytes; i++) tail.write((int) (bits >>> 8 * i));
	}
}
