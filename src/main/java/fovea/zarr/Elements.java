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
import java.util.Arrays;

/**
 * Numbers in a plain Java array. Integers of both signs are in an array of their width ({@code byte[]},
 * {@code short[]}, {@code int[]}, {@code long[]}; bits are those of the unsigned value, {@link #get} knows the sign),
 * booleans in a {@code byte[]} of 0 and 1, {@code float16} and {@code float32} in a {@code float[]}, {@code float64} in
 * a {@code double[]}. Not thread-safe while somebody writes.
 */
public final class Elements {

	private final DataType type;
	private final Object array;
	private final int length;

	private Elements(final DataType type, final Object array, final int length) {
		this.type = type;
		this.array = array;
		this.length = length;
	}

	/**
	 * @param type one of {@link #bytes}
	 * @param length number of elements
	 * @return so many zeros
	 */
	public static Elements zeros(final DataType type, final int length) {
		final Object array = switch (type) {
			case BOOL, INT8, UINT8 -> new byte[length];
			case INT16, UINT16 -> new short[length];
			case INT32, UINT32 -> new int[length];
			case INT64, UINT64 -> new long[length];
			case FLOAT16, FLOAT32 -> new float[length];
			case FLOAT64 -> new double[length];
			default -> throw new IllegalArgumentException("no elements of " + type.label());
		};
		return new Elements(type, array, length);
	}

	/**
	 * @param type one of {@link #bytes}
	 * @param array of the kind that such elements are in; not copied
	 * @return its elements
	 */
	public static Elements of(final DataType type, final Object array) {
		if (zeros(type, 0).array.getClass() != array.getClass())
			throw new IllegalArgumentException(
					type.label() + " in " + array.getClass().getSimpleName());
		return new Elements(type, array, java.lang.reflect.Array.getLength(array));
	}

	/**
	 * @param type any
	 * @return bytes that an element takes in a file; 0 for types that arrays here do not have
	 */
	public static int bytes(final DataType type) {
		return switch (type) {
			case BOOL, INT8, UINT8 -> 1;
			case INT16, UINT16, FLOAT16 -> 2;
			case INT32, UINT32, FLOAT32 -> 4;
			case INT64, UINT64, FLOAT64 -> 8;
			default -> 0;
		};
	}

	/** @return what the numbers are */
	public DataType type() {
		return type;
	}

	/** @return the numbers themselves, not a copy */
	public Object array() {
		return array;
	}

	/** @return how many there are */
	public int length() {
		return length;
	}

	/**
	 * @param index 0-based
	 * @return the number, rounded where it is an integer beyond 2<sup>53</sup>
	 */
	public double get(final int index) {
		return switch (type) {
			case FLOAT16, FLOAT32 -> ((float[]) array)[index];
			case FLOAT64 -> ((double[]) array)[index];
			case UINT64 -> unsigned(((long[]) array)[index]);
			default -> getLong(index);
		};
	}

	/**
	 * @param index 0-based
	 * @return the integer; of {@code uint64} its bits; of floats the integer part
	 */
	public long getLong(final int index) {
		return switch (type) {
			case INT8 -> ((byte[]) array)[index];
			case BOOL, UINT8 -> ((byte[]) array)[index] & 0xFF;
			case INT16 -> ((short[]) array)[index];
			case UINT16 -> ((short[]) array)[index] & 0xFFFF;
			case INT32 -> ((int[]) array)[index];
			case UINT32 -> ((int[]) array)[index] & 0xFFFFFFFFL;
			case INT64, UINT64 -> ((long[]) array)[index];
			default -> (long) get(index);
		};
	}

	/**
	 * @param index 0-based
	 * @param value an integer within the type's range; of {@code uint64} its bits
	 */
	public void set(final int index, final long value) {
		switch (type) {
			case BOOL, INT8, UINT8 -> ((byte[]) array)[index] = (byte) value;
			case INT16, UINT16 -> ((short[]) array)[index] = (short) value;
			case INT32, UINT32 -> ((int[]) array)[index] = (int) value;
			case INT64, UINT64 -> ((long[]) array)[index] = value;
			default -> set(index, (double) value);
		}
	}

	/**
	 * @param index 0-based
	 * @param value within the type's range; of an integer type the nearest integer is taken
	 */
	public void set(final int index, final double value) {
		switch (type) {
			case FLOAT16, FLOAT32 -> ((float[]) array)[index] = (float) value;
			case FLOAT64 -> ((double[]) array)[index] = value;
			default -> set(index, Math.round(value));
		}
	}

	/** @param one whose only element all of these become; of the same type */
	public void fill(final Elements one) {
		if (one.type != type) throw new IllegalArgumentException(one.type + " into " + type);
		switch (type) {
			case BOOL, INT8, UINT8 -> Arrays.fill((byte[]) array, ((byte[]) one.array)[0]);
			case INT16, UINT16 -> Arrays.fill((short[]) array, ((short[]) one.array)[0]);
			case INT32, UINT32 -> Arrays.fill((int[]) array, ((int[]) one.array)[0]);
			case INT64, UINT64 -> Arrays.fill((long[]) array, ((long[]) one.array)[0]);
			case FLOAT16, FLOAT32 -> Arrays.fill((float[]) array, ((float[]) one.array)[0]);
			case FLOAT64 -> Arrays.fill((double[]) array, ((double[]) one.array)[0]);
			default -> throw new IllegalStateException(type.label());
		}
	}

	/** @return whether types and all bits are the same */
	@Override
	public boolean equals(final Object other) {
		return other instanceof final Elements elements
				&& elements.type == type
				&& Arrays.deepEquals(new Object[] {array}, new Object[] {elements.array});
	}

	@Override
	public int hashCode() {
		return Arrays.deepHashCode(new Object[] {array});
	}

	@Override
	public String toString() {
		return length + " of " + type.label();
	}

	private static double unsigned(final long bits) {
		return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
	}
}
