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
import fovea.ij1.HeatOverlay;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.OverlayHistory;
import fovea.ij1.ResultViews;
import fovea.ij1.Selections;
import fovea.infer.Prediction;
import fovea.infer.Predictor;
import fovea.infer.ReconstructionError;
import fovea.infer.ResultUse;
import fovea.task.Output;
import fovea.task.Reconstruct;
import fovea.task.TaskKind;
import ij.ImagePlus;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; Reconstruct (CAE)...: what an autoencoder makes of the image, and how far off it is. */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = "Reconstruct (CAE)...", weight = 3)
		},
		initializer = FoveaCommand.INITIALIZER,
		headless = true,
		description = "Reconstructs the active image with a convolutional autoencoder")
public final class ReconstructCommand extends FoveaCommand {

	@Parameter(label = "Squared error", type = ItemIO.OUTPUT)
	private ImagePlus squarederror;

	@Parameter(label = "Reconstruction", type = ItemIO.OUTPUT)
	private ImagePlus reconstruction;

	/** With the bundled model. */
	public ReconstructCommand() {
		super(TaskKind.RECONSTRUCT);
	}

	@Override
	protected void process(final Job job) throws FoveaException {
		final Reconstruct task = (Reconstruct) job.task();
		final boolean same = task.isOfSameType();
		final boolean errormap = task.gives(Output.ERROR);
		final boolean heat = task.values().get(Reconstruct.HEAT);
		final ResultUse use = errormap || heat
				? ReconstructionError.use(ImagePlusImages.useOfFloats(image(), same), heat)
				: ImagePlusImages.use(image(), same);
		final Prediction prediction = new Predictor(job.model(), task.prediction())
				.predict(job.image(), use.in(job.region().box()), job.listener());
		prediction.warnings().forEach(job.listener()::warn);
		final String title = ImagePlusImages.title(image());
		if (errormap || heat) {
			final ReconstructionError error =
					ReconstructionError.of(job.image().crop(job.region().box()), prediction.image());
			if (heat) OverlayHistory.keep(image());
			if (heat) HeatOverlay.show(error, job.region().box(), image());
			if (errormap) {
				squarederror = shown(
						Selections.place(
								ImagePlusImages.toMap(error.squared(), image(), title + "-error"),
								job.region(),
								image()),
						job);
				ResultViews.table(error);
			}
		}
		// Shown last, so that it is the current image, with or without a map.
		reconstruction = shown(
				Selections.place(
						ImagePlusImages.toImagePlus(prediction.image(), image(), title + "-reconstructed", same),
						job.region(),
						image()),
				job);
	}
}
