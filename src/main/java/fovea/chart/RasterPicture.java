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
package fovea.chart;

import fovea.image.Raster;
import fovea.model.ClassSpec;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures of what goes into a network and comes out of it. Stateless and thread-safe. */
public final class RasterPicture {

	/** Of a pixel of no class: a gray. */
	private static final float NO_CLASS = 0.5f;

	private RasterPicture() {}

	/**
	 * Draws a raster: three channels in color, of others the first in gray. Small ones are magnified, large ones
	 * reduced to means, both by whole numbers.
	 *
	 * @param raster what is drawn; what is no number is black
	 * @param black the value that is black
	 * @param white the value that is white, above that
	 * @param least the longer side in pixels that is aimed at from below, not reached where it is no multiple
	 * @param most the longer side in pixels that is not passed
	 * @return its picture, RGB
	 */
	public static BufferedImage draw(
			final Raster raster, final float black, final float white, final int least, final int most) {
		final int length = Math.max(raster.height(), raster.width());
		final int reduced = Math.max(1, (length + most - 1) / most);
		final int magnified = Math.max(1, least / length);
		final int width = Math.max(1, raster.width() / reduced);
		final int height = Math.max(1, raster.height() / reduced);
		final BufferedImage picture =
				new BufferedImage(width * magnified, height * magnified, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < picture.getHeight(); y++)
			for (int x = 0; x < picture.getWidth(); x++)
				picture.setRGB(
						x, y, rgb(raster, y / magnified * reduced, x / magnified * reduced, reduced, black, white));
		return picture;
	}

	/** @return the color of a square of pixels, their mean */
	private static int rgb(
			final Raster raster, final int y, final int x, final int edge, final float black, final float white) {
		int rgb = 0;
		for (int i = 0; i < 3; i++) {
			final int channel = raster.channels() == 3 ? i : 0;
			double sum = 0;
			int count = 0;
			for (int row = y; row < Math.min(raster.height(), y + edge); row++)
				for (int column = x; column < Math.min(raster.width(), x + edge); column++) {
					sum += raster.at(row, column, channel);
					count++;
				}
			final double part = (sum / count - black) / (white - black);
			rgb = rgb << 8 | (int) Math.round(255 * Math.min(1, Math.max(0, part))); // of no number: 0
		}
		return rgb;
	}

	/**
	 * @param raster any
	 * @return what to draw as black and as white: least and largest finite value of what is drawn; not the same, so
	 *     that a flat image is black
	 */
	public static float[] range(final Raster raster) {
		final int shown = raster.channels() == 3 ? 3 : 1;
		float lo = Float.POSITIVE_INFINITY;
		float hi = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < raster.data().length; i++)
			if (i % raster.channels() < shown && Float.isFinite(raster.data()[i])) {
				lo = Math.min(lo, raster.data()[i]);
				hi = Math.max(hi, raster.data()[i]);
			}
		return hi > lo
				? new float[] {lo, hi}
				: new float[] {Float.isFinite(lo) ? lo : 0, Float.isFinite(lo) ? lo + 1 : 1};
	}

	/** @return the same with values from 0 (black of its own {@link #range}) to 1 (white) */
	public static Raster scaled(final Raster raster) {
		final float[] range = range(raster);
		final float[] gray = new float[raster.data().length];
		for (int i = 0; i < gray.length; i++) gray[i] = (raster.data()[i] - range[0]) / (range[1] - range[0]);
		return raster.withData(gray);
	}

	/**
	 * @param raster a channel for each class
	 * @param classes one for each channel
	 * @param least what a class must be above to be one
	 * @return for each pixel the color of the class with the largest value, three channels from 0 to 1; gray where none
	 *     is
	 */
	public static Raster ofClasses(final Raster raster, final List<ClassSpec> classes, final float least) {
		final float[] colors = new float[raster.height() * raster.width() * 3];
		for (int i = 0; i < raster.height() * raster.width(); i++) {
			final int best = best(raster, i, least);
			for (int k = 0; k < 3; k++) colors[3 * i + k] = best < 0 ? NO_CLASS : part(classes.get(best), k);
		}
		return new Raster(raster.height(), raster.width(), 3, colors);
	}

	/**
	 * @param image of the same height and width, from 0 to 1, for example {@link #scaled}
	 * @param raster a channel for each class
	 * @param classes one for each channel, background first
	 * @param opacity of the colors, 0 to 1
	 * @return the image with the colors of classes over it but where the background's value is the largest, three
	 *     channels
	 */
	public static Raster ofClassesOver(
			final Raster image, final Raster raster, final List<ClassSpec> classes, final float opacity) {
		if (!image.hasSizeOf(raster))
			throw new IllegalArgumentException(
					"expected an image of the classes' size, " + raster.dimensions() + ", got " + image.dimensions());
		final float[] colors = new float[raster.height() * raster.width() * 3];
		for (int i = 0; i < raster.height() * raster.width(); i++) {
			final int best = best(raster, i, Float.NEGATIVE_INFINITY);
			for (int k = 0; k < 3; k++) {
				final float below = image.data()[i * image.channels() + (image.channels() == 3 ? k : 0)];
				colors[3 * i + k] = best <= 0 ? below : (1 - opacity) * below + opacity * part(classes.get(best), k);
			}
		}
		return new Raster(raster.height(), raster.width(), 3, colors);
	}

	/** @return channel of the largest value of a pixel, -1 where none is above the least */
	private static int best(final Raster raster, final int pixel, final float least) {
		final int n = raster.channels();
		int best = -1;
		for (int c = 0; c < n; c++)
			if (raster.data()[pixel * n + c] > (best < 0 ? least : raster.data()[pixel * n + best])) best = c;
		return best;
	}

	private static float part(final ClassSpec color, final int channel) {
		return (color.rgb() >> 16 - 8 * channel & 0xFF) / 255f;
	}
}
