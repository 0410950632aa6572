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
import fovea.cli.terminal.Usage;
import fovea.job.ItemSources;
import fovea.latent.Autoencoder;
import fovea.latent.Item;
import fovea.latent.ItemKind;
import fovea.latent.ItemSource;
import fovea.task.LatentOptions;
import fovea.task.Values;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is encoded as one, beside what is said of it elsewhere, too. */
final class ItemOptions {

	@Spec(Spec.Target.MIXEE)
	private CommandSpec spec;

	@Option(
			names = "--rois",
			paramLabel = "PATH",
			description = "For rois: files of the ROI Manager, a folder with one for each image, or one. Default: the "
					+ "overlays of the images.")
	private Path rois;

	/** Tells what cannot be meant. */
	void check(final Values said) {
		final Usage usage = new Usage(spec.commandLine());
		final boolean areRois = said.get(LatentOptions.ITEMS) == ItemKind.ROIS;
		final boolean areLabeled = !said.get(LatentOptions.LABELS).isEmpty();
		usage.require(!areLabeled || !areRois, "--labels: not for ROIs, whose groups or names are their labels");
		usage.require(said.get(LatentOptions.ONLY).isEmpty() || areLabeled, "--only needs --labels");
		usage.require(rois == null || areRois, "--rois needs --items rois");
	}

	ItemSource open(final Path path, final Values said, final Autoencoder autoencoder) throws FoveaException {
		final Optional<Path> labels = Optional.of(said.get(LatentOptions.LABELS))
				.filter(text -> !text.isEmpty())
				.map(Path::of);
		return ItemSources.of(said)
				.open(path, labels.or(() -> Optional.ofNullable(rois)), said.get(LatentOptions.ONLY), autoencoder);
	}

	/**
	 * @param argument a path, or a path, # and a number from 1 on
	 * @return that item, the first where no number is given
	 */
	Item one(final String argument, final Values said, final Autoencoder autoencoder) throws FoveaException {
		return ItemSources.one(argument, path -> open(path, said, autoencoder));
	}
}
