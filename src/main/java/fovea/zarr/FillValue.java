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

import fovea.base.ImageException;
import fovea.io.DataType;
import fovea.zarr.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Fill values as metadata have them: numbers, booleans, names of floats, bits of floats. Stateless. */
final class FillValue {

	private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

	private FillValue() {}

	/** @return the one element; 0 for null, which version 2 has where values of missing chunks mean nothing */
	static Elements read(final Json json, final DataType type) throws ImageException {
		final Elements one = Elements.zeros(type, 1);
		if (!json.isThere()) return one;
		final Object value = json.value();
		switch (type) {
			case BOOL -> {
				if (value instanceof final Boolean flag) one.set(0, flag ? 1L : 0L);
				else if (value instanceof BigInteger && (json.integer() & ~1) == 0) one.set(0, json.integer());
				else throw json.unexpected("true or false");
			}
			case FLOAT16, FLOAT32, FLOAT64 -> one.set(0, real(json, type));
			default -> one.set(0, integer(json, type));
		}
		return one;
	}

	private static long integer(final Json json, final DataType type) throws ImageException {
		final Object value = json.value();
		try {
			if (value instanceof final Number number && Double.isFinite(number.doubleValue())) {
				final BigInteger exact = value instanceof final BigInteger integer
						? integer
						: new BigDecimal(number.doubleValue()).toBigIntegerExact();
				final int bits = 8 * Elements.bytes(type);
				final boolean isSigned = type.least() < 0;
				final BigInteger least =
						isSigned ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
				final BigInteger end = BigInteger.ONE.shiftLeft(isSigned ? bits - 1 : bits);
				if (exact.compareTo(least) >= 0 && exact.compareTo(end) < 0) return exact.longValue();
			}
		} catch (final ArithmeticException e) {
			throw json.unexpected("a whole number");
		}
		throw json.unexpected("a number that " + type.label() + " has");
	}

	private static double real(final Json json, final DataType type) throws ImageException {
		final Object value = json.value();
		if (value instanceof final Number number) return number.doubleValue();
		if (value instanceof final String text) {
			switch (text) {
				case "NaN":
					return Double.NaN;
				case "Infinity":
					return Double.POSITIVE_INFINITY;
				case "-Infinity":
					return Double.NEGATIVE_INFINITY;
				default:
					final int digits = 2 * Elements.bytes(type);
					if (text.matches("0x[0-9a-fA-F]{" + digits + "}"))
						return ofBits(Long.parseUnsignedLong(text.substring(2), 16), type);
			}
		}
		throw json.unexpected("a number, NaN, Infinity, -Infinity, or bits as 0x... of " + type.label());
	}

	private static double ofBits(final long bits, final DataType type) {
		return switch (type) {
			case FLOAT16 -> ChunkCodec.half((short) bits);
			case FLOAT32 -> Float.intBitsToFloat((int) bits);
			default -> Double.longBitsToDouble(bits);
		};
	}

	/** @return what JSON has for it */
	static Object write(final Elements one) {
		return switch (one.type()) {
			case BOOL -> one.getLong(0) != 0;
			case FLOAT16, FLOAT32, FLOAT64 -> {
				final double value = one.get(0);
				if (Double.isNaN(value)) yield "NaN";
				if (Double.isInfinite(value)) yield value > 0 ? "Infinity" : "-Infinity";
				yield value;
			}
			case UINT64 -> {
				final BigInteger value = BigInteger.valueOf(one.getLong(0));
				yield value.signum() < 0 ? value.add(TWO_TO_64) : value;
			}
			default -> one.getLong(0);
		};
	}
}
