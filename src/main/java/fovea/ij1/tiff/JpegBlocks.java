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

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Strips and tiles that are JPEGs, read by Java's own reader, which warns of what does not fit. */
final class JpegBlocks {

	private static final String OWN_READER = "com.sun.imageio.plugins.jpeg.";
	private static final int MARKER_BYTES = 2;

	private final Optional<byte[]> tables;

	/** @param tables what all of them have in common, as a JPEG without a picture */
	JpegBlocks(final Optional<byte[]> tables) {
		this.tables = tables;
	}

	/**
	 * @param data of the block
	 * @param width pixels along x that are needed
	 * @param rows that are needed
	 * @param samples of a pixel
	 * @param ycbcr whether the samples are to become red, green and blue
	 * @return samples of 8 bit, pixel by pixel
	 * @throws Decoder.Misfit if it is damaged or of another size
	 * @throws TiffException if it is of a kind that Java does not read
	 */
	byte[] decode(final byte[] data, final int width, final int rows, final int samples, final boolean ycbcr)
			throws Decoder.Misfit, TiffException {
		final Raster raster = raster(whole(data));
		if (raster.getWidth() < width || raster.getHeight() < rows || raster.getNumBands() != samples)
			throw new Decoder.Misfit("expected " + width
					+ " x " + rows + " pixels of " + samples + " samples, got " + raster.getWidth() + " x "
					+ raster.getHeight() + " of " + raster.getNumBands());
		final byte[] bytes = new byte[width * rows * samples];
		final int[] row = new int[width * samples];
		for (int y = 0; y < rows; y++) {
			raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
			if (ycbcr) toRgb(row);
			for (int i = 0; i < row.length; i++) bytes[y * row.length + i] = (byte) row[i];
		}
		return bytes;
	}

	private byte[] whole(final byte[] data) throws Decoder.Misfit {
		if (data.length < 2 * MARKER_BYTES || (data[0] & 0xff) != 0xff || (data[1] & 0xff) != 0xd8)
			throw new Decoder.Misfit("no JPEG");
		if (!hasEnd(data)) throw new Decoder.Misfit("its end is missing");
		if (tables.isEmpty() || tables.get().length <= 2 * MARKER_BYTES) return data;
		final int head = tables.get().length - MARKER_BYTES; // without its end
		final byte[] whole = Arrays.copyOf(tables.get(), head + data.length - MARKER_BYTES);
		System.arraycopy(data, MARKER_BYTES, whole, head, data.length - MARKER_BYTES);
		return whole;
	}

	/** The marker of the end may have some bytes behind it. Without it, readers fill up with gray. */
	private static boolean hasEnd(final byte[] data) {
		for (int i = data.length - 1; i > 0 && i > data.length - 8; i--)
			if ((data[i] & 0xff) == 0xd9 && (data[i - 1] & 0xff) == 0xff) return true;
		return false;
	}

	private static Raster raster(final byte[] jpeg) throws Decoder.Misfit, TiffException {
		final ImageReader reader = reader();
		final AtomicReference<String> warning = new AtomicReference<>();
		reader.addIIOReadWarningListener((IIOReadWarningListener) (source, text) -> warning.compareAndSet(null, text));
		try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
			reader.setInput(in, true, true);
			final Raster raster = reader.readRaster(0, null);
			if (warning.get() != null) throw new Decoder.Misfit(warning.get());
			return raster;
		} catch (final IOException | RuntimeException e) {
			if (String.valueOf(e.getMessage()).contains("Unsupported JPEG process"))
				throw TiffException.unsupported("it is compressed as lossless or arithmetic JPEG", e);
			throw new Decoder.Misfit(String.valueOf(e.getMessage()));
		} finally {
			reader.dispose();
		}
	}

	/** Others may be installed that answer differently. */
	private static ImageReader reader() throws TiffException {
		for (final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg"); readers.hasNext(); ) {
			final ImageReader reader = readers.next();
			if (reader.getClass().getName().startsWith(OWN_READER)) return reader;
		}
		throw TiffException.unsupported("it is compressed as JPEG, and this Java has no reader for it");
	}

	/** As JFIF has it. */
	private static void toRgb(final int[] row) {
		for (int i = 0; i < row.length; i += 3) {
			final int y = row[i];
			final double cb = row[i + 1] - 128;
			final double cr = row[i + 2] - 128;
			row[i] = clip(y + 1.402 * cr);
			row[i + 1] = clip(y - 0.344136286 * cb - 0.714136286 * cr);
			row[i + 2] = clip(y + 1.772 * cb);
		}
	}

	private static int clip(final double value) {
		return (int) Math.max(0, Math.min(255, Math.round(value)));
	}
}
