package fovea.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums of files. */
final class Sha256 {

	private Sha256() {}

	/**
	 * @param files whose bytes are taken one after the other
	 * @return SHA-256 in lower-case hex
	 * @throws IOException if one cannot be read
	 */
	static String of(final Path... files) throws IOException {
		final MessageDigest digest = digest();
		final byte[] buffer = new byte[1 << 16];
		for (final Path file : files)
			try (InputStream in = Files.newInputStream(file)) {
				for (int n = in.read(buffer); n >= 0; n = in.read(buffer))
					digest.update(buffer, 0, n);
			}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
