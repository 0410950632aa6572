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
package fovea.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepLossCurveTest {

	/** @return the columns in which the curve is, first and last; none: nowhere */
	private static int[] columns(final BufferedImage image) {
		int first = Integer.MAX_VALUE;
		int last = -1;
		for (int x = 0; x < image.getWidth(); x++)
			for (int y = image.getHeight() / 5; y < image.getHeight(); y++) // below the legend
			if ((image.getRGB(x, y) & 0xFFFFFF) == (ChartStyle.TRAINING.getRGB() & 0xFFFFFF)) {
					first = Math.min(first, x);
					last = x;
				}
		return new int[] {first, last};
	}

	@ParameterizedTest
	@ValueSource(ints = {1, 7})
	void theCurveGrowsAlongTheSteps(final int stepsPerMean) {
		final StepLossCurve curve = new StepLossCurve();
		curve.show(1, 100 * stepsPerMean, new double[] {3, 2, 1}, stepsPerMean);
		final int early = columns(curve.image(640, 480))[1];
		final double[] half = new double[50];
		for (int i = 0; i < half.length; i++) half[i] = 1.0 / (i + 1);
		curve.show(1, 100 * stepsPerMean, half, stepsPerMean);
		final int[] columns = columns(curve.image(640, 480));
		assertTrue(early > 0 && early < columns[1], early + " " + columns[1]);
		assertTrue(columns[1] > 300 && columns[1] < 400, columns[1] + ""); // half of what is right of the axis
	}

	@Test
	void nothingIsDrawnBeforeTheFirstStep() {
		final StepLossCurve curve = new StepLossCurve();
		curve.show(1, 0, new double[0], 1);
		assertEquals(-1, columns(curve.image(640, 480))[1]);
	}
}
