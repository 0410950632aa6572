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
package fovea.task.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.train.augment.Noise;
import fovea.train.augment.NoiseText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTest {

	private static Noise noise(final String text) throws FoveaException {
		return NoiseText.parse(Changes.NOISE.readChosen(text));
	}

	@Test
	void everyKindIsRead() throws FoveaException {
		assertEquals(new Noise.Gaussian(0.02, 0.2), noise("0.02-0.2"));
		assertEquals(new Noise.Gaussian(0.1, 0.1), noise("0.1"));
		assertEquals(new Noise.Gaussian(1e-3, 1e-2), noise("gaussian:1e-3-1E-2"));
		assertEquals(new Noise.Poisson(30, 30), noise("Poisson:30"));
		assertEquals(new Noise.Poisson(10, 100), noise("poisson:10-100"));
		assertEquals(new Noise.SaltAndPepper(0.05), noise("salt-pepper:.05"));
		assertEquals(
				new Noise.Mixed(List.of(new Noise.Poisson(30), new Noise.Gaussian(0.02))),
				noise("poisson:30, gaussian:0.02"));
		assertEquals(
				new Noise.OneOf(List.of(
						new Noise.Gaussian(0, 0.2),
						new Noise.Mixed(List.of(new Noise.Poisson(10, 100), new Noise.Gaussian(0.02))))),
				noise("0-0.2 / poisson:10-100,gaussian:0.02"));
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"much | such as",
				"0.2-0.1 | minimum",
				"-0.1 | such as",
				"pink:0.1 | 'pink:0.1'",
				"poisson:0 | above 0",
				"salt-pepper:2 | 0 to 1",
				"salt-pepper:0.1-0.2 | one fraction",
				"poisson:30, | such as",
				"0.1/ | such as",
				"poisson: | such as",
				"0.1-0.2-0.3 | such as"
			})
	void anythingElseIsToldWithWhatWasExpected(final String text, final String part) {
		final String message =
				assertThrows(FoveaException.class, () -> noise(text)).getMessage();
		assertTrue(message.contains(part), message);
	}
}
