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
package fovea.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.base.ImageException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers that do not come to an end. */
@Timeout(60)
class TimedReadingTest {

	private final CountDownLatch never = new CountDownLatch(1);
	private final TimedReading reading = TimedReading.of(Path.of("samples", "blobs.tif"));

	@AfterEach
	void end() {
		System.clearProperty(TimedReading.SECONDS);
		never.countDown();
	}

	@Test
	void whatIsReadInTimeIsGivenAndSoAreErrors() throws Exception {
		assertEquals("read", reading.read(() -> "read", () -> false));
		assertEquals(
				"reason",
				assertThrows(
								ImageException.class,
								() -> reading.read(
										() -> {
											throw new ImageException("reason");
										},
										() -> false))
						.getMessage());
		assertThrows(
				IllegalStateException.class,
				() -> reading.read(
						() -> {
							throw new IllegalStateException();
						},
						() -> false));
	}

	@Test
	void whatTakesTooLongIsAnError() {
		System.setProperty(TimedReading.SECONDS, "1");
		final String message = assertThrows(ImageException.class, () -> reading.read(this::waitForever, () -> false))
				.getMessage();
		assertTrue(
				message.contains("blobs.tif': reading it did not end within 1 s")
						&& message.contains("-Dfovea.readtimeout=10"),
				message);
	}

	@Test
	void readingCanBeCancelled() {
		assertThrows(CancelledException.class, () -> reading.read(this::waitForever, () -> true));
	}

	@Test
	void anInterruptedThreadDoesNotWait() {
		Thread.currentThread().interrupt();
		assertThrows(CancelledException.class, () -> reading.read(this::waitForever, () -> false));
		assertTrue(Thread.interrupted());
	}

	/** As ImageJ's reader of damaged deflate does: it does not hear of being interrupted. */
	private String waitForever() {
		while (true) {
			try {
				never.await();
				return "";
			} catch (final InterruptedException e) {
				// goes on
			}
		}
	}
}
