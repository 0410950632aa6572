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
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;

/** Removes temporary files as far as the system lets it. Stateless and thread-safe. */
public final class Removal {

	private Removal() {}

	/**
	 * Removes a folder and all in it, links and not what they lead to.
	 *
	 * @param folder may be gone already, or go meanwhile
	 */
	public static void folder(final Path folder) {
		walk(folder, Removal::delete);
	}

	/**
	 * The same, but files are made empty first: what a process still has in memory of them goes at once, not when that
	 * process ends or collects its garbage.
	 *
	 * @param folder of files that nobody reads any more
	 */
	public static void emptied(final Path folder) {
		walk(folder, Removal::emptiedFile);
	}

	/** @param path a file, made empty and deleted, or an empty folder */
	public static void emptiedFile(final Path path) {
		try {
			if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
				FileChannel.open(
								path,
								StandardOpenOption.WRITE,
								StandardOpenOption.TRUNCATE_EXISTING,
								LinkOption.NOFOLLOW_LINKS)
						.close();
		} catch (final IOException e) {
			path.toFile().deleteOnExit();
		}
		delete(path);
	}

	/** Now or when this process ends. */
	private static void delete(final Path path) {
		try {
			Files.deleteIfExists(path);
		} catch (final IOException e) {
			path.toFile().deleteOnExit();
		}
	}

	private static void walk(final Path folder, final Consumer<Path> remove) {
		try {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
					remove.accept(file);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(final Path file, final IOException e) {
					return FileVisitResult.CONTINUE; // the other side was faster
				}

				@Override
				public FileVisitResult postVisitDirectory(final Path visited, final IOException e) {
					remove.accept(visited);
					return FileVisitResult.CONTINUE;
				}
			});
		} catch (final IOException e) {
			folder.toFile().deleteOnExit();
		}
	}
}
