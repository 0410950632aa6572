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
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Whether a folder is this user's alone, so that what was put into it can be trusted later on: nobody else can write
 * into it, has put anything into it, or can put another one in its place, neither in a folder on the way nor by a link.
 * Windows tells none of this by permissions: there no folder is objected to. Stateless and thread-safe.
 */
public final class PrivateFolder {

	private static final String ONLY_OWNER = "rwx------";
	private static final int MOST_LINKS = 40;

	private PrivateFolder() {}

	/**
	 * @param folder which may not exist
	 * @return who else can change what is in it, as one line for users; empty if nobody can
	 * @throws IOException if it cannot be looked at
	 */
	public static Optional<String> objection(final Path folder) throws IOException {
		if (!isPosix()) return Optional.empty();
		return objection(folder, Owners.here());
	}

	static Optional<String> objection(final Path folder, final Owners owners) throws IOException {
		final Optional<String> way = onTheWay(folder.toAbsolutePath().normalize(), owners);
		if (way.isPresent() || !Files.isDirectory(folder)) return way;
		return inside(folder.toRealPath(), owners);
	}

	/**
	 * Makes a folder, and those that it is in, as far as they are missing, for this user alone; takes from others the
	 * right to look into one that is there, and to write where its group may.
	 *
	 * @param folder where
	 * @param levels how many folders, from that one up, are meant for nothing else
	 * @return as {@link #objection}
	 * @throws IOException if it cannot be made or looked at
	 */
	public static Optional<String> claim(final Path folder, final int levels) throws IOException {
		if (!isPosix()) {
			Files.createDirectories(folder);
			return Optional.empty();
		}
		return claim(folder, levels, Owners.here());
	}

	static Optional<String> claim(final Path folder, final int levels, final Owners owners) throws IOException {
		Path each = folder;
		for (int i = 0; i < levels; i++, each = each.getParent()) tighten(each, owners);
		final Optional<String> objection = objection(folder, owners);
		if (objection.isEmpty())
			Files.createDirectories(
					folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER)));
		return objection.isPresent() ? objection : objection(folder, owners);
	}

	/** Not of a folder that all could write into: it is too late. */
	private static void tighten(final Path folder, final Owners owners) throws IOException {
		if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return;
		final PosixFileAttributes attributes = attributes(folder);
		if (owners.isUsers(attributes) && !Owners.isOpenToAll(attributes))
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(ONLY_OWNER));
	}

	private static boolean isPosix() {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
	}

	private static PosixFileAttributes attributes(final Path path) throws IOException {
		return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
	}

	/** Each folder on the way, and behind each link. */
	private static Optional<String> onTheWay(final Path folder, final Owners owners) throws IOException {
		final Deque<Path> rest = new ArrayDeque<>();
		folder.forEach(rest::add);
		Path at = folder.getRoot();
		int links = 0;
		while (true) {
			final PosixFileAttributes attributes;
			try {
				attributes = attributes(at);
			} catch (final NoSuchFileException e) {
				return Optional.empty(); // it is still to be made, in a folder that was looked at
			}
			if (!owners.isSafe(attributes))
				return Optional.of(at + " belongs to " + attributes.owner().getName());
			if (attributes.isSymbolicLink()) {
				if (++links > MOST_LINKS) throw new IOException(folder + ": too many links");
				final Path target =
						at.getParent().resolve(Files.readSymbolicLink(at)).normalize();
				for (int i = target.getNameCount() - 1; i >= 0; i--) rest.addFirst(target.getName(i));
				at = target.getRoot();
				continue;
			}
			final boolean last = rest.isEmpty();
			if (owners.isOpen(attributes) && (last || !Owners.isSticky(at)))
				return Optional.of("others may write into " + at);
			if (last) return Optional.empty();
			at = at.resolve(rest.removeFirst());
		}
	}

	/** What others put there, or may change. Permissions count where others may look into the folder at all. */
	private static Optional<String> inside(final Path folder, final Owners owners) throws IOException {
		final boolean closed =
				PosixFilePermissions.toString(attributes(folder).permissions()).endsWith("------");
		final String[] found = {null};
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(final Path inner, final BasicFileAttributes basic)
					throws IOException {
				return look(inner);
			}

			@Override
			public FileVisitResult visitFile(final Path file, final BasicFileAttributes basic) throws IOException {
				return look(file);
			}

			private FileVisitResult look(final Path path) throws IOException {
				final PosixFileAttributes attributes = attributes(path);
				if (!owners.isSafe(attributes))
					found[0] = path + " belongs to " + attributes.owner().getName();
				else if (!closed && !attributes.isSymbolicLink() && owners.isOpen(attributes))
					found[0] = "others may write into " + path;
				return found[0] == null ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
			}

			@Override
			public FileVisitResult visitFileFailed(final Path file, final IOException e) {
				return FileVisitResult.CONTINUE; // gone meanwhile, or nobody's to read
			}
		});
		return Optional.ofNullable(found[0]);
	}
}
