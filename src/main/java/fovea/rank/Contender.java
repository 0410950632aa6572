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

import fovea.base.FoveaException;
import fovea.image.Raster;
import fovea.selfscore.ClassicDenoiser;
import fovea.selfscore.Denoiser;
import fovea.selfscore.Ranking;
import java.util.Optional;

/**
 * What is ranked.
 *
 * @param name for people
 * @param kind what it is
 * @param denoiser what it makes of the pixels of a sight
 * @param filter where it is one
 */
record Contender(String name, Ranking.Kind kind, OnSight denoiser, Optional<ClassicDenoiser> filter) {

	/** A denoiser that may want to know where in the image it is. */
	@FunctionalInterface
	interface OnSight {

		/** @return as {@link Denoiser#denoise} */
		Raster denoise(Raster hidden, Sight sight) throws FoveaException;
	}

	static Contender of(final ClassicDenoiser filter) {
		return new Contender(
				filter.name(),
				filter.kind() == ClassicDenoiser.Kind.GAUSSIAN ? Ranking.Kind.GAUSSIAN : Ranking.Kind.MEDIAN,
				(hidden, sight) -> filter.denoise(hidden),
				Optional.of(filter));
	}

	static Contender network(final String name, final OnSight denoiser) {
		return new Contender(name, Ranking.Kind.NETWORK, denoiser, Optional.empty());
	}

	boolean isNetwork() {
		return kind == Ranking.Kind.NETWORK;
	}
}
