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
import fovea.ij1.ImagePlusImages;
import fovea.ij1.MaskImages;
import fovea.ij1.files.AnnotatedResult;
import fovea.ij1.files.RoiAnnotation;
import fovea.ij1.open.OpenAnnotation;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.OneChannel;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.job.ImageSources;
import fovea.job.LearningTask;
import fovea.job.MaskKind;
import fovea.job.MaskMeaning;
import fovea.job.MaskText;
import fovea.job.NoiseChoice;
import fovea.job.OptionNames;
import fovea.job.Pretrained;
import fovea.job.TrainingPlan;
import fovea.model.ClassSpec;
import fovea.model.library.ModelArchive;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmenter;
import fovea.task.Values;
import fovea.task.train.Data;
import fovea.task.train.Masks;
import fovea.task.train.TrainingTask;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; Fovea &gt; Train Segmentation (FCN)...: a network that tells the class of each pixel, from what was
 * drawn or from masks.
 */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = "Train Segmentation (FCN)...", weight = 11)
		},
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Trains a fully convolutional network to segment images like those that were annotated")
public final class TrainSegmenterCommand extends TrainCommand {

	@Parameter(label = "Masks", type = ItemIO.OUTPUT)
	private ImagePlus maskimage;

	/** Null unless it learns from what is drawn on open images. */
	private OpenAnnotation annotation;

	/** Made by the host. */
	public TrainSegmenterCommand() {
		super(TrainingTask.SEGMENTER);
	}

	@Override
	TrainingData data(
			final Values said, final Optional<Pretrained> further, final ImagePlus active, final TrainingView view)
			throws FoveaException {
		final Optional<String> folder = given(said, Data.ANNOTATED);
		final Optional<String> beside = given(said, Masks.MASKS);
		if (folder.isPresent())
			return ofFiles(
					said,
					further,
					path(said, Data.ANNOTATED),
					beside.isPresent() ? Optional.of(path(said, Masks.MASKS)) : Optional.empty(),
					view);
		final OpenAnnotation drawn = OpenAnnotation.of(active);
		if (beside.isPresent())
			throw new TrainingException(
					drawn.isEmpty()
							? "masks: expected data=FOLDER beside it, the images of these masks"
							: "expected ROIs on open images or masks of a folder of images, got both: "
									+ drawn.images().names().get(0) + " has an overlay, and masks=" + beside.get());
		if (active == null && drawn.isEmpty()) throw noImage();
		final MaskMeaning meaning = meaning(said, classes(further), ofRois(further), false);
		if (!(meaning instanceof MaskMeaning.Rois rois))
			throw new TrainingException("maskkind: " + said.get(Masks.KIND)
					+ " needs data and masks, folders of images and their masks; what is drawn on open "
					+ "images are rois");
		if (drawn.isEmpty())
			throw new TrainingException(
					"expected ROIs in the overlay of an open image (Image > Overlay > Add Selection) or in the ROI "
							+ "Manager, found none");
		annotation = drawn;
		view.tell("learns from what is drawn on "
				+ String.join(", ", drawn.images().names()));
		if (!drawn.beingDrawn().isEmpty())
			view.tell("strokes of " + String.join(", ", drawn.beingDrawn())
					+ ", in Teach... at the moment, are taken as they are now");
		return new TrainingData(
				new LearningTask.Segmentation(drawn.images(), rois.source(drawn.masks(rois.options(), view), view)),
				new NoiseChoice.Nothing(),
				drawn.title(),
				List.of());
	}

	private TrainingData ofFiles(
			final Values said,
			final Optional<Pretrained> further,
			final Path images,
			final Optional<Path> place,
			final TrainingView view)
			throws FoveaException {
		final boolean roiFiles = place.isPresent() && RoiAnnotation.isOfFiles(place.get());
		final MaskMeaning meaning = meaning(
				said,
				classes(further),
				place.isEmpty() || roiFiles ? ofRois(further) : MaskKind.BINARY,
				place.isPresent());
		if (roiFiles && meaning instanceof MaskMeaning.Pixels)
			throw new TrainingException(place.get() + ": expected mask images alone for maskkind="
					+ said.get(Masks.KIND) + ", found files of ROIs too");
		final List<Path> read = new ArrayList<>(List.of(images));
		place.ifPresent(read::add);
		return new TrainingData(
				new LearningTask.Segmentation(ImageSources.of(images), meaning.open(place.orElse(null), images, view)),
				new NoiseChoice.Nothing(),
				String.valueOf(images.toAbsolutePath().getFileName()),
				read);
	}

