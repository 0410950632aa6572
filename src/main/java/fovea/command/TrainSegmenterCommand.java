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
import fovea.ij1.Host;
import fovea.ij1.MaskImages;
import fovea.ij1.files.RoiAnnotation;
import fovea.ij1.open.OpenAnnotation;
import fovea.job.ImageSources;
import fovea.job.LearningTask;
import fovea.job.MaskKind;
import fovea.job.MaskMeaning;
import fovea.job.MaskText;
import fovea.job.NetworkChoice;
import fovea.job.NoiseChoice;
import fovea.job.OptionNames;
import fovea.job.TrainingPlan;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; Fovea &gt; Train FCN...: a network that tells the class of each pixel, from what was drawn or from
 * masks.
 */
@Plugin(
		type = Command.class,
		menuPath = "Plugins>Fovea>Train FCN...",
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Trains a fully convolutional network to segment images like those that were annotated")
public final class TrainSegmenterCommand extends TrainCommand {

	private static final String AUTO = "auto";
	private static final String BACKGROUND = "background";

	@Parameter(
			label = "Images (folder; empty: open images with overlays)",
			style = "directory",
			required = false,
			persist = false,
			description = "A folder of images; empty: the open images that ROIs were drawn on")
	private String data = "";

	@Parameter(
			label = "Masks (folder; empty: ROIs on the images)",
			style = "directory",
			required = false,
			persist = false,
			description = "Masks of the images in the folder, or files of the ROI Manager; empty: ROIs in the images' "
					+ "overlays")
	private String masks = "";

	@Parameter(
			label = "Masks are",
			persist = false,
			description =
					"rois: a ROI's name or group tells its class; rois-instances: each is an object; rois-border: so "
							+ "that "
							+ "touching ones are kept apart; binary: 0 or not; instances, border: a number for each "
							+ "object; index, colour: the value or "
							+ "colour tells the class; auto: binary where there are mask images, else rois")
	private String maskkind = AUTO;

	@Parameter(
			label = "Classes (empty: automatic)",
			required = false,
			persist = false,
			description =
					"Names, such as nucleus,debris, that names of ROIs begin with; for index and colour background "
							+ "first, such as "
							+ "background=#000000,cell=#00ff00")
	private String classes = "";

	@Parameter(
			label = "Ignored value or color (empty: none)",
			required = false,
			persist = false,
			description = "For index and colour: pixels that do not count, such as 255 or #ffffff")
	private String ignore = "";

	@Parameter(
			label = "Pixels without a ROI are",
			choices = {BACKGROUND, "ignore"},
			persist = false,
			description = "ignore: they do not count, and background is drawn as well, by ROIs of that name")
	private String unlabelled = BACKGROUND;

	@Parameter(
			label = "Show what was understood",
			persist = false,
			description = "Shows the classes of all pixels before the training, gray where they do not count")
	private boolean showmask;

	@Parameter(label = "Masks", type = ItemIO.OUTPUT)
	private ImagePlus maskimage;

	/** With a small network. */
	public TrainSegmenterCommand() {
		super("fcn-small");
	}

	@Override
	List<String> last() {
		return List.of(
				"data",
				"masks",
				"maskkind",
				"classes",
				"unlabelled",
				"showmask",
				"name",
				"architecture",
				"startfrom",
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
				"ignore",
				"file");
	}

	@Override
	Map<String, List<String>> choices() {
		return Map.of(
				"architecture",
				NetworkChoice.segmenters(),
				"maskkind",
				Stream.concat(Stream.of(AUTO), Stream.of(MaskKind.values()).map(MaskKind::toString))
						.toList());
	}

	@Override
	TrainingData data(final ImagePlus active, final TrainingView view) throws FoveaException {
		final Optional<String> folder = given(data);
		final Optional<String> beside = given(masks);
		if (folder.isPresent())
			return ofFiles(
					InputChecks.path("data", folder.get()),
					beside.isPresent() ? Optional.of(InputChecks.path("masks", beside.get())) : Optional.empty(),
					view);
		final OpenAnnotation drawn = OpenAnnotation.of(active);
		if (beside.isPresent())
			throw new TrainingException(
					drawn.isEmpty()
							? "masks: expected data=FOLDER beside it, the images of these masks"
							: "expected ROIs on open images or masks of a folder of images, got both: "
									+ drawn.images().names().get(0) + " has an overlay, and masks=" + beside.get());
		if (active == null && drawn.isEmpty()) throw noImage();
		final MaskMeaning meaning = meaning(MaskKind.ROIS, false);
		if (!(meaning instanceof MaskMeaning.Rois rois))
			throw new TrainingException("maskkind: " + maskkind
					+ " needs data and masks, folders of images and their masks; what is drawn on open "
					+ "images are rois");
		if (drawn.isEmpty())
			throw new TrainingException(
					"expected ROIs in the overlay of an open image (Image > Overlay > Add Selection) or in the ROI "
							+ "Manager, found none");
		view.tell("learns from what is drawn on "
				+ String.join(", ", drawn.images().names()));
		return new TrainingData(
				new LearningTask.Segmentation(drawn.images(), rois.source(drawn.masks(rois.options(), view))),
				new NoiseChoice.Nothing(),
				drawn.title(),
				List.of());
	}

	private TrainingData ofFiles(final Path images, final Optional<Path> place, final TrainingView view)
			throws FoveaException {
		final boolean roiFiles = place.isPresent() && RoiAnnotation.isOfFiles(place.get());
		final MaskMeaning meaning =
				meaning(place.isEmpty() || roiFiles ? MaskKind.ROIS : MaskKind.BINARY, place.isPresent());
		if (roiFiles && meaning instanceof MaskMeaning.Pixels)
			throw new TrainingException(place.get() + ": expected mask images alone for maskkind=" + maskkind
					+ ", found files of ROIs too");
		final List<Path> read = new ArrayList<>(List.of(images));
		place.ifPresent(read::add);
		return new TrainingData(
				new LearningTask.Segmentation(ImageSources.of(images), meaning.open(place.orElse(null), images, view)),
				new NoiseChoice.Nothing(),
				String.valueOf(images.toAbsolutePath().getFileName()),
				read);
	}

	/** @param automatic kind where none is named */
	private MaskMeaning meaning(final MaskKind automatic, final boolean given) throws TrainingException {
		final String kind = AUTO.equals(maskkind) ? automatic.toString() : maskkind;
		final List<String> names =
				given(classes).map(text -> Arrays.asList(text.split(",", -1))).orElse(List.of());
		try {
			return new MaskText(
							OptionNames.MACRO,
							given,
							Optional.of(kind),
							names,
							given(ignore),
							BACKGROUND.equals(unlabelled) ? Optional.empty() : Optional.of(unlabelled))
					.meaning(List.of())
					.orElseThrow();
		} catch (final IllegalArgumentException e) {
			throw new TrainingException(e.getMessage(), e);
		}
	}

	@Override
	void planned(final TrainingPlan plan, final TrainingData trained) {
		if (!showmask) return;
		maskimage = MaskImages.of(plan.samples(), trained.name() + "-classes");
		Host.showNow(maskimage, caller());
	}
}
