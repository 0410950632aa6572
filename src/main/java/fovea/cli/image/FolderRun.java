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

import fovea.base.FoveaException;
import fovea.batch.BatchException;
import fovea.batch.BatchListener;
import fovea.batch.BatchPlan;
import fovea.batch.BatchRun;
import fovea.batch.BatchSummary;
import fovea.cli.terminal.Console;
import fovea.ij1.files.Destination;
import fovea.ij1.files.JobResult;
import fovea.infer.ProgressListener;
import fovea.task.Output;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Does a job on folders of images, and tells how it goes. */
final class FolderRun implements BatchListener {

	private final Console console;
	private final ImageReport report;
	private final BooleanSupplier cancelled;
	private final Map<Path, Destination> destinations = new HashMap<>();
	private List<Output> outputs = List.of();

	/**
	 * @param console where to tell
	 * @param report where to tell of images
	 * @param cancelled whether to end now
	 */
	FolderRun(final Console console, final ImageReport report, final BooleanSupplier cancelled) {
		this.console = console;
		this.report = report;
		this.cancelled = cancelled;
	}

	/**
	 * @param batch what to do
	 * @param plan images and where their results go
	 * @param resume whether images that were done before are left out
	 * @param problems what was found to be no image before; counts as failed
	 * @return whether all went well
	 * @throws BatchException if nothing could be begun
	 */
	boolean run(final BatchRun batch, final BatchPlan plan, final boolean resume, final List<String> problems)
			throws FoveaException {
		outputs = batch.job().outputs();
		plan.images().forEach(image -> destinations.put(image.file(), image.destination()));
		final BatchSummary summary = batch.run(plan, resume, this).withFailed(problems.size());
		report.wipe();
		// Here, not by who calls this: once the user's interruption is over, the process may end before anything more
		// is said.
		summary.end().ifPresent(console::error);
		report.verdicts().ifPresent(console::print);
		console.print(summary.text() + "; results are in " + plan.out() + ", their list is " + plan.journal());
		return summary.isWell();
	}

	@Override
	public ProgressListener progress(final Path image) {
		return report.progress(image.toString());
	}

	@Override
	public void done(final Path image, final JobResult result) {
		report.done(image.toString(), outputs, destinations.get(image), result);
	}

	@Override
	public void skipped(final Path image) {
		report.skipped(image.toString(), outputs, destinations.get(image));
	}

	@Override
	public void failed(final Path image, final Throwable cause) {
		report.failed(image.toString(), cause);
	}

	@Override
	public boolean isCancelled() {
		return cancelled.getAsBoolean();
	}
}
