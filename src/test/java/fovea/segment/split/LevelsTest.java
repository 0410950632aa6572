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
package fovea.segment.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LevelsTest {

	/**
	 * Of two maxima that differ by less than sorting sees, the lower one may come first: it is no top, since it meets
	 * the higher one, which then meets what was visited.
	 */
	@Test
	void aPlaneWithoutTopsIsCutDownToNothing() {
		final Frame frame = new Frame(3, 1);
		final float[] heights = new float[frame.length()];
		final float higher = sortedAsOne();
		heights[frame.at(0, 0)] = higher;
		heights[frame.at(1, 0)] = 1;
		heights[frame.at(2, 0)] = Math.nextDown(higher);
		final Relief relief = Relief.of(heights, frame, 0, higher);
		final short[] levels =
				assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Levels.of(relief, Maxima.of(relief, 1.5f)));
		for (int x = 0; x < 3; x++) assertEquals(0, levels[frame.at(x, 0)]);
	}

	private static float sortedAsOne() {
		float height = 1.1f;
		while ((int) (Math.nextDown(height) * (float) (2e9 / height)) != (int) (height * (float) (2e9 / height)))
			height = Math.nextUp(height);
		return height;
	}
}
