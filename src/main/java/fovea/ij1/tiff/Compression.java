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

import java.util.Map;
import java.util.Optional;

/** How strips and tiles are compressed, as far as it is read here. */
enum Compression {
	NONE,
	LZW,
	DEFLATE,
	PACK_BITS,
	JPEG;

	private static final Map<Integer, Compression> KNOWN =
			Map.of(0, NONE, 1, NONE, 5, LZW, 7, JPEG, 8, DEFLATE, 32946, DEFLATE, 32773, PACK_BITS);

	private static final Map<Integer, String> NAMES = Map.ofEntries(
			Map.entry(2, "CCITT RLE"),
			Map.entry(3, "CCITT fax, group 3"),
			Map.entry(4, "CCITT fax, group 4"),
			Map.entry(6, "JPEG of the old way"),
			Map.entry(9, "JBIG"),
			Map.entry(10, "JBIG"),
			Map.entry(33003, "JPEG 2000"),
			Map.entry(33004, "JPEG 2000"),
			Map.entry(33005, "JPEG 2000"),
			Map.entry(34712, "JPEG 2000"),
			Map.entry(33007, "JPEG of ALT"),
			Map.entry(34661, "JBIG"),
			Map.entry(34676, "SGI LogL"),
			Map.entry(34677, "SGI LogLuv"),
			Map.entry(34887, "LERC"),
			Map.entry(34892, "lossy JPEG of DNG"),
			Map.entry(34925, "LZMA"),
			Map.entry(34926, "Zstandard"),
			Map.entry(34927, "WebP"),
			Map.entry(34933, "PNG"),
			Map.entry(34934, "JPEG XR"),
			Map.entry(22610, "JPEG XR"),
			Map.entry(50000, "Zstandard"),
			Map.entry(50001, "WebP"),
			Map.entry(50002, "JPEG XL"),
			Map.entry(52546, "JPEG XL"),
			Map.entry(32809, "ThunderScan"),
			Map.entry(32766, "NeXT RLE"));

	/**
	 * @param number of the TIFF's entry
	 * @return its compression
	 * @throws TiffException if it is not read here
	 */
	static Compression of(final int number) throws TiffException {
		final Compression known = KNOWN.get(number);
		if (known == null)
			throw TiffException.unsupported("it is compressed as "
					+ Optional.ofNullable(NAMES.get(number)).orElse("number " + number));
		return known;
	}
}
