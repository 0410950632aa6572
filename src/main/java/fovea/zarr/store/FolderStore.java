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
package fovea.zarr.store;

import fovea.base.ImageException;
import fovea.io.AtomicFile;
import fovea.io.InputFiles;
import fovea.text.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A folder, where each key is a file. Links within the folder are followed; a link that leads out of it is refused.
 * Thread-safe; closing it does nothing.
 */
public final class FolderStore implements Store {

	private final Path root;

	private FolderStore(final Path root) {
		this.root = root;
	}

	/**
	 * @param folder that exists
	 * @return its store
	 * @throws ImageException if it is no folder
	 */
	public static FolderStore open(final Path folder) throws ImageException {
		if (!Files.isDirectory(folder))
			throw new ImageException(
					"Cannot read '" + folder + "': " + (Files.exists(folder) ? "no folder" : "no such folder"));
		return of(folder);
	}

	/**
	 * @param folder that is made if it is not there, with those above it
	 * @return its store
	 * @throws ImageException if it cannot be made
	 */
	public static FolderStore create(final Path folder) throws ImageException {
		try {
			Files.createDirectories(folder);
		} catch (final IOException e) {
			throw new ImageException("Cannot make the folder '" + folder + "': " + InputFiles.reason(e), e);
		}
		return of(folder);
	}

	private static FolderStore of(final Path folder) throws ImageException {
		try {
			return new FolderStore(folder.toRealPath());
		} catch (final IOException e) {
			throw new ImageException("Cannot read '" + folder + "': " + InputFiles.reason(e), e);
		}
	}

	@Override
	public String name() {
		return root.toString();
	}

	@Override
	public Optional<byte[]> read(final String key, final int most) throws ImageException {
		final Path file = path(key);
		try {
			return isThere(file) ? Optional.of(InputFiles.bytes(file, most)) : Optional.empty();
		} catch (final IOException e) {
			throw unreadable(key, e);
		}
	}

	@Override
	public Optional<byte[]> read(final String key, final long offset, final int length) throws ImageException {
		final Path file = path(key);
		try {
			if (!isThere(file)) return Optional.empty();
			try (FileChannel channel = InputFiles.channel(file)) {
				final Range range = Range.of(offset, length, channel.size());
				final ByteBuffer part = ByteBuffer.allocate(range.length());
				while (part.hasRemaining() && channel.read(part, range.start() + part.position()) >= 0) continue;
				return Optional.of(part.hasRemaining() ? Arrays.copyOf(part.array(), part.position()) : part.array());
			}
		} catch (final IOException e) {
			throw unreadable(key, e);
		}
	}

	@Override
	public OptionalLong size(final String key) throws ImageException {
		final Path file = path(key);
		try {
			return isThere(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
		} catch (final IOException e) {
			throw unreadable(key, e);
		}
	}

	@Override
	public boolean canList() {
		return true;
	}

	@Override
	public List<String> children(final String prefix) throws ImageException {
		final Path folder = Keys.requirePrefix(prefix).isEmpty() ? root : path(prefix);
		if (!Files.isDirectory(folder)) return List.of();
		try {
			requireInside(folder);
			try (Stream<Path> files = Files.list(folder)) {
				return files.map(file -> file.getFileName().toString())
						.filter(name -> AtomicFile.target(name).isEmpty())
						.sorted()
						.toList();
			}
		} catch (final IOException e) {
			throw unreadable(prefix, e);
		}
	}

	@Override
	public void write(final String key, final byte[] value) throws ImageException {
		final Path file = path(key);
		try {
			Path there = file.getParent();
			while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) there = there.getParent();
			requireInside(there);
			Files.createDirectories(file.getParent());
		} catch (final FileAlreadyExistsException e) {
			throw new ImageException("Cannot write '" + file + "': there is a file where a folder is needed", e);
		} catch (final IOException e) {
			throw new ImageException("Cannot write '" + file + "': " + InputFiles.reason(e), e);
		}
		AtomicFile.write(file, value.length, out -> out.write(value));
	}

	@Override
	public void delete(final String key) throws ImageException {
		final Path file = path(key);
		try {
			if (isThere(file)) Files.delete(file);
		} catch (final IOException e) {
			throw new ImageException("Cannot delete '" + file + "': " + InputFiles.reason(e), e);
		}
	}

	@Override
	public void close() {}

	private Path path(final String key) throws ImageException {
		try {
			final Path path = root.resolve(Keys.require(key)).normalize();
			if (path.startsWith(root) && !path.equals(root)) return path;
		} catch (final InvalidPathException e) {
			throw new ImageException("'" + Printable.name(key) + "' is no name of a file on this computer", e);
		}
		throw new ImageException("Expected a name inside the folder '" + root + "', got '" + Printable.name(key) + "'");
	}

	/** What cannot be looked at is not taken for missing: a missing chunk has values, too. */
	private boolean isThere(final Path file) throws IOException {
		try {
			if (Files.readAttributes(file, BasicFileAttributes.class).isDirectory()) return false;
		} catch (final NoSuchFileException e) {
			if (Files.isSymbolicLink(file)) throw new FileSystemException(file.toString(), null, "a link to nowhere");
			return false;
		} catch (final FileSystemException e) {
			for (Path above = file.getParent(); !above.equals(root); above = above.getParent())
				if (Files.isRegularFile(above)) return false;
			throw e;
		}
		requireInside(file);
		return true;
	}

	private void requireInside(final Path path) throws IOException {
		if (!path.toRealPath().startsWith(root))
			throw new FileSystemException(path.toString(), null, "a link that leads out of '" + root + "'");
	}

	private ImageException unreadable(final String key, final IOException failure) {
		return new ImageException("Cannot read '" + root.resolve(key) + "': " + InputFiles.reason(failure), failure);
	}
}
