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
package fovea.chart;

import fovea.base.ImageException;
import fovea.io.InputFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes and reads pictures. Stateless. */
final class PictureFile {

	private PictureFile() {}

	/** @throws ImageException if it is no picture, or cannot be read */
	static BufferedImage read(final Path file) throws ImageException {
		try {
			InputFiles.requireRegular(file);
			final BufferedImage picture = ImageIO.read(file.toFile());
			if (picture == null) throw new ImageException(file + ": expected a picture, got something else");
			return picture;
		} catch (final IOException e) {
			throw new ImageException(file + ": cannot be read: " + InputFiles.reason(e), e);
		}
	}

	/**
	 * @param file is replaced if it exists
	 * @throws ImageException if it could not be written; what was there before is untouched then
	 */
	static void write(final BufferedImage picture, final Path file) throws ImageException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		// Not through a file: those cannot be had any more once the process is ending, as when a training was told to
		// end.
		try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			if (!ImageIO.write(picture, "png", out)) throw new IOException("this Java cannot write PNG");
		} catch (final IOException exc) {
			throw new ImageException("Cannot write '" + file + "': " + exc, exc);
		}
		write(bytes.toByteArray(), file);
	}

	/**
	 * @param text of a picture that is text, in UTF-8
	 * @param file is replaced if it exists
	 * @throws ImageException if it could not be written; what was there before is untouched then
	 */
	static void write(final String text, final Path file) throws ImageException {
		write(text.getBytes(StandardCharsets.UTF_8), file);
	}

	private static void write(final byte[] content, final Path file) throws ImageException {
		final Path target = file.toAbsolutePath();
		if (!Files.isDirectory(target.getParent()))
			throw new ImageException("Cannot write '" + file + "': no such folder");
		try {
			final Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
			try {
				Files.write(part, content);
				Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(part);
			}
		} catch (final IOException exc) {
			throw new ImageException("Cannot write '" + file + "': " + exc, exc);
		}
	}
}
