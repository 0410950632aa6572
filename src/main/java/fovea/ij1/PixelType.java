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
import ij.ImagePlus;

/** ImageJ's types of pixels, and how numbers become them: rounded and clipped; NaN becomes 0 in integers. */
enum PixelType {
	BYTE(1) {
		@Override
		Object of(final float[][] values) {
			return bytes(values[0]);
		}
	},
	/** 8 bit, 255 for all but 0, as ImageJ's binary images are. */
	MASK(1) {
		@Override
		Object of(final float[][] values) {
			final byte[] pixels = new byte[values[0].length];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (byte) (values[0][i] == 0 ? 0 : 255);
			return pixels;
		}
	},
	SHORT(1) {
		@Override
		Object of(final float[][] values) {
			final short[] pixels = new short[values[0].length];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (short) Math.max(0, Math.min(0xffff, Math.round(values[0][i])));
			return pixels;
		}
	},
	/** ImageJ's signed 16 bit; the calibration that says so is the source's. */
	SIGNED_SHORT(1) {
		@Override
		Object of(final float[][] values) {
			final short[] pixels = new short[values[0].length];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = Signed.pixel(values[0][i]);
			return pixels;
		}
	},
	FLOAT(1) {
		@Override
		Object of(final float[][] values) {
			return values[0].clone();
		}
	},
	RGB(3) {
		@Override
		Object of(final float[][] values) {
			return Rgb.join(bytes(values[0]), bytes(values[1]), bytes(values[2]));
		}
	};

	private final int channels;

	PixelType(final int channels) {
		this.channels = channels;
	}

	/** @return how many channels one plane of this type holds */
	int channels() {
		return channels;
	}

	/**
	 * @param values a plane for each of {@link #channels()}
	 * @return an array of pixels as ImageJ's processors have it
	 */
	abstract Object of(float[][] values);

	private static byte[] bytes(final float[] values) {
		final byte[] pixels = new byte[values.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) Math.max(0, Math.min(0xff, Math.round(values[i])));
		return pixels;
	}

	/**
	 * @param source whose type is wanted
	 * @param result what is to become of that type
	 * @return the source's type; BYTE for a colour image and a result that is none
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
