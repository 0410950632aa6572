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
package fovea.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PainterTest {

	private final Queue<Runnable> worker = new ArrayDeque<>();
	private final Queue<Runnable> home = new ArrayDeque<>();
	private final List<String> shown = new ArrayList<>();
	private long now;
	private long cost = 10;

	private final Painter<Integer, String> painter = new Painter<>(
			worker::add,
			home::add,
			() -> now,
			i -> {
				now += cost;
				if (i < 0) throw new IllegalStateException("negative");
				return "picture " + i;
			},
			shown::add,
			e -> shown.add("failed: " + e.getMessage()));

	private void work() {
		while (!worker.isEmpty()) worker.remove().run();
		while (!home.isEmpty()) home.remove().run();
	}

	@Test
	void ofWhatIsOfferedWhileItDrawsTheLatestIsDrawnNext() {
		assertTrue(painter.offer(1));
		for (int i = 2; i < 1000; i++) assertFalse(painter.offer(i));
		assertEquals(1, worker.size());
		work();
		now += 10_000;
		assertTrue(painter.offer(1000));
		work();
		assertEquals(List.of("picture 1", "picture 1000"), shown);
	}

	@Test
	void itPausesFiftyTimesAsLongAsItDrew() {
		painter.offer(1);
		work();
		now += 499;
		assertFalse(painter.offer(2));
		now += 1;
		assertTrue(painter.offer(2));
	}

	@Test
	void noPauseIsLongerThanTwoSeconds() {
		cost = 600_000_000_000L;
		painter.offer(1);
		work();
		now += 2_000_000_000L;
		assertTrue(painter.offer(2));
	}

	@Test
	void whatIsSeenAlreadyIsNotDrawnAgain() {
		painter.offer(1);
		work();
		now += 10_000;
		assertTrue(painter.offer(1));
		assertTrue(worker.isEmpty());
	}

	@Test
	void afterAFailureItGoesOn() {
		painter.offer(-1);
		work();
		now += 10_000;
		painter.offer(2);
		work();
		assertEquals(List.of("failed: negative", "picture 2"), shown);
	}
}
