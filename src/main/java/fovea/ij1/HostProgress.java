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
package fovea.ij1;

import fovea.infer.ProgressListener;
import fovea.text.Printable;
import ij.IJ;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Progress in ImageJ's status bar, warnings in its log, the Escape key as a way out. Thread-safe. */
public final class HostProgress implements ProgressListener {

	private final String task;
	private final BooleanSupplier cancelled;
	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	/**
	 * Forgets an earlier Escape.
	 *
	 * @param task what runs, for example "Segment (FCN)"
	 * @param cancelled whether somebody else asked for the end
	 */
	public HostProgress(final String task, final BooleanSupplier cancelled) {
		this.task = task;
		this.cancelled = cancelled;
		IJ.resetEscape();
		Host.status(task + "...");
	}

	@Override
	public void tile(final int done, final int total) {
		show("tile", done, total);
	}

	/**
	 * Of a task that learns.
	 *
	 * @param done steps that were made
	 * @param total steps in all
	 */
	public void step(final int done, final int total) {
		show("step", done, total);
	}

	private void show(final String what, final int done, final int total) {
		IJ.showProgress(done, total);
		Host.status(task + ": " + what + " " + done + " of " + total + " (Esc to cancel)");
	}

	/** {@inheritDoc} A line that was said before is not repeated. */
	@Override
	public void warn(final String message) {
		if (warned.add(message)) Host.log(task + ": " + Printable.line(message));
	}

	@Override
	public void tell(final String message) {
		warn(message);
	}

	@Override
	public boolean isCancelled() {
		return IJ.escapePressed() || cancelled.getAsBoolean();
	}

	/** Empties the progress bar. */
	public void end() {
		IJ.showProgress(1.0);
		Host.status("");
	}
}
