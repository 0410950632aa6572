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

import fovea.ui.help.HelpPages;
import java.util.Map;

/** Which page of the documentation a command's dialog opens. Stateless. */
final class CommandPages {

	private static final String LATENT = "latent.md";

	private static final Map<Class<?>, String> PAGES = Map.ofEntries(
			Map.entry(SegmentCommand.class, "keys.md#segment-fcn"),
			Map.entry(DenoiseCommand.class, "keys.md#denoise-cae-and-reconstruct-cae"),
			Map.entry(ReconstructCommand.class, "keys.md#denoise-cae-and-reconstruct-cae"),
			Map.entry(DenoiseThisCommand.class, "training.md#denoise-this-image"),
			Map.entry(OpenZarrCommand.class, "formats.md#ome-zarr"),
			Map.entry(BatchCommand.class, "batch.md"),
			Map.entry(TrainAutoencoderCommand.class, "training.md"),
			Map.entry(TrainSegmenterCommand.class, "training.md"),
			Map.entry(TeachCommand.class, "teach.md"),
			Map.entry(LatentSpaceCommand.class, LATENT),
			Map.entry(LatentCommands.Encode.class, LATENT),
			Map.entry(LatentCommands.Decode.class, LATENT),
			Map.entry(LatentCommands.Interpolate.class, LATENT),
			Map.entry(LatentCommands.Plot.class, LATENT));

	private CommandPages() {}

	/** @return a page, perhaps with a heading */
	static String of(final Class<?> command) {
		return PAGES.getOrDefault(command, HelpPages.START);
	}

	/** @return all that it has a page of its own for, and the pages */
	static Map<Class<?>, String> all() {
		return PAGES;
	}
}
