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
package fovea.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.infer.network.InferenceException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AbandonableTest {

	@Test
	void whoIsInterruptedIsFreeAndTheWorkGoesOn() throws Exception {
		final CountDownLatch begun = new CountDownLatch(1);
		final CountDownLatch wanted = new CountDownLatch(1);
		final CountDownLatch ended = new CountDownLatch(1);
		try (Abandonable abandonable = new Abandonable()) {
			final CompletableFuture<Boolean> flag = new CompletableFuture<>();
			final Thread thread = new Thread(() -> {
				assertThrows(
						InferenceException.class,
						() -> abandonable.run(() -> {
							begun.countDown();
							wanted.await();
							ended.countDown();
							return null;
						}));
				flag.complete(Thread.currentThread().isInterrupted());
			});
			thread.start();
			begun.await();
			thread.interrupt();
			assertTrue(flag.get(), "the flag stays");
			assertEquals(1, ended.getCount());
			wanted.countDown();
			ended.await();
		}
	}

	@Test
	void nothingIsRunOnceItIsClosed() {
		final Abandonable abandonable = new Abandonable();
		abandonable.close();
		assertThrows(InferenceException.class, () -> abandonable.run(() -> 3));
	}

	@Test
	void resultsAndErrorsAreThoseOfTheWork() throws Exception {
		try (Abandonable abandonable = new Abandonable()) {
			assertEquals(3, abandonable.run(() -> 3));
			final ModelException error = new ModelException("no");
			assertSame(
					error,
					assertThrows(
							ModelException.class,
							() -> abandonable.run(() -> {
								throw error;
							})));
		}
	}
}
