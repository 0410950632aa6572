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
package fovea.command;

import fovea.base.FoveaException;
import fovea.batch.BatchListener;
import fovea.ij1.Host;
import fovea.ij1.HostProgress;
import fovea.ij1.files.JobResult;
import fovea.infer.ProgressListener;
import fovea.rank.VerdictTally;
import fovea.text.Printable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Shows how a run over a folder goes: images in the status bar, failures and warnings in the log; Escape ends it. */
final class BatchView implements BatchListener {

	private final String task;
	private final int all;
	private final HostProgress progress;
	private final VerdictTally tally = new VerdictTally();
	private int finished;

	/**
	 * @param task name of the command
	 * @param all number of images
	 * @param cancelled whether somebody else asked for the end
	 */
	BatchView(final String task, final int all, final BooleanSupplier cancelled) {
		this.task = task;
		this.all = all;
		progress = new HostProgress(task, cancelled);
	}

	/** @param line for the log */
	void tell(final String line) {
		Host.log(task + ": " + Printable.line(line));
	}

	@Override
	public ProgressListener progress(final Path image) {
		return new ProgressListener() {

			@Override
			public void tile(final int done, final int total) {
				Host.status(task + ": " + image.getFileName() + ", tile " + done + " of " + total + " (Esc to cancel)");
			}

			@Override
			public void warn(final String message) {
				progress.warn(message);
			}

			@Override
			public void tell(final String message) {
				progress.tell(message);
			}

			@Override
			public boolean isCancelled() {
				return progress.isCancelled();
			}
		};
	}

	@Override
	public void done(final Path image, final JobResult result) {
		result.warnings().forEach(progress::warn);
		result.verdict().ifPresent(tally::add);
		finished();
	}

	@Override
	public void skipped(final Path image) {
		finished();
	}

	@Override
	public void failed(final Path image, final Throwable cause) {
		tell(cause instanceof FoveaException ? cause.getMessage() : image + ": unexpected " + cause);
		finished();
	}

	private void finished() {
		Host.progress((double) ++finished / all);
	}

	@Override
	public boolean isCancelled() {
		return progress.isCancelled();
	}

	/** @return how good the results are, all together, where that was told */
	Optional<String> verdicts() {
		return tally.line();
	}

	/** Empties the progress bar. */
	void end() {
		progress.end();
	}
}
