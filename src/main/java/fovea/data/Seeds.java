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
package fovea.data;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on the seed and on what they are for, and on nothing that came before: so that an epoch
 * can be repeated without those before it.
 */
public final class Seeds {

	/** What numbers are for; the order must not change, or no checkpoint can be resumed. */
	public enum Purpose {
		SPLIT,
		ORDER,
		SAMPLE,
		VALIDATION_NOISE
	}

	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private Seeds() {}

	/**
	 * @param seed of the training
	 * @param purpose what the numbers are for
	 * @param path for example epoch and place in it
	 * @return new random numbers, the same for the same arguments
	 */
	public static SplittableRandom random(final long seed, final Purpose purpose, final long... path) {
		long state = mix(seed + GOLDEN * (purpose.ordinal() + 1));
		for (final long step : path) state = mix(state + GOLDEN * (step + 1));
		return new SplittableRandom(state);
	}

	/** The finalizer of MurmurHash3: every bit of the result depends on every bit of the argument. */
	private static long mix(final long value) {
		long z = value;
		z = (z ^ z >>> 33) * 0xFF51AFD7ED558CCDL;
		z = (z ^ z >>> 33) * 0xC4CEB9FE1A85EC53L;
		return z ^ z >>> 33;
	}
}
