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
package fovea.rank;

import fovea.selfscore.Ranking;
import java.util.Optional;

/**
 * A network that was trained on what it is to denoise, and so has seen the noise that it is judged by.
 *
 * @param name among those that it is ranked with
 * @param start name among them of the model that its training began with; empty: it was a new network
 * @param times that it has learned each pixel, in the mean
 */
public record TrainedHere(String name, Optional<String> start, double times) {

	/**
	 * Parts of the error by which a network is judged too well for each time, as measured (docs/training.md): it knows
	 * some of the noise by heart.
	 */
	private static final double KNOWN_BY_HEART = 2e-5;

	/** Of a new network, which learns in larger steps. */
	private static final double KNOWN_BY_A_NEW_ONE = 1e-4;

	/**
	 * @param ranking of this and others
	 * @return the same with as much error for this one as it would have, about, if it had not seen the noise
	 */
	Ranking judged(final Ranking ranking) {
		return new Ranking(
				ranking.methods().stream()
						.map(method -> method.name().equals(name) ? judged(method) : method)
						.toList(),
				ranking.range());
	}

	private Ranking.Ranked judged(final Ranking.Ranked own) {
		final double known = times * (start.isPresent() ? KNOWN_BY_HEART : KNOWN_BY_A_NEW_ONE);
		return new Ranking.Ranked(own.name(), own.kind(), own.error() * (1 + known), own.uncertainty(), own.pixels());
	}
}
