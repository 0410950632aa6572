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
package fovea;

import fovea.image.Calibration;
import fovea.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * Pixels, and what their dimensions are: an ImgLib2 image with axes, the size of a pixel and a name.
 *
 * <pre>{@code
 * ImageData<?> plane = ImageData.of(img);                               // two dimensions: X and Y
 * ImageData<?> stack = ImageData.of(img, "XYZ").withPixelSize(0.2, 0.2, 0.5, "micron");
 * ImageData<?> photo = ImageData.ofColors(argb, "XY");                  // red, green and blue of one picture
 * }</pre>
 *
 * <p>Nothing is copied: pixels are read when a model runs, and must not change meanwhile. Immutable apart from the
 * pixels, and as thread-safe as these.
 *
 * @param <T> type of the pixels; networks compute in 32-bit float
 */
public final class ImageData<T extends RealType<?>> {

	/** All axes, in the order that the core has them. */
	static final String ALL = "XYCZT";

	private static final int COLORS = 3;

	private final RandomAccessibleInterval<T> pixels;
	private final String axes;
	private final String name;
	private final PixelSize pixelSize;
	private final boolean color;
	private final List<String> channelNames;

	private ImageData(
			final RandomAccessibleInterval<T> pixels,
			final String axes,
			final String name,
			final PixelSize pixelSize,
			final boolean color,
			final List<String> channelNames) {
		this.pixels = pixels;
		this.axes = axes;
		this.name = name;
		this.pixelSize = pixelSize;
		this.color = color;
		this.channelNames = List.copyOf(channelNames);
	}

	/**
	 * @param <T> type of the pixels
	 * @param pixels of two dimensions, X and Y
	 * @return an image of one plane
	 * @throws IllegalArgumentException if there are more dimensions: nothing tells what they are
	 */
	public static <T extends RealType<?>> ImageData<T> of(final RandomAccessibleInterval<T> pixels) {
		if (pixels.numDimensions() != 2)
			throw new IllegalArgumentException("expected an image of 2 dimensions, or its axes; got "
					+ pixels.numDimensions() + " dimensions: say what they are, as in ImageData.of(image, \""
					+ ALL.substring(0, Math.min(5, Math.max(2, pixels.numDimensions()))) + "\")");
		return of(pixels, "XY");
	}

	/**
	 * @param <T> type of the pixels
	 * @param pixels of two to five dimensions
	 * @param axes a letter for each dimension, the first one first: X, Y, C (channel), Z (slice), T (frame); X and Y
	 *     must be among them
	 * @return the image
	 * @throws IllegalArgumentException if the letters mean nothing, or are not as many as the dimensions
	 */
	public static <T extends RealType<?>> ImageData<T> of(final RandomAccessibleInterval<T> pixels, final String axes) {
		return new ImageData<>(pixels, checked(pixels, axes), "image", PixelSize.ONE, false, List.of());
	}

	/**
	 * @param pixels red, green and blue in one; transparency is left aside
	 * @param axes as for {@link #of(RandomAccessibleInterval, String)}, without C
	 * @return the image, with C as its last axis, that is known to show colors of the same things
	 * @throws IllegalArgumentException if the letters mean nothing, or are not as many as the dimensions
	 */
	public static ImageData<UnsignedByteType> ofColors(
			final RandomAccessibleInterval<ARGBType> pixels, final String axes) {
		final String own = checked(pixels, axes);
		if (own.indexOf('C') >= 0)
			throw new IllegalArgumentException(
					"axes: expected none for channels, colors have three; got '" + axes + "'");
		final RandomAccessibleInterval<UnsignedByteType> channels = Converters.argbChannels(pixels, 1, 2, 3);
		return of(channels, own + "C").withColors(true);
	}

	private static String checked(final RandomAccessibleInterval<?> pixels, final String axes) {
		final String letters = axes.strip().toUpperCase(Locale.ROOT);
		final boolean known = letters.chars().allMatch(c -> ALL.indexOf(c) >= 0);
		if (!known
				|| letters.chars().distinct().count() != letters.length()
				|| letters.indexOf('X') < 0
				|| letters.indexOf('Y') < 0)
			throw new IllegalArgumentException(
					"axes: expected X and Y and perhaps C, Z, T, each once, such as \"XYZ\"; got '" + axes + "'");
		if (letters.length() != pixels.numDimensions())
			throw new IllegalArgumentException("axes: expected a letter for each of " + pixels.numDimensions()
					+ " dimensions, got '" + axes + "'");
		for (int d = 0; d < letters.length(); d++)
			if (pixels.dimension(d) < 1)
				throw new IllegalArgumentException("expected pixels, got an image without: its axis "
						+ letters.charAt(d) + " has length " + pixels.dimension(d));
		return letters;
	}

	/** @return the pixels, not copied */
	public RandomAccessibleInterval<T> pixels() {
		return pixels;
	}

	/** @return a letter for each dimension of {@link #pixels()}: X, Y, C, Z, T */
	public String axes() {
		return axes;
	}

	/** @return what the image is called in messages and results; "image" where it was not named */
	public String name() {
		return name;
	}

	/** @return the size of a pixel */
	public PixelSize pixelSize() {
		return pixelSize;
	}

	/** @return whether the three channels are red, green and blue of one picture, and not three different things */
	public boolean isColor() {
		return color;
	}

	/** @return names of the channels; empty where they have none */
	public List<String> channelNames() {
		return channelNames;
	}

