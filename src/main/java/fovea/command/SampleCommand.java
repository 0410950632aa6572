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
import fovea.ij1.Host;
import fovea.ij1.SampleImages;
import fovea.ij1.macro.MacroCall;
import ij.ImagePlus;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.thread.ThreadService;

/**
 * Opens a sample image, for which no model is needed. As {@link FoveaCommand}, it makes its result visible to macros.
 */
abstract class SampleCommand extends DynamicCommand {

	private final String file;

	@Parameter
	private ThreadService threads;

	@Parameter
	private LogService log;

	@Parameter(label = "Sample", type = ItemIO.OUTPUT)
	private ImagePlus sample;

	/** @param file name of the sample */
	protected SampleCommand(final String file) {
		this.file = file;
	}

	@Override
	public final void run() {
		final Thread caller = threads.getParent(Thread.currentThread());
		try {
			final Optional<MacroCall> call = MacroCall.inImageJ2(this, caller);
			if (call.isPresent()) call.get().setInputs();
			sample = SampleImages.open(file);
			Host.show(sample, caller);
		} catch (final FoveaException e) {
			final String title = getInfo().getTitle();
			final String reason = title + ": " + e.getMessage();
			log.debug(e);
			cancel(reason);
			new FailureReport(threads, log).stop(title, reason, e.getMessage());
		}
	}
}
