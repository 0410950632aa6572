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
import fovea.base.ModelException;
import fovea.ij1.EncodingResults;
import fovea.ij1.open.OpenItems;
import fovea.infer.ModelOptions;
import fovea.infer.network.NetworkLoader;
import fovea.job.ItemSources;
import fovea.latent.Autoencoder;
import fovea.latent.EncodingTable;
import fovea.latent.Encodings;
import fovea.latent.ItemKind;
import fovea.latent.ItemSource;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.task.LatentOptions;
import fovea.task.Option;
import fovea.task.Running;
import fovea.task.Values;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a command for a latent space works on.
 *
 * @param said by its user
 * @param image that is active, null where there is none
 * @param warnings are called with a line each
 */
record LatentInputs(Values said, ImagePlus image, Consumer<String> warnings) {

	/**
	 * @param loader of networks
	 * @return the autoencoder, to be closed by the caller
	 * @throws FoveaException if it cannot be opened, or is none
	 */
	Autoencoder open(final NetworkLoader loader) throws FoveaException {
		final ModelOptions hints = Running.hints(said);
		hints.notes().forEach(warnings);
		final ModelArchive first =
				new ModelLibrary().openOffered(said.get(LatentOptions.MODEL), LatentOptions.MODEL.initial(), warnings);
		if (said.get(LatentOptions.DECODER).isEmpty())
			return Autoencoder.open(first, loader, hints, said.get(LatentOptions.POOLING));
		return Autoencoder.open(first, second(first), loader, hints, said.get(LatentOptions.POOLING));
	}

	private ModelArchive second(final ModelArchive first) throws ModelException {
		boolean opened = false;
		try {
			final ModelArchive second = new ModelLibrary().open(said.get(LatentOptions.DECODER), warnings);
			opened = true;
			return second;
		} finally {
			if (!opened) first.close();
		}
	}

	/** @return whether its items are of an open image */
	boolean areOpen() {
		return said.get(LatentOptions.DATA).isEmpty();
	}

	/**
	 * @param autoencoder that is to encode them
	 * @return what is to be encoded: of a path, else of the active image
	 * @throws FoveaException if there is nothing
	 */
	ItemSource source(final Autoencoder autoencoder) throws FoveaException {
		final ItemSources options = ItemSources.of(said).withKind(kind(autoencoder));
		final Optional<Path> data = path(LatentOptions.DATA);
		if (data.isPresent())
			return options.open(data.get(), path(LatentOptions.LABELS), said.get(LatentOptions.ONLY), autoencoder);
		// Without a window and without an image, the host passes an empty one.
		if (image == null || image.getWidth() == 0) throw HostCommand.noImage();
		return switch (options.kind()) {
			case SLICES, AUTO -> OpenItems.planes(image, options.cutter(autoencoder));
			case ROIS ->
				OpenItems.rois(
						image,
						options.cutter(autoencoder),
						options.width(autoencoder),
						options.height(autoencoder),
						options.margin());
			case GRID -> options.grid(OpenItems.planes(image, options.cutter(autoencoder)), autoencoder);
		};
	}

	/** @return what is encoded as one; where nobody says, chosen by what there is */
	ItemKind kind(final Autoencoder autoencoder) {
		final ItemKind kind = said.get(LatentOptions.ITEMS);
		if (kind != ItemKind.AUTO) return kind;
		final boolean isOpen = areOpen() && image != null && image.getWidth() > 0;
		if (!isOpen || !ItemSources.of(said).knowsSize(autoencoder)) return ItemKind.SLICES;
		if (!OpenItems.rois(image).isEmpty()) return ItemKind.ROIS;
		return image.getNSlices() * image.getNFrames() > 1 ? ItemKind.SLICES : ItemKind.GRID;
	}

	/**
	 * @return points of a file, else of the Results table
	 * @throws FoveaException if there are none
	 */
	Encodings points() throws FoveaException {
		final Optional<Path> table = path(LatentOptions.TABLE);
		return table.isPresent() ? EncodingTable.read(table.get()) : EncodingResults.read();
	}

	/** @return a file that is written, too */
	Optional<Path> out() throws FoveaException {
		return path(LatentOptions.OUT);
	}

	private Optional<Path> path(final Option<String> option) throws FoveaException {
		final String text = said.get(option);
		return text.isEmpty() ? Optional.empty() : Optional.of(InputChecks.path(option.key(), text));
	}
}