	/**
	 * @param axis one of X, Y, C, Z, T
	 * @return its length; 1 where the image has no such axis
	 */
	public long length(final char axis) {
		final int d = axes.indexOf(Character.toUpperCase(axis));
		return d < 0 ? 1 : pixels.dimension(d);
	}

	/**
	 * @param newName for messages and results
	 * @return the same pixels under another name
	 */
	public ImageData<T> withName(final String newName) {
		return new ImageData<>(pixels, axes, newName, pixelSize, color, channelNames);
	}

	/**
	 * @param x width of a pixel
	 * @param y height of a pixel
	 * @param z distance of slices; 1 where there are none
	 * @param unit of all three, for example "micron"
	 * @return the same pixels with a size
	 * @throws IllegalArgumentException if a size is not above 0
	 */
	public ImageData<T> withPixelSize(final double x, final double y, final double z, final String unit) {
		if (!(x > 0 && y > 0 && z > 0))
			throw new IllegalArgumentException(
					"pixel size: expected numbers above 0, got " + x + " x " + y + " x " + z + " " + unit);
		return withPixelSize(new PixelSize(x, y, z, unit));
	}

	/**
	 * @param size of a pixel
	 * @return the same pixels with a size
	 */
	public ImageData<T> withPixelSize(final PixelSize size) {
		return new ImageData<>(pixels, axes, name, size, color, channelNames);
	}

	/**
	 * @param areColors whether its three channels are red, green and blue of one picture, of which a model of one
	 *     channel sees the gray
	 * @return the same pixels, meant so
	 * @throws IllegalArgumentException if there are not three channels
	 */
	public ImageData<T> withColors(final boolean areColors) {
		if (areColors && length('C') != COLORS)
			throw new IllegalArgumentException("expected three channels to be red, green and blue, got " + length('C'));
		return new ImageData<>(pixels, axes, name, pixelSize, areColors, channelNames);
	}

	/**
	 * @param names one for each channel
	 * @return the same pixels whose channels have names, for messages
	 */
	public ImageData<T> withChannelNames(final List<String> names) {
		return new ImageData<>(pixels, axes, name, pixelSize, color, names);
	}

	/** @return the same pixels in five dimensions, X Y C Z T, that begin at 0: a view, nothing is copied */
	public RandomAccessibleInterval<T> xyczt() {
		RandomAccessibleInterval<T> view = Views.isZeroMin(pixels) ? pixels : Views.zeroMin(pixels);
		String order = axes;
		for (final char axis : ALL.toCharArray())
			if (order.indexOf(axis) < 0) {
				view = Views.addDimension(view, 0, 0);
				order += axis;
			}
		for (int d = 0; d < ALL.length(); d++) {
			final int at = order.indexOf(ALL.charAt(d));
			if (at == d) continue;
			view = Views.moveAxis(view, at, d);
			order = new StringBuilder(order)
					.deleteCharAt(at)
					.insert(d, ALL.charAt(d))
					.toString();
		}
		return view;
	}

	/** @return as the core sees it */
	Image image() {
		return new Image(name, xyczt(), pixelSize.calibration(), color, channelNames);
	}

	/**
	 * A result of this image, with its axes in its order, and where it is as large with its interval. Channels are left
	 * out where the result has one and this image has not one, and are the last axis where only the result has them.
	 *
	 * @param five pixels X Y C Z T, zero-min
	 */
	<R extends RealType<?>> ImageData<R> like(final RandomAccessibleInterval<R> five, final Calibration calibration) {
		final boolean channels = five.dimension(Image.C) > 1 || axes.indexOf('C') >= 0 && length('C') == 1;
		final String wanted = !channels ? axes.replace("C", "") : axes.indexOf('C') >= 0 ? axes : axes + "C";
		RandomAccessibleInterval<R> view = five;
		final StringBuilder order = new StringBuilder(ALL);
		for (int d = ALL.length() - 1; d >= 0; d--)
			if (wanted.indexOf(ALL.charAt(d)) < 0) {
				view = Views.hyperSlice(view, d, 0);
				order.deleteCharAt(d);
			}
		for (int d = 0; d < wanted.length(); d++) {
			final int at = order.indexOf(wanted.substring(d, d + 1));
			if (at == d) continue;
			view = Views.moveAxis(view, at, d);
			order.deleteCharAt(at).insert(d, wanted.charAt(d));
		}
		return new ImageData<>(placed(view, wanted), wanted, name, PixelSize.of(calibration), false, new ArrayList<>());
	}

	/** Along an axis of the same length, positions are those of this image. */
	private <R> RandomAccessibleInterval<R> placed(final RandomAccessibleInterval<R> view, final String order) {
		final long[] by = new long[order.length()];
		boolean moved = false;
		for (int d = 0; d < by.length; d++) {
			final int own = axes.indexOf(order.charAt(d));
			if (own < 0 || pixels.dimension(own) != view.dimension(d)) continue;
			by[d] = pixels.min(own);
			moved |= by[d] != 0;
		}
		return moved ? Views.translate(view, by) : view;
	}

	/** @return for messages, for example "image 'embryo' (XYZ, 512 x 512 x 20)" */
	@Override
	public String toString() {
		final StringBuilder lengths = new StringBuilder();
		for (int d = 0; d < axes.length(); d++)
			lengths.append(d == 0 ? "" : " x ").append(pixels.dimension(d));
		return "image '" + name + "' (" + axes + ", " + lengths + ")";
	}
}
