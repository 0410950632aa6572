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

import java.io.IOException;
import java.nio.file.Path;

/** Formats whose files can be checked before they are opened. Thread-safe. */
public enum ImageFormat {

	/** Also of 16 bit. */
	PNG(PngFile::check),
	/** Of 8 bit, gray or in colors. */
	JPEG(JpegFile::check),
	/** Also of several images. */
	GIF(file -> DecodedFile.check(file, "gif", ImageFormat.GIF_PIXELS_PER_BYTE, warning -> false)),
	/** With and without compression. */
	BMP(BmpFile::check),
	/** PBM, PGM and PPM. */
	PNM(PnmFile::check),
	/** The first image. */
	FITS(FitsFile::check),
	/** Its length only. */
	AVI(AviFile::check);

	/** Codes of 12 bits, each of a string of up to 4,096 pixels. */
	private static final double GIF_PIXELS_PER_BYTE = 4096 * 8 / 12.;

	private final Check check;

	ImageFormat(final Check check) {
		this.check = check;
	}

	/**
	 * @param file of this format
	 * @throws FileFault if it is damaged, cut short, too large, or of a kind that cannot be read
	 * @throws FileFault, IOException if reading fails
	 */
	public void check(final Path file) throws FileFault, IOException {
		check.check(file);
	}

	/** Of one format. */
	private interface Check {

		void check(Path file) throws FileFault, IOException;
	}
}
