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
import fovea.ij1.Host;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.ResultViews;
import fovea.ij1.SegmentationImages;
import fovea.ij1.WatershedSplitter;
import fovea.ij1.macro.TextInputs;
import fovea.image.ChannelChoice;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.OneChannel;
import fovea.model.Purpose;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmentation;
import fovea.segment.Segmenter;
import fovea.segment.Splitting;
import ij.ImagePlus;
import java.util.List;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; FCN Segment...: the objects a segmentation model finds in the image. */
@Plugin(
		type = Command.class,
		menuPath = "Plugins>Fovea>FCN Segment...",
		initializer = FoveaCommand.INITIALIZER,
		headless = true,
		description = "Finds objects in the active image with a fully convolutional network")
public final class SegmentCommand extends FoveaCommand {

	@Parameter(
			label = "Threshold (0 to 1)",
			min = "0",
			max = "1",
			stepSize = "0.05",
			persist = false,
			description = "Pixels of this probability or more are foreground; of more than two classes, none of them a "
					+ "border, the most "
					+ "probable one wins")
	private double threshold = 0.5;

	@Parameter(
			attrs = @Attr(name = TextInputs.NUMBER),
			label = "Least size (auto or pixels)",
			persist = false,
			description = "Smaller objects are left out; auto: as the model says, none where it does not")
	private String minsize = "auto";

	@Parameter(
			attrs = @Attr(name = TextInputs.NUMBER),
			label = "Least confidence (auto or 0 to 1)",
			persist = false,
			description =
					"Objects of which no pixel has this probability are left out; auto: 0.4 above the threshold, at "
							+ "most 0.95, if the "
							+ "model has a class for the border between objects, else 0")
	private String confidence = "auto";

	@Parameter(
			label = "Split touching objects",
			choices = {"auto", "always", "never"},
			persist = false,
			description =
					"auto: if the model has a class for the border between objects; always: by their shape; never: "
							+ "what touches is one object")
	private String split = "auto";

	@Parameter(
			attrs = @Attr(name = TextInputs.NUMBER),
			label = "Scale (auto or a factor)",
			persist = false,
			description =
					"By how much the image is enlarged for the network (below 1: shrunk); auto: 2 where objects are "
							+ "smaller than "
							+ "the model wants them, 0.5 or 0.25 where they are larger, else 1. Results are those of "
							+ "the image as it is")
	private String scale = "auto";

	@Parameter(label = "Overlay on the image", persist = false)
	private boolean overlay = true;

	@Parameter(label = "Mask", persist = false)
	private boolean mask;

	@Parameter(label = "Label image", persist = false)
	private boolean labels;

	@Parameter(label = "Probabilities", persist = false)
	private boolean probabilities;

	@Parameter(label = "Table of objects", persist = false)
	private boolean table;

	@Parameter(label = "ROI Manager", persist = false)
	private boolean roimanager;

	@Parameter(label = "Probabilities", type = ItemIO.OUTPUT)
	private ImagePlus probabilityimage;

	@Parameter(label = "Mask", type = ItemIO.OUTPUT)
	private ImagePlus maskimage;

	@Parameter(label = "Labels", type = ItemIO.OUTPUT)
	private ImagePlus labelimage;

	/** With the bundled model. */
	public SegmentCommand() {
		super("nuclei", Purpose.SEGMENTS);
	}

	/** {@inheritDoc} Of several that show different things, a model of one gets the one in front. */
	@Override
	ChannelChoice channels(final LoadedModel model, final Image seen, final ChannelChoice choice) {
		if (!choice.isOpen() || !OneChannel.isOfSeveral(model, seen)) return choice;
		final int front = ImagePlusImages.frontChannel(image());
		Host.log(name() + ": channel " + seen.channel(front - 1) + " of " + seen.size(Image.C)
				+ ", the one in front; channels=all segments each");
		return ChannelChoice.of(List.of(front));
	}

	@Override
	protected void process(final Job job) throws FoveaException {
		final SegmentOptions options = new SegmentOptions(
				threshold,
				InputChecks.minSize(minsize),
				InputChecks.confidence(confidence),
				Splitting.valueOf(split.toUpperCase(Locale.ROOT)),
				InputChecks.scale(scale),
				probabilities);
		final Segmentation found = new Segmenter(job.model(), job.options(), options, new WatershedSplitter())
				.segment(job.image(), job.region(), job.listener());
		found.warnings().forEach(job.listener()::warn);
		// First, for it is the one that a model may not have: then nothing else is shown either.
		final ImagePlus values = probabilities ? SegmentationImages.probabilities(found, image()) : null;
		if (overlay) ResultViews.overlay(found, image());
		if (table) ResultViews.table(found, image());
		if (roimanager) ResultViews.roiManager(found, image());
		if (probabilities) probabilityimage = shown(values);
		if (mask) maskimage = shown(SegmentationImages.mask(found, image()));
		if (labels) labelimage = shown(SegmentationImages.labels(found, image()));
	}
}
