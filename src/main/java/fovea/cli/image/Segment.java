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
package fovea.cli.image;

import fovea.cli.terminal.ConfidenceConverter;
import fovea.cli.terminal.MinSizeConverter;
import fovea.cli.terminal.ScaleConverter;
import fovea.ij1.files.ImageJob;
import fovea.ij1.files.ImageJobs;
import fovea.ij1.files.MacroCall;
import fovea.ij1.files.Output;
import fovea.ij1.files.Provenance;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.model.Purpose;
import fovea.segment.SegmentOptions;
import fovea.segment.Splitting;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fovea segment}. */
@Command(
		name = "segment",
		header = "Finds objects and outlines them in an overlay.",
		description = "%nWrites NAME-overlay.tif, the image with an outline around each object in its overlay, and by "
				+ "default "
				+ "NAME-mask.tif (255 in objects, else 0) and NAME-objects.csv (a line for each object).",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea segment samples/nuclei-touching.png --out out",
			"  fovea segment --min-size 20 --labels --no-mask --out out images/",
			"  fovea segment --model my-unet.zip --threshold 0.7 --probabilities nuclei.png"
		})
public final class Segment extends ImageCommand {

	@Option(
			names = {"-m", "--model"},
			paramLabel = "MODEL",
			defaultValue = "nuclei",
			order = 2,
			description = "Name (see 'fovea model list') or path of a model, image in, classes out. Default: "
					+ "${DEFAULT-VALUE}.")
	private String model;

	@Option(
			names = "--threshold",
			paramLabel = "P",
			defaultValue = "0.5",
			order = 10,
			description = "A pixel is in an object from this probability on, 0 to 1; of more than two classes, none of "
					+ "them a border, "
					+ "the most probable one wins instead. Default: ${DEFAULT-VALUE}.")
	private double threshold;

	@Option(
			names = "--min-size",
			paramLabel = "PIXELS",
			defaultValue = "auto",
			order = 11,
			converter = MinSizeConverter.class,
			description =
					"Objects of fewer pixels are left out. auto: as the model says, none where it does not. Default: "
							+ "${DEFAULT-VALUE}.")
	private int minSize;

	@Option(
			names = "--confidence",
			paramLabel = "P",
			defaultValue = "auto",
			order = 12,
			converter = ConfidenceConverter.class,
			description = "Objects of which no pixel has this probability, 0 to 1, are left out. auto: 0.4 above the "
					+ "threshold, at most "
					+ "0.95, if the model has a class for the border between objects, else 0. Default: "
					+ "${DEFAULT-VALUE}.")
	private OptionalDouble confidence;

	@Option(
			names = "--split",
			paramLabel = "WHEN",
			defaultValue = "auto",
			order = 13,
			description =
					"Whether touching objects are taken apart: auto (if the model has a class for the border between "
							+ "them), always (by their shape) or never. Default: ${DEFAULT-VALUE}.")
	private Splitting split;

	@Option(
			names = "--scale",
			paramLabel = "FACTOR",
			defaultValue = "auto",
			order = 14,
			converter = ScaleConverter.class,
			description =
					"Enlarges the image for the network by this factor, 0.1 to 8 (below 1: shrinks it); results are "
							+ "those of the "
							+ "image as it is. auto: 2 where objects are smaller than the model wants them, 0.5 or "
							+ "0.25 where they are larger, else 1. "
							+ "Default: ${DEFAULT-VALUE}.")
	private double scale;

	@Option(
			names = "--mask",
			negatable = true,
			defaultValue = "true",
			fallbackValue = "true",
			order = 15,
			description = "Whether NAME-mask.tif is written. Default: yes.")
	private boolean mask;

	@Option(
			names = "--table",
			negatable = true,
			defaultValue = "true",
			fallbackValue = "true",
			order = 16,
			description = "Whether NAME-objects.csv is written. Default: yes.")
	private boolean table;

	@Option(
			names = "--labels",
			order = 17,
			description = "Write NAME-labels.tif: the number of each pixel's object, 0 where there is none.")
	private boolean labels;

	@Option(
			names = "--probabilities",
			order = 18,
			description = "Write NAME-probabilities.tif: 32 bit, a channel for each class.")
	private boolean probabilities;

	@Override
	String model() {
		return model;
	}

	@Override
	Purpose use() {
		return Purpose.SEGMENTS;
	}

	@Override
	List<Output> outputs() {
		// Checked here, since this is asked before the model is opened.
		if (!(threshold >= 0 && threshold <= 1))
			throw usage("Invalid value for option '--threshold': expected 0 to 1, got " + threshold);
		final Set<Output> outputs = EnumSet.of(Output.OVERLAY);
		if (mask) outputs.add(Output.MASK);
		if (labels) outputs.add(Output.LABELS);
		if (probabilities) outputs.add(Output.PROBABILITIES);
		if (table) outputs.add(Output.TABLE);
		return List.copyOf(outputs);
	}

	@Override
	MacroCall macro(final ModelOptions modelOptions, final PredictionOptions options) {
		final Set<Output> wanted = Set.copyOf(outputs()); // which checks the options
		return MacroCall.segment(model, modelOptions, options, segmentOptions(), wanted);
	}

	@Override
	ImageJob job(final LoadedModel loaded, final PredictionOptions options, final Provenance provenance) {
		return ImageJobs.segment(loaded, options, segmentOptions(), Set.copyOf(outputs()), provenance);
	}

	private SegmentOptions segmentOptions() {
		return new SegmentOptions(threshold, minSize, confidence, split, scale, probabilities);
	}
}
