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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Calibration;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dimensions of a program's image are. */
class ImageDataTest {

	private static Img<FloatType> numbered(final long... size) {
		final Img<FloatType> img = ArrayImgs.floats(size);
		int i = 0;
		for (final FloatType pixel : img) pixel.set(i++);
		return img;
	}

	@Test
	void twoDimensionsAreAPlaneAndOfMoreSomebodyMustSay() {
		final Img<FloatType> plane = numbered(3, 4);
		assertEquals("XY", ImageData.of(plane).axes());
		assertSame(plane, ImageData.of(plane).pixels());
		final IllegalArgumentException refused =
				assertThrows(IllegalArgumentException.class, () -> ImageData.of(numbered(3, 4, 5)));
		assertTrue(
				refused.getMessage().startsWith("expected an image of 2 dimensions, or its axes; got 3 dimensions"),
				refused.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "X", "XZ", "XYX", "XYQ", "XYB", "xyzc", "XYCZT", "YX Z"})
	void axesThatMeanNothingOrAreTooManyAreRefused(final String axes) {
		assertThrows(IllegalArgumentException.class, () -> ImageData.of(numbered(3, 4, 5), axes));
	}

	@ParameterizedTest
	@ValueSource(strings = {"XYCZT", "TZCYX", "ZYXTC", "CXYZT"})
	void theCoreSeesEachPixelAtItsPlace(final String axes) {
		final Img<FloatType> img = numbered(2, 3, 4, 5, 6);
		final RandomAccessibleInterval<FloatType> five = ImageData.of(img, axes).xyczt();
		final long[] at = new long[5];
		for (int i = 0; i < 720; i += 7) {
			net.imglib2.util.IntervalIndexer.indexToPosition(i, img.dimensionsAsLongArray(), at);
			final long[] core = new long[5];
			for (int d = 0; d < 5; d++) core["XYCZT".indexOf(axes.charAt(d))] = at[d];
			assertEquals(i, five.getAt(core).get(), axes);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"XY", "YX", "XYZ", "ZXY", "TYX", "CYX", "XYCZT", "TCZYX"})
	void aResultHasTheAxesAndTheIntervalOfItsImage(final String axes) {
		final long[] size = new long[axes.length()];
		final long[] min = new long[size.length];
		for (int d = 0; d < size.length; d++) {
			size[d] = 2L + "XYCZT".indexOf(axes.charAt(d));
			min[d] = d * 10L - 5;
		}
		final ImageData<FloatType> image = ImageData.of(Views.translate(numbered(size), min), axes);
		final ImageData<FloatType> same =
				image.like(image.xyczt(), image.pixelSize().calibration());
		assertEquals(axes, same.axes());
		assertTrue(net.imglib2.util.Intervals.equals(image.pixels(), same.pixels()));
		final var expected = Views.flatIterable(image.pixels()).iterator();
		for (final FloatType pixel : Views.flatIterable(same.pixels())) assertEquals(expected.next(), pixel);
	}

	@Test
	void channelsThatAResultHasNotAreLeftOutAndThoseThatItHasComeLast() {
		final ImageData<FloatType> image = ImageData.of(numbered(3, 5, 4), "CYX");
		final ImageData<FloatType> labels = image.like(numbered(4, 5, 1, 1, 1), Calibration.PIXELS);
		assertEquals("YX", labels.axes());
		assertArrayEquals(new long[] {5, 4}, labels.pixels().dimensionsAsLongArray());
		final ImageData<FloatType> probabilities =
				ImageData.of(numbered(4, 5)).like(numbered(4, 5, 2, 1, 1), Calibration.PIXELS);
		assertEquals("XYC", probabilities.axes());
		assertArrayEquals(new long[] {4, 5, 2}, probabilities.pixels().dimensionsAsLongArray());
		final ImageData<FloatType> single =
				ImageData.of(numbered(4, 5, 1), "XYC").like(numbered(4, 5, 1, 1, 1), Calibration.PIXELS);
		assertEquals("XYC", single.axes());
	}

	@Test
	void aResultOfAnotherSizeBeginsAtZero() {
		final ImageData<FloatType> image = ImageData.of(Views.translate(numbered(4, 5), 7, 8));
		assertArrayEquals(
				new long[] {0, 0},
				image.like(numbered(8, 10, 1, 1, 1), Calibration.PIXELS)
						.pixels()
						.minAsLongArray());
	}

	@Test
	void colorsAreThreeChannelsOfOnePicture() {
		final Img<ARGBType> argb = ArrayImgs.argbs(2, 1);
		argb.firstElement().set(0xff102030);
		final ImageData<UnsignedByteType> colors = ImageData.ofColors(argb, "XY");
		assertEquals("XYC", colors.axes());
		assertTrue(colors.isColor() && colors.image().rgb());
		assertEquals(0x10, colors.pixels().getAt(0, 0, 0).get());
		assertEquals(0x30, colors.pixels().getAt(0, 0, 2).get());
		assertThrows(IllegalArgumentException.class, () -> ImageData.ofColors(argb, "XC"));
		assertThrows(
				IllegalArgumentException.class,
				() -> ImageData.of(numbered(3, 4)).withColors(true));
	}

	@Test
	void whatIsKnownOfAnImageReachesTheCore() {
		final ImageData<? extends RealType<?>> image = ImageData.of(numbered(2, 3, 2), "XYC")
				.withName("embryo")
				.withPixelSize(0.5, 0.25, 2, "micron")
				.withChannelNames(List.of("DAPI", "GFP"));
		assertEquals("embryo", image.image().name());
		assertEquals(new Calibration(0.5, 0.25, 2, "micron"), image.image().calibration());
		assertEquals("2 channels (1 'DAPI', 2 'GFP')", image.image().channels());
		assertEquals("image 'embryo' (XYC, 2 x 3 x 2)", image.toString());
		assertThrows(IllegalArgumentException.class, () -> image.withPixelSize(0, 1, 1, "micron"));
	}
}
