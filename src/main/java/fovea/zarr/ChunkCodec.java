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
package fovea.zarr;

import fovea.io.DataType;
import fovea.zarr.codec.ByteCodec;
import fovea.zarr.codec.DamagedException;
import java.nio.ByteBuffer;
import java.util.List;

/** Elements of a chunk to bytes and back. Stateless and thread-safe. */
final class ChunkCodec {

	private final DataType type;
	private final int[] shape;
	private final ZarrEncoding encoding;
	private final int elements;

	ChunkCodec(final ZarrSpec spec) {
		type = spec.type();
		shape = spec.grid().chunks();
		encoding = spec.encoding();
		elements = Math.toIntExact(spec.grid().chunkElements());
	}

	/** @return bytes of a chunk before any codec */
	long rawBytes() {
		return (long) elements * Elements.bytes(type);
	}

	/** @return bytes of a chunk in a file, at most */
	long bound() {
		return bound(rawBytes(), encoding.codecs());
	}

	static long bound(final long raw, final List<ByteCodec> codecs) {
		long bound = raw;
		for (final ByteCodec codec : codecs) bound = codec.bound(bound);
		return bound;
	}

	/** @return the bytes before all codecs, which are undone; at most {@code raw} */
	static byte[] decode(final byte[] stored, final long raw, final List<ByteCodec> codecs) throws DamagedException {
		byte[] bytes = stored;
		for (int i = codecs.size() - 1; i >= 0; i--)
			bytes = codecs.get(i).decode(bytes, (int)
					Math.min(Integer.MAX_VALUE - 8, bound(raw, codecs.subList(0, i))));
		return bytes;
	}

	Elements decode(final byte[] stored) throws DamagedException {
		final byte[] bytes = decode(stored, rawBytes(), encoding.codecs());
		if (bytes.length != rawBytes())
			throw new DamagedException("expected " + rawBytes() + " bytes, got " + bytes.length);
		return read(encoding.isInOrder() ? bytes : transposed(bytes, true));
	}

	byte[] encode(final Elements chunk) {
		if (chunk.type() != type || chunk.length() != elements)
			throw new IllegalArgumentException("expected " + elements + " of " + type + ", got " + chunk);
		byte[] bytes = write(chunk);
		if (!encoding.isInOrder()) bytes = transposed(bytes, false);
		for (final ByteCodec codec : encoding.codecs()) bytes = codec.encode(bytes);
		return bytes;
	}

	private Elements read(final byte[] bytes) {
		final Elements chunk = Elements.zeros(type, elements);
		final ByteBuffer in = ByteBuffer.wrap(bytes).order(encoding.endian());
		switch (type) {
			case BOOL -> {
				final byte[] flags = (byte[]) chunk.array();
				for (int i = 0; i < elements; i++) flags[i] = (byte) (bytes[i] == 0 ? 0 : 1);
			}
			case INT8, UINT8 -> in.get((byte[]) chunk.array());
			case INT16, UINT16 -> in.asShortBuffer().get((short[]) chunk.array());
			case INT32, UINT32 -> in.asIntBuffer().get((int[]) chunk.array());
			case INT64, UINT64 -> in.asLongBuffer().get((long[]) chunk.array());
			case FLOAT32 -> in.asFloatBuffer().get((float[]) chunk.array());
			case FLOAT64 -> in.asDoubleBuffer().get((double[]) chunk.array());
			case FLOAT16 -> {
				final float[] values = (float[]) chunk.array();
				for (int i = 0; i < elements; i++) values[i] = half(in.getShort(2 * i));
			}
			default -> throw new IllegalStateException(type.label());
		}
		return chunk;
	}

	private byte[] write(final Elements chunk) {
		final byte[] bytes = new byte[Math.toIntExact(rawBytes())];
		final ByteBuffer out = ByteBuffer.wrap(bytes).order(encoding.endian());
		switch (type) {
			case BOOL, INT8, UINT8 -> out.put((byte[]) chunk.array());
			case INT16, UINT16 -> out.asShortBuffer().put((short[]) chunk.array());
			case INT32, UINT32 -> out.asIntBuffer().put((int[]) chunk.array());
			case INT64, UINT64 -> out.asLongBuffer().put((long[]) chunk.array());
			case FLOAT32 -> out.asFloatBuffer().put((float[]) chunk.array());
			case FLOAT64 -> out.asDoubleBuffer().put((double[]) chunk.array());
			default -> throw new IllegalArgumentException("cannot write " + type.label());
		}
		return bytes;
	}

	/** @return stored order made of the chunk's, or the other way round */
	private byte[] transposed(final byte[] bytes, final boolean toChunk) {
		final int axes = shape.length;
		final int width = Elements.bytes(type);
		final int[] strides = new int[axes]; // of the chunk, in bytes, for each stored axis
		final int[] lengths = new int[axes];
		final int[] chunkStrides = new int[axes];
		int stride = width;
		for (int d = axes - 1; d >= 0; d--) {
			chunkStrides[d] = stride;
			stride *= shape[d];
		}
		for (int d = 0; d < axes; d++) {
			lengths[d] = shape[encoding.axes().get(d)];
			strides[d] = chunkStrides[encoding.axes().get(d)];
		}
		final byte[] out = new byte[bytes.length];
		final int[] at = new int[axes];
		int inChunk = 0;
		for (int stored = 0; stored < bytes.length; stored += width) {
			for (int b = 0; b < width; b++) {
				if (toChunk) out[inChunk + b] = bytes[stored + b];
				else out[stored + b] = bytes[inChunk + b];
			}
			for (int d = axes - 1; d >= 0; d--) {
				inChunk += strides[d];
				if (++at[d] < lengths[d]) break;
				inChunk -= strides[d] * lengths[d];
				at[d] = 0;
			}
		}
		return out;
	}

	/** @return the value of an IEEE 754 binary16 */
	static float half(final short bits) {
		final int exponent = bits >> 10 & 31;
		final int fraction = bits & 0x3FF;
		final float magnitude;
		if (exponent == 0) magnitude = fraction * 0x1p-24f;
		else if (exponent == 31) magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
		else magnitude = Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
		return bits < 0 ? -magnitude : magnitude;
	}
}
