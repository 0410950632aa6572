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

import fovea.net.shape.Checks;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The function at the end of a layer.
 *
 * @param function which one
 * @param slope of leaky relu for negative values, not negative; 0 for all other functions
 */
public record Activation(ActivationFunction function, double slope) {

	/** Keras 3's slope of the activation "leaky_relu"; its layer LeakyReLU has 0.3 instead. */
	public static final double DEFAULT_SLOPE = 0.2;

	public static final Activation LINEAR = new Activation(ActivationFunction.LINEAR, 0);
	public static final Activation RELU = new Activation(ActivationFunction.RELU, 0);
	public static final Activation ELU = new Activation(ActivationFunction.ELU, 0);
	public static final Activation SIGMOID = new Activation(ActivationFunction.SIGMOID, 0);
	public static final Activation TANH = new Activation(ActivationFunction.TANH, 0);
	public static final Activation SOFTMAX = new Activation(ActivationFunction.SOFTMAX, 0);

	private static final Pattern TEXT = Pattern.compile("([a-z_]+)(?:\\(([0-9.eE+-]{1,30})\\))?");

	public Activation {
		Checks.present(function, "function");
		Checks.notNegative(slope, "slope");
		if (slope != 0 && function != ActivationFunction.LEAKY_RELU)
			throw new IllegalArgumentException(
					"expected a slope for leaky_relu only, got " + slope + " for " + function.text());
	}

	/** @return leaky relu with {@link #DEFAULT_SLOPE} */
	public static Activation leakyRelu() {
		return leakyRelu(DEFAULT_SLOPE);
	}

	/**
	 * @param slope for negative values, not negative
	 * @return leaky relu
	 */
	public static Activation leakyRelu(final double slope) {
		return new Activation(ActivationFunction.LEAKY_RELU, slope);
	}

	/**
	 * @param text as {@link #toString} writes it
	 * @return the activation, empty if the text names none
	 */
	public static Optional<Activation> parse(final String text) {
		final Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) return Optional.empty();
		return Stream.of(ActivationFunction.values())
				.filter(f -> f.text().equals(matcher.group(1)))
				.findFirst()
				.flatMap(f -> withSlope(f, matcher.group(2)));
	}

	/** @return true for the one function that looks at all channels of a pixel */
	public boolean isSoftmax() {
		return function == ActivationFunction.SOFTMAX;
	}

	/** @return the texts that may stand for an activation, for messages */
	public static String choices() {
		return Stream.of(ActivationFunction.values())
				.map(ActivationFunction::text)
				.collect(Collectors.joining(", "));
	}

	/** @return Keras' name, "leaky_relu(0.3)" with any slope but the default */
	@Override
	public String toString() {
		return function == ActivationFunction.LEAKY_RELU && slope != DEFAULT_SLOPE
				? function.text() + "(" + slope + ")"
				: function.text();
	}

	private static Optional<Activation> withSlope(final ActivationFunction function, final String slope) {
		final boolean leaky = function == ActivationFunction.LEAKY_RELU;
		if (slope == null) return Optional.of(leaky ? leakyRelu() : new Activation(function, 0));
		if (!leaky) return Optional.empty();
		try {
			final double value = Double.parseDouble(slope);
			return value >= 0 && value < Double.POSITIVE_INFINITY ? Optional.of(leakyRelu(value)) : Optional.empty();
		} catch (final NumberFormatException e) {
			return Optional.empty(); // no number, so no activation: the caller says what is expected
		}
	}
}
