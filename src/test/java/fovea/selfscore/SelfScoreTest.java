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
package fovea.selfscore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.image.Raster;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelfScoreTest {

	private static final int EDGE = 128;

	@Test
	void aHiddenPixelIsTheMeanOfItsEightNeighborsAndAllOthersStay() {
		final Raster plane = new Raster(5, 6, 1, counted(30));
		final float[] hidden = BlindGrid.of(plane, 1).hidden().data(); // rows 2, columns 2
		for (int i = 0; i < hidden.length; i++)
			assertEquals(i == 2 * 6 + 2 ? (float) ring(plane, 2, 2) : plane.data()[i], hidden[i], 1e-6f, "pixel " + i);
	}

	private static double ring(final Raster plane, final int y, final int x) {
		double sum = 0;
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++) if (dy != 0 || dx != 0) sum += plane.at(y + dy, x + dx, 0);
		return sum / 8;
	}

	@Test
	void atTheCornerThePlaneIsMirrored() {
		final Raster plane = new Raster(2, 2, 1, new float[] {1, 2, 4, 8});
		// The border pixel is not repeated: it would be its own neighbor.
		final double expected = (8 + 4 + 8 + 2 + 2 + 8 + 4 + 8) / 8.0;
		assertEquals(expected, BlindGrid.of(plane, 0).hidden().data()[0], 1e-6);
	}

	@Test
	void theFourGridsShareNoRowAndNoColumnAndAreAQuarterOfAllPixels() {
		final Raster plane = new Raster(16, 16, 1, new float[256]);
		final Set<Integer> all = new HashSet<>();
		final Set<Integer> rows = new HashSet<>();
		for (int phase = 0; phase < BlindGrid.PHASES; phase++) {
			final Raster ones = plane.withData(filled(256, 1));
			final float[] with = BlindGrid.of(hole(ones), phase).hidden().data();
			assertEquals(16, BlindGrid.of(plane, phase).errors(ones).length);
			for (int i = 0; i < with.length; i++) if (with[i] != hole(ones).data()[i]) all.add(i);
			rows.add(phase);
		}
		assertEquals(64, all.size());
		assertEquals(4, rows.size());
		assertEquals(4, all.stream().map(i -> i / 16 % 4).distinct().count());
	}

	/** Each pixel differs from the mean of those around it. */
	private static Raster hole(final Raster plane) {
		final Random random = new Random(1);
		final float[] values = new float[plane.data().length];
		for (int i = 0; i < values.length; i++) values[i] = random.nextFloat();
		return plane.withData(values);
	}

	@Test
	void theScoreIsTheErrorPlusTheVarianceOfTheNoise() throws FoveaException {
		final Raster clean = waves();
		final Raster noisy = noisy(clean, 20);
		// Knows the truth, but for an offset of 6: 36 off, and the noise of 400.
		final SelfScore score = SelfScore.of(noisy, plane -> {
			final float[] values = clean.data().clone();
			for (int i = 0; i < values.length; i++) values[i] += 6;
			return clean.withData(values);
		});
		assertEquals(EDGE * EDGE / 4, score.pixels());
		assertEquals(436, score.error(), 30);
		assertEquals(10 * Math.log10(255.0 * 255 / score.error()), score.psnr(255), 1e-9);
	}

	@Test
	void nobodyIsPaidForGivingBackWhatHeSaw() throws FoveaException {
		final Raster noisy = noisy(waves(), 20);
		final double itself = SelfScore.of(noisy, plane -> plane).error();
		final double smooth = SelfScore.of(noisy, ClassicDenoiser.gaussian(1.4)).error();
		assertTrue(itself > 430, "the pixel itself is not seen: " + itself);
		assertTrue(smooth < itself - 5, smooth + " and " + itself);
	}

	@Test
	void whatIsNoNumberIsLeftOutAndADenoiserThatGivesNoneIsLast() throws FoveaException {
		final Raster noisy = noisy(waves(), 20);
		noisy.data()[0] = Float.NaN;
		final SelfScore score = SelfScore.of(noisy, ClassicDenoiser.median(3));
		assertEquals(EDGE * EDGE / 4 - 1, score.pixels());
		assertTrue(Double.isFinite(BlindGrid.of(noisy, 0).hidden().data()[1]));
		final SelfScore none = SelfScore.of(noisy, plane -> plane.withData(filled(EDGE * EDGE, Float.NaN)));
		assertEquals(Double.POSITIVE_INFINITY, none.error());
	}

	@Test
	void anotherSizeIsRefused() {
		final Raster noisy = noisy(waves(), 20);
		assertThrows(
				IllegalArgumentException.class, () -> SelfScore.of(noisy, plane -> plane.crop(0, 0, EDGE - 1, EDGE)));
	}

	@Test
	void differencesAreTakenPixelByPixel() {
		final BlindErrors a = new BlindErrors();
		final BlindErrors b = new BlindErrors();
		a.add(new float[] {100, 1, 50});
		b.add(new float[] {99, 0, 49});
		assertEquals(1, a.less(b).mean(), 1e-9);
		assertEquals(0, a.less(b).uncertainty(), 1e-9, "however different the pixels are");
		assertTrue(a.less(b).isBeyond(4));
		b.add(new float[] {7});
		assertEquals(1, a.less(b).mean(), 1e-9, "over what both have");
	}

	@Test
	void theBestIsFirstAndEqualsStayInOrder() {
		final Ranking ranking = new Ranking(
				List.of(
						new Ranking.Ranked("b", Ranking.Kind.NETWORK, 2, 0, 1),
						new Ranking.Ranked("a", Ranking.Kind.NETWORK, 2, 0, 1),
						new Ranking.Ranked("none", Ranking.Kind.NETWORK, Double.NaN, 0, 1),
						new Ranking.Ranked("g2", Ranking.Kind.GAUSSIAN, 3, 0.1, 1),
						new Ranking.Ranked("g1", Ranking.Kind.GAUSSIAN, 1, 0, 1)),
				255);
		assertEquals(
				List.of("g1", "b", "a", "g2", "none"),
				ranking.methods().stream().map(Ranking.Ranked::name).toList());
		assertEquals(
				List.of("g1", "b", "a", "none"),
				ranking.shown().stream().map(Ranking.Ranked::name).toList());
		assertEquals("g1", ranking.best(Ranking.Kind.GAUSSIAN).orElseThrow().name());
	}

	@Test
	void filtersHaveNames() {
		assertArrayEquals(new String[] {"Gaussian (sigma 1.4)", "Gaussian (sigma 2)", "median (3 x 3)"}, new String[] {
			ClassicDenoiser.gaussian(1.4).name(),
			ClassicDenoiser.gaussian(2).name(),
			ClassicDenoiser.median(3).name()
		});
	}

	private static Raster waves() {
		final float[] values = new float[EDGE * EDGE];
		for (int y = 0; y < EDGE; y++)
			for (int x = 0; x < EDGE; x++)
				values[y * EDGE + x] = (float) (128 + 60 * Math.sin(x / 9.0) * Math.cos(y / 11.0));
		return new Raster(EDGE, EDGE, 1, values);
	}

	private static Raster noisy(final Raster clean, final double sigma) {
		final Random random = new Random(5);
		final float[] values = clean.data().clone();
		for (int i = 0; i < values.length; i++) values[i] += (float) (sigma * random.nextGaussian());
		return clean.withData(values);
	}

	private static float[] counted(final int n) {
		final float[] values = new float[n];
		for (int i = 0; i < n; i++) values[i] = i * i;
		return values;
	}

	private static float[] filled(final int n, final float value) {
		final float[] values = new float[n];
		Arrays.fill(values, value);
		return values;
	}
}
