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

import java.util.List;
import java.util.Locale;

import fovea.FoveaException;
import fovea.ij1.Host;
import fovea.ij1.HostProgress;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.model.ModelLibrary;
import ij.ImagePlus;
import org.scijava.plugin.Parameter;

/** A command that runs a model over the active image. */
public abstract class FoveaCommand extends NetworkCommand {

	private static final String AS_MODEL = "model";

	/** Parameters that few need, shown last. */
	private static final List<String> LAST = List.of("normalize", "channels", "scope", "tilesize", "halo", "signature",
		"tensor", "axes");

	@Parameter(label = "Image")
	private ImagePlus image;

	@Parameter(label = "Model", style = "file", persist = false,
		description = "Name of a model, or path of a folder or zip")
	private String model;

	@Parameter(label = "Normalisation", choices = { AS_MODEL, "percentile", "zscore", "minmax", "div255", "none" },
		persist = false, description = "How gray values are brought to the model's range; model: as its description says")
	private String normalize = AS_MODEL;

	@Parameter(label = "Channels", required = false, persist = false,
		description = "Channels to give to the model, such as 1,2; empty: all (to segment RGB by one channel: the mean)")
	private String channels = "";

	@Parameter(label = "Statistics over", choices = { "image", "slice" }, persist = false,
		description = "Over what the normalisation's statistics are taken")
	private String scope = "image";

	@Parameter(label = "Tile size (pixels, 0: automatic)", min = "0", persist = false,
		description = "Edge of a tile, halo included; 0: from the memory there is")
	private int tilesize;

	@Parameter(label = "Halo (pixels, -1: automatic)", min = "-1", persist = false,
		description = "Pixels around a tile that are computed and thrown away; -1: from the model")
	private int halo = -1;

	@Parameter(label = "Signature", required = false, persist = false,
		description = "Signature of the SavedModel; empty: as the model says")
	private String signature = "";

	@Parameter(label = "Output tensor", required = false, persist = false,
		description = "Name of the output wanted; empty: the first")
	private String tensor = "";

	@Parameter(label = "Axes", required = false, persist = false,
		description = "Axes of the input in the tensor's order, such as byxc; empty: as the model says")
	private String axes = "";

	/** @param model that is used if none is named */
	protected FoveaCommand(final String model) {
		this.model = model;
	}

	/**
	 * Does the work.
	 *
	 * @param job what to work on
	 * @throws FoveaException if it cannot be done
	 */
	protected abstract void process(Job job) throws FoveaException;

	/** @return the image the command was given */
	protected final ImagePlus image() {
		return image;
	}

	/**
	 * @param result a new image
	 * @return the same, now visible to a macro if one is running
	 */
	protected final ImagePlus shown(final ImagePlus result) {
		Host.show(result, caller());
		return result;
	}

	@Override
	final List<String> last() {
		return LAST;
	}

	@Override
	final void check() throws FoveaException {
		if (image == null && Host.isNoImageOpen()) throw noImage();
	}

	@Override
	final void work() throws FoveaException {
		final PredictionOptions options = PredictionOptions.DEFAULT.withTileSize(tilesize).withHalo(halo).withChannels(
			Inputs.channels(channels)).withScope(PredictionOptions.Scope.valueOf(scope.toUpperCase(Locale.ROOT)));
		// Without a window and without an image, the host passes an empty one.
		if (image == null || image.getWidth() == 0) throw noImage();
		final Image pixels = ImagePlusImages.wrap(image);
		final HostProgress progress = new HostProgress(name(), this::isCanceled);
		try (LoadedModel loaded = LoadedModel.open(new ModelLibrary().open(orEmpty(model)), loader(), modelOptions()))
		{
			process(new Job(pixels, loaded, options, progress));
		}
		finally {
			progress.end();
		}
		tellDevice();
	}

	private ModelOptions modelOptions() {
		return new ModelOptions(orEmpty(signature), orEmpty(tensor), orEmpty(axes), //
			AS_MODEL.equals(normalize) ? "" : normalize);
	}

	private static String orEmpty(final String text) {
		return text == null ? "" : text.strip();
	}
}
