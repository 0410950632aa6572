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
package fovea.ij1;

import fovea.image.Image;
import fovea.image.PixelFormat;
import ij.ImagePlus;
import java.util.Optional;

/** ImageJ's types of pixels, and how numbers become them. */
enum PixelType {
	BYTE(PixelFormat.UINT8),
	/** 8 bit, 255 for all but 0, as ImageJ's binary images are. */
	MASK(null) {
		@Override
		Object plane(final int pixels) {
			return new byte[pixels];
		}

		@Override
		void put(final float[][] values, final Object plane, final int at, final int n) {
			final byte[] pixels = (byte[]) plane;
			for (int i = 0; i < n; i++) pixels[at + i] = (byte) (values[0][i] == 0 ? 0 : 255);
		}
	},
	SHORT(PixelFormat.UINT16),
	/** ImageJ's signed 16 bit; the calibration that says so is the source's. */
	SIGNED_SHORT(null) {
		@Override
		Object plane(final int pixels) {
			return new short[pixels];
		}

		@Override
		void put(final float[][] values, final Object plane, final int at, final int n) {
			final short[] pixels = (short[]) plane;
			for (int i = 0; i < n; i++) pixels[at + i] = Signed.pixel(values[0][i]);
		}
	},
	FLOAT(PixelFormat.FLOAT32),
	RGB(null) {
		@Override
		int channels() {
			return 3;
		}

		@Override
		Object plane(final int pixels) {
			return new int[pixels];
		}

		@Override
		void put(final float[][] values, final Object plane, final int at, final int n) {
			final byte[][] channels = new byte[3][n];
			for (int c = 0; c < 3; c++) PixelFormat.UINT8.put(values[c], 0, channels[c], 0, n);
			System.arraycopy(Rgb.join(channels[0], channels[1], channels[2]), 0, plane, at, n);
		}
	};

	private final PixelFormat format;

	/** @param format of the core's pixels that are the same, or null */
	PixelType(final PixelFormat format) {
		this.format = format;
	}

	/** @return the core's pixels that are the same, if there are any */
	Optional<PixelFormat> format() {
		return Optional.ofNullable(format);
	}

	/** @return how many channels one plane of this type holds */
	int channels() {
		return 1;
	}

	/**
	 * @param pixels how many
	 * @return an array of pixels as ImageJ's processors have it
	 */
	Object plane(final int pixels) {
		return format.plane(pixels);
	}

	/**
	 * @param values of pixels, for each of {@link #channels()}
	 * @param plane array of pixels, as from {@link #plane}
	 * @param at index of the first pixel to be set
	 * @param n how many
	 */
	void put(final float[][] values, final Object plane, final int at, final int n) {
		format.put(values[0], 0, plane, at, n);
	}

	/**
	 * @param source whose type is wanted
	 * @param result what is to become of that type
	 * @return the source's type; BYTE for a color image and a result that is none
	 */
	static PixelType of(final ImagePlus source, final Image result) {
		return switch (source.getType()) {
			case ImagePlus.GRAY16 -> Signed.is(source) ? SIGNED_SHORT : SHORT;
			case ImagePlus.GRAY32 -> FLOAT;
			case ImagePlus.COLOR_RGB -> result.size(Image.C) == 3 ? RGB : BYTE;
			default -> BYTE;
		};
	}
}
