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
package fovea.scratch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A new folder for temporary files, PREFIXPID-START-RANDOM, where START tells processes of one number apart. It is
 * locked until it is closed or its process ends; making one removes those of the same user, place and prefix whose
 * process is gone. Thread-safe.
 */
public final class ScratchFolder implements AutoCloseable {

	/** Name of the file in each folder that is locked while its process lives. */
	public static final String LOCK = ".lock";

	/**
	 * Before there were locks a name was all there was to tell by; a folder younger than this may still get its lock.
	 */
	private static final Duration UNLOCKED = Duration.ofMinutes(1);

	private static final Pattern PID = Pattern.compile("([0-9]{1,18})-.*");

	private final Path path;
	private final FileChannel lock;

	private ScratchFolder(final Path path, final FileChannel lock) {
		this.path = path;
		this.lock = lock;
	}

	/**
	 * @param place an existing folder
	 * @param prefix of the new folder's name, such as {@code fovea-model-}
	 * @return a folder that only this user can read, to be closed by the caller
	 * @throws IOException if nothing can be written there
	 */
	public static ScratchFolder in(final Path place, final String prefix) throws IOException {
		final Path path = Files.createTempDirectory(place, own(prefix));
		final FileChannel channel =
				FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		try {
			channel.lock(); // held until the channel is closed, or its process ends
		} catch (final IOException e) {
			channel.close();
			Removal.folder(path);
			throw e;
		}
		removeAbandoned(path, prefix);
		return new ScratchFolder(path, channel);
	}

	/** @return the folder for temporary files that the system gives every program */
	public static Path place() {
		return Path.of(System.getProperty("java.io.tmpdir"));
	}

	/** @return the folder */
	public Path path() {
		return path;
	}

	private static String own(final String prefix) {
		return prefix + of(ProcessHandle.current());
	}

	/** @return how a name goes on behind its prefix */
	private static String of(final ProcessHandle process) {
		return process.pid() + "-"
				+ Long.toString(
						process.info().startInstant().map(Instant::toEpochMilli).orElse(0L), 36) + "-";
	}

	/** A process that is seen alive may have made its lock and not yet have it. */
	private static boolean isAlive(final String name) {
		final Matcher pid = PID.matcher(name);
		return pid.matches()
				&& ProcessHandle.of(Long.parseLong(pid.group(1)))
						.filter(process -> name.startsWith(of(process)))
						.isPresent();
	}

	/** Removes what processes of the same user left beside a folder, where that can be seen. */
	private static void removeAbandoned(final Path own, final String prefix) {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(own.getParent(), prefix + "*")) {
			final UserPrincipal user = Files.getOwner(own);
			for (final Path folder : folders)
				if (user.equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)) && isAbandoned(folder, prefix))
					Removal.folder(folder);
		} catch (final IOException | DirectoryIteratorException e) {
			return; // the next process may have more luck; this one needs only its own
		}
	}

	private static boolean isAbandoned(final Path folder, final String prefix) {
		if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return false;
		final String name = folder.getFileName().toString();
		// Not even opened: closing a file lets go all locks that this process has on it.
		if (name.startsWith(own(prefix)) || isAlive(name.substring(prefix.length()))) return false;
		if (!Files.exists(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS))
			return isOfADeadProcess(folder, name.substring(prefix.length()));
		try (FileChannel channel =
						FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
				FileLock lock = channel.tryLock()) {
			return lock != null;
		} catch (final IOException | OverlappingFileLockException e) {
			return false;
		}
	}

	/** A folder without a lock is being made just now, being removed, or of a version that had none. */
	private static boolean isOfADeadProcess(final Path folder, final String name) {
		final Matcher pid = PID.matcher(name);
		try {
			return pid.matches()
					&& ProcessHandle.of(Long.parseLong(pid.group(1))).isEmpty()
					&& Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS)
							.toInstant()
							.isBefore(Instant.now().minus(UNLOCKED));
		} catch (final IOException e) {
			return false; // just gone
		}
	}

	/**
	 * Lets the lock go and removes the folder and all in it. A second time does nothing, or removes what could not be
	 * removed before.
	 */
	@Override
	public void close() {
		try {
			lock.close();
		} catch (final IOException e) {
			Removal.folder(path);
			return; // the system lets it go with the process
		}
		Removal.folder(path);
	}
}
