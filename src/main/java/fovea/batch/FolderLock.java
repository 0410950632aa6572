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
package fovea.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps a folder for results to one run, by a lock on a file in it, which the system takes back when the process ends
 * in whatever way. The file is gone when this is closed. While it is there, so is the folder: one that a network lost,
 * and under whose path there is now another, lacks it.
 */
final class FolderLock implements AutoCloseable {

	/** Hidden, so that no run takes it for a result. */
	static final String NAME = ".fovea-batch.lock";

	private static final int TRIES = 100;

	/** Two files are of the same size as often by chance once in 2^48 times. */
	private static final int ROUNDS = 4;

	private static final int MOST_BYTES = 1 << 12;

	private final Path folder;
	private final Path file;
	private final FileChannel channel;

	private FolderLock(final Path folder, final Path file, final FileChannel channel) {
		this.folder = folder;
		this.file = file;
		this.channel = channel;
	}

	/**
	 * @param folder an existing one
	 * @return a lock that the caller closes
	 * @throws FolderBusyException if another run has it, in this process or another
	 * @throws BatchException if files cannot be made or locked there
	 */
	static FolderLock acquire(final Path folder) throws BatchException {
		final Path file = folder.resolve(NAME);
		try {
			// Again where the one who had the lock has removed the file in between.
			for (int i = 0; i < TRIES; i++) {
				final FileChannel channel = locked(folder, file);
				if (channel != null) return new FolderLock(folder, file, channel);
			}
			throw new FolderBusyException(folder);
		} catch (final IOException e) {
			throw new BatchException(folder + ": cannot lock this folder for results: " + Reason.of(e), e);
		}
	}

	/** @return null if what was locked is not what stands under that name */
	private static FileChannel locked(final Path folder, final Path file) throws IOException, BatchException {
		FileChannel channel = null;
		boolean mine = false;
		try {
			channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (channel.tryLock() == null) throw new FolderBusyException(folder);
			mine = standsAt(file, channel);
			return mine ? channel : null;
		} catch (final OverlappingFileLockException e) {
			throw new FolderBusyException(folder);
		} finally {
			if (!mine && channel != null) channel.close();
		}
	}

	/**
	 * Between opening and locking, the file may have been removed and made anew by another. Only who has the lock
	 * changes a file's size, so it tells which file stands there. It must not be opened: on Linux to close it again
	 * would end the lock.
	 */
	private static boolean standsAt(final Path file, final FileChannel channel) throws IOException {
		for (int i = 0; i < ROUNDS; i++) {
			final int size = ThreadLocalRandom.current().nextInt(MOST_BYTES);
			channel.truncate(0).write(ByteBuffer.allocate(size), 0);
			try {
				if (Files.size(file) != size) return false;
			} catch (final NoSuchFileException e) {
				return false;
			}
		}
		return true;
	}

	/** @throws BatchException if the folder is not there any more */
	void requireFolder() throws BatchException {
		if (!Files.exists(file))
			throw new BatchException(folder + ": this folder for results has vanished; the run ends here, "
					+ "and goes on when it is started again");
	}

	/** Removed while it is still locked, so that nobody else's is. */
	@Override
	public void close() {
		try (channel) {
			Files.deleteIfExists(file);
		} catch (final IOException e) {
			// The folder has become read-only, say. A file that stays locks nobody out: the lock on it ends with the
			// process.
			return;
		}
	}
}
