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
package fovea.tf;

import fovea.infer.network.FloatTensor;
import fovea.io.DataType;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.RawTensor;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint16;
import org.tensorflow.types.TUint8;

/** Copies floats into tensors of any element type that TensorFlow Java has, and out of them. */
final class TensorValues {

	private TensorValues() {}

	static boolean isSupported(final DataType type) {
		return switch (type) {
			case FLOAT16, BFLOAT16, FLOAT32, FLOAT64, UINT8, UINT16, INT32, INT64, BOOL -> true;
			default -> false;
		};
	}

	static String supported() {
		return Stream.of(DataType.values())
				.filter(TensorValues::isSupported)
				.map(DataType::label)
				.collect(Collectors.joining(", "));
	}

	/**
	 * @param shape of the tensor
	 * @param type a supported one
	 * @return a new tensor, its values undefined, which the caller closes
	 */
	static Tensor allocate(final int[] shape, final DataType type) {
		final Shape lengths = Shape.of(Arrays.stream(shape).asLongStream().toArray());
		return switch (type) {
			case FLOAT32 -> TFloat32.tensorOf(lengths);
			case FLOAT64 -> TFloat64.tensorOf(lengths);
			case FLOAT16 -> TFloat16.tensorOf(lengths);
			case BFLOAT16 -> TBfloat16.tensorOf(lengths);
			case UINT8 -> TUint8.tensorOf(lengths);
			case UINT16 -> TUint16.tensorOf(lengths);
			case INT32 -> TInt32.tensorOf(lengths);
			case INT64 -> TInt64.tensorOf(lengths);
			case BOOL -> TBool.tensorOf(lengths);
			default -> throw new IllegalArgumentException("no tensor of " + type.label());
		};
	}

	/**
	 * @param values integers are rounded to the nearest and clipped to the type's range, NaN is 0; a boolean is true
	 *     from 0.5 on
	 * @param tensor of the same shape, overwritten
	 * @param type its element type
	 */
	static void write(final FloatTensor values, final Tensor tensor, final DataType type) {
		final float[] data = values.data();
		final int n = values.size();
		final ByteDataBuffer raw = tensor.asRawTensor().data();
		switch (type) {
			case FLOAT32 -> raw.asFloats().write(data, 0, n);
			case FLOAT64 -> raw.asDoubles().write(doubles(data, n));
			case FLOAT16 ->
				((TFloat16) tensor).copyFrom(DataBuffers.of(data, true, false).narrow(n));
			case BFLOAT16 ->
				((TBfloat16) tensor).copyFrom(DataBuffers.of(data, true, false).narrow(n));
			case UINT8 -> raw.write(bytes(data, n));
			case UINT16 -> raw.asShorts().write(shorts(data, n));
			case INT32 -> raw.asInts().write(ints(data, n));
			case INT64 -> raw.asLongs().write(longs(data, n));
			case BOOL -> raw.asBooleans().write(booleans(data, n));
			default -> throw new IllegalArgumentException("no tensor of " + type.label());
		}
	}

	/**
	 * @param tensor stays open
	 * @param type its element type
	 * @param reuse array for the values, used if it is long enough
	 * @return a copy of its values
	 */
	static FloatTensor fromTensor(final Tensor tensor, final DataType type, final float[] reuse) {
		final int[] shape = Arrays.stream(tensor.shape().asArray())
				.mapToInt(Math::toIntExact)
				.toArray();
		final int n = Math.toIntExact(FloatTensor.size(shape));
		final float[] data = reuse.length >= n ? reuse : new float[n];
		final RawTensor raw = tensor.asRawTensor();
		switch (type) {
			case FLOAT32 -> raw.data().asFloats().read(data, 0, n);
			case FLOAT64 -> {
				final double[] values = new double[n];
				raw.data().asDoubles().read(values);
				for (int i = 0; i < n; i++) data[i] = (float) values[i];
			}
			case FLOAT16 ->
				((TFloat16) tensor).copyTo(DataBuffers.of(data, false, false).narrow(n));
			case BFLOAT16 ->
				((TBfloat16) tensor).copyTo(DataBuffers.of(data, false, false).narrow(n));
			case UINT8 -> {
				final byte[] values = new byte[n];
				raw.data().read(values);
				for (int i = 0; i < n; i++) data[i] = values[i] & 0xff;
			}
			case UINT16 -> {
				final short[] values = new short[n];
				raw.data().asShorts().read(values);
				for (int i = 0; i < n; i++) data[i] = values[i] & 0xffff;
			}
			case INT32 -> {
				final int[] values = new int[n];
				raw.data().asInts().read(values);
				for (int i = 0; i < n; i++) data[i] = values[i];
			}
			case INT64 -> {
				final long[] values = new long[n];
				raw.data().asLongs().read(values);
				for (int i = 0; i < n; i++) data[i] = values[i];
			}
			case BOOL -> {
				final boolean[] values = new boolean[n];
				raw.data().asBooleans().read(values);
				for (int i = 0; i < n; i++) data[i] = values[i] ? 1 : 0;
			}
			default -> throw new IllegalArgumentException("no values of " + type.label());
		}
		return new FloatTensor(shape, data);
	}

	private static double[] doubles(final float[] data, final int n) {
		final double[] values = new double[n];
		for (int i = 0; i < n; i++) values[i] = data[i];
		return values;
	}

	private static byte[] bytes(final float[] data, final int n) {
		final byte[] values = new byte[n];
		for (int i = 0; i < n; i++) values[i] = (byte) Math.max(0, Math.min(255, Math.round(data[i])));
		return values;
	}

	private static short[] shorts(final float[] data, final int n) {
		final short[] values = new short[n];
		for (int i = 0; i < n; i++) values[i] = (short) Math.max(0, Math.min(65535, Math.round(data[i])));
		return values;
	}

	private static int[] ints(final float[] data, final int n) {
		final int[] values = new int[n];
		for (int i = 0; i < n; i++) values[i] = Math.round(data[i]);
		return values;
	}

	private static long[] longs(final float[] data, final int n) {
		final long[] values = new long[n];
		for (int i = 0; i < n; i++) values[i] = Math.round((double) data[i]);
		return values;
	}

	private static boolean[] booleans(final float[] data, final int n) {
		final boolean[] values = new boolean[n];
		for (int i = 0; i < n; i++) values[i] = data[i] >= 0.5f;
		return values;
	}
}
