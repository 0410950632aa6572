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
package fovea.ij1.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Undoes the differences that rows were stored as. */
final class Predictor {

	private Predictor() {}

	/**
	 * @param bytes rows of a block, changed
	 * @param order of the file
	 * @param predictor 1, 2 or 3
	 * @param type of the samples
	 * @param width pixels of a row
	 * @param samples of a pixel in this block
	 * @return the rows
	 */
	static ByteBuffer undo(
			final byte[] bytes,
			final ByteOrder order,
			final int predictor,
			final SampleType type,
			final int width,
			final int samples) {
		final int row = width * samples * type.bytes();
		switch (predictor) {
			case 2 -> {
				final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
				for (int start = 0; start + row <= bytes.length; start += row)
					integers(buffer, start, type.bytes(), width * samples, samples);
			}
			case 3 -> {
				final byte[] mixed = new byte[row];
				for (int start = 0; start + row <= bytes.length; start += row)
					floats(bytes, start, mixed, type.bytes(), samples);
				return ByteBuffer.wrap(bytes); // highest byte first, in whatever file
			}
			default -> {}
		}
		return ByteBuffer.wrap(bytes).order(order);
	}

	private static void integers(
			final ByteBuffer buffer, final int start, final int size, final int count, final int samples) {
		for (int i = samples; i < count; i++) {
			final int at = start + i * size;
			final int before = at - samples * size;
			switch (size) {
				case 1 -> buffer.put(at, (byte) (buffer.get(at) + buffer.get(before)));
				case 2 -> buffer.putShort(at, (short) (buffer.getShort(at) + buffer.getShort(before)));
				default -> buffer.putInt(at, buffer.getInt(at) + buffer.getInt(before));
			}
		}
	}

	/** First all highest bytes, then the next ones. */
	private static void floats(
			final byte[] bytes, final int start, final byte[] mixed, final int size, final int samples) {
		for (int i = samples; i < mixed.length; i++) bytes[start + i] += bytes[start + i - samples];
		System.arraycopy(bytes, start, mixed, 0, mixed.length);
		final int count = mixed.length / size;
		for (int i = 0; i < count; i++)
			for (int b = 0; b < size; b++) bytes[start + i * size + b] = mixed[b * count + i];
	}
}
