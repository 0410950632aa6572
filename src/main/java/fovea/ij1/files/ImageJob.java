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
import fovea.infer.ProgressListener;
import fovea.task.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What is to be done to each of a number of image files, in three steps that different threads may take: an image is
 * read, a model is run over it, results are written. Implementations are immutable and thread-safe.
 */
public interface ImageJob {

	/** @return the kinds of files that are written */
	List<Output> outputs();

	/**
	 * @param image to read; not changed
	 * @param cancelled whether to end now
	 * @return its pixels, in memory, or what reads them when they are needed
	 * @throws FoveaException if it cannot be read, or was cancelled
	 */
	Opened open(ImagePlace image, BooleanSupplier cancelled) throws FoveaException;

	/**
	 * The same, which cannot be cancelled.
	 *
	 * @param image file to read; not changed
	 * @return its pixels
	 * @throws FoveaException if it cannot be read
	 */
	default Opened open(final Path image) throws FoveaException {
		return open(ImagePlace.of(image), () -> false);
	}

	/** An image that was read. */
	interface Opened {

		/**
		 * Runs the model.
		 *
		 * @param listener hears of progress and warnings, may cancel
		 * @return results, in memory
		 * @throws FoveaException if the image does not fit the model, or the run failed or was cancelled
		 */
		Computed compute(ProgressListener listener) throws FoveaException;
	}

	/** Results of an image. */
	interface Computed {

		/**
		 * Writes all of them. Files of the same names are replaced, each at once: what is there afterwards is whole.
		 *
		 * @param destination where to write
		 * @return what was written
		 * @throws FoveaException if they cannot be written
		 */
		JobResult write(Destination destination) throws FoveaException;
	}

	/**
	 * The three steps, one after the other.
	 *
	 * @param image to read; not changed
	 * @param destination where to write
	 * @param listener hears of progress and warnings, may cancel; once the first file is being written the others
	 *     follow without asking again
	 * @return what was written
	 * @throws FoveaException if the image cannot be read, does not fit the model or the results cannot be written, or
	 *     the run failed or was cancelled
	 */
	default JobResult run(final ImagePlace image, final Destination destination, final ProgressListener listener)
			throws FoveaException {
		return open(image, listener::isCancelled).compute(listener).write(destination);
	}
}
