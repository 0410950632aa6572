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

import java.util.Locale;

/** Element types of tensors, named as numpy and the bioimage.io description name them. */
public enum DataType {
	FLOAT16,
	BFLOAT16,
	FLOAT32,
	FLOAT64,
	UINT8,
	INT8,
	UINT16,
	INT16,
	UINT32,
	INT32,
	UINT64,
	INT64,
	BOOL,
	STRING,
	/** Any other type: complex, quantized, resource, variant. */
	OTHER;

	/** @return true for the signed and unsigned integers */
	public boolean isInteger() {
		return switch (this) {
			case UINT8, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64 -> true;
			default -> false;
		};
	}

	/** @return the least value of an integer type; minus infinity of others */
	public double least() {
		return switch (this) {
			case UINT8, UINT16, UINT32, UINT64 -> 0;
			case INT8 -> Byte.MIN_VALUE;
			case INT16 -> Short.MIN_VALUE;
			case INT32 -> Integer.MIN_VALUE;
			case INT64 -> Long.MIN_VALUE;
			default -> Double.NEGATIVE_INFINITY;
		};
	}

	/**
	 * @return the greatest value of an integer type, of those of 64 bit the next number that is a double; infinity of
	 *     others
	 */
	public double greatest() {
		return switch (this) {
			case UINT8 -> 0xFF;
			case INT8 -> Byte.MAX_VALUE;
			case UINT16 -> 0xFFFF;
			case INT16 -> Short.MAX_VALUE;
			case UINT32 -> 0xFFFFFFFFL;
			case INT32 -> Integer.MAX_VALUE;
			case UINT64 -> 0x1p64;
			case INT64 -> Long.MAX_VALUE;
			default -> Double.POSITIVE_INFINITY;
		};
	}

	/** @return the numpy name, for example "float32" */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @param label a numpy name
	 * @return its type, OTHER if unknown
	 */
	public static DataType ofLabel(final String label) {
		for (final DataType type : values()) if (type.label().equalsIgnoreCase(label)) return type;
		return OTHER;
	}
}
