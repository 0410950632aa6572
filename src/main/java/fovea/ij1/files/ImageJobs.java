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
package fovea.ij1.files;

import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.segment.SegmentOptions;
import java.util.Set;

/** Makes the jobs there are. None of them closes its model. */
public final class ImageJobs {

	private ImageJobs() {}

	/**
	 * @param model image in, image out
	 * @param options how to run it
	 * @param sameType whether the result has the element type of the image; else it is 32-bit float
	 * @param provenance what results say of their making
	 * @return a job that writes {@link Output#DENOISED}
	 */
	public static ImageJob denoise(
			final LoadedModel model,
			final PredictionOptions options,
			final boolean sameType,
			final Provenance provenance) {
		return new DenoiseJob(model, options, sameType, provenance);
	}

	/**
	 * @param model image in, image out
	 * @param options how to run it
	 * @param errorMap whether {@link Output#ERROR} is wanted
	 * @param sameType whether the reconstruction gets the image's type, rounded and clipped, else it is 32 bit
	 * @param provenance what results say of their making
	 * @return a job that writes {@link Output#RECONSTRUCTED}
	 */
	public static ImageJob reconstruct(
			final LoadedModel model,
			final PredictionOptions options,
			final boolean errorMap,
			final boolean sameType,
			final Provenance provenance) {
		return new ReconstructJob(model, options, errorMap, sameType, provenance);
	}

	/**
	 * @param model image in, classes out
	 * @param options how to run it
	 * @param segmentOptions how probabilities become objects; whether to keep them follows from wanted
	 * @param wanted of {@link Output#MASK}, {@link Output#LABELS}, {@link Output#PROBABILITIES} and
	 *     {@link Output#TABLE}
	 * @param provenance what results say of their making
	 * @return a job that writes {@link Output#OVERLAY} and what is wanted
	 */
	public static ImageJob segment(
			final LoadedModel model,
			final PredictionOptions options,
			final SegmentOptions segmentOptions,
			final Set<Output> wanted,
			final Provenance provenance) {
		return new SegmentJob(model, options, segmentOptions, wanted, provenance);
	}
}
