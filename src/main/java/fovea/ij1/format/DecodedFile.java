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
package fovea.ij1.format;

import fovea.io.InputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** Decodes a file once with Java's own reader, since these refuse what ImageJ's fill up. */
final class DecodedFile {

	/** Bits of a pixel of three colors, which JPEG has a space of its own for. */
	private static final int COLORS = 24;

	private static final String JAVAS_OWN = "com.sun.imageio";

	private DecodedFile() {}

	/**
	 * @param file to decode, all of its images
	 * @param format a name that Java has for it
	 * @param mostPixelsPerByte that its compression can get into a byte
	 * @param isDamage which of the reader's warnings say that it is damaged
	 * @throws FileFault if it is damaged, or too large
	 * @throws FileFault, IOException if it cannot be read
	 */
	static void check(
			final Path file, final String format, final double mostPixelsPerByte, final Predicate<String> isDamage)
			throws FileFault, IOException {
		InputFiles.requireRegular(file);
		final ImageReader reader = reader(format);
		final List<String> faults = new ArrayList<>();
		reader.addIIOReadWarningListener((source, warning) -> {
			if (isDamage.test(warning)) faults.add(warning);
		});
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			reader.setInput(in);
			final int images = reader.getNumImages(true);
			if (images < 1) throw FileFault.damaged("there is no image in it");
			for (int i = 0; i < images; i++) {
				final ImageTypeSpecifier type = reader.getRawImageType(i);
				final int bits = type == null ? COLORS : type.getColorModel().getPixelSize();
				new Extent(reader.getWidth(i), reader.getHeight(i), Math.max(1, bits / 8))
						.check(Files.size(file), mostPixelsPerByte);
				reader.read(i);
			}
		} catch (final IOException | RuntimeException e) { // Java's readers check little of what they read
			throw FileFault.damaged(said(e));
		} finally {
			reader.dispose();
		}
		if (!faults.isEmpty()) throw FileFault.damaged(faults.get(0));
	}

	private static ImageReader reader(final String format) throws FileFault {
		final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
		ImageReader first = null;
		while (readers.hasNext()) { // others may be registered in Fiji
			final ImageReader reader = readers.next();
			if (reader.getClass().getName().startsWith(JAVAS_OWN)) return reader;
			if (first == null) first = reader;
		}
		if (first == null) throw FileFault.unsupported("this Java has no reader for " + format);
		return first;
	}

	private static String said(final Exception e) {
		if (!(e instanceof IOException) || e.getMessage() == null) return "it cannot be decoded";
		return e.getMessage().strip().replaceAll("\\s+", " ").replaceAll("!$", "");
	}
}
