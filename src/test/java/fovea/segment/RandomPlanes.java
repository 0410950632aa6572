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
package fovea.segment;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Planes of class indices as networks give them: noise, stripes, blobs, with few and with many classes. */
public final class RandomPlanes extends DomainContextBase {

	/**
	 * @param width in pixels
	 * @param classes row by row
	 */
	public record Plane(int width, byte[] classes) {

		@Override
		public String toString() {
			final StringBuilder text = new StringBuilder();
			for (int p = 0; p < classes.length; p++)
				text.append(p % width == 0 ? "\n" : "")
						.append(classes[p] == 0 ? "." : String.valueOf(classes[p] & 0xff));
			return text.toString();
		}
	}

	/** @return sides of 1 to 24 pixels, 1 to 3 classes beside background, any density, more or less clumped */
	@Provide
	public Arbitrary<Plane> planes() {
		return Combinators.combine(
						Arbitraries.integers().between(1, 24),
						Arbitraries.integers().between(1, 24),
						Arbitraries.integers().between(1, 3),
						Arbitraries.doubles().between(0, 1),
						Arbitraries.integers().between(0, 3),
						Arbitraries.longs())
				.as(RandomPlanes::plane);
	}

	private static Plane plane(
			final int width,
			final int height,
			final int classes,
			final double density,
			final int clumping,
			final long seed) {
		final Random random = new Random(seed);
		final byte[] plane = new byte[width * height];
		for (int p = 0; p < plane.length; p++)
			plane[p] = random.nextDouble() < density ? (byte) (1 + random.nextInt(classes)) : 0;
		for (int i = 0; i < clumping * plane.length; i++) {
			final int p = random.nextInt(plane.length);
			final int q = random.nextBoolean() ? p - 1 : p - width;
			if (q >= 0) plane[p] = plane[q];
		}
		return new Plane(width, plane);
	}
}
