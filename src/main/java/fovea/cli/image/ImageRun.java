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
package fovea.cli.image;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.cli.terminal.ConsoleProgress;
import fovea.ij1.files.Destination;
import fovea.ij1.files.ImageJob;
import fovea.ij1.files.ImagePlace;
import fovea.ij1.files.JobResult;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Does a job on one image after the other. A failure is reported and does not stop the others.
 *
 * @param job what to do
 * @param report where to tell
 * @param cancelled whether to end now
 */
record ImageRun(ImageJob job, ImageReport report, BooleanSupplier cancelled) {

	/**
	 * @param plan images and where their results go
	 * @return how many failed
	 * @throws CancelledException if the user asked for an end
	 */
	int run(final OutputPlan plan) throws CancelledException {
		int failed = 0;
		for (final Map.Entry<ImagePlace, Destination> entry :
				plan.destinations().entrySet()) {
			if (cancelled.getAsBoolean()) throw new CancelledException();
			if (!run(entry.getKey(), entry.getValue())) failed++;
		}
		return failed;
	}

	private boolean run(final ImagePlace image, final Destination destination) throws CancelledException {
		final ConsoleProgress progress = report.progress(image.toString());
		try {
			final JobResult result = job.run(image, destination, progress);
			report.done(image.toString(), job.outputs(), destination, result);
			return true;
		} catch (final CancelledException e) {
			progress.clear();
			throw e;
		}
		// A file can be broken in ways its reader did not think of, or too large: the next may be well.
		catch (final FoveaException | RuntimeException | OutOfMemoryError e) {
			progress.clear();
			// What fails while the process ends fails for that.
			if (cancelled.getAsBoolean()) throw new CancelledException();
			report.failed(image.toString(), e);
			return false;
		}
	}
}