	private static List<ClassSpec> classes(final Optional<Pretrained> further) {
		return further.map(Pretrained::classes).orElse(List.of());
	}

	/** A model that tells borders, and the distance to them, goes on doing so. */
	private static MaskKind ofRois(final Optional<Pretrained> further) {
		if (!ClassSpec.endWithBorder(classes(further))) return MaskKind.ROIS;
		return further.orElseThrow().objectTraits().distance() ? MaskKind.ROI_DISTANCE : MaskKind.ROI_BORDER;
	}

	/**
	 * @param known classes of the model that is trained further, which are taken where none are named
	 * @param automatic kind where none is named
	 */
	private static MaskMeaning meaning(
			final Values said, final List<ClassSpec> known, final MaskKind automatic, final boolean given)
			throws TrainingException {
		final String kind = said.get(Masks.KIND);
		try {
			final String named = kind.equals(Masks.AUTO) ? automatic.toString() : kind;
			final boolean rois =
					MaskKind.of(OptionNames.MACRO.of("mask-kind"), named, true).isOfRois();
			final MaskMeaning meaning = new MaskText(
							OptionNames.MACRO,
							given,
							Optional.of(named),
							said.get(Masks.CLASSES),
							given(said, Masks.IGNORE),
							given(said, Masks.UNLABELED).filter(text -> isSaid(text, rois)))
					.meaning(known)
					.orElseThrow();
			return kind.equals(Masks.AUTO)
							&& (known.isEmpty() || ClassSpec.endWithBorder(known))
							&& meaning instanceof MaskMeaning.Rois drawn
					? drawn.automatically()
					: meaning;
		} catch (final IllegalArgumentException e) {
			throw new TrainingException(e.getMessage(), e);
		}
	}

	/** Earlier recorders wrote {@code unlabelled=background} whatever the masks were. */
	private static boolean isSaid(final String unlabeled, final boolean rois) {
		return !unlabeled.equals(Masks.UNLABELED.initial()) && (rois || !unlabeled.equals(MaskText.BACKGROUND));
	}

	/**
	 * {@inheritDoc} A person sees at once what is found on the image that was annotated, and what is missed, unless it
	 * is a stack, or closed.
	 */
	@Override
	void written(final Path file, final TrainingView view) throws FoveaException {
		if (annotation == null || Host.isMacro() || Host.isHeadless()) return;
		final ImagePlus annotated = annotation.first().orElseThrow();
		if (annotated.getWindow() == null || annotated.getStackSize() > annotated.getNChannels()) return;
		final Image pixels = ImagePlusImages.wrap(annotated);
		try (LoadedModel model = LoadedModel.open(ModelArchive.open(file), loader(), ModelOptions.DEFAULT)) {
			if (OneChannel.isOfSeveral(model, pixels)) return; // somebody has to choose
			final AnnotatedResult result =
					annotation.result(new Segmenter(model, PredictionOptions.DEFAULT, SegmentOptions.DEFAULT)
							.segment(pixels, ProgressListener.NONE));
			Host.showNow(result.image(), caller());
			view.tell(annotated.getTitle() + ": " + result.line());
		} catch (final FoveaException | RuntimeException e) { // the model is written all the same
			view.warn(annotated.getTitle() + ": what is found there cannot be shown: " + e.getMessage());
		}
	}

	@Override
	void planned(final Values said, final TrainingPlan plan, final TrainingData trained) {
		if (!said.get(Masks.SHOW)) return;
		maskimage = MaskImages.of(plan.samples(), trained.name() + "-classes");
		Host.showNow(maskimage, caller());
	}
}
