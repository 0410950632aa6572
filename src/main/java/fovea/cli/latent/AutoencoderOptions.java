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
package fovea.cli.latent;

import fovea.base.FoveaException;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Program;
import fovea.infer.ModelOptions;
import fovea.infer.network.NetworkLoader;
import fovea.latent.Autoencoder;
import fovea.model.library.ModelArchive;
import fovea.task.LatentOptions;
import fovea.task.LatentTask;
import fovea.task.Option;
import fovea.task.Running;
import fovea.task.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a latent space on the command line, and the autoencoder.
 *
 * @param described of it
 */
record AutoencoderOptions(DescribedOptions described) {

	/** @return those of a task, and which output is wanted */
	static AutoencoderOptions of(final LatentTask task) {
		final List<Option<?>> options = new ArrayList<>(task.options());
		options.add(Running.TENSOR);
		return new AutoencoderOptions(new DescribedOptions(options));
	}

	/**
	 * @return an autoencoder that the caller closes
	 * @throws FoveaException if it cannot be opened
	 */
	Autoencoder open(final Program fovea) throws FoveaException {
		final Values said = described.values();
		final ModelOptions options = fovea.noted(Running.hints(said));
		final NetworkLoader loader = fovea.loader();
		final ModelArchive encoding = fovea.open(said.get(LatentOptions.MODEL));
		if (said.get(LatentOptions.DECODER).isEmpty())
			return Autoencoder.open(encoding, loader, options, said.get(LatentOptions.POOLING));
		final ModelArchive decoding;
		boolean opened = false;
		try {
			decoding = fovea.open(said.get(LatentOptions.DECODER));
			opened = true;
		} finally {
			if (!opened) encoding.close();
		}
		return Autoencoder.open(encoding, decoding, loader, options, said.get(LatentOptions.POOLING));
	}
}
