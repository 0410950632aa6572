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
package fovea.job;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.chart.ReconstructionSheet;
import fovea.chart.TrainingCurves;
import fovea.data.Samples;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingResult;
import fovea.train.config.TrainingConfig;
import fovea.train.result.TrainedSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The curves and some samples of a training as pictures. That one could not be drawn is told, and nothing more.
 *
 * @param files where they go
 * @param warnings takes one line for what could not be drawn
 */
record TrainingPictures(TrainingFiles files, Consumer<String> warnings) {

	private static final int WIDTH = 900;
	private static final int HEIGHT = 640;
	private static final int SAMPLES = 8;

	private interface Drawing {

		void draw() throws FoveaException;
	}

	/**
	 * @param read folders and files; no picture is put into a folder whose images are learned from, where the next
	 *     training would take it for one
	 * @param factory makes the network that the samples go through
	 * @return the pictures that were drawn
	 */
	List<Path> draw(
			final List<Path> read,
			final TrainingConfig config,
			final Samples samples,
			final TrainingResult result,
			final TrainableNetworkFactory factory) {
		for (final Path folder : read)
			if (isOwnFolder(folder)) {
				warnings.accept("no pictures are drawn, since " + folder + " holds what is learned from");
				return List.of();
			}
		final List<Path> drawn = new ArrayList<>();
		draw(
				files.curvesPicture(),
				drawn,
				() -> TrainingCurves.of(result).writePng(files.curvesPicture(), WIDTH, HEIGHT));
		if (!samples.areLabels())
			draw(
					files.samplesPicture(),
					drawn,
					() -> sheet(samples, TrainedSample.of(config, result, factory, SAMPLES))
							.writePng(files.samplesPicture()));
		return drawn;
	}

	private boolean isOwnFolder(final Path folder) {
		try {
			return Files.isDirectory(folder)
					&& Files.isSameFile(
							folder, files.samplesPicture().toAbsolutePath().getParent());
		} catch (final IOException e) {
			return true; // who knows
		}
	}

	private static ReconstructionSheet sheet(final Samples samples, final List<TrainedSample> shown) {
		return new ReconstructionSheet(shown.stream()
				.map(sample -> samples.areImages()
						? new ReconstructionSheet.Example(sample.input(), sample.output(), sample.target())
						: ReconstructionSheet.Example.ofClasses(
								sample.input(), sample.output(), sample.target(), samples.classes()))
				.toList());
	}

	/** Whatever goes wrong, a font that is missing too: the model is what matters, and it is written. */
	private void draw(final Path file, final List<Path> drawn, final Drawing drawing) {
		try {
			drawing.draw();
			drawn.add(file);
		} catch (final FoveaException | RuntimeException | LinkageError | VirtualMachineError e) {
			warnings.accept(file + " is not drawn: " + (e instanceof ImageException ? e.getMessage() : e));
		}
	}
}
