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
package fovea.infer;

import fovea.base.ModelException;
import fovea.image.ChannelValues;
import fovea.image.Normalizer;
import fovea.io.DataType;
import fovea.model.Processing;
import fovea.noise.PhotonNoise;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * What is done to the values of one image on their way into a network and out of it. Immutable and thread-safe.
 *
 * @param before the network
 * @param after the network, all that can be done tile by tile
 * @param own whether the model has a postprocessing of its own, which then decides about the range of values
 * @param restored whether {@code after} ends with the inverse of {@code before}, so that results are in the image's
 *     values
 */
public record FittedRange(Normalizer before, Normalizer after, boolean own, boolean restored) {

	/**
	 * @param preprocessing of the network's input
	 * @param postprocessing of its output; steps from the first one on that takes statistics are left out
	 * @param pixels on which statistics are taken: channels of any number of axes; read only where a step needs them
	 * @param restore whether the inverse of the preprocessing is wanted where the model has no postprocessing of its
	 *     own
	 * @return both with all numbers known
	 * @throws ModelException if a step is not supported
	 */
	public static FittedRange fit(
			final List<Processing> preprocessing,
			final List<Processing> postprocessing,
			final List<RandomAccessibleInterval<? extends RealType<?>>> pixels,
			final boolean restore)
			throws ModelException {
		return fit(preprocessing, postprocessing, ChannelValues.of(pixels), restore, List.of());
	}

	/**
	 * As {@link #fit(List, List, List, boolean)}, where noise is the same everywhere before the preprocessing.
	 *
	 * @param noise of each channel, empty where it is not known; does not count unless the inverse is wanted
	 */
	static FittedRange fit(
			final List<Processing> preprocessing,
			final List<Processing> postprocessing,
			final ChannelValues pixels,
			final boolean restore,
			final List<Optional<PhotonNoise>> noise)
			throws ModelException {
		final boolean isOwn = postprocessing.stream().anyMatch(FittedRange::decides);
		final Normalizer stabilizing = isOwn || !restore ? Normalizer.IDENTITY : Normalizer.stabilizing(noise);
		final Normalizer before = Normalizer.fit(stabilizing, preprocessing, pixels, pixels);
		final Normalizer described = Normalizer.fit(
				Normalizer.IDENTITY,
				postprocessing.subList(0, Normalizer.pointwisePrefix(postprocessing)),
				pixels,
				pixels);
		final Optional<Normalizer> inverse = isOwn || !restore ? Optional.empty() : before.inverse();
		return new FittedRange(before, described.then(inverse.orElse(Normalizer.IDENTITY)), isOwn, inverse.isPresent());
	}

	/** Clipping and another type leave a range as it is; a mask has one of its own. */
	private static boolean decides(final Processing step) {
		if (step instanceof Processing.EnsureDtype cast) return cast.type() == DataType.BOOL;
		return !(step instanceof Processing.Clip || step instanceof Processing.PercentileClip);
	}
}
