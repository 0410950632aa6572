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

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * An image as Fovea's core sees it: always five axes in the order X, Y, C, Z, T (that of an ImageJ hyperstack), of
 * length 1 where the image lacks one. Pixels are unsigned 8 or 16 bit or 32-bit float; an RGB image has three 8-bit
 * channels. The record does not own or close anything.
 *
 * @param name for messages and results, usually a window title or file name
 * @param pixels 5-D, zero-min: X, Y, C, Z, T
 * @param calibration the size of a pixel
 * @param rgb whether the three channels are the red, green and blue of one color image
 * @param channelNames for messages, one for each channel; empty where they have none
 */
public record Image(
		String name,
		RandomAccessibleInterval<? extends RealType<?>> pixels,
		Calibration calibration,
		boolean rgb,
		List<String> channelNames) {

	/** Index of the X axis in {@link #pixels()}. */
	public static final int X = 0;
	/** Index of the Y axis. */
	public static final int Y = 1;
	/** Index of the C axis. */
	public static final int C = 2;
	/** Index of the Z axis. */
	public static final int Z = 3;
	/** Index of the T axis. */
	public static final int T = 4;

	/** More than anybody reads in a line. */
	private static final int MOST_NAMES = 12;

	/** Checks the number of axes. */
	public Image {
		channelNames = List.copyOf(channelNames);
		if (pixels.numDimensions() != 5)
			throw new IllegalArgumentException("expected 5 axes X, Y, C, Z, T, got " + pixels.numDimensions());
	}

	/** An image whose channels have no names. */
	public Image(
			final String name,
			final RandomAccessibleInterval<? extends RealType<?>> pixels,
			final Calibration calibration,
			final boolean rgb) {
		this(name, pixels, calibration, rgb, List.of());
	}

	/**
	 * @param axis one of X, Y, C, Z, T
	 * @return its length in pixels
	 */
	public int size(final int axis) {
		return Math.toIntExact(pixels.dimension(axis));
	}

	/**
	 * @param c 0-based channel
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @return that plane, X and Y: a view
	 */
	public RandomAccessibleInterval<? extends RealType<?>> plane(final int c, final int z, final int t) {
		return Views.hyperSlice(Views.hyperSlice(Views.hyperSlice(pixels, T, t), Z, z), C, c);
	}

	/**
	 * @return of a color image one channel, the mean of red, green and blue, of 32 bit and not rounded: a view,
	 *     computed where it is read, nothing is copied; any other image is returned itself
	 */
	public Image asGray() {
		if (!rgb) return this;
		return new Image(name, Views.moveAxis(Views.addDimension(mean(pixels), 0, 0), 4, C), calibration, false);
	}

	/**
	 * @param box within the image
	 * @return that part of it: a view
	 */
	public Image crop(final Box box) {
		if (box.isAllOf(this)) return this;
		final long[] min = {box.x(), box.y(), 0, 0, 0};
		final long[] size = pixels.dimensionsAsLongArray();
		size[X] = box.width();
		size[Y] = box.height();
		return new Image(
				name,
				Views.zeroMin(Views.interval(pixels, FinalInterval.createMinSize(min, size))),
				calibration,
				rgb,
				channelNames);
	}

	/**
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @return all channels of these: a view
	 */
	public Image at(final int z, final int t) {
		final long[] min = {0, 0, 0, z, t};
		final long[] size = pixels.dimensionsAsLongArray();
		size[Z] = 1;
		size[T] = 1;
		return new Image(
				name,
				Views.zeroMin(Views.interval(pixels, FinalInterval.createMinSize(min, size))),
				calibration,
				rgb,
				channelNames);
	}

	/**
	 * @param c 0-based channel
	 * @return that channel alone, of all slices and frames: a view
	 */
	public Image only(final int c) {
		final long[] min = {0, 0, c, 0, 0};
		final long[] size = pixels.dimensionsAsLongArray();
		size[C] = 1;
		return new Image(
				name,
				Views.zeroMin(Views.interval(pixels, FinalInterval.createMinSize(min, size))),
				calibration,
				false,
				channelNames.size() == size(C) ? List.of(channelNames.get(c)) : List.of());
	}

	/**
	 * What a network sees of an image where colors together have one answer: in training, and where the result is a
	 * segmentation or a class.
	 *
	 * @param channels that the network takes; empty: any number
	 * @return a color image {@link #asGray()} where that is 1, else this image
	 */
	public Image asSeenBy(final OptionalInt channels) {
		return channels.equals(OptionalInt.of(1)) ? asGray() : this;
	}

	/** X, Y, Z, T. */
	private static <P extends RealType<?>> RandomAccessibleInterval<FloatType> mean(
			final RandomAccessibleInterval<P> colors) {
		return Converters.convert2(
				Views.collapse(Views.moveAxis(colors, C, T)),
				(pixel, mean) -> mean.set((pixel.get(0).getRealFloat()
								+ pixel.get(1).getRealFloat()
								+ pixel.get(2).getRealFloat())
						/ 3),
				FloatType::new);
	}

	/** @return for messages, for example "256 x 254, 1 channel, 1 slice, 1 frame" */
	public String dimensions() {
		return size(X) + " x " + size(Y) + ", " + count(size(C), "channel") + ", " + count(size(Z), "slice") + ", "
				+ count(size(T), "frame");
	}

	/** @return for messages, for example "3 channels (1 'DAPI', 2 'GFP', 3 'actin')", where they have names */
	public String channels() {
		final String count = count(size(C), "channel");
		if (channelNames.size() != size(C)) return count;
		return count
				+ IntStream.range(0, Math.min(MOST_NAMES, size(C)))
						.mapToObj(this::channel)
						.collect(Collectors.joining(", ", " (", size(C) > MOST_NAMES ? ", ...)" : ")"));
	}

	/**
	 * @param c 0-based channel
	 * @return for messages, for example "1 'DAPI'", or its number alone
	 */
	public String channel(final int c) {
		return c + 1 + (channelNames.size() == size(C) ? " '" + channelNames.get(c) + "'" : "");
	}

	private static String count(final int n, final String what) {
		return n + " " + what + (n == 1 ? "" : "s");
	}
}
