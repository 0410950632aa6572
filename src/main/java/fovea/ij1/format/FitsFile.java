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
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** FITS: the first header says how many values follow; ImageJ fills up what is missing. */
final class FitsFile {

	private static final int CARD = 80;
	private static final int BLOCK = 2880;
	private static final int MOST_CARDS = 36_000;

	private FitsFile() {}

	static void check(final Path file) throws FileFault, IOException {
		final long size = Files.size(file);
		final Map<String, String> cards = new HashMap<>();
		final long header = read(file, size, cards);
		final int bits = number(cards, "BITPIX", -64, 64);
		if (bits % 8 != 0 || bits == 0) throw FileFault.damaged("BITPIX is " + bits);
		final int axes = number(cards, "NAXIS", 0, 999);
		if (axes == 0) return; // the image is in an extension, of which ImageJ knows
		double values = 1;
		for (int i = 1; i <= axes; i++) values *= number(cards, "NAXIS" + i, 1, Integer.MAX_VALUE);
		final double needed = header + values * Math.abs(bits) / 8;
		if (needed > size) throw FileFault.cutShort((long) needed, size);
	}

	/** @return where the values begin */
	private static long read(final Path file, final long size, final Map<String, String> cards)
			throws FileFault, IOException {
		try (InputStream in = new BufferedInputStream(InputFiles.stream(file))) {
			for (int n = 1; n <= MOST_CARDS; n++) {
				final byte[] bytes = in.readNBytes(CARD);
				if (bytes.length < CARD) throw FileFault.cutShort((size / BLOCK + 1) * BLOCK, size);
				final String card = new String(bytes, StandardCharsets.ISO_8859_1);
				final String key = card.substring(0, 8).strip();
				if (key.equals("END")) return ((long) n * CARD + BLOCK - 1) / BLOCK * BLOCK;
				if (card.charAt(8) == '=')
					cards.putIfAbsent(
							key, card.substring(9).replaceFirst("/.*", "").strip());
			}
		}
		throw FileFault.damaged("its header has no end");
	}

	private static int number(final Map<String, String> cards, final String key, final int least, final int most)
			throws FileFault {
		final String text = cards.get(key);
		if (text != null && text.matches("[-+]?\\d{1,10}")) {
			final long value = Long.parseLong(text);
			if (value >= least && value <= most) return (int) value;
		}
		throw FileFault.damaged(
				"expected a number as " + key + " of its header, got " + (text == null ? "none" : "'" + text + "'"));
	}
}
