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
import fovea.cli.terminal.Usage;
import fovea.infer.ModelOptions;
import fovea.infer.network.NetworkLoader;
import fovea.latent.Autoencoder;
import fovea.latent.Pooling;
import fovea.model.library.ModelArchive;
import fovea.task.Running;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which autoencoder, and how its latent becomes a vector. */
final class AutoencoderOptions {

	@Spec(Spec.Target.MIXEE)
	private CommandSpec spec;

	@Option(
			names = {"-m", "--model"},
			required = true,
			paramLabel = "MODEL",
			order = 2,
			description = "Name (see 'fovea model list') or path of a model with signatures encode and decode, such as "
					+ "those of "
					+ "cae-strided that are trained here; or of the encoder alone, with --decoder.")
	private String model;

	@Option(
			names = "--decoder",
			paramLabel = "MODEL",
			order = 3,
			description = "Name or path of the decoder, where it is a model of its own.")
	private String decoder;

	@Option(
			names = "--pooling",
			paramLabel = "HOW",
			defaultValue = "mean",
			order = 4,
			description =
					"How a latent map becomes a vector: mean (over the map, of each channel; cannot be decoded) or "
							+ "flatten (all "
							+ "values). A latent that is a vector stays as it is. Default: ${DEFAULT-VALUE}.")
	private String pooling;

	private final DescribedOptions described =
			new DescribedOptions(Stream.concat(Stream.of(Running.NORMALIZE), Running.OF_MODEL.stream())
					.toList());

	/** @return what may be said of the model */
	DescribedOptions described() {
		return described;
	}

	/**
	 * @return an autoencoder that the caller closes
	 * @throws FoveaException if it cannot be opened
	 */
	Autoencoder open(final Program fovea) throws FoveaException {
		final Usage usage = new Usage(spec.commandLine());
		final Pooling chosen = usage.inRange(() -> pooling(pooling));
		final ModelOptions options = fovea.noted(Running.hints(described.values()));
		final NetworkLoader loader = fovea.loader();
		if (decoder == null) return Autoencoder.open(fovea.open(model), loader, options, chosen);
		final ModelArchive encoding = fovea.open(model);
		final ModelArchive decoding;
		boolean opened = false;
		try {
			decoding = fovea.open(decoder);
			opened = true;
		} finally {
			if (!opened) encoding.close();
		}
		return Autoencoder.open(encoding, decoding, loader, options, chosen);
	}

	private static Pooling pooling(final String text) {
		for (final Pooling each : Pooling.values())
			if (each.name().toLowerCase(Locale.ROOT).equals(text)) return each;
		throw new IllegalArgumentException(
				"Invalid value for option '--pooling': expected mean or flatten, got '" + text + "'");
	}
}
