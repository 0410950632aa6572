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
package fovea.batch;

import fovea.ij1.files.JobResult;
import fovea.infer.ProgressListener;
import java.nio.file.Path;

/** Hears how a run goes. Called by the thread that runs it, apart from what {@link #progress} gives. */
public interface BatchListener {

	/**
	 * @param image that a model is about to be run over
	 * @return hears of its progress and warnings, from threads that compute; whether it cancels is not asked here alone
	 */
	ProgressListener progress(Path image);

	/**
	 * @param image whose results are written
	 * @param result how it ended
	 */
	void done(Path image, JobResult result);

	/** @param image that was done before, and has not changed since */
	void skipped(Path image);

	/**
	 * @param image that is left out
	 * @param cause why; FoveaExceptions have a line for users
	 */
	void failed(Path image, Throwable cause);

	/** @return true to end the run; the image that is computed is dropped, what is written becomes whole */
	boolean isCancelled();
}
