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

import fovea.base.FoveaException;
import fovea.ij1.files.JobResult;
import fovea.infer.ProgressListener;
import java.nio.file.Path;
import java.util.Optional;

/** Counts what it passes on. */
final class Tally implements BatchListener {

	private final BatchListener listener;
	private final int all;
	private int done;
	private int skipped;
	private int failed;
	private boolean begun;

	Tally(final BatchListener listener, final int all) {
		this.listener = listener;
		this.all = all;
	}

	/** The first image is about to be read. */
	void begin() {
		begun = true;
	}

	boolean begun() {
		return begun;
	}

	@Override
	public ProgressListener progress(final Path image) {
		return listener.progress(image);
	}

	@Override
	public void done(final Path image, final JobResult result) {
		done++;
		listener.done(image, result);
	}

	@Override
	public void skipped(final Path image) {
		skipped++;
		listener.skipped(image);
	}

	@Override
	public void failed(final Path image, final Throwable cause) {
		failed++;
		listener.failed(image, cause);
	}

	@Override
	public boolean isCancelled() {
		return listener.isCancelled();
	}

	BatchSummary summary(final Optional<FoveaException> end) {
		return new BatchSummary(done, skipped, failed, all - done - skipped - failed, end);
	}
}
