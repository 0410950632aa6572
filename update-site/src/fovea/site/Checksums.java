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
package fovea.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The updater's checksums. That of a jar is one of what is in it, so that a jar which was packed anew is the same; that
 * of another file is of its name and bytes.
 */
public final class Checksums {

	private Checksums() {}

	/**
	 * @param name path within the site, with slashes: part of the checksum
	 * @param file to be read
	 * @return SHA-1 in 40 lower-case hexadecimal digits
	 * @throws IOException if it cannot be read, or is called a jar and is none
	 */
	public static String of(final String name, final Path file) throws IOException {
		final MessageDigest digest = sha1();
		if (name.endsWith(".jar")) addJar(digest, file);
		else {
			digest.update(name.getBytes(StandardCharsets.US_ASCII));
			try (InputStream in = Files.newInputStream(file)) {
				add(digest, in);
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static void addJar(final MessageDigest digest, final Path file) throws IOException {
		try (ZipFile jar = new ZipFile(file.toFile())) {
			final List<? extends ZipEntry> entries =
					jar.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
			for (final ZipEntry entry : entries) {
				digest.update(entry.getName().getBytes(StandardCharsets.US_ASCII));
				if (entry.getName().equals("META-INF/MANIFEST.MF")) continue; // who built it, and when
				try (InputStream in = jar.getInputStream(entry)) {
					if (entry.getName().endsWith(".properties")) digest.update(withoutComments(in.readAllBytes()));
					else add(digest, in);
				}
			}
		}
	}

	/**
	 * Lines that start with # are empty lines instead. The updater does not see the start of a line after an empty one,
	 * be it one that was empty or one of nothing but #.
	 */
	static byte[] withoutComments(final byte[] properties) {
		final ByteArrayOutputStream kept = new ByteArrayOutputStream();
		boolean atStart = true;
		for (int i = 0; i < properties.length; i++) {
			boolean isEmpty = atStart;
			if (atStart && properties[i] == '#') {
				for (; i < properties.length && properties[i] != '\n'; i++) isEmpty &= properties[i] == '#';
				if (i == properties.length) break;
			}
			kept.write(properties[i]);
			atStart = properties[i] == '\n' && !isEmpty;
		}
		return kept.toByteArray();
	}

	private static void add(final MessageDigest digest, final InputStream in) throws IOException {
		final byte[] buffer = new byte[1 << 16];
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) digest.update(buffer, 0, read);
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		} catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every JDK has SHA-1", e);
		}
	}
}
