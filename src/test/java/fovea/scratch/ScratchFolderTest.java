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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {

	private static final String PREFIX = "fovea-some-";
	/** Of no process, on any system. */
	private static final String DEAD = "999999999999";

	@TempDir
	private Path place;

	private Path left(final String name) throws Exception {
		final Path folder = Files.createDirectory(place.resolve(PREFIX + name));
		Files.writeString(Files.createDirectory(folder.resolve("deep")).resolve("file"), "x");
		return folder;
	}

	private void make() throws Exception {
		ScratchFolder.in(place, PREFIX).close();
	}

	private static void old(final Path folder) throws Exception {
		Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(3600)));
	}

	@Test
	void itIsThereUntilItIsClosed() throws Exception {
		final ScratchFolder folder = ScratchFolder.in(place, PREFIX);
		assertEquals(place, folder.path().getParent());
		assertTrue(folder.path()
				.getFileName()
				.toString()
				.startsWith(PREFIX + ProcessHandle.current().pid() + "-"));
		Files.writeString(folder.path().resolve("file"), "x");
		folder.close();
		assertFalse(Files.exists(folder.path()));
		folder.close();
	}

	@Test
	void oneWhoseLockNobodyHoldsIsRemoved() throws Exception {
		final Path left = left("1-x-2");
		Files.createFile(left.resolve(ScratchFolder.LOCK));
		make();
		assertFalse(Files.exists(left));
	}

	/** The same number was another process' in a container that has ended. */
	@Test
	void aNumberThatIsUsedAgainProtectsNothing() throws Exception {
		final Path left = left(ProcessHandle.current().pid() + "-another-2");
		Files.createFile(left.resolve(ScratchFolder.LOCK));
		make();
		assertFalse(Files.exists(left));
	}

	@Test
	void oneWhoseLockIsHeldIsKept() throws Exception {
		final Path left = left(DEAD + "-x-2");
		old(left);
		try (FileChannel channel = FileChannel.open(
						left.resolve(ScratchFolder.LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
				FileLock lock = channel.lock()) {
			make();
			assertTrue(lock.isValid() && Files.exists(left));
		}
	}

	/** As versions before 2.1 made them. */
	@Test
	void withoutALockTheNumberOfTheProcessDecides() throws Exception {
		final Path dead = left(DEAD + "-123");
		final Path young = left(DEAD + "-456");
		final Path alive = left(ProcessHandle.current().pid() + "-789");
		final Path strange = left("dir");
		old(dead);
		old(alive);
		old(strange);
		make();
		assertFalse(Files.exists(dead));
		assertTrue(Files.exists(young) && Files.exists(alive) && Files.exists(strange));
	}

	@Test
	void othersAreKept() throws Exception {
		final Path other = Files.createDirectory(place.resolve("fovea-else-" + DEAD + "-1"));
		final Path file = Files.writeString(place.resolve(PREFIX + DEAD + "-1"), "a file");
		old(other);
		old(file);
		make();
		assertTrue(Files.exists(other) && Files.exists(file));
	}

	@Test
	void linksAreRemovedAndNotWhatTheyLeadTo() throws Exception {
		final Path precious =
				Files.writeString(Files.createDirectory(place.resolve("kept")).resolve("file"), "data");
		try (ScratchFolder folder = ScratchFolder.in(place, PREFIX)) {
			Files.createSymbolicLink(folder.path().resolve("file"), precious);
			Files.createSymbolicLink(folder.path().resolve("folder"), precious.getParent());
			Removal.emptied(folder.path());
		}
		assertEquals("data", Files.readString(precious));
	}
}
