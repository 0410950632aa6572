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
package fovea.ui.latent;

import fovea.latent.Encoding;
import fovea.latent.Encodings;
import fovea.latent.ItemLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Encodings that no network made. */
final class Points {

	private Points() {}

	/** @return as many, labeled "a" and "b" in turns, their loss falling and rising again, around different middles */
	static Encodings random(final int count, final int dimensions) {
		final Random random = new Random(1);
		final List<Encoding> all = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final float[] z = new float[dimensions];
			for (int d = 0; d < dimensions; d++)
				z[d] = (float) (random.nextGaussian() * (dimensions - d) + d + i % 2 * 3);
			final double loss = (i * 7 % 10 + 1) / 100.0;
			all.add(new Encoding(
					"item " + i,
					i % 2 == 0 ? "a" : "b",
					z,
					255 * 255 * loss,
					loss,
					new ItemLocation(0, i, i + 1, 0, 0, 64, 64, 0)));
		}
		return new Encodings(all);
	}
}
