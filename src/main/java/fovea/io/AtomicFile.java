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

import fovea.base.ImageException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes files that appear at once, or not at all. */
public final class AtomicFile {

	private static final Pattern TEMPORARY =
			Pattern.compile("\\.(.+)\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

	/** Writes the content of a file. */
	public interface Content {

		/** @param out is closed by the caller */
		public void write(OutputStream out) throws IOException;
	}

	private AtomicFile() {}

	/**
	 * @param file is replaced if it exists
	 * @param atLeast bytes there must be in the end
	 * @param content of the file
	 * @throws ImageException if it could not be written; nothing is left then, and what was there before is untouched
	 */
	public static void write(final Path file, final long atLeast, final Content content) throws ImageException {
		final Path target = file.toAbsolutePath();
		if (Files.isDirectory(target))
			throw new ImageException("Cannot write '" + file + "': it is a folder, expected a file");
		final Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
		try {
			try (OutputStream out = new BufferedOutputStream(
					Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
					1 << 16)) {
				content.write(out);
			}
			if (Files.size(temporary) < atLeast)
				throw new IOException(
						"only " + Files.size(temporary) + " of at least " + atLeast + " bytes were written");
			move(temporary, target);
		} catch (final IOException e) {
			remove(temporary, e);
			throw new ImageException("Cannot write '" + file + "': " + reason(e), e);
		} catch (final RuntimeException | Error e) {
			remove(temporary, e);
			throw e;
		}
	}

	/**
	 * @param name of a file
	 * @return that of the file it was to become, if it is a temporary one
	 */
	public static Optional<String> target(final String name) {
		final Matcher temporary = TEMPORARY.matcher(name);
		return temporary.matches() ? Optional.of(temporary.group(1)) : Optional.empty();
	}

	/**
	 * Moves a file, or a folder within its file system, in one step where that can be done.
	 *
	 * @param from must exist
	 * @param to is replaced, if it is a file
	 * @throws IOException if it cannot be moved
	 */
	public static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		} catch (final AtomicMoveNotSupportedException e) { // some network folders cannot
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void remove(final Path temporary, final Throwable cause) {
		try {
			Files.deleteIfExists(temporary);
		} catch (final IOException e) {
			cause.addSuppressed(e);
		}
	}

	/** @return what went wrong, in one line; of the file system's exceptions some have but a path for a message */
	public static String reason(final Throwable e) {
		final String message =
				e.getMessage() == null ? "" : e.getMessage().strip().replaceAll("\\s+", " ");
		if (e instanceof java.nio.file.NoSuchFileException) return "no such folder";
		if (e instanceof java.nio.file.AccessDeniedException) return "access denied";
		return message.isEmpty() ? e.getClass().getSimpleName() : message;
	}
}
