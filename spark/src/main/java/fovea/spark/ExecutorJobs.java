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
package fovea.spark;

import fovea.base.FoveaException;
import fovea.block.Pass;
import fovea.block.Stage;
import fovea.cli.BlockCommand;
import fovea.cli.image.OpenBlocks;
import java.util.List;

/**
 * The job that this executor works at: image and model are opened once and stay open as long as the process lives, and
 * so does what all tasks of a pass know. Thread-safe.
 */
final class ExecutorJobs {

	/** Spark gives an executor no other place for what its tasks share. */
	private static final ExecutorJobs HERE = new ExecutorJobs();

	private String application = "";
	private List<String> args = List.of();
	private OpenBlocks open;
	private Pass pass;
	private Stage stage;

	private ExecutorJobs() {}

	static ExecutorJobs here() {
		return HERE;
	}

	/**
	 * @param of the application of Spark: another one may have another image of the same name
	 * @return the stage, for any thread
	 */
	synchronized Stage stage(final String of, final List<String> command, final Pass wanted) throws FoveaException {
		if (!of.equals(application) || !command.equals(args)) {
			if (open != null) open.close();
			open = null;
			stage = null;
			open = BlockCommand.open(command);
			args = List.copyOf(command);
			application = of;
		}
		if (stage == null || !wanted.equals(pass)) {
			stage = open.job().stage(wanted, open.store());
			pass = wanted;
		}
		return stage;
	}
}
