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
package fovea.cli.train;

import fovea.base.FoveaException;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.MaskOptions;
import fovea.cli.terminal.Usage;
import fovea.data.IdxFile;
import fovea.data.ImageSource;
import fovea.data.Neighbor;
import fovea.ij1.files.ClassFolders;
import fovea.ij1.files.ImagePaths;
import fovea.job.ImageSources;
import fovea.job.LearningTask;
import fovea.job.MaskMeaning;
import fovea.job.MaskSource;
import fovea.task.train.Data;
import fovea.train.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which images are learned from, and what is to come out for them.
 *
 * @param said with the options of {@link Data} among them
 */
record DataOptions(DescribedOptions said) {

	/**
	 * @param data a folder, an image file or an idx file
	 * @param masks maybe none
	 * @param listener is warned of what masks say
	 * @throws FoveaException if there is no such data
	 */
	LearningTask task(final Path data, final MaskOptions masks, final TrainingListener listener, final Usage usage)
			throws FoveaException {
		final Optional<MaskMeaning> meaning = masks.meaning(usage);
		final boolean chosen = said.isGiven(Data.ONLY);
		final boolean labels = said.isGiven(Data.LABELS);
		usage.require(
				Stream.of(
										said.isGiven(Data.TARGETS),
										said.isGiven(Data.TARGET_LABELS),
										meaning.isPresent(),
										said.isGiven(Data.CLASS_FOLDERS))
								.filter(given -> given)
								.count()
						<= 1,
				"Expected one of --targets, --masks, --target-labels and --class-folders, got several");
		usage.require(
				!labels || !said.isGiven(Data.TARGET_LABELS),
				"--labels: not beside --target-labels, to which --only goes as well");
		usage.require(!labels || chosen, "--labels needs --only");
		usage.require(!chosen || hasLabels(), "--only needs --labels or --target-labels");
		usage.require(
				!hasLabels() || !ImagePaths.isFolder(data),
				"Labels in a file are of the images in an idx file, but " + data
						+ " is a folder; for folders there is --class-folders");
		final Optional<MaskSource> opened =
				meaning.isPresent() ? Optional.of(meaning.get().open(masks.path(), data, listener)) : Optional.empty();
		return task(
				data,
				said.path(labels ? Data.LABELS : Data.TARGET_LABELS).orElse(null),
				targets().orElse(null),
				opened);
	}

	/** @return what is read beside the images */
	List<Path> files() {
		return Stream.concat(
						targets().stream(),
						Stream.of(Data.TARGET_LABELS, Data.LABELS).flatMap(option -> said.path(option).stream()))
				.toList();
	}

	/** @return the target images, where they are not planes of the images themselves */
	private Optional<Path> targets() {
		return neighbor().isPresent() ? Optional.empty() : said.path(Data.TARGETS);
	}

	/** @return which plane of the images is the target of each, where it is one of them */
	Optional<Neighbor> neighbor() {
		return Neighbor.named(said.values().get(Data.TARGETS));
	}

	/** @return whether there is a file of labels */
	boolean hasLabels() {
		return said.isGiven(Data.LABELS) || said.isGiven(Data.TARGET_LABELS);
	}

	/** @return whether there are target images beside the images */
	boolean hasTargets() {
		return targets().isPresent();
	}

	/**
	 * The same task on some data.
	 *
	 * @param file of labels, null where there is none
	 * @param outputs the target images, null where there are none
	 */
	LearningTask task(final Path data, final Path file, final Path outputs, final Optional<MaskSource> masks)
			throws FoveaException {
		final Set<Integer> only = Set.copyOf(said.values().get(Data.ONLY));
		if (said.isGiven(Data.CLASS_FOLDERS)) return new LearningTask.Classification(ClassFolders.of(data));
		if (said.isGiven(Data.TARGET_LABELS))
			return new LearningTask.Classification(IdxFile.read(data).labeled(IdxFile.read(file), only));
		final ImageSource images = ImageSources.of(data, file, only);
		if (masks.isPresent()) return new LearningTask.Segmentation(images, masks.get());
		if (neighbor().isPresent())
			return new LearningTask.Repetition(images, neighbor().get());
		return outputs == null
				? new LearningTask.Reconstruction(images)
				: new LearningTask.Restoration(images, ImageSources.of(outputs));
	}
}
