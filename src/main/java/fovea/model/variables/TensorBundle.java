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
import fovea.io.ElementBytes;
import fovea.io.InputFiles;
import fovea.model.graph.NodeLocation;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The variables of a SavedModel, read from its files without TensorFlow: the folder {@code variables} with
 * {@code variables.index}, a {@linkplain TableFile table} of where each tensor lies, and {@code variables.data-...},
 * the numbers. Immutable; the numbers are read when they are asked for.
 *
 * @see <a
 *     href="https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/protobuf/tensor_bundle.proto">TensorFlow's
 *     tensor bundles</a>
 */
public final class TensorBundle {

	private static final int MAX_INDEX = 100_000_000;
	private static final int FLOAT = 1; // of TensorFlow's DataType

	/** Fields of TensorFlow's BundleHeaderProto and BundleEntryProto. */
	private static final int SHARDS = 1;

	private static final int TYPE = 1;
	/** A message there, kept as the number of elements; -1 if that is more than a long holds. */
	private static final int SHAPE = 2;

	private static final int SHARD = 3;
	private static final int OFFSET = 4;
	private static final int SIZE = 5;
	private static final int CHECKSUM = 6;
	private static final int SLICES = 7;
	private static final int DIMENSION = 2; // of TensorShapeProto
	private static final int LENGTH = 1; // of its dimensions

	private static final int CRC_DELTA = 0xa282ead8;

	private final Path folder;
	private final int shards;
	private final Map<String, Map<Integer, Long>> tensors;

	private TensorBundle(final Path folder, final int shards, final Map<String, Map<Integer, Long>> tensors) {
		this.folder = folder;
		this.shards = shards;
		this.tensors = Collections.unmodifiableMap(tensors);
	}

