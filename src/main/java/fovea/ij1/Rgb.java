package fovea.ij1;

/** ImageJ's colour pixels, 0xRRGGBB. */
final class Rgb {

	private Rgb() {}

	/** @return red, green and blue, 8 bit each */
	static byte[][] split(final int[] pixels) {
		final byte[][] channels = new byte[3][pixels.length];
		for (int i = 0; i < pixels.length; i++) {
			channels[0][i] = (byte) (pixels[i] >> 16);
			channels[1][i] = (byte) (pixels[i] >> 8);
			channels[2][i] = (byte) pixels[i];
		}
		return channels;
	}

	/** @return opaque colours of red, green and blue, 8 bit each */
	static int[] join(final byte[] red, final byte[] green, final byte[] blue) {
		final int[] pixels = new int[red.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = 0xff000000 | (red[i] & 0xff) << 16 | (green[i] & 0xff) << 8 | blue[i] & 0xff;
		return pixels;
	}
}
