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
package fovea.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseFitTest {

	private static final int SIDE = 256;

	/** Smooth hills of 5 to 200 photons, and a fine grating in a quarter of the image. */
	private static double photons(final int x, final int y) {
		final double hills = 0.5 + 0.5 * Math.sin(x / 30.0) * Math.cos(y / 40.0);
		final double grating = x < SIDE / 2 && y < SIDE / 2 ? 20 * Math.sin(x) : 0;
		return Math.max(5, 5 + 175 * hills * hills + grating);
	}

	private static float[] image(final double gain, final double read, final double black, final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (black + PhotonNoiseTest.noisy(random, photons(i % SIDE, i / SIDE), gain, read));
		return values;
	}

	@ParameterizedTest
	@CsvSource({"1,0,0", "4,5,100", "0.5,2,20", "20,40,0"})
	void gainAndOffsetAreFound(final double gain, final double read, final double black) {
		final NoiseFit fit =
				NoiseFit.of(List.of(image(gain, read, black, 1)), SIDE).orElseThrow();
		final PhotonNoise noise = fit.photons().orElseThrow(() -> new AssertionError(fit));
		assertEquals(gain, noise.gain(), 0.1 * gain, fit.toString());
		final double middle = black + 60 * gain;
		assertEquals(Math.sqrt(gain * gain * 60 + read * read), noise.deviation(middle), 0.1 * noise.deviation(middle));
	}

	@Test
	void noiseThatIsTheSameEverywhereIsNotOfPhotons() {
		final Random random = new Random(3);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (photons(i % SIDE, i / SIDE) + 10 * random.nextGaussian());
		assertTrue(NoiseFit.of(List.of(values), SIDE).orElseThrow().photons().isEmpty());
	}

	/** Noise that grows with the value itself, as speckle does, is no line: its variance is a square. */
	@Test
	void speckleIsNotOfPhotons() {
		final Random random = new Random(4);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (photons(i % SIDE, i / SIDE) * (1 + 0.2 * random.nextGaussian()));
		final NoiseFit fit = NoiseFit.of(List.of(values), SIDE).orElseThrow();
		assertTrue(fit.photons().isEmpty(), fit.toString());
	}

	@Test
	void thereIsNothingToBeSaidOfSmallFlatOrCleanImages() {
		assertEquals(Optional.empty(), NoiseFit.of(List.of(new float[SIDE * SIDE]), SIDE));
		assertEquals(Optional.empty(), NoiseFit.of(List.of(new float[64 * 64]), 64));
		final float[] ramp = new float[SIDE * SIDE];
		for (int i = 0; i < ramp.length; i++) ramp[i] = i % SIDE;
		assertEquals(Optional.empty(), NoiseFit.of(List.of(ramp), SIDE));
	}

	@Test
	void clippedBlocksAndThoseWithoutNumbersDoNotCount() {
		final float[] values = image(4, 5, 100, 6);
		for (int i = 0; i < values.length; i++) if (values[i] > 700) values[i] = 700;
		for (int i = 0; i < 3000; i++) values[i] = Float.NaN;
		final NoiseFit fit = NoiseFit.of(List.of(values), SIDE).orElseThrow();
		assertEquals(4, fit.photons().orElseThrow().gain(), 0.5, fit.toString());
	}
}
