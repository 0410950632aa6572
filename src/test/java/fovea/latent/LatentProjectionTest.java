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
package fovea.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of principal components, for any number of points and dimensions. */
class LatentProjectionTest {

	private static List<float[]> points(final int n, final int dimensions, final long seed) {
		final Random random = new Random(seed);
		final List<float[]> points = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			final float[] point = new float[dimensions];
			for (int d = 0; d < dimensions; d++) point[d] = (float) (5 + random.nextGaussian() * (d + 1));
			points.add(point);
		}
		return points;
	}

	@Property(tries = 100)
	void whatIsProjectedComesBack(
			@ForAll @IntRange(min = 2, max = 40) final int n,
			@ForAll @IntRange(min = 1, max = 60) final int dimensions,
			@ForAll final long seed) {
		final List<float[]> points = points(n, dimensions, seed);
		for (final LatentProjection projection :
				List.of(LatentProjection.of(points), LatentProjection.principal(points)))
			for (final float[] point : points) {
				final double[] place = projection.project(point);
				assertArrayEquals(point, projection.inverse(place), 1e-3f);
				assertArrayEquals(
						point, projection.moved(point, 0, place[0], place.length - 1, place[place.length - 1]), 1e-3f);
			}
	}

	@Property(tries = 50)
	void distancesAndVarianceStay(
			@ForAll @IntRange(min = 2, max = 30) final int n,
			@ForAll @IntRange(min = 3, max = 40) final int dimensions,
			@ForAll final long seed) {
		final List<float[]> points = points(n, dimensions, seed);
		final LatentProjection projection = LatentProjection.of(points);
		assertEquals(
				distance(doubles(points.get(0)), doubles(points.get(1))),
				distance(projection.project(points.get(0)), projection.project(points.get(1))),
				1e-3);
		double sum = 0;
		for (int c = 0; c < projection.components(); c++) {
			assertTrue(c == 0 || projection.explainedVariance(c) <= projection.explainedVariance(c - 1) + 1e-12);
			sum += projection.explainedVariance(c);
		}
		assertEquals(1, sum, 1e-6);
	}

	private static double[] doubles(final float[] values) {
		final double[] doubles = new double[values.length];
		for (int i = 0; i < values.length; i++) doubles[i] = values[i];
		return doubles;
	}

	private static double distance(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
		return Math.sqrt(sum);
	}

	@Example
	void aLineInSpaceIsItsFirstComponent() {
		final List<float[]> points = List.of(new float[] {1, 0, 7}, new float[] {4, 4, 7}, new float[] {-2, -4, 7});
		final LatentProjection projection = LatentProjection.of(points);
		assertEquals(1, projection.explainedVariance(0), 1e-9);
		assertEquals("PC 1 (100 %)", projection.axisName(0));
		assertArrayEquals(new float[] {1 + 0.6f * 5, 0.8f * 5, 7}, projection.inverse(5), 1e-5f);
		assertArrayEquals(new float[] {1, 0, 7}, projection.middle(), 1e-6f);
	}

	@Example
	void twoDimensionsStayAsTheyAre() {
		final LatentProjection projection = LatentProjection.of(points(10, 2, 1));
		assertTrue(projection.isIdentity());
		assertArrayEquals(new double[] {3, -4}, projection.project(new float[] {3, -4}));
		assertEquals("z2", projection.axisName(1));
		assertArrayEquals(new float[] {8, 9}, projection.moved(new float[] {3, -4}, 0, 8, 1, 9));
	}

	@Example
	void onePointHasNoVariance() {
		final LatentProjection projection = LatentProjection.of(points(1, 5, 1));
		assertEquals(0, projection.explainedVariance(0));
		assertArrayEquals(
				points(1, 5, 1).get(0),
				projection.inverse(projection.project(points(1, 5, 1).get(0))));
	}

	@Example
	void whatIsNoPointIsTold() {
		assertEquals("expected points, got none", message(List.of()));
		assertEquals("expected points of 3 values, got one of 2", message(List.of(new float[3], new float[2])));
		assertEquals(
				"expected points of numbers, got a value that is NaN", message(List.of(new float[] {0, 1, Float.NaN})));
	}

	private static String message(final List<float[]> points) {
		return assertThrows(IllegalArgumentException.class, () -> LatentProjection.of(points))
				.getMessage();
	}
}
