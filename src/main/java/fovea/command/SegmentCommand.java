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
import fovea.ij1.CentroidRois;
import fovea.ij1.Host;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.OverlayHistory;
import fovea.ij1.OverlayStyle;
import fovea.ij1.ResultViews;
import fovea.ij1.SegmentationImages;
import fovea.ij1.VolumeTable;
import fovea.ij1.files.ObjectStyle;
import fovea.image.ChannelChoice;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.OneChannel;
import fovea.segment.ObjectCount;
import fovea.segment.Segmentation;
import fovea.segment.Segmenter;
import fovea.task.Output;
import fovea.task.Segment;
import fovea.task.TableWish;
import fovea.task.TaskKind;
import fovea.ui.form.LivePreview;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; Segment (FCN)...: the objects a segmentation model finds in the image. */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = "Segment (FCN)...", weight = 1)
		},
		initializer = FoveaCommand.INITIALIZER,
		headless = true,
		description = "Finds objects in the active image with a fully convolutional network")
public final class SegmentCommand extends FoveaCommand {

	@Parameter(label = "Probabilities", type = ItemIO.OUTPUT)
	private ImagePlus probabilityimage;

	@Parameter(label = "Mask", type = ItemIO.OUTPUT)
	private ImagePlus maskimage;

	@Parameter(label = "Labels", type = ItemIO.OUTPUT)
	private ImagePlus labelimage;

	/** With the bundled model. */
	public SegmentCommand() {
		super(TaskKind.SEGMENT);
	}

	/** {@inheritDoc} Of several that show different things, a model of one gets the one in front. */
	@Override
	ChannelChoice channels(final LoadedModel model, final Image seen, final ChannelChoice choice) {
		final ChannelChoice chosen = inFront(model, seen, choice);
		if (!chosen.equals(choice))
			Host.log(name() + ": channel " + seen.channel(chosen.numbers().get(0) - 1) + " of " + seen.size(Image.C)
					+ ", the one in front; channels=all segments each");
		return chosen;
	}

	/** The same without a word. */
	ChannelChoice inFront(final LoadedModel model, final Image seen, final ChannelChoice choice) {
		if (!choice.isOpen() || !OneChannel.isOfSeveral(model, seen)) return choice;
		return ChannelChoice.of(List.of(ImagePlusImages.frontChannel(image())));
	}

	@Override
	Optional<LivePreview.Maker> preview(final Typed typed) {
		return Optional.of(status -> new SegmentPreview(this, image(), typed, status));
	}

	@Override
	protected void process(final Job job) throws FoveaException {
		final Segment task = (Segment) job.task();
		VolumeTable.requireVolume(task.options().linking(), image());
		final Segmentation found = new Segmenter(job.model(), task.prediction(), task.options())
				.segment(job.image(), job.region(), job.listener());
		found.warnings().forEach(job.listener()::warn);
		// First, for it is the one that a model may not have: then nothing else is shown either.
		final ImagePlus values =
				task.gives(Output.PROBABILITIES) ? SegmentationImages.probabilities(found, image()) : null;
		final OverlayStyle style = ObjectStyle.of(task);
		if (task.gives(Output.OVERLAY) || task.gives(Output.POINTS)) OverlayHistory.keep(image());
		if (task.gives(Output.OVERLAY)) ResultViews.overlay(found, image(), style);
		if (task.gives(Output.POINTS)) CentroidRois.show(found, image());
		if (task.gives(Output.TABLE))
			ResultViews.table(
					found, image(), task.values().get(TableWish.OPTION).name());
		if (task.gives(Output.VOLUMES))
			ResultViews.volumes(
					found, image(), task.values().get(TableWish.OPTION).name());
		if (task.values().get(Segment.ROI_MANAGER)) ResultViews.roiManager(found, image(), style);
		if (values != null) probabilityimage = shown(values, job);
		if (task.gives(Output.MASK)) maskimage = shown(SegmentationImages.openMask(found, image()), job);
		if (task.gives(Output.LABELS))
			labelimage = shown(SegmentationImages.inHostsColors(SegmentationImages.labels(found, image())), job);
		found(ObjectCount.of(found));
	}
}
