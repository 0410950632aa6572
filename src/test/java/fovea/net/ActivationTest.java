package fovea.net;

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
		assertEquals(Activation.leakyRelu(0.3), Activation.parse("leaky_relu(0.3)").orElseThrow());
		assertEquals("leaky_relu(0.3)", Activation.leakyRelu(0.3).toString());
		assertEquals("leaky_relu(1.0E-4)", Activation.leakyRelu(1e-4).toString());
		assertEquals(Activation.leakyRelu(1e-4), Activation.parse("leaky_relu(1.0E-4)").orElseThrow());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Relu", "gelu", "relu(0.1)", "leaky_relu()", "leaky_relu(-1)", "leaky_relu(1e999)",
		"leaky_relu(1.2.3)", "leaky_relu(0.1", " relu" })
	void whatIsNoneIsNone(final String text) {
		assertEquals(Optional.empty(), Activation.parse(text));
	}

	@Test
	void onlyLeakyReluHasASlope() {
		assertThrows(IllegalArgumentException.class, () -> new Activation(ActivationFunction.RELU, 0.1));
		assertThrows(IllegalArgumentException.class, () -> Activation.leakyRelu(-0.1));
	}
}
