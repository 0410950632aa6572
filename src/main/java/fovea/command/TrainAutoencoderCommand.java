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
import fovea.data.ImageSource;
import fovea.data.Neighbor;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.open.OpenImages;
import fovea.job.ImageSources;
import fovea.job.LearningTask;
import fovea.job.NoiseChoice;
import fovea.job.OwnNoise;
import fovea.job.Pretrained;
import fovea.job.TrainingPlan;
import fovea.task.Values;
import fovea.task.train.Changes;
import fovea.task.train.Data;
import fovea.task.train.TrainingTask;
import fovea.train.augment.NoiseText;
import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; Fovea &gt; Train Denoising (CAE)...: a network that gives back images, without their noise if wanted.
 */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = "Train Denoising (CAE)...", weight = 12)
		},
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Trains a convolutional autoencoder to denoise or to reconstruct images like the active one")
public final class TrainAutoencoderCommand extends TrainCommand {

	/** Made by the host. */
	public TrainAutoencoderCommand() {
		super(TrainingTask.AUTOENCODER);
	}

	@Override
	TrainingData data(
			final Values said, final Optional<Pretrained> further, final ImagePlus active, final TrainingView view)
			throws FoveaException {
		final List<Path> read = new ArrayList<>();
		final Optional<String> folder = given(said, Data.IMAGES);
		final Optional<String> clean = given(said, Data.TARGETS);
		final boolean reconstructs = said.get(Data.PURPOSE).equals(Data.RECONSTRUCT);
		if (reconstructs && given(said, Changes.NOISE).isPresent())
			throw new TrainingException("noise: goes with purpose=denoise, got purpose=reconstruct");
		if (reconstructs && clean.isPresent())
			throw new TrainingException(
					"target: goes with purpose=denoise, got purpose=reconstruct, for which the images themselves are "
							+ "to come out");
		checkClean(said, reconstructs, clean.isPresent());
		final ImageSource images;
		if (folder.isPresent()) {
			read.add(path(said, Data.IMAGES));
			images = ImageSources.of(read.get(0));
		} else {
			if (active == null) throw noImage();
			images = OpenImages.of(active);
		}
		final LearningTask task =
				clean.isPresent() ? restoration(images, said, read) : new LearningTask.Reconstruction(images);
		final NoiseChoice noise = noise(said, images, clean.isPresent(), view);
		if (noise instanceof NoiseChoice.Noisy || task.neighbor().isPresent())
			view.tell("no clean images: learns from the noisy ones"
					+ (task.neighbor().isPresent() ? ", each from its neighbor" : ""));
		final String called = folder.isPresent()
				? String.valueOf(read.get(0).toAbsolutePath().getFileName())
				: ImagePlusImages.title(active);
		return new TrainingData(task, noise, called, read);
	}

	/** Words for neighbors come first, whatever open images are called. */
	private static LearningTask restoration(final ImageSource images, final Values said, final List<Path> read)
			throws FoveaException {
		final Optional<Neighbor> next = Neighbor.named(said.get(Data.TARGETS));
		return next.isPresent()
				? new LearningTask.Repetition(images, next.get())
				: new LearningTask.Restoration(images, targets(said, read));
	}

	private static ImageSource targets(final Values said, final List<Path> read) throws FoveaException {
		final String place = said.get(Data.TARGETS);
		final Optional<ImagePlus> open = OpenImages.titled(place);
		if (open.isPresent()) return OpenImages.of(open.get());
		final Path path = path(said, Data.TARGETS);
		if (!Files.exists(path))
			throw new TrainingException(
					"target: expected a folder, a file, the title of an open image, next-frame or next-slice, got '"
							+ place + "'");
		read.add(path);
		return ImageSources.of(path);
	}

	private static void checkClean(final Values said, final boolean reconstructs, final boolean pairs)
			throws TrainingException {
		if (said.get(Data.CLEAN) != Data.Clean.NONE) return;
		if (reconstructs) throw new TrainingException("clean=none: goes with purpose=denoise, got purpose=reconstruct");
		if (pairs)
			throw new TrainingException("clean=none: learns from single noisy images, expected no target, got target="
					+ said.get(Data.TARGETS));
		if (given(said, Changes.NOISE).isPresent())
			throw new TrainingException(
					"clean=none: no noise is put on noisy images, got noise=" + said.get(Changes.NOISE));
	}

	private static NoiseChoice noise(
			final Values said, final ImageSource images, final boolean pairs, final TrainingView view)
			throws FoveaException {
		if (said.get(Data.PURPOSE).equals(Data.RECONSTRUCT)) return new NoiseChoice.Nothing();
		if (given(said, Changes.NOISE).isPresent())
			return new NoiseChoice.Given(NoiseText.parse(said.get(Changes.NOISE)));
		if (pairs) return new NoiseChoice.Nothing();
		return switch (said.get(Data.CLEAN)) {
			case IMAGES -> new NoiseChoice.Automatic();
			case NONE -> new NoiseChoice.Noisy();
			case AUTO -> {
				final OwnNoise own = OwnNoise.of(images);
				view.tell(own
						+ (own.isMuch()
								? ": the images are taken for noisy (clean=images: for clean)"
								: ": the images are taken for clean, noise is put on them (clean=none: learns from "
										+ "them as they are)"));
				yield own.choice();
			}
		};
	}

	@Override
	void planned(final Values said, final TrainingPlan plan, final TrainingData trained) {
		// there is nothing to show
	}
}
