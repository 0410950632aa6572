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

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Opens files for reading, as all of Fovea's readers do. What is no regular file (a named pipe, a device, a socket, a
 * folder) is refused before it is opened: opening a pipe waits for a writer, and cannot be interrupted. Stateless and
 * thread-safe.
 */
public final class InputFiles {

	private InputFiles() {}

	/**
	 * @param file any
	 * @throws FileSystemException if it is missing, or no regular file; links are followed
	 * @throws IOException if nothing can be said of it
	 */
	public static void requireRegular(final Path file) throws IOException {
		final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		if (!attributes.isRegularFile())
			throw new FileSystemException(
					file.toString(),
					null,
					"expected a file, got " + (attributes.isDirectory() ? "a folder" : "a pipe, a socket or a device"));
	}

	/**
	 * @param file a regular file
	 * @return its bytes, not buffered; the caller closes it
	 * @throws IOException if it is no regular file, or cannot be opened
	 */
	public static InputStream stream(final Path file) throws IOException {
		requireRegular(file);
		return Files.newInputStream(file);
	}

	/**
	 * @param file a regular file
	 * @return its bytes, for reading at any place; the caller closes it
	 * @throws IOException if it is no regular file, or cannot be opened
	 */
	public static FileChannel channel(final Path file) throws IOException {
		requireRegular(file);
		return FileChannel.open(file);
	}

	/**
	 * @param file a regular file
	 * @return its entries; names that are not UTF-8, as older tools write them, are taken for ISO 8859-1; the caller
	 *     closes it
	 * @throws IOException if it is no regular file, or no zip
	 */
	public static ZipFile zip(final Path file) throws IOException {
		requireRegular(file);
		try {
			return new ZipFile(file.toFile());
		} catch (final ZipException e) { // any other defect fails again
			return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
		}
	}

	/**
	 * @param file a regular file
	 * @param most how many bytes are taken at most
	 * @return all of its bytes
	 * @throws IOException if it is no regular file, is larger, or cannot be read
	 */
	public static byte[] bytes(final Path file, final int most) throws IOException {
		try (InputStream in = stream(file)) {
			final long size = Files.size(file);
			final byte[] bytes = size > most ? new byte[0] : in.readNBytes(most); // a file may grow
			if (size > most || in.read() >= 0)
				throw new FileSystemException(
						file.toString(),
						null,
						"expected at most " + most + " bytes, got " + Math.max(size, bytes.length + 1L));
			return bytes;
		}
	}

	/**
	 * @param file a regular file of text in UTF-8
	 * @param most how many bytes are taken at most
	 * @return all of its text
	 * @throws CharacterCodingException if it is not UTF-8
	 * @throws IOException if it is no regular file, is larger, or cannot be read
	 */
	public static String text(final Path file, final int most) throws IOException {
		return StandardCharsets.UTF_8
				.newDecoder()
				.decode(ByteBuffer.wrap(bytes(file, most)))
				.toString();
	}

	/**
	 * @param failure to read a file
	 * @return why, for people, without the file's name
	 */
	public static String reason(final IOException failure) {
		if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) return "no such file";
		if (failure instanceof AccessDeniedException) return "access denied";
		if (failure instanceof CharacterCodingException) return "expected text in UTF-8, got something else";
		final String told =
				failure instanceof final FileSystemException known ? known.getReason() : failure.getMessage();
		return told == null || told.isBlank()
				? failure.getClass().getSimpleName()
				: told.strip().replaceAll("\\s+", " ");
	}
}
