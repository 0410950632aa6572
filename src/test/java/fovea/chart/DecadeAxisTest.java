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

import java.util.List;
import org.junit.jupiter.api.Test;

class DecadeAxisTest {

	@Test
	void manyDecadesHaveTheirPowers() {
		assertEquals(List.of(0.001, 0.01, 0.1, 1.0), DecadeAxis.values(0.0009, 5));
	}

	@Test
	void fewDecadesHaveMore() {
		assertEquals(List.of(0.02, 0.05, 0.1, 0.2), DecadeAxis.values(0.015, 0.3));
		assertEquals(List.of(1.0, 2.0, 5.0), DecadeAxis.values(1, 9));
	}

	@Test
	void withinADecadeNumbersAreRoundToo() {
		assertEquals(List.of(0.032, 0.034, 0.036, 0.038), DecadeAxis.values(0.0311, 0.0390));
		assertEquals(List.of(0.045, 0.05, 0.055), DecadeAxis.values(0.0445, 0.056));
		assertEquals(List.of(2.5E-8, 3.0E-8, 3.5E-8, 4.0E-8), DecadeAxis.values(2.4e-8, 4.1e-8));
	}
}
