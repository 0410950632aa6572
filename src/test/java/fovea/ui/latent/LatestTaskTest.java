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
package fovea.ui.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LatestTaskTest {

	private final Queue<Runnable> worker = new ArrayDeque<>();
	private final Queue<Runnable> home = new ArrayDeque<>();
	private final List<Integer> worked = new ArrayList<>();
	private final List<String> heard = new ArrayList<>();
	private final LatestTask<Integer, String> tasks = new LatestTask<>(
			worker::add,
			home::add,
			i -> {
				worked.add(i);
				if (i < 0) throw new ImageException("negative");
				if (i == 0) throw new IllegalStateException("zero");
				return "picture " + i;
			},
			heard::add,
			line -> heard.add("failed: " + line));

	private void one(final Queue<Runnable> queue) {
		queue.remove().run();
	}

	private void all() {
		while (!worker.isEmpty() || !home.isEmpty()) one(worker.isEmpty() ? home : worker);
	}

	@Test
	void ofWhatIsWishedMeanwhileOnlyTheLatestIsDone() {
		for (int i = 1; i <= 1000; i++) tasks.submit(i);
		assertEquals(1, worker.size());
		all();
		assertEquals(List.of(1, 1000), worked);
		assertEquals(List.of("picture 1", "picture 1000"), heard);
	}

	@Test
	void whatIsWishedBetweenWorkAndResultIsDoneToo() {
		tasks.submit(1);
		one(worker);
		tasks.submit(2);
		assertTrue(worker.isEmpty(), "one at a time, until its result is shown");
		all();
		assertEquals(List.of("picture 1", "picture 2"), heard);
	}

	@Test
	void aResultMayBringTheNextWish() {
		final List<Integer> done = new ArrayList<>();
		final List<LatestTask<Integer, Integer>> self = new ArrayList<>();
		self.add(new LatestTask<>(
				worker::add,
				home::add,
				i -> i,
				i -> {
					done.add(i);
					if (i < 3) self.get(0).submit(i + 1);
				},
				heard::add));
		self.get(0).submit(1);
		all();
		assertEquals(List.of(1, 2, 3), done);
	}

	@Test
	void afterAFailureItGoesOn() {
		tasks.submit(-1);
		all();
		tasks.submit(0);
		all();
		tasks.submit(5);
		all();
		assertEquals(
				List.of("failed: negative", "failed: unexpected java.lang.IllegalStateException: zero", "picture 5"),
				heard);
	}

	@Test
	void whatIsForgottenIsNotDone() {
		tasks.submit(1);
		tasks.submit(2);
		tasks.forget();
		all();
		assertEquals(List.of(1), worked);
	}
}
