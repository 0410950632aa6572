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
package fovea.cli;

import fovea.base.FoveaException;
import fovea.block.StageRunner;
import fovea.cli.image.OpenBlocks;
import fovea.cli.image.Segment;
import fovea.engine.Engine;
import fovea.model.library.ModelLibrary;
import java.util.List;
import picocli.CommandLine;

/**
 * The command {@code fovea segment IMAGE --out LABELS.zarr} for those who have its work done elsewhere: one process
 * runs it, others open it and do its tasks. Stateless.
 */
public final class BlockCommand {

	private BlockCommand() {}

	/**
	 * @param args of {@code fovea}, {@code segment} first
	 * @param runner does the work
	 * @return the exit code; all that is to be said has been
	 */
	public static int run(final List<String> args, final StageRunner runner) {
		Fovea.prepare();
		return Fovea.commandLine(new ModelLibrary(), Engine::of, runner).execute(args.toArray(String[]::new));
	}

	/**
	 * @param args the same as of {@link #run}, understood already by who runs it
	 * @return its job, open, to be closed by the caller
	 * @throws FoveaException if image or model cannot be opened
	 */
	public static OpenBlocks open(final List<String> args) throws FoveaException {
		Fovea.prepare();
		final CommandLine line = Fovea.commandLine(new ModelLibrary(), Engine::of);
		final CommandLine.ParseResult parsed = line.parseArgs(args.toArray(String[]::new));
		return ((Segment) parsed.subcommand().commandSpec().userObject()).openBlocks();
	}
}
