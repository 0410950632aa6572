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
import fovea.rank.Contenders;
import fovea.task.Denoise;
import fovea.task.ImageTask;
import fovea.task.Reconstruct;
import fovea.task.Segment;

/** Makes the jobs there are. None of them closes its model. */
public final class ImageJobs {

	private ImageJobs() {}

	/**
	 * @param task what is to be done
	 * @param model open, for this task
	 * @param provenance what results say of their making
	 * @return a job that writes the task's outputs
	 */
	public static ImageJob of(final ImageTask task, final LoadedModel model, final Provenance provenance) {
		if (task instanceof final Segment segment) return new SegmentJob(segment, model, provenance);
		if (task instanceof final Reconstruct reconstruct) return new ReconstructJob(reconstruct, model, provenance);
		return new DenoiseJob((Denoise) task, model, provenance);
	}

	/**
	 * @param task what is to be done
	 * @param contenders open; the best of them, and of filters, for an image is taken for it
	 * @param macro that does the same to the open image, or why there is none
	 * @param device that computes
	 * @return a job that writes the task's outputs
	 */
	public static ImageJob choosing(
			final Denoise task, final Contenders contenders, final String macro, final String device) {
		return new ChoosingJob(task, contenders, macro, device);
	}
}
