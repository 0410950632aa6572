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
package fovea.cli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.model.AxisType;
import fovea.model.Processing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessingTextTest {

	@ParameterizedTest
	@CsvSource({
		"1, 1",
		"99.8, 99.8",
		"-0.5, -0.5",
		"0.00392156862745098, 0.00392157",
		"1e-6, 1.0E-6",
		"Infinity, infinity",
		"-Infinity, -infinity",
		"0, 0",
		"65535, 65535"
	})
	void numbersAreShort(final double value, final String text) {
		assertEquals(text, ProcessingText.number(value));
	}

	@Test
	void stepsShowTheirParameters() {
		assertEquals(
				"scale_range percentile 1 to 0, percentile 99.8 to 1, over x y, of tensor 'raw'",
				ProcessingText.of(
						new Processing.ScaleRange(1, 99.8, 1e-6, Set.of(AxisType.Y, AxisType.X), Optional.of("raw"))));
		assertEquals(
				"fixed_zero_mean_unit_variance (x - [1, 2]) / [3, 4]",
				ProcessingText.of(new Processing.FixedZeroMeanUnitVariance(List.of(1.0, 2.0), List.of(3.0, 4.0))));
		assertEquals("sigmoid", ProcessingText.of(new Processing.Sigmoid()));
		assertEquals("clip 0 to infinity", ProcessingText.of(new Processing.Clip(0, Double.POSITIVE_INFINITY)));
		assertEquals(
				"gamma (unknown to Fovea: the model cannot be run)",
				ProcessingText.of(new Processing.Unsupported("gamma")));
	}
}
