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
package fovea.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a worker's files are: one folder in each place for temporary files. A lock in each says that its host lives; folders
 * whose host is gone are removed when the next ones are made.
 */
public final class Folders implements AutoCloseable {

	static final String PREFIX = "fovea-worker-";
	private static final String LOCK = "lock";

	private final List<Path> folders = new ArrayList<>();
	private final List<FileChannel> locks = new ArrayList<>();

	private Folders() {}

	/**
	 * @param places existing folders, the fastest first; one where nothing can be written is left out
	 * @return folders that the caller closes
	 * @throws IOException if nothing can be written anywhere
	 */
	static Folders in(final List<Path> places) throws IOException {
		final Folders made = new Folders();
		IOException last = null;
		for (final Path place : places)
			try {
				made.add(Files.createTempDirectory(place, ownPrefix()));
			}
			catch (final IOException e) {
				last = e;
			}
		if (made.folders.isEmpty()) throw last == null ? new IOException("no folder for temporary files") : last;
		for (final Path folder : made.folders)
			removeAbandoned(folder);
		return made;
	}

	private static String ownPrefix() {
		return PREFIX + ProcessHandle.current().pid() + "-";
	}

	private void add(final Path folder) throws IOException {
		final FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW,
			StandardOpenOption.WRITE);
		folders.add(folder);
		locks.add(channel);
		channel.lock(); // held until the channel is closed, or its process ends
	}

	/** Removes what hosts of the same user left beside a folder, where that can be seen. */
	private static void removeAbandoned(final Path own) {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(own.getParent(), PREFIX + "*")) {
			final UserPrincipal user = Files.getOwner(own);
			for (final Path folder : folders)
				if (user.equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)) && isAbandoned(folder)) delete(folder);
		}
		catch (final IOException | DirectoryIteratorException e) {
			return; // the next host may have more luck; this one needs only its own
		}
	}

	/** A folder without a lock is being made just now, or deleted. */
	private static boolean isAbandoned(final Path folder) {
		// Not even opened: closing a file lets go all locks that this process has on it.
		if (folder.getFileName().toString().startsWith(ownPrefix())) return false;
		try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
				FileLock lock = channel.tryLock())
		{
			return lock != null;
		}
		catch (final IOException e) {
			return false;
		}
	}

	/** @return the folders, the fastest first */
	List<Path> paths() {
		return List.copyOf(folders);
	}

	/** Removes the folders and all in them. */
	@Override
	public void close() {
		for (final FileChannel lock : locks)
			try {
				lock.close();
			}
			catch (final IOException e) {
				continue; // the system lets it go with the process
			}
		for (final Path folder : folders)
			delete(folder);
	}

	/**
	 * Removes a folder and all in it, as far as the system lets it. Files are made empty first: what a process still has
	 * in memory of them goes at once, not when that process ends or collects its garbage.
	 */
	public static void delete(final Path folder) {
		try {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
					deleteIfPossible(file);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(final Path file, final IOException e) {
					return FileVisitResult.CONTINUE; // the other side was faster
				}

				@Override
				public FileVisitResult postVisitDirectory(final Path visited, final IOException e) {
					deleteIfPossible(visited);
					return FileVisitResult.CONTINUE;
				}
			});
		}
		catch (final IOException e) {
			folder.toFile().deleteOnExit();
		}
	}

	/** Deletes a file or an empty folder, now or when this process ends. */
	static void deleteIfPossible(final Path path) {
		try {
			if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) FileChannel.open(path, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS).close();
			Files.deleteIfExists(path);
		}
		catch (final IOException e) {
			path.toFile().deleteOnExit();
		}
	}
}
