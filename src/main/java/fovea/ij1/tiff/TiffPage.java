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
package fovea.ij1.tiff;

import java.io.IOException;
import java.util.Optional;

/**
 * What a directory says of its pixels.
 *
 * @param number of the directory, from 1
 * @param width pixels along x
 * @param height pixels along y
 * @param samples of a pixel
 * @param type of each sample
 * @param compression of its blocks
 * @param color what samples mean
 * @param predictor 1 none, 2 differences, 3 differences of floating point
 * @param planar whether each sample has blocks of its own
 * @param grid of its blocks
 * @param reversed whether the bits of a byte are in the other order
 * @param alpha how many of the last samples are transparency
 * @param jpegTables what all its JPEG blocks have in common
 */
record TiffPage(
		int number,
		int width,
		int height,
		int samples,
		SampleType type,
		Compression compression,
		Color color,
		int predictor,
		boolean planar,
		BlockGrid grid,
		boolean reversed,
		int alpha,
		Optional<byte[]> jpegTables) {

	/** What samples mean. */
	enum Color {
		WHITE_IS_ZERO,
		BLACK_IS_ZERO,
		RGB,
		PALETTE,
		MASK,
		CMYK,
		YCBCR
	}

	private static final int MAX_SAMPLES = 1024;

	/**
	 * @param directory one of a page
	 * @param number of it, from 1
	 * @throws TiffException if it is of a kind that is not read here, or contradicts itself
	 */
	static TiffPage of(final TiffDirectory directory, final int number) throws IOException, TiffException {
		final int width = size(directory, Tag.WIDTH, "width");
		final int height = size(directory, Tag.LENGTH, "height");
		final long samples = directory.number(Tag.SAMPLES_PER_PIXEL, 1);
		if (samples < 1 || samples > MAX_SAMPLES) throw TiffException.damaged(samples + " samples per pixel");
		if ((long) width * height > Integer.MAX_VALUE - 8)
			throw TiffException.unsupported(
					"a page has " + width + " x " + height + " pixels, which is more than ImageJ can hold");
		final Compression compression = Compression.of((int) directory.number(Tag.COMPRESSION, 1));
		final int bits = (int) same(directory, Tag.BITS_PER_SAMPLE, 1, "of different sizes");
		final SampleType type = SampleType.of(bits, (int) same(directory, Tag.SAMPLE_FORMAT, 1, "of different kinds"));
		final boolean planar = directory.number(Tag.PLANAR_CONFIGURATION, 1) == 2 && samples > 1;
		final int predictor = (int) directory.number(Tag.PREDICTOR, 1);
		if (predictor < 1 || predictor > 3) throw TiffException.unsupported("its predictor is number " + predictor);
		final TiffPage page = new TiffPage(
				number,
				width,
				height,
				(int) samples,
				type,
				compression,
				color(directory),
				predictor,
				planar,
				BlockGrid.of(directory, width, height, planar ? (int) samples : 1),
				directory.number(Tag.FILL_ORDER, 1) == 2,
				alpha(directory),
				directory.bytes(Tag.JPEG_TABLES));
		page.check();
		return page;
	}

	private static int size(final TiffDirectory directory, final int tag, final String name)
			throws IOException, TiffException {
		final long size = directory.number(tag, 0);
		if (size < 1 || size > Integer.MAX_VALUE) throw TiffException.damaged("a page of " + name + " " + size);
		return (int) size;
	}

	private static long same(final TiffDirectory directory, final int tag, final long otherwise, final String different)
			throws IOException, TiffException {
		final long[] numbers = directory.numbers(tag);
		for (final long number : numbers)
			if (number != numbers[0])
				throw TiffException.unsupported(
						"its samples are " + different + " (" + numbers[0] + " and " + number + ")");
		return numbers.length == 0 ? otherwise : numbers[0];
	}

	private static Color color(final TiffDirectory directory) throws IOException, TiffException {
		final int number = (int) directory.number(Tag.PHOTOMETRIC, 1);
		return switch (number) {
			case 0 -> Color.WHITE_IS_ZERO;
			case 1 -> Color.BLACK_IS_ZERO;
			case 2 -> Color.RGB;
			case 3 -> Color.PALETTE;
			case 4 -> Color.MASK;
			case 5 -> Color.CMYK;
			case 6 -> Color.YCBCR;
			case 8, 9, 10 -> throw TiffException.unsupported("its colors are CIE L*a*b*");
			case 32803 -> throw TiffException.unsupported("its pixels are the raw ones of a color sensor (CFA)");
			case 32844, 32845 -> throw TiffException.unsupported("its colors are SGI LogLuv");
			case 34892 -> throw TiffException.unsupported("its pixels are the raw ones of a camera (DNG)");
			default -> throw TiffException.damaged("no colors have the number " + number);
		};
	}

	private static int alpha(final TiffDirectory directory) throws IOException, TiffException {
		final long[] extra = directory.numbers(Tag.EXTRA_SAMPLES);
		int alpha = 0;
		for (int i = extra.length - 1; i >= 0 && (extra[i] == 1 || extra[i] == 2); i--) alpha++;
		return alpha;
	}

	private void check() throws TiffException {
		if (alpha >= samples) throw TiffException.damaged("all " + samples + " samples are transparency");
		if (color == Color.RGB && samples - alpha < 3) throw TiffException.damaged("RGB of " + samples + " samples");
		if (color == Color.PALETTE && samples - alpha != 1)
			throw TiffException.damaged("a palette for " + samples + " samples");
		if (color == Color.YCBCR && compression != Compression.JPEG)
			throw TiffException.unsupported("its colors are YCbCr without JPEG");
		if (color == Color.CMYK && (samples != 4 || type.bits() != 8))
			throw TiffException.unsupported(
					"its colors are CMYK with " + samples + " samples of " + type.bits() + " bits");
		if (predictor == 2 && (type.isPacked() || type.format() == SampleType.Format.FLOAT && type.bits() == 64))
			throw TiffException.unsupported("its samples of " + type.bits() + " bits have predictor 2");
		if (predictor == 3 && type.format() != SampleType.Format.FLOAT)
			throw TiffException.damaged("a predictor for floating point, but integers");
		if (compression == Compression.JPEG && (type.bits() != 8 || type.format() != SampleType.Format.UNSIGNED))
			throw TiffException.unsupported("it is compressed as JPEG with samples of " + type.bits() + " bits");
		if (compression == Compression.JPEG && color == Color.CMYK)
			throw TiffException.unsupported("it is compressed as JPEG with CMYK colors");
		if (reversed && compression == Compression.JPEG) throw TiffException.damaged("JPEG with its bits reversed");
	}

	/** @return whether its pixels become ImageJ's RGB ones */
	boolean isRgb() {
		return (color == Color.RGB || color == Color.YCBCR)
						&& samples - alpha == 3
						&& type.equals(new SampleType(8, SampleType.Format.UNSIGNED))
				|| color == Color.CMYK;
	}

	/** @return how many channels it is of, without transparency; of RGB pixels one */
	int channels() {
		return isRgb() ? 1 : samples - alpha;
	}

	/** @return whether both can be planes of one image */
	boolean fits(final TiffPage other) {
		return width == other.width
				&& height == other.height
				&& samples == other.samples
				&& alpha == other.alpha
				&& type.equals(other.type)
				&& isRgb() == other.isRgb();
	}

	/** @return for people: size and type */
	String describe() {
		return width + " x " + height + (samples == 1 ? "" : " of " + samples + " samples") + " of " + type.bits()
				+ " bit";
	}
}
