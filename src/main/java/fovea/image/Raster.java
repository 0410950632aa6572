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
package fovea.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An image as a network sees it: height x width x channels, row-major, the channel fastest. The array is not copied;
 * whoever passes a raster on must not write into it any more.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels at least 1
 * @param data height * width * channels values
 */
public record Raster(int height, int width, int channels, float[] data) {

	/** Checks that the data is of the right length. */
	public Raster {
		if (height < 1 || width < 1 || channels < 1 || (long) height * width * channels != data.length)
			throw new IllegalArgumentException(
					height + " x " + width + " x " + channels + " and " + data.length + " values");
	}

	/**
	 * @param image of any pixel type; not changed
	 * @return its values as they are, a raster with all channels for each slice and frame, slices fastest
	 */
	public static List<Raster> planesOf(final Image image) {
		final List<Raster> planes = new ArrayList<>();
		final PlaneReader reader = new PlaneReader(image);
		final int height = image.size(Image.Y);
		final int width = image.size(Image.X);
		final int n = image.size(Image.C);
		final float[] plane = new float[Math.multiplyExact(height, width)];
		for (int t = 0; t < image.size(Image.T); t++)
			for (int z = 0; z < image.size(Image.Z); z++) {
				final float[] data = new float[Math.multiplyExact(plane.length, n)];
				for (int c = 0; c < n; c++) {
					reader.read(c, z, t, 0, height, plane);
					for (int i = 0; i < plane.length; i++) data[i * n + c] = plane[i];
				}
				planes.add(new Raster(height, width, n, data));
			}
		return planes;
	}

	/**
	 * @param y row
	 * @param x column
	 * @param c channel
	 * @return the value there
	 */
	public float at(final int y, final int x, final int c) {
		return data[(y * width + x) * channels + c];
	}

	/** @return the same pixels with other values, given away */
	public Raster withData(final float[] values) {
		return new Raster(height, width, channels, values);
	}

	/**
	 * @param place of the new channel, 0 to the number of channels
	 * @return the same with one more channel, of zeros; a copy
	 */
	public Raster withChannel(final int place) {
		final float[] wider = new float[height * width * (channels + 1)];
		for (int i = 0; i < height * width; i++) {
			System.arraycopy(data, i * channels, wider, i * (channels + 1), place);
			System.arraycopy(data, i * channels + place, wider, i * (channels + 1) + place + 1, channels - place);
		}
		return new Raster(height, width, channels + 1, wider);
	}

	/**
	 * @param n 1 to the number of channels
	 * @return its first channels; itself if these are all
	 */
	public Raster firstChannels(final int n) {
		if (n == channels) return this;
		final float[] narrower = new float[height * width * n];
		for (int i = 0; i < height * width; i++) System.arraycopy(data, i * channels, narrower, i * n, n);
		return new Raster(height, width, n, narrower);
	}

	/**
	 * @param y first row
	 * @param x first column
	 * @param rows how many
	 * @param columns how many
	 * @return a copy of that part
	 */
	public Raster crop(final int y, final int x, final int rows, final int columns) {
		if (y == 0 && x == 0 && rows == height && columns == width) return this;
		final float[] part = new float[rows * columns * channels];
		for (int row = 0; row < rows; row++)
			System.arraycopy(
					data, ((y + row) * width + x) * channels, part, row * columns * channels, columns * channels);
		return new Raster(rows, columns, channels, part);
	}

	/** @return mirrored left to right, a copy */
	public Raster flippedX() {
		return moved(height, width, 0, width - 1, width, -1);
	}

	/** @return mirrored top to bottom, a copy */
	public Raster flippedY() {
		return moved(height, width, (height - 1) * width, 0, -width, 1);
	}

	/** @return turned by 90 degrees counter-clockwise, a copy: height and width change places */
	public Raster turned() {
		return moved(width, height, width - 1, 0, -1, width);
	}

	/** Target pixel (y, x) is taken from pixel {@code row + column + y * perRow + x * perColumn}. */
	private Raster moved(
			final int rows, final int columns, final int row, final int column, final int perRow, final int perColumn) {
		final float[] moved = new float[data.length];
		int to = 0;
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++) {
				final int from = (row + column + y * perRow + x * perColumn) * channels;
				for (int c = 0; c < channels; c++) moved[to++] = data[from + c];
			}
		return new Raster(rows, columns, channels, moved);
	}

	/** @return least and largest value */
	public float[] range() {
		float lo = Float.POSITIVE_INFINITY;
		float hi = Float.NEGATIVE_INFINITY;
		for (final float v : data) {
			lo = Math.min(lo, v);
			hi = Math.max(hi, v);
		}
		return new float[] {lo, hi};
	}

	/** @return true if every value is a number */
	public boolean isFinite() {
		for (final float v : data) if (!Float.isFinite(v)) return false;
		return true;
	}

	/** @return for messages, for example "28 x 28 x 1" (height, width, channels) */
	public String dimensions() {
		return height + " x " + width + " x " + channels;
	}

	/**
	 * @param other any
	 * @return true if it is as high and as wide, whatever its channels
	 */
	public boolean hasSizeOf(final Raster other) {
		return height == other.height && width == other.width;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Raster r
				&& height == r.height
				&& width == r.width
				&& channels == r.channels
				&& Arrays.equals(data, r.data);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(data);
	}

	@Override
	public String toString() {
		return "Raster " + dimensions();
	}
}
