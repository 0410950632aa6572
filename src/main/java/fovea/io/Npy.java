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
package fovea.io;

import fovea.base.ModelException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Arrays in numpy's .npy files, format 1, 2 and 3. Stateless and thread-safe.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
public final class Npy {

	private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
	private static final int MAX_HEADER = 1 << 20;
	private static final int CHUNK = 1 << 14;

	private Npy() {}

	/**
	 * @param file a .npy file of numbers or booleans, in either byte order, row- or column-major
	 * @return its values in row-major order
	 * @throws ModelException if it is none, or is shorter than it says; nothing is allocated before that is known
	 */
	public static NpyArray read(final Path file) throws ModelException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(InputFiles.stream(file), 1 << 16))) {
			if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC))
				throw new ModelException(file + ": expected a .npy array, got "
						+ FileKind.of(file).label());
			final int version = in.readUnsignedByte();
			in.readUnsignedByte();
			if (version < 1 || version > 3)
				throw new ModelException(file + ": expected .npy format 1 to 3, got " + version);
			final int lengthBytes = version == 1 ? 2 : 4;
			final long headerBytes = littleEndian(in.readNBytes(lengthBytes));
			if (headerBytes > MAX_HEADER)
				throw new ModelException(file + ": expected a .npy header, got " + headerBytes + " bytes of it");
			final NpyHeader header = NpyHeader.parse(
					new String(
							in.readNBytes((int) headerBytes),
							version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1),
					file.toString());
			final long available = Files.size(file) - MAGIC.length - 2 - lengthBytes - headerBytes;
			if (available < header.bytes())
				throw new ModelException(file + ": expected " + header.bytes() + " bytes of numbers, got " + available);
			final float[] data = values(in, header);
			return new NpyArray(
					header.shape(), header.type(), header.fortran() ? rowMajor(data, header.shape()) : data);
		} catch (final OutOfMemoryError e) {
			throw new ModelException(file + ": no memory for its numbers: give Java more, or a smaller array", e);
		} catch (final EOFException e) {
			throw new ModelException(file + ": expected a .npy array, got a truncated one", e);
		} catch (final IOException e) {
			throw new ModelException(file + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	/**
	 * Writes 32-bit floats. The file appears when it is complete.
	 *
	 * @param file is replaced if it exists
	 * @param shape lengths of the axes, the slowest first
	 * @param data row-major, as long as the product of the shape
	 * @throws ModelException if it cannot be written
	 */
	public static void write(final Path file, final int[] shape, final float[] data) throws ModelException {
		write(file, shape, DataType.FLOAT32, List.of(data));
	}

	/**
	 * Writes numbers of a chosen type. The file appears when it is complete.
	 *
	 * @param file is replaced if it exists
	 * @param shape lengths of the axes, the slowest first
	 * @param type FLOAT32, UINT8 or UINT16; for integers values are rounded and clipped, NaN becomes 0
	 * @param parts row-major, one after the other, together as long as the product of the shape
	 * @throws ModelException if it cannot be written
	 */
	public static void write(final Path file, final int[] shape, final DataType type, final List<float[]> parts)
			throws ModelException {
		final Path target = file.toAbsolutePath();
		try {
			final Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
			try {
				try (OutputStream out = Files.newOutputStream(part)) {
					writeTo(out, shape, type, parts);
				}
				Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(part);
			}
		} catch (final IOException e) {
			throw new ModelException(file + ": cannot be written: " + e, e);
		}
	}

	private static void writeTo(
			final OutputStream out, final int[] shape, final DataType type, final List<float[]> parts)
			throws IOException {
		final long values = parts.stream().mapToLong(part -> part.length).sum();
		if (NpyHeader.count(shape) != values)
			throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " and " + values + " values");
		final byte[] header = NpyHeader.text(type, shape).getBytes(StandardCharsets.ISO_8859_1);
		out.write(MAGIC);
		out.write(new byte[] {1, 0, (byte) header.length, (byte) (header.length >> 8)});
		out.write(header);
		final ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		for (final float[] part : parts)
			for (int i = 0; i < part.length; i += CHUNK) {
				chunk.clear();
				for (int k = i; k < Math.min(i + CHUNK, part.length); k++) put(chunk, type, part[k]);
				out.write(chunk.array(), 0, chunk.position());
			}
	}

	private static void put(final ByteBuffer chunk, final DataType type, final float value) {
		switch (type) {
			case FLOAT32 -> chunk.putFloat(value);
			case UINT8 -> chunk.put((byte) Math.max(0, Math.min(0xFF, Math.round(value))));
			case UINT16 -> chunk.putShort((short) Math.max(0, Math.min(0xFFFF, Math.round(value))));
			default -> throw new IllegalStateException("the header has no " + type);
		}
	}

	private static long littleEndian(final byte[] bytes) {
		long value = 0;
		for (int i = bytes.length - 1; i >= 0; i--) value = value << 8 | bytes[i] & 0xFF;
		return value;
	}

	private static float[] values(final DataInputStream in, final NpyHeader header) throws IOException {
		final float[] data = new float[(int) NpyHeader.count(header.shape())];
		final int size = header.itemBytes();
		final byte[] bytes = new byte[CHUNK * size];
		final ByteBuffer chunk = ByteBuffer.wrap(bytes).order(header.order());
		for (int i = 0; i < data.length; i += CHUNK) {
			final int n = Math.min(CHUNK, data.length - i);
			in.readFully(bytes, 0, n * size);
			for (int k = 0; k < n; k++) data[i + k] = value(chunk, k * size, header.type());
		}
		return data;
	}

	private static float value(final ByteBuffer b, final int at, final DataType type) {
		return switch (type) {
			case FLOAT32 -> b.getFloat(at);
			case FLOAT64 -> (float) b.getDouble(at);
			case UINT8 -> b.get(at) & 0xFF;
			case INT8 -> b.get(at);
			case UINT16 -> b.getShort(at) & 0xFFFF;
			case INT16 -> b.getShort(at);
			case UINT32 -> Integer.toUnsignedLong(b.getInt(at));
			case INT32 -> b.getInt(at);
			case INT64 -> b.getLong(at);
			case BOOL -> b.get(at) == 0 ? 0 : 1;
			default -> throw new IllegalStateException("the header lets no " + type + " through");
		};
	}

	private static float[] rowMajor(final float[] columnMajor, final int[] shape) {
		final float[] data = new float[columnMajor.length];
		final int[] position = new int[shape.length];
		for (int i = 0; i < data.length; i++) {
			int from = 0;
			for (int d = shape.length - 1; d >= 0; d--) from = from * shape[d] + position[d];
			data[i] = columnMajor[from];
			for (int d = shape.length - 1; d >= 0 && ++position[d] == shape[d]; d--) position[d] = 0;
		}
		return data;
	}
}
