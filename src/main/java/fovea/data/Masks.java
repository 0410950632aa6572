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
package fovea.data;

import fovea.base.TrainingException;
import fovea.image.Raster;
import java.util.Locale;
import java.util.OptionalInt;

/** What reading masks of all kinds has in common. */
public final class Masks {

	private Masks() {}

	static void requireGray(final Raster mask, final String name) throws TrainingException {
		if (mask.channels() != 1)
			throw new TrainingException(name + ": expected a mask of 1 channel, got " + mask.channels());
	}

	/** @return " at x 3, y 5" */
	static String place(final Raster mask, final int pixel) {
		return " at x " + pixel % mask.width() + ", y " + pixel / mask.width();
	}

	/** @return whole numbers without a decimal point */
	static String number(final float value) {
		return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
	}

	static String hex(final int rgb) {
		return String.format(Locale.ROOT, "#%06x", rgb & 0xFFFFFF);
	}

	/**
	 * @param ignored a value that is no object's, beside 0
	 * @return true if one of the eight neighbors is of another object
	 */
	static boolean touchesOther(final Raster labels, final int pixel, final OptionalInt ignored) {
		final float own = labels.data()[pixel];
		final int px = pixel % labels.width();
		final int py = pixel / labels.width();
		for (int y = Math.max(0, py - 1); y <= Math.min(labels.height() - 1, py + 1); y++)
			for (int x = Math.max(0, px - 1); x <= Math.min(labels.width() - 1, px + 1); x++) {
				final float other = labels.at(y, x, 0);
				if (other != 0 && other != own && !(ignored.isPresent() && other == ignored.getAsInt())) return true;
			}
		return false;
	}

	/**
	 * @param classes index of the class of each pixel, or {@link MaskReading#IGNORED}
	 * @param height rows
	 * @param width columns
	 * @param count of classes
	 * @return one channel for each class
	 */
	public static Raster oneHot(final int[] classes, final int height, final int width, final int count) {
		final float[] data = new float[classes.length * count];
		for (int i = 0; i < classes.length; i++)
			if (classes[i] != MaskReading.IGNORED) data[i * count + classes[i]] = 1;
		return new Raster(height, width, count, data);
	}

	/**
	 * @param target one channel for each class
	 * @param depths of its pixels, 0 where there is no object
	 * @return the same with one more channel, the last: depths, 0 where a pixel does not count
	 */
	static Raster withDepths(final Raster target, final float[] depths) {
		final int classes = target.channels();
		final Raster wider = target.withChannel(classes);
		for (int i = 0; i < depths.length; i++)
			for (int c = 0; c < classes; c++)
				if (wider.data()[i * (classes + 1) + c] > 0) wider.data()[i * (classes + 1) + classes] = depths[i];
		return wider;
	}
}
