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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

	@TempDir
	Path folder;

	@Test
	void oneAtATime() throws BatchException {
		try (FolderLock lock = FolderLock.acquire(folder)) {
			lock.requireFolder();
			final FolderBusyException e = assertThrows(FolderBusyException.class, () -> FolderLock.acquire(folder));
			assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
			lock.requireFolder();
		}
		assertFalse(Files.exists(folder.resolve(FolderLock.NAME)), "nothing is left");
		FolderLock.acquire(folder).close();
	}

	@Test
	void whatAKilledRunLeftLocksNobodyOut() throws Exception {
		Files.createFile(folder.resolve(FolderLock.NAME));
		FolderLock.acquire(folder).close();
		assertFalse(Files.exists(folder.resolve(FolderLock.NAME)));
	}

	@Test
	void aFolderThatVanishedIsMissed() throws Exception {
		try (FolderLock lock = FolderLock.acquire(folder)) {
			Files.delete(folder.resolve(FolderLock.NAME));
			final BatchException e = assertThrows(BatchException.class, lock::requireFolder);
			assertTrue(e.getMessage().contains("vanished"), e.getMessage());
		}
	}

	/** Files come and go; there must never be two who have it. */
	@RepeatedTest(10)
	@SuppressWarnings("try") // to hold the lock is all
	void manyWhoTryNeverHaveItTogether() throws Exception {
		final AtomicInteger holders = new AtomicInteger();
		final AtomicInteger most = new AtomicInteger();
		final AtomicInteger taken = new AtomicInteger();
		final List<Thread> threads = new ArrayList<>();
		for (int t = 0; t < 4; t++)
			threads.add(new Thread(() -> {
				for (int own = 0; own < 30; )
					try (FolderLock lock = FolderLock.acquire(folder)) {
						most.accumulateAndGet(holders.incrementAndGet(), Math::max);
						taken.incrementAndGet();
						own++;
						Thread.yield();
						holders.decrementAndGet();
					} catch (final BatchException e) {
						Thread.yield(); // somebody else has it
					}
			}));
		threads.forEach(Thread::start);
		for (final Thread thread : threads) thread.join();
		assertEquals(1, most.get());
		assertEquals(120, taken.get());
	}
}
