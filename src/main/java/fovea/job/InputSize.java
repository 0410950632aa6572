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
package fovea.job;

import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.data.Sample;
import fovea.image.Raster;
import fovea.net.Alignment;
import fovea.net.shape.Shape;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a network sees at a time.
 *
 * @param patch side in pixels of the squares that are cut from the images, 0: whole images
 * @param height that the network is built for, 0 for any
 * @param width that the network is built for, 0 for any
 */
record InputSize(int patch, int height, int width) {

	/**
	 * Patches for networks that take any size: as large as the images allow, but not above a limit. A network of one
	 * size takes whole images where these are all alike and fit, else patches of the size that it is published with.
	 *
	 * @param network that is to be built
	 * @param samples at least one
	 * @param chosen side of the patches, 0: whole images; empty: as said above
	 * @param limit of the side, where it is not given
	 * @throws TrainingException if no patch fits, or the one that is wanted does not fit to the network
	 */
	static InputSize of(
			final NetworkChoice network, final List<Sample> samples, final OptionalInt chosen, final int limit)
			throws TrainingException, ModelException {
		final Shape published = network.published();
		final int wanted = chosen.orElse(0);
		if (network.isLiteral()) return new InputSize(wanted, 0, 0);
		if (published.isVector()) return new InputSize(wanted, 0, 0);
		final Alignment alignment = network.alignment();
		final int step = leastCommonMultiple(alignment.height(), alignment.width());
		final boolean free = published.isFree() || !network.isOfOneSize() && !network.isOwn();
		final int least = samples.stream()
				.mapToInt(sample ->
						Math.min(sample.input().height(), sample.input().width()))
				.min()
				.orElseThrow();
		if (wanted > least)
			throw new TrainingException(
					"patch: expected at most " + least + " pixels, the shortest side of the images, got " + wanted);
		if (wanted > 0) {
			if (wanted % step != 0)
				throw new TrainingException(
						"patch: expected a multiple of " + step + " pixels for this network, got " + wanted);
			return new InputSize(wanted, free ? 0 : wanted, free ? 0 : wanted);
		}
		final Raster first = samples.get(0).input();
		if (!free) {
			final boolean same =
					samples.stream().allMatch(sample -> sample.input().hasSizeOf(first));
			final boolean fits = network.isOwn()
					? first.height() == published.height() && first.width() == published.width()
					: first.height() % alignment.height() == 0 && first.width() % alignment.width() == 0;
			if (same && fits) return new InputSize(0, first.height(), first.width());
			if (network.isOwn())
				return new InputSize(published.height() == published.width() ? published.height() : 0, 0, 0);
		}
		final int side = Math.min(least, free ? limit : published.height()) / step * step;
		if (side == 0)
			throw new TrainingException("expected images of at least " + step + " x " + step
					+ " pixels for this network, got one with a side of " + least);
		return new InputSize(side, free ? 0 : side, free ? 0 : side);
	}

	private static int leastCommonMultiple(final int a, final int b) {
		int multiple = a;
		while (multiple % b != 0) multiple += a;
		return multiple;
	}
}
