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
			case ImagePlus.GRAY16 -> SHORT;
			case ImagePlus.GRAY32 -> FLOAT;
			case ImagePlus.COLOR_RGB -> result.size(Image.C) == 3 ? RGB : BYTE;
			default -> BYTE;
		};
	}
}
