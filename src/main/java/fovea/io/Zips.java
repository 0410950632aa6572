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

import fovea.base.ModelException;
import fovea.text.Printable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a zip of which nothing is known. Entries that would land outside the folder, symbolic links, damage (by
 * checksum) and growth beyond {@link ZipLimits} end it with a {@link ModelException}; what was written by then stays
 * for the caller to remove.
 */
public final class Zips {

	private final Path zip;
	private final String label;
	private final Path folder;
	private final ZipLimits limits;
	private final byte[] buffer = new byte[1 << 16];
	private long zipBytes;
	private long total;

	private Zips(final Path zip, final String label, final Path folder, final ZipLimits limits) {
		this.zip = zip;
		this.label = label;
		this.folder = folder.toAbsolutePath().normalize();
		this.limits = limits;
	}

	/**
	 * @param zip a zip file
	 * @param label its name in messages
	 * @param folder an empty folder
	 * @param limits how much it may become
	 * @throws ModelException if the zip is damaged, hostile or cannot be unpacked
	 */
	public static void unpack(final Path zip, final String label, final Path folder, final ZipLimits limits)
			throws ModelException {
		new Zips(zip, label, folder, limits).run();
	}

	private void run() throws ModelException {
		try {
			final Optional<String> link = ZipLinks.first(zip);
			if (link.isPresent())
				throw new ModelException(label + ": expected files and folders only, got the symbolic link '"
						+ Printable.name(link.get()) + "'");
			zipBytes = Math.max(1, Files.size(zip));
			try (ZipFile file = InputFiles.zip(zip)) {
				if (file.size() > limits.entries())
					throw new ModelException(
							label + ": expected at most " + limits.entries() + " entries, got " + file.size());
				final Enumeration<? extends ZipEntry> entries = file.entries();
				while (entries.hasMoreElements()) unpack(file, entries.nextElement());
			}
		} catch (final ZipException | EOFException e) {
			throw new ModelException(
					label + ": expected a complete zip, got one that is damaged, truncated or encrypted", e);
		} catch (final IOException e) {
			throw new ModelException(label + ": cannot be unpacked: " + InputFiles.reason(e), e);
		}
	}

	private void unpack(final ZipFile file, final ZipEntry entry) throws ModelException, IOException {
		final Path target = target(entry.getName());
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		try (InputStream in = file.getInputStream(entry);
				OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
			final CRC32 crc = new CRC32();
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				grow(n);
				crc.update(buffer, 0, n);
				out.write(buffer, 0, n);
			}
			if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue())
				throw new ModelException(label + ": expected a complete zip, got a wrong checksum of '"
						+ Printable.name(entry.getName()) + "'");
		} catch (final FileAlreadyExistsException e) {
			throw new ModelException(
					label + ": expected every entry once, got '" + Printable.name(entry.getName()) + "' twice", e);
		}
	}

	private void grow(final int bytes) throws ModelException {
		total += bytes;
		if (total > limits.totalBytes())
			throw new ModelException(
					label + ": expected at most " + limits.totalBytes() + " bytes when unpacked, got more");
		if (total > limits.ratioFromBytes() && total / zipBytes >= limits.ratio())
			throw new ModelException(
					label + ": expected at most " + limits.ratio() + " times its size when unpacked, got more");
	}

	private Path target(final String name) throws ModelException {
		final String slashed = name.replace('\\', '/');
		final boolean absolute = slashed.startsWith("/") || slashed.matches("[A-Za-z]:.*");
		try {
			final Path target = folder.resolve(absolute ? "." : slashed).normalize();
			final boolean leaves = !target.startsWith(folder) || ("/" + slashed + "/").contains("/../");
			if (absolute || leaves || target.equals(folder) && !name.endsWith("/")) throw outside(name, null);
			return target;
		} catch (final InvalidPathException e) {
			throw outside(name, e);
		}
	}

	private ModelException outside(final String name, final InvalidPathException cause) {
		return new ModelException(
				label + ": expected entries inside the zip's own folder, got '" + Printable.name(name) + "'", cause);
	}
}
