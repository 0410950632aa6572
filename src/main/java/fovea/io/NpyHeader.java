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
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the header of a .npy file says: the text of a Python dictionary.
 *
 * @param shape lengths of the axes
 * @param type element type
 * @param itemBytes bytes of an element
 * @param order of the bytes of an element
 * @param fortran whether the first axis is the fastest
 */
record NpyHeader(int[] shape, DataType type, int itemBytes, ByteOrder order, boolean fortran) {

	private static final Map<String, DataType> TYPES = Map.of(
			"f4",
			DataType.FLOAT32,
			"f8",
			DataType.FLOAT64,
			"u1",
			DataType.UINT8,
			"i1",
			DataType.INT8,
			"u2",
			DataType.UINT16,
			"i2",
			DataType.INT16,
			"u4",
			DataType.UINT32,
			"i4",
			DataType.INT32,
			"i8",
			DataType.INT64,
			"b1",
			DataType.BOOL);
	private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([<>|=]?)([^'\"]{1,20})['\"]");
	private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
	private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");
	private static final int ALIGNMENT = 64;
	private static final int BEFORE_HEADER = 10;

	/**
	 * @param text of the header
	 * @param label the file's name in messages
	 * @return what it says
	 * @throws ModelException if it says something else, or more than 2^31 - 1 elements
	 */
	static NpyHeader parse(final String text, final String label) throws ModelException {
		final Matcher descr = DESCR.matcher(text);
		final Matcher fortran = FORTRAN.matcher(text);
		final Matcher dims = SHAPE.matcher(text);
		if (!fortran.find() || !dims.find())
			throw new ModelException(
					label + ": expected a .npy header with descr, fortran_order and shape, got something else");
		final DataType type = descr.find() ? TYPES.getOrDefault(descr.group(2), DataType.OTHER) : DataType.OTHER;
		if (type == DataType.OTHER)
			throw new ModelException(label + ": expected numbers of type "
					+ TYPES.values().stream().sorted().map(DataType::label).collect(Collectors.joining(", ")) + ", got "
					+ (descr.reset().find() ? descr.group(1) + descr.group(2) : "something else"));
		final ByteOrder order = descr.group(1).equals(">")
				? ByteOrder.BIG_ENDIAN
				: descr.group(1).equals("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.nativeOrder();
		final int[] shape = shape(dims.group(1), label);
		return new NpyHeader(
				shape,
				type,
				descr.group(2).charAt(1) - '0',
				order,
				fortran.group(1).equals("True"));
	}

	/** @return bytes of all elements */
	long bytes() {
		return count(shape) * itemBytes;
	}

	/**
	 * @param shape lengths of axes
	 * @return their product
	 * @throws ArithmeticException if it overflows a long
	 */
	static long count(final int... shape) {
		long count = 1;
		for (final int n : shape) count = Math.multiplyExact(count, n);
		return count;
	}

	/**
	 * @param type FLOAT32, UINT8 or UINT16
	 * @param shape of an array of such numbers in row-major and little-endian order
	 * @return the text of its header, padded so that the numbers are aligned
	 * @throws IllegalArgumentException for another type
	 */
	static String text(final DataType type, final int... shape) {
		final String descr = switch (type) {
			case FLOAT32 -> "<f4";
			case UINT8 -> "|u1";
			case UINT16 -> "<u2";
			default -> throw new IllegalArgumentException("expected FLOAT32, UINT8 or UINT16, got " + type);
		};
		final String dims = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
		final String text = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + dims + "), }";
		final int length = (BEFORE_HEADER + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - BEFORE_HEADER;
		return text + " ".repeat(length - text.length() - 1) + "\n";
	}

	private static int[] shape(final String text, final String label) throws ModelException {
		final String[] parts = Arrays.stream(text.replace("L", "").split(","))
				.map(String::strip)
				.filter(s -> !s.isEmpty())
				.toArray(String[]::new);
		final int[] shape = new int[parts.length];
		long count = 1;
		for (int i = 0; i < parts.length; i++) {
			final boolean fits = parts[i].length() <= 10
					&& parts[i].matches("[0-9]+")
					&& Long.parseLong(parts[i]) <= Integer.MAX_VALUE;
			if (fits) shape[i] = (int) Long.parseLong(parts[i]);
			count = fits ? count * shape[i] : Long.MAX_VALUE;
			if (count > Integer.MAX_VALUE)
				throw new ModelException(label + ": expected at most " + Integer.MAX_VALUE + " numbers, got shape ("
						+ text.strip() + ")");
		}
		return shape;
	}
}
