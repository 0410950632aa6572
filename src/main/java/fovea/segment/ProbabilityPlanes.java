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

import fovea.image.Image;
import fovea.infer.Prediction;
import java.util.Optional;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;

/**
 * Where the probability of each pixel's class goes: over the network's output, so that a large image needs no further
 * plane of floats, unless the output is asked for or does not lie in planes.
 *
 * @param output whose planes are written over; null: scratch is
 * @param channelsPerRun output channels of the model
 * @param scratch one plane; null: output is
 */
record ProbabilityPlanes(PlanarImg<?, ?> output, int channelsPerRun, float[] scratch) {

	/**
	 * @param prediction the network's output
	 * @param decision what it means
	 * @param kept what is to be kept of it
	 */
	static ProbabilityPlanes of(final Prediction prediction, final ClassDecision decision, final Optional<Image> kept) {
		if (decision == ClassDecision.CLASS_MAP) return new ProbabilityPlanes(null, 1, null);
		final boolean isKept = kept.isPresent() && kept.get() == prediction.image();
		if (!isKept
				&& prediction.image().pixels() instanceof PlanarImg<?, ?> planar
				&& planar.getPlane(0) instanceof FloatArray)
			return new ProbabilityPlanes(planar, prediction.channelsPerRun(), null);
		return new ProbabilityPlanes(
				null,
				1,
				new float[prediction.image().size(Image.X) * prediction.image().size(Image.Y)]);
	}

	/** @return the plane for a run's slice and frame; null for a map of classes, which has no probabilities */
	float[] get(final int run, final int z, final int t) {
		if (output == null) return scratch;
		final long index = run * channelsPerRun + output.dimension(Image.C) * (z + output.dimension(Image.Z) * t);
		return ((FloatArray) output.getPlane(Math.toIntExact(index))).getCurrentStorageArray();
	}
}
