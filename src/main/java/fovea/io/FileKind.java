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
package fovea.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tells by its first bytes what a file is, for messages about files that are something else. */
public enum FileKind {
	ZIP("a zip", 'P', 'K', 3, 4),
	EMPTY_ZIP("an empty zip", 'P', 'K', 5, 6),
	HDF5("an HDF5 file (Keras weights: export the model with model.export())", 0x89, 'H', 'D', 'F'),
	GZIP("a gzip or tar.gz file (unpack it first)", 0x1F, 0x8B),
	SEVEN_ZIP("a 7z file (unpack it first)", '7', 'z', 0xBC, 0xAF),
	RAR("a rar file (unpack it first)", 'R', 'a', 'r', '!'),
	TIFF("a TIFF image", 'I', 'I', 42, 0),
	BIG_ENDIAN_TIFF("a TIFF image", 'M', 'M', 0, 42),
	PNG("a PNG image", 0x89, 'P', 'N', 'G'),
	NPY("a .npy array", 0x93, 'N', 'U', 'M'),
	EMPTY("an empty file"),
	TEXT("a text file"),
	BINARY("a binary file");

	private static final int PEEK = 512;

	private final String label;
	private final int[] magic;

	FileKind(final String label, final int... magic) {
		this.label = label;
		this.magic = magic;
	}

	/** @return for people, with article */
	public String label() {
		return label;
	}

	/**
	 * @param file a file
	 * @return what it seems to be
	 * @throws IOException if it cannot be read
	 */
	public static FileKind of(final Path file) throws IOException {
		try (InputStream in = InputFiles.stream(file)) {
			return of(in.readNBytes(PEEK));
		}
	}

	private static FileKind of(final byte[] head) {
		if (head.length == 0) return EMPTY;
		for (final FileKind kind : List.of(ZIP, EMPTY_ZIP, HDF5, GZIP, SEVEN_ZIP, RAR, TIFF, BIG_ENDIAN_TIFF, PNG, NPY))
			if (kind.starts(head)) return kind;
		for (final byte b : head)
			if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f') return BINARY;
		return TEXT;
	}

	private boolean starts(final byte[] head) {
		if (head.length < magic.length) return false;
		final int[] first = new int[magic.length];
		Arrays.setAll(first, i -> head[i] & 0xFF);
		return Arrays.equals(first, magic);
	}
}
