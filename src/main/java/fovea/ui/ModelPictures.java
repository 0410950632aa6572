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
package fovea.ui;

import fovea.base.ImageException;
import fovea.chart.RasterPicture;
import fovea.chart.ReconstructionSheet;
import fovea.chart.TrainingCurves;
import fovea.image.Raster;
import fovea.train.result.PastTraining;
import fovea.train.result.TestTensors;
import fovea.ui.PreviewPictures.Captioned;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of a model, drawn. To be made where it may take its time.
 *
 * @param sample what goes in and comes out; empty where the package has no test tensors
 * @param curves of its training; empty where nothing is known of it
 * @param sheet what it made of validation samples; empty where there is none
 */
record ModelPictures(List<Captioned> sample, Optional<BufferedImage> curves, Optional<BufferedImage> sheet) {

	private static final int LARGEST = 512;
	private static final int WIDTH = 760;
	private static final int HEIGHT = 360;
	private static final float OPACITY = 0.5f;

	/** @return the pictures of a model; one that cannot be read is left out */
	static ModelPictures of(final ShownModel model) {
		return new ModelPictures(
				model.sample().map(tensors -> sample(model, tensors)).orElse(List.of()),
				model.training().map(ModelPictures::curves),
				model.sheet().flatMap(ModelPictures::sheet));
	}

	private static List<Captioned> sample(final ShownModel model, final TestTensors tensors) {
		final Raster input = RasterPicture.scaled(tensors.input());
		final Raster output = tensors.output();
		final boolean classes = model.classes().size() > 1 && model.classes().size() == output.channels();
		final List<Captioned> pictures = new ArrayList<>(List.of(new Captioned("input", picture(input))));
		pictures.add(new Captioned(
				"output",
				picture(
						!classes
								? RasterPicture.scaled(output)
								: input.hasSizeOf(output)
										? RasterPicture.ofClassesOver(input, output, model.classes(), OPACITY)
										: RasterPicture.ofClasses(output, model.classes(), Float.NEGATIVE_INFINITY))));
		return pictures;
	}

	private static BufferedImage picture(final Raster raster) {
		return RasterPicture.draw(raster, 0, 1, 1, LARGEST);
	}

	private static BufferedImage curves(final PastTraining training) {
		final TrainingCurves curves = new TrainingCurves(training.metric());
		curves.show(training.history(), training.bestEpoch());
		return curves.image(WIDTH, HEIGHT);
	}

	private static Optional<BufferedImage> sheet(final Path file) {
		try {
			return Optional.of(ReconstructionSheet.readPng(file));
		} catch (final ImageException e) {
			return Optional.empty(); // the model does not need it
		}
	}
}
