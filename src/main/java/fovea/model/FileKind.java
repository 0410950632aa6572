package fovea.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tells by its first bytes what a file is, for messages about files that are something else. */
enum FileKind {
	ZIP("a zip", 'P', 'K', 3, 4), //
	EMPTY_ZIP("an empty zip", 'P', 'K', 5, 6), //
	HDF5("an HDF5 file (Keras weights: export the model with model.export())", 0x89, 'H', 'D', 'F'), //
	GZIP("a gzip or tar.gz file (unpack it first)", 0x1F, 0x8B), //
	SEVEN_ZIP("a 7z file (unpack it first)", '7', 'z', 0xBC, 0xAF), //
	RAR("a rar file (unpack it first)", 'R', 'a', 'r', '!'), //
	TIFF("a TIFF image", 'I', 'I', 42, 0), //
	BIG_ENDIAN_TIFF("a TIFF image", 'M', 'M', 0, 42), //
	PNG("a PNG image", 0x89, 'P', 'N', 'G'), //
	NPY("a .npy array", 0x93, 'N', 'U', 'M'), //
	EMPTY("an empty file"), //
	TEXT("a text file"), //
	BINARY("a binary file");

	private static final int PEEK = 512;

	private final String label;
	private final int[] magic;

	FileKind(final String label, final int... magic) {
		this.label = label;
		this.magic = magic;
	}

	/** @return for people, with article */
	String label() {
		return label;
	}

	/**
	 * @param file a file
	 * @return what it seems to be
	 * @throws IOException if it cannot be read
	 */
	static FileKind of(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
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
