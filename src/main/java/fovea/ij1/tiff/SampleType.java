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

/**
 * What a sample is.
 *
 * @param bits of each
 * @param format what they mean
 */
record SampleType(int bits, Format format) {

	/** What the bits of a sample mean. */
	enum Format {
		UNSIGNED,
		SIGNED,
		FLOAT
	}

	private static final int MAX_PACKED = 16;

	/**
	 * @param bits of a sample
	 * @param format as the TIFF's entry has it
	 * @throws TiffException if it is not read here
	 */
	static SampleType of(final int bits, final int format) throws TiffException {
		final SampleType type = new SampleType(
				bits,
				switch (format) {
					case 1, 4 -> Format.UNSIGNED; // 4: not said
					case 2 -> Format.SIGNED;
					case 3 -> Format.FLOAT;
					case 5, 6 -> throw TiffException.unsupported("its samples are complex numbers");
					default -> throw TiffException.damaged("no kind of sample has the number " + format);
				});
		if (!type.isKnown())
			throw TiffException.unsupported("its samples are of " + bits + " bits, "
					+ switch (type.format) {
						case UNSIGNED -> "without sign";
						case SIGNED -> "with sign";
						case FLOAT -> "floating point";
					});
		return type;
	}

	private boolean isKnown() {
		return switch (format) {
			case UNSIGNED -> bits >= 1 && bits <= MAX_PACKED || bits == 32;
			case SIGNED -> bits == 8 || bits == 16 || bits == 32;
			case FLOAT -> bits == 16 || bits == 32 || bits == 64;
		};
	}

	/** @return whether samples lie across bytes */
	boolean isPacked() {
		return bits % 8 != 0;
	}

	int bytes() {
		return bits / 8;
	}

	/** @return bytes of a row of so many samples; it begins with a byte */
	long rowBytes(final long samples) {
		return (samples * bits + 7) / 8;
	}

	/** @return an array for a plane: of bytes, of shorts (16 bits without sign, else moved up by 32768) or of floats */
	Object plane(final int pixels) {
		return switch (store()) {
			case BYTE -> new byte[pixels];
			case SHORT, SIGNED_SHORT -> new short[pixels];
			case FLOAT -> new float[pixels];
		};
	}

	/** How ImageJ holds pixels. */
	enum Store {
		BYTE,
		SHORT,
		/** As ImageJ has it: 32768 is 0. */
		SIGNED_SHORT,
		FLOAT
	}

	Store store() {
		if (format == Format.FLOAT || bits == 32) return Store.FLOAT;
		if (format == Format.SIGNED) return Store.SIGNED_SHORT;
		return bits <= 8 ? Store.BYTE : Store.SHORT;
	}

	/**
	 * @param row its bytes; where samples are packed, bits from the highest on
	 * @param index of the sample in the row
	 * @return its value
	 */
	double value(final ByteBuffer row, final int index) {
		if (isPacked()) return packed(row, index);
		final int at = index * bytes();
		return switch (format) {
			case UNSIGNED ->
				bits == 8
						? Byte.toUnsignedInt(row.get(at))
						: bits == 16 ? Short.toUnsignedInt(row.getShort(at)) : Integer.toUnsignedLong(row.getInt(at));
			case SIGNED -> bits == 8 ? row.get(at) : bits == 16 ? row.getShort(at) : row.getInt(at);
			case FLOAT ->
				bits == 16 ? Half.toFloat(row.getShort(at)) : bits == 32 ? row.getFloat(at) : row.getDouble(at);
		};
	}

	private int packed(final ByteBuffer row, final int index) {
		int value = 0;
		for (long bit = (long) index * bits; bit < (index + 1L) * bits; bit++)
			value = value << 1 | row.get((int) (bit >> 3)) >> 7 - (bit & 7) & 1;
		return value;
	}
}
