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

import fovea.base.FoveaException;
import fovea.infer.LoadedModel;
import fovea.rank.Contenders;
import fovea.task.Denoise;
import fovea.task.ImageTask;

/**
 * A job together with the models that it runs. Close it to close them.
 *
 * @param job what is done to each image
 * @param sha256 in hex, of all models
 * @param closing closes the models
 */
public record OpenJob(ImageJob job, String sha256, Runnable closing) implements AutoCloseable {

	/** Opens what a job needs. */
	@FunctionalInterface
	public interface Opener<T> {

		/** @return open, to be closed by who gets it */
		T open() throws FoveaException;
	}

	/**
	 * @param task what is to be done
	 * @param device that computes, for people
	 * @param model opens the model of the task
	 * @param contenders opens those to choose from, where the image is to decide
	 * @return a job for it, to be closed by the caller
	 * @throws FoveaException if a model cannot be opened or read
	 */
	public static OpenJob of(
			final ImageTask task,
			final String device,
			final Opener<LoadedModel> model,
			final Opener<Contenders> contenders)
			throws FoveaException {
		final MacroCall macro = MacroCall.of(task);
		if (task instanceof final Denoise denoise && denoise.isChosen()) {
			denoise.requireModel();
			return choosing(denoise, contenders.open(), macro.text(), device);
		}
		final LoadedModel one = model.open();
		return closedOnFailure(
				() -> new OpenJob(ImageJobs.of(task, one, Provenance.of(one, macro, device)), one.sha256(), one::close),
				one::close);
	}

	/**
	 * @param task to denoise
	 * @param contenders open, of which the best for each image is taken; closed with the job, also on failure
	 * @param macro that does the same to the open image, or why there is none
	 * @param device that computes, for people
	 * @return a job for it, to be closed by the caller
	 * @throws FoveaException if a model cannot be read
	 */
	public static OpenJob choosing(
			final Denoise task, final Contenders contenders, final String macro, final String device)
			throws FoveaException {
		return closedOnFailure(
				() -> new OpenJob(
						ImageJobs.choosing(task, contenders, macro, device), contenders.sha256(), contenders::close),
				contenders::close);
	}

	private static OpenJob closedOnFailure(final Opener<OpenJob> making, final Runnable closing) throws FoveaException {
		boolean made = false;
		try {
			final OpenJob job = making.open();
			made = true;
			return job;
		} finally {
			if (!made) closing.run();
		}
	}

	@Override
	public void close() {
		closing.run();
	}
}
