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
package fovea.block;

import fovea.zarr.codec.ByteCodec;
import fovea.zarr.codec.DamagedException;
import fovea.zarr.codec.Lz4;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays in files of a {@link Workplace}. Stateless. */
final class Packed {

	private static final ByteCodec CODEC = new Lz4(1);

	private Packed() {}

	static void write(final DataOutputStream out, final byte[] raw) throws IOException {
		final byte[] packed = CODEC.encode(raw);
		final boolean smaller = packed.length < raw.length;
		out.writeInt(raw.length);
		out.writeInt(smaller ? packed.length : raw.length);
		out.write(smaller ? packed : raw);
	}

	static byte[] read(final DataInputStream in) throws IOException {
		final int length = in.readInt();
		final byte[] packed = in.readNBytes(in.readInt());
		if (packed.length == length) return packed;
		try {
			return CODEC.decode(packed, length);
		} catch (final DamagedException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	static void skip(final DataInputStream in) throws IOException {
		in.readInt();
		in.skipNBytes(in.readInt());
	}

	static void write(final DataOutputStream out, final float[] values, final int from, final int n)
			throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(n * Float.BYTES);
		bytes.asFloatBuffer().put(values, from, n);
		write(out, bytes.array());
	}

	static float[] floats(final DataInputStream in) throws IOException {
		final byte[] bytes = read(in);
		final float[] values = new float[bytes.length / Float.BYTES];
		ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
		return values;
	}

	/** As they are: what is of noise gets no smaller. Only where it does not seem to be noise it is tried. */
	static void writeRaw(final DataOutputStream out, final float[] values, final int from, final int n)
			throws IOException {
		if (values[from] == values[from + n / 2] && values[from] == values[from + n / 3]) {
			write(out, values, from, n);
			return;
		}
		final ByteBuffer bytes = ByteBuffer.allocate(n * Float.BYTES);
		bytes.asFloatBuffer().put(values, from, n);
		out.writeInt(bytes.capacity());
		out.writeInt(bytes.capacity());
		out.write(bytes.array());
	}

	static void write(final DataOutputStream out, final int[] values) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
		bytes.asIntBuffer().put(values);
		write(out, bytes.array());
	}

	static int[] ints(final DataInputStream in) throws IOException {
		final byte[] bytes = read(in);
		final int[] values = new int[bytes.length / Integer.BYTES];
		ByteBuffer.wrap(bytes).asIntBuffer().get(values);
		return values;
	}
}
