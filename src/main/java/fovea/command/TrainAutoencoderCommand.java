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
import fovea.base.TrainingException;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.macro.TextInputs;
import fovea.ij1.open.OpenImages;
import fovea.job.ImageSources;
import fovea.job.LearningTask;
import fovea.job.NetworkChoice;
import fovea.job.NoiseChoice;
import fovea.job.TrainingPlan;
import fovea.train.augment.NoiseText;
import fovea.train.data.ImageSource;
import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; Train CAE...: a network that gives back images, without their noise if wanted. */
@Plugin(
		type = Command.class,
		menuPath = "Plugins>Fovea>Train CAE...",
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Trains a convolutional autoencoder to denoise or to reconstruct images like the active one")
public final class TrainAutoencoderCommand extends TrainCommand {

	private static final String DENOISE = "denoise";
	private static final String RECONSTRUCT = "reconstruct";

	@Parameter(
			label = "Images (folder; empty: the active image)",
			style = "directory",
			required = false,
			persist = false,
			description =
					"A folder of images, or a file; empty: the active image, each slice and frame of which is a sample")
	private String data = "";

	@Parameter(
			label = "Purpose",
			choices = {DENOISE, RECONSTRUCT},
			persist = false,
			description = "denoise: noise is put on the images, and the network learns to take it off; reconstruct: to "
					+ "give them back")
	private String purpose = DENOISE;

	@Parameter(
			attrs = @Attr(name = TextInputs.NUMBER),
			label = "Noise, as 0.02-0.2 (empty: automatic)",
			required = false,
			persist = false,
			description = "In units of normalized values, such as 0.02-0.2, poisson:10-100, salt-pepper:0.05; empty: "
					+ "0-0.2, more for "
					+ "images with more than half of that, none where there are clean images")
	private String noise = "";

	@Parameter(
			label = "Clean images (folder or title)",
			style = "directory",
			required = false,
			persist = false,
			description =
					"What should come out for each image, where there are pairs of noisy and clean ones; empty: the "
							+ "images themselves")
	private String target = "";

	/** With a denoiser. */
	public TrainAutoencoderCommand() {
		super("cae-denoise");
	}

	@Override
	List<String> last() {
		return List.of(
				"data",
				"name",
				"architecture",
				"startfrom",
				"purpose",
				"noise",
				"target",
				"epochs",
				"validation",
				"augment",
				"overwrite",
				"patch",
				"batch",
				"learningrate",
				"normalize",
				"seed",
				"precision",
				"checkpoints",
				"file");
	}

	@Override
	Map<String, List<String>> choices() {
		return Map.of("architecture", NetworkChoice.autoencoders());
	}

	@Override
	TrainingData data(final ImagePlus active, final TrainingView view) throws FoveaException {
		final List<Path> read = new ArrayList<>();
		final Optional<String> folder = given(data);
		final Optional<String> clean = given(target);
		if (RECONSTRUCT.equals(purpose) && given(noise).isPresent())
			throw new TrainingException("noise: goes with purpose=denoise, got purpose=reconstruct");
		if (RECONSTRUCT.equals(purpose) && clean.isPresent())
			throw new TrainingException(
					"target: goes with purpose=denoise, got purpose=reconstruct, for which the images themselves are "
							+ "to come out");
		final ImageSource images;
		if (folder.isPresent()) {
			read.add(InputChecks.path("data", folder.get()));
			images = ImageSources.of(read.get(0));
		} else {
			if (active == null) throw noImage();
			images = OpenImages.of(active);
		}
		final LearningTask task = clean.isPresent()
				? new LearningTask.Restoration(images, targets(clean.get(), read))
				: new LearningTask.Reconstruction(images);
		final String called = folder.isPresent()
				? String.valueOf(read.get(0).toAbsolutePath().getFileName())
				: ImagePlusImages.title(active);
		return new TrainingData(task, noise(clean.isPresent()), called, read);
	}

	private static ImageSource targets(final String place, final List<Path> read) throws FoveaException {
		final Optional<ImagePlus> open = OpenImages.titled(place);
		if (open.isPresent()) return OpenImages.of(open.get());
		final Path path = InputChecks.path("target", place);
		if (!Files.exists(path))
			throw new TrainingException(
					"target: expected a folder, a file or the title of an open image, got '" + place + "'");
		read.add(path);
		return ImageSources.of(path);
	}

	private NoiseChoice noise(final boolean pairs) throws TrainingException {
		if (RECONSTRUCT.equals(purpose)) return new NoiseChoice.Nothing();
		if (given(noise).isEmpty()) return pairs ? new NoiseChoice.Nothing() : new NoiseChoice.Automatic();
		try {
			return new NoiseChoice.Given(NoiseText.parse(text(noise)));
		} catch (final IllegalArgumentException e) {
			throw new TrainingException("noise: " + e.getMessage(), e);
		}
	}

	@Override
	void planned(final TrainingPlan plan, final TrainingData trained) {
		// there is nothing to show
	}
}
