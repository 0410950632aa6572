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
package fovea.train.augment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Noise as users write it: {@code 0.02-0.2} (Gaussian), {@code poisson:30}, {@code salt-pepper:0.05},
 * {@code poisson:10-100,gaussian:0.02} (one after the other) or {@code 0-0.2/poisson:10-100} (one of them). Stateless.
 */
public final class NoiseText {

	private NoiseText() {}

	/**
	 * @param value as written; small and capital letters are the same
	 * @return what it means, in units of normalized values
	 * @throws IllegalArgumentException if it means nothing, or an amount is out of its range; the message says what was
	 *     expected
	 */
	public static Noise.Added parse(final String value) {
		final List<Noise.Added> choices = new ArrayList<>();
		for (final String choice : value.split("/", -1)) choices.add(sequence(choice));
		return choices.size() == 1 ? choices.get(0) : new Noise.OneOf(choices);
	}

	private static Noise.Added sequence(final String value) {
		final List<Noise.Added> parts = new ArrayList<>();
		for (final String part : value.split(",", -1)) parts.add(part(part.strip()));
		return parts.size() == 1 ? parts.get(0) : new Noise.Mixed(parts);
	}

	private static Noise.Added part(final String part) {
		final int colon = part.indexOf(':');
		final String kind = colon < 0 ? "gaussian" : part.substring(0, colon).toLowerCase(Locale.ROOT);
		final Span amount = Span.parse(part.substring(colon + 1)).orElseThrow(() -> expected(part));
		final double min = amount.min();
		final double max = amount.max();
		if (kind.equals("salt-pepper") && min < max)
			throw new IllegalArgumentException(
					"expected one fraction of salt and pepper, got a range in '" + part + "'");
		return switch (kind) {
			case "gaussian" -> new Noise.Gaussian(min, max);
			case "poisson" -> new Noise.Poisson(min, max);
			case "salt-pepper" -> new Noise.SaltAndPepper(min);
			default -> throw expected(part);
		};
	}

	private static IllegalArgumentException expected(final String part) {
		return new IllegalArgumentException(
				"expected a number or a range such as 0.02-0.2, gaussian:0.02-0.2, poisson:30 or salt-pepper:0.05, "
						+ "got '"
						+ part + "'");
	}
}
