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
package fovea.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountdownTest {

	private final AtomicLong seconds = new AtomicLong(7);

	private Countdown of(final int images) {
		return new Countdown(images, () -> TimeUnit.SECONDS.toNanos(seconds.get()));
	}

	@Test
	void imagesTakeAsLongAsThoseBefore() {
		final Countdown countdown = of(4);
		assertEquals("image 1 of 4: ", countdown.next());
		seconds.addAndGet(100);
		countdown.done();
		assertEquals(" (1 of 4, 5 min left)", countdown.text());
		countdown.leftOut();
		assertEquals("image 3 of 4, 3 min left: ", countdown.next());
		seconds.addAndGet(10);
		countdown.done();
		assertEquals(" (3 of 4, 55 s left)", countdown.text());
		countdown.next();
		countdown.done();
		assertEquals(" (4 of 4)", countdown.text());
	}

	@Test
	void oneImageIsNotCounted() {
		final Countdown countdown = of(1);
		assertEquals("", countdown.next());
		countdown.done();
		assertEquals("", countdown.text());
	}

	@Test
	void timesAreShort() {
		assertEquals("119 s", Countdown.time(119));
		assertEquals("2 min", Countdown.time(140));
		assertEquals("2 h 1 min", Countdown.time(7290));
	}
}
