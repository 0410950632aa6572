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
package fovea.net.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {

	@ParameterizedTest
	@EnumSource(ActivationFunction.class)
	void everyFunctionIsReadBack(final ActivationFunction function) {
		final Activation activation = Activation.parse(function.text()).orElseThrow();
		assertEquals(function, activation.function());
		assertEquals(function.text(), activation.toString());
	}

	@Test
	void leakyReluHasKeras3Slope() {
		assertEquals(0.2, Activation.parse("leaky_relu").orElseThrow().slope());
		assertEquals(
				Activation.leakyRelu(0.3), Activation.parse("leaky_relu(0.3)").orElseThrow());
		assertEquals("leaky_relu(0.3)", Activation.leakyRelu(0.3).toString());
		assertEquals("leaky_relu(1.0E-4)", Activation.leakyRelu(1e-4).toString());
		assertEquals(
				Activation.leakyRelu(1e-4),
				Activation.parse("leaky_relu(1.0E-4)").orElseThrow());
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"",
				"Relu",
				"gelu",
				"relu(0.1)",
				"leaky_relu()",
				"leaky_relu(-1)",
				"leaky_relu(1e999)",
				"leaky_relu(1.2.3)",
				"leaky_relu(0.1",
				" relu"
			})
	void whatIsNoneIsNone(final String text) {
		assertEquals(Optional.empty(), Activation.parse(text));
	}

	@Test
	void onlyLeakyReluHasASlope() {
		assertThrows(IllegalArgumentException.class, () -> new Activation(ActivationFunction.RELU, 0.1));
		assertThrows(IllegalArgumentException.class, () -> Activation.leakyRelu(-0.1));
	}
}
