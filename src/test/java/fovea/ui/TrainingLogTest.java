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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Raster;
import fovea.ui.TrainingState.UserChoice;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TrainingLogTest {

	private final TrainingLog log = new TrainingLog(new ShownTraining("net", "psnr", 10, List.of()), System::nanoTime);

	/** While another thread fetches states and wishes, none goes back and nothing is lost. */
	@Test
	void aHundredThousandStepsAreOneStateInTheEnd() throws InterruptedException {
		final AtomicBoolean wentBack = new AtomicBoolean();
		final AtomicBoolean over = new AtomicBoolean();
		final Thread fetching = new Thread(() -> {
			long before = 0;
			while (!over.get()) {
				final long done = log.state().position().done();
				if (done < before) wentBack.set(true);
				before = done;
				log.choice(UserChoice.STOP);
			}
		});
		fetching.start();
		for (int epoch = 1; epoch <= 10; epoch++)
			for (int step = 1; step <= 10_000; step++) log.step(epoch, step, 10_000, step);
		over.set(true);
		fetching.join();
		log.choice(UserChoice.STOP);
		assertFalse(wentBack.get());
		assertEquals(100_000, log.state().position().done());
		assertEquals(5000.5, log.state().losses().mean(), 1e-9);
		assertTrue(log.isCancelled());
		assertSame(log.state(), log.state());
	}

	@Test
	void thePersonChoosesTheSampleAndAPreviewSaysWhichItIs() {
		final Raster raster = new Raster(1, 1, 1, new float[1]);
		assertEquals(0, log.previewIndex(5));
		log.want(3);
		log.preview(1, raster, raster, raster);
		assertEquals(0, log.state().preview().orElseThrow().index());
		assertEquals(3, log.previewIndex(5));
		log.preview(2, raster, raster, raster);
		assertEquals(3, log.state().preview().orElseThrow().index());
		assertEquals(5, log.state().previews());
		log.want(99);
		assertEquals(4, log.previewIndex(5));
	}

	@Test
	void onlyAPersonCancels() {
		log.step(1, 1, 1, 1);
		log.warn("careful");
		assertFalse(log.isCancelled());
		assertEquals(List.of("careful"), log.state().messages());
		log.choice(UserChoice.DISCARD);
		assertTrue(log.isCancelled());
	}
}