	/**
	 * @param savedModel folder that holds saved_model.pb
	 * @return its variables; empty if it has none: its weights are constants of the graph
	 * @throws ModelException if they cannot be read
	 */
	public static Optional<TensorBundle> of(final Path savedModel) throws ModelException {
		final Path folder = savedModel.resolve("variables");
		final Path index = folder.resolve("variables.index");
		if (!Files.isRegularFile(index)) return Optional.empty();
		try {
			int shards = 1;
			final Map<String, Map<Integer, Long>> tensors = new LinkedHashMap<>();
			for (final Map.Entry<String, byte[]> entry : TableFile.read(
							InputFiles.bytes(index, MAX_INDEX), index.toString())
					.entrySet()) {
				final Map<Integer, Long> fields = fields(entry.getValue(), index);
				if (entry.getKey().isEmpty()) shards = Math.toIntExact(fields.getOrDefault(SHARDS, 1L));
				else tensors.put(entry.getKey(), fields);
			}
			return Optional.of(new TensorBundle(folder, shards, tensors));
		} catch (final IOException e) {
			throw new ModelException(index + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	/**
	 * @return how many numbers of 32-bit float there are: the weights. Keras' exports list each in private lists as
	 *     well, which do not count
	 */
	public long count() {
		final boolean isListed = tensors.keySet().stream().anyMatch(name -> name.startsWith("variables/"));
		return tensors.entrySet().stream()
				.filter(tensor -> !isListed || !tensor.getKey().startsWith("_"))
				.map(Map.Entry::getValue)
				.filter(TensorBundle::isFloat)
				.mapToLong(fields -> fields.getOrDefault(SIZE, 0L) / Float.BYTES)
				.sum();
	}

	/**
	 * TensorFlow takes memory for what the index says before it reads a number.
	 *
	 * @throws ModelException if a tensor is said to be larger than its bytes, or these not to be in its file
	 */
	public void requireSound() throws ModelException {
		for (final Map.Entry<String, Map<Integer, Long>> tensor : tensors.entrySet()) {
			final Map<Integer, Long> fields = tensor.getValue();
			final int width = ElementBytes.of(fields.getOrDefault(TYPE, 0L).intValue());
			if (width == 0 || fields.containsKey(SLICES))
				continue; // texts have no fixed length, parts have entries of their own
			final Path file = file(fields);
			final long size = fields.getOrDefault(SIZE, 0L);
			final long elements = fields.getOrDefault(SHAPE, 1L);
			if (elements < 0 || size < 0 || elements > size / width)
				throw new ModelException(file + ": expected " + NodeLocation.printable(tensor.getKey())
						+ " to have the bytes of " + (elements < 0 ? "countless" : elements) + " numbers, got " + size);
			requireWithin(file, fields, tensor.getKey());
		}
	}

	private Path file(final Map<Integer, Long> fields) {
		return folder.resolve(
				String.format(Locale.ROOT, "variables.data-%05d-of-%05d", fields.getOrDefault(SHARD, 0L), shards));
	}

	private static void requireWithin(final Path file, final Map<Integer, Long> fields, final String name)
			throws ModelException {
		final long offset = fields.getOrDefault(OFFSET, 0L);
		final long size = fields.getOrDefault(SIZE, 0L);
		final long length;
		try {
			length = Files.size(file);
		} catch (final IOException e) {
			throw new ModelException(file + ": cannot be read: " + InputFiles.reason(e), e);
		}
		if (offset < 0 || size < 0 || offset > length - size)
			throw new ModelException(file + ": expected " + size + " bytes of " + NodeLocation.printable(name) + " at "
					+ offset + ", got a file of " + length);
	}

	/**
	 * @param name of a variable, slashes included
	 * @return its values, the last axis fastest; empty if there is no variable of this name with 32-bit floats
	 * @throws ModelException if they cannot be read, or are not what was written
	 */
	public Optional<float[]> floats(final String name) throws ModelException {
		final Map<Integer, Long> fields =
				tensors.get(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
		if (fields == null || !isFloat(fields)) return Optional.empty();
		final Path file = file(fields);
		requireWithin(file, fields, name);
		final long offset = fields.getOrDefault(OFFSET, 0L);
		final long size = fields.getOrDefault(SIZE, 0L);
		try (FileChannel channel = InputFiles.channel(file)) {
			if (size % Float.BYTES != 0 || size > Integer.MAX_VALUE - 8)
				throw new ModelException(file + ": " + size + " bytes of " + name + " are no array of numbers");
			final ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
			while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0)
				;
			if (fields.containsKey(CHECKSUM)
					&& masked(bytes.array()) != fields.get(CHECKSUM).intValue())
				throw new ModelException(
						file + ": " + name + " has another checksum than its index says; the file is damaged");
			final float[] values = new float[(int) size / Float.BYTES];
			bytes.flip().asFloatBuffer().get(values);
			return Optional.of(values);
		} catch (final IOException e) {
			throw new ModelException(file + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	private static boolean isFloat(final Map<Integer, Long> fields) {
		return fields.getOrDefault(TYPE, 0L) == FLOAT;
	}

	/** As LevelDB has it, so that the checksum of what holds a checksum is not weak. */
	private static int masked(final byte[] bytes) {
		final CRC32C sum = new CRC32C();
		sum.update(bytes);
		return Integer.rotateRight((int) sum.getValue(), 15) + CRC_DELTA;
	}

	/**
	 * @return the numbers of a protocol buffer's message by their field; what holds messages or texts is passed over,
	 *     but for shapes
	 */
	private static Map<Integer, Long> fields(final byte[] message, final Path file) throws ModelException {
		final ByteBuffer bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
		final Map<Integer, Long> fields = new LinkedHashMap<>();
		try {
			while (bytes.hasRemaining()) {
				final long tag = TableFile.varint(bytes);
				final int field = (int) (tag >>> 3);
				switch ((int) (tag & 7)) {
					case 0 -> put(fields, field, TableFile.varint(bytes));
					case 1 -> put(fields, field, bytes.getLong());
					case 2 -> {
						final ByteBuffer inside = inside(bytes);
						if (field == SHAPE) put(fields, SHAPE, elements(inside));
						else if (field == SLICES) fields.put(SLICES, 1L);
					}
					case 5 -> put(fields, field, (long) bytes.getInt());
					default -> throw new IllegalArgumentException("kind of field " + (tag & 7));
				}
			}
			return fields;
		} catch (final BufferUnderflowException
				| IndexOutOfBoundsException
				| IllegalArgumentException
				| ArithmeticException e) {
			throw new ModelException(file + ": expected the index of a TensorFlow checkpoint, got something else", e);
		}
	}

	/** Which of two TensorFlow takes need not be known. */
	private static void put(final Map<Integer, Long> fields, final int field, final long value) {
		if (fields.put(field, value) != null) throw new IllegalArgumentException("field " + field + " is there twice");
	}

	/** @return the message that begins here, after its length; the position goes to its end */
	private static ByteBuffer inside(final ByteBuffer bytes) {
		final int length = Math.toIntExact(TableFile.varint(bytes));
		final ByteBuffer inside = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.position(bytes.position() + length);
		return inside;
	}

	private static long elements(final ByteBuffer shape) {
		long elements = 1;
		while (shape.hasRemaining()) {
			final long tag = TableFile.varint(shape);
			if (tag != (DIMENSION << 3 | 2)) {
				if ((tag & 7) == 0) TableFile.varint(shape); // whether the rank is unknown
				else if ((tag & 7) == 2) inside(shape);
				else throw new IllegalArgumentException("kind of field " + (tag & 7));
				continue;
			}
			final ByteBuffer dimension = inside(shape);
			long length = 0;
			while (dimension.hasRemaining()) {
				final long part = TableFile.varint(dimension);
				if (part == LENGTH << 3) length = TableFile.varint(dimension);
				else inside(dimension); // its name
			}
			if (length < 0 || length > 0 && elements > Long.MAX_VALUE / length) return -1;
			elements *= length;
		}
		return elements;
	}
}
