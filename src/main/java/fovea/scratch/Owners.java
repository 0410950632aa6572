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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Who may change a file: its owner, and those whom its permissions let. The user of this JVM and the owners of the
 * system are trusted.
 *
 * @param user of this JVM
 * @param trusted who could do whatever they like
 */
record Owners(UserPrincipal user, Set<UserPrincipal> trusted) {

	/** @return those of this JVM; on a system with POSIX permissions only */
	static Owners here() throws IOException {
		final UserPrincipal user = present();
		// In a container the system's files may seem to belong to anybody; whoever has the root folder has all.
		return new Owners(user, Set.of(Files.getOwner(Path.of("/"))));
	}

	/** Java does not tell its user, but what it makes belongs to them. */
	private static UserPrincipal present() throws IOException {
		final Path own;
		try {
			own = Files.createTempFile("fovea-user-", "");
		} catch (final IOException e) {
			return Files.getOwner(Path.of(System.getProperty("user.home")));
		}
		try {
			return Files.getOwner(own);
		} finally {
			Files.deleteIfExists(own);
		}
	}

	boolean isUsers(final PosixFileAttributes file) {
		return user.equals(file.owner());
	}

	/** @return whether nobody else is its owner */
	boolean isSafe(final PosixFileAttributes file) {
		return isUsers(file) || trusted.contains(file.owner());
	}

	/** @return whether all users may write it */
	static boolean isOpenToAll(final PosixFileAttributes file) {
		return file.permissions().contains(PosixFilePermission.OTHERS_WRITE);
	}

	/**
	 * @return whether others than its owner may write it; where each user has a group of that name, its members are the
	 *     user
	 */
	boolean isOpen(final PosixFileAttributes file) {
		return isOpenToAll(file)
				|| file.permissions().contains(PosixFilePermission.GROUP_WRITE)
						&& !file.group().getName().equals(file.owner().getName());
	}

	/** In such a folder all may write, but each only what is theirs, as in /tmp. */
	static boolean isSticky(final Path folder) throws IOException {
		return ((Integer) Files.getAttribute(folder, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 01000) != 0;
	}
}
