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
package fovea.cli.evaluate;

import fovea.base.FoveaException;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.TrainingProgress;
import fovea.cli.terminal.Usage;
import fovea.data.MaskReading;
import fovea.evaluate.AddedNoise;
import fovea.evaluate.Evaluation;
import fovea.evaluate.ImageEvaluation;
import fovea.evaluate.ImageMethods;
import fovea.evaluate.LabeledPlane;
import fovea.evaluate.Method;
import fovea.evaluate.Peak;
import fovea.evaluate.SegmentationEvaluation;
import fovea.evaluate.SegmentationMethods;
import fovea.evaluate.TruthPairs;
import fovea.ij1.files.CsvFile;
import fovea.image.Raster;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.job.MaskSource;
import fovea.model.Purpose;
import fovea.rank.Contenders;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmenter;
import fovea.task.Running;
import fovea.task.Segment;
import fovea.task.train.Masks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fovea evaluate}. */
@Command(
		name = "evaluate",
		header = "Tells how good a model, or results that are there already, are.",
		description =
				"%nCompares what a model makes of images, or result images, with the truth. With --masks: IoU and "
						+ "Dice of each class, and which objects were found (AP50). Else PSNR and SSIM, of values "
						+ "that are neither "
						+ "rounded nor clipped; a model of one channel is judged on the gray of color images, the "
						+ "mean of red, green and "
						+ "blue. A line for each image, the means last.",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea evaluate --model cells.zip --data images/ --masks masks/ --mask-kind instances --baseline",
			"  fovea evaluate --model denoiser.zip --data clean/ --noise 0.1 --baseline",
			"  fovea evaluate --model denoiser.zip --data noisy/ --targets clean/ --csv scores.csv",
			"  fovea evaluate --results fovea-out/ --masks masks/",
			"  fovea evaluate --model cells.zip --data annotated/ --mask-kind rois --classes nucleus,debris",
			"  fovea evaluate --self noisy.tif"
		})
public final class Evaluate implements Callable<Integer>, DescribedOptions.Owner {

	private static final List<fovea.task.Option<?>> RUNNING = List.of(Running.ORIENTATIONS, Running.BORDER);

	@ParentCommand
	private Program fovea;

	@Spec
	private CommandSpec spec;

	@Option(
			names = {"-m", "--model"},
			paramLabel = "MODEL",
			order = 2,
			description = "Name (see 'fovea model list') or path of a model; with --self, of each of several.")
	private List<String> models = List.of();

	private final DescribedOptions described = new DescribedOptions(
					Stream.concat(Segment.FINDING.stream(), Running.ALL.stream())
							.toList())
			.group(
					"Masks",
					1,
					Stream.concat(Masks.NAMED.stream(), Stream.of(EvaluationData.RESULT_KIND))
							.toList());

	@Mixin
	private EvaluationData data = new EvaluationData(described);

	@Option(
			names = "--noise",
			paramLabel = "SIGMA",
			order = 12,
			description =
					"Gaussian noise put on the images, its standard deviation as a part of the peak: 0.1 of 255 is "
							+ "25.5 gray values. Without --targets the images as they are are the truth.")
	private Double noise;

	@Option(
			names = "--seed",
			defaultValue = "1",
			paramLabel = "N",
			order = 13,
			description = "Same seed, same noise. Default: ${DEFAULT-VALUE}.")
	private long seed;

	@Option(
			names = "--range",
			paramLabel = "PEAK",
			order = 14,
			description =
					"Peak of PSNR and SSIM: a number, or 'truth' for the range of values of each truth. Default: 255 "
							+ "for 8 bit, truth for all else.")
	private String range;

	@Option(
			names = "--baseline",
			order = 18,
			description =
					"Also tell what median and Gaussian filter or, for two classes, Otsu's threshold make of the same "
							+ "images (with touching objects together, and taken apart by their shape), at their "
							+ "best setting for these.")
	private boolean baseline;

	@Option(
			names = "--self",
			paramLabel = "IMAGE",
			arity = "1..*",
			order = 17,
			description = "Without any truth: ranks, on noisy images themselves, the models inside that denoise, your "
					+ "own and those of --model, Gaussian and median filters. One pixel in sixteen is hidden from "
					+ "each, and its guess is compared with what is there. Holds where noise is independent from "
					+ "pixel to pixel; warns where it is not.")
	private List<Path> noisy = List.of();

	@Option(
			names = "--csv",
			paramLabel = "FILE",
			order = 19,
			description = "Write a line for each image, with all digits.")
	private Path csv;

	@Option(names = "--summary", order = 20, description = "Show the means only.")
	private boolean summary;

	@Override
	public DescribedOptions described() {
		return described;
	}

	@Override
	public Integer call() throws FoveaException {
		final ModelOptions modelOptions = fovea.noted(Running.hints(described.values()));
		// as denoise does; of no use for masks
		final PredictionOptions options = Running.prediction(described.values()).withStabilized(true);
		final Usage usage = new Usage(spec.commandLine());
		check(usage);
		if (!noisy.isEmpty()) return rank(modelOptions, options);
		final String model = model();
		final Peak peak = peak(usage);
		final AddedNoise added = new AddedNoise(noise == null ? 0 : noise, seed);
		final Console console = fovea.console();
		try (Interruption interruption = Interruption.watch();
				LoadedModel loaded = model == null ? null : open(data.hasMasks(usage), modelOptions)) {
			final EvaluationRun run = new EvaluationRun(console, interruption::isRequested);
			final Optional<MaskSource> masks = data.masks(
					loaded == null ? List.of() : loaded.spec().classes(),
					new TrainingProgress(console, interruption::isRequested),
					usage);
			final TruthPairs pairs = data.pairs(masks, line -> console.error("warning: " + line), usage);
			if (masks.isEmpty())
				return report(
						run,
						new ImageEvaluation(
								pairs, peak, added, channels(loaded, options), imageMethods(loaded, options)),
						new ImageReport());
			final MaskReading reading = reading(masks.get(), loaded);
			if (baseline) checkBaseline(reading.classes().size(), usage);
			return report(
					run,
					new SegmentationEvaluation(pairs, reading, segmentationMethods(loaded, options, reading, usage)),
					new SegmentationReport(reading.classes()));
		}
	}

	/** The border that a model knows is part of what it finds, and so it is of the truth. */
	private static MaskReading reading(final MaskSource masks, final LoadedModel loaded) {
		return loaded != null && Segmenter.knowsBorders(loaded)
				? masks.reading().withoutBorder()
				: masks.reading();
	}

	private LoadedModel open(final boolean masks, final ModelOptions options) throws FoveaException {
		return LoadedModel.open(fovea.open(model()), fovea.loader(), options)
				.usedTo(
						masks ? Purpose.SEGMENTS : Purpose.RESTORES,
						masks
								? "judge it against images, with --targets or --noise, without --masks"
								: "judge it against masks, with --masks",
						fovea.console()::warning);
	}

	/** @return null where there are results instead */
	private String model() {
		return models.isEmpty() ? null : models.get(0);
	}

	private int rank(final ModelOptions modelOptions, final PredictionOptions options) throws FoveaException {
		try (Interruption interruption = Interruption.watch();
				Contenders contenders =
						Contenders.of(fovea.library(), fovea.loader(), modelOptions, fovea.console()::warning)) {
			for (final String model : models) contenders.add(model, fovea.open(model), fovea.loader(), modelOptions);
			return new SelfEvaluation(fovea.console(), interruption::isRequested)
					.run(noisy, contenders, options, Optional.ofNullable(csv));
		}
	}

	private void check(final Usage usage) {
		if (!noisy.isEmpty()) {
			usage.require(
					data.isEmpty() && !data.hasMasks(usage) && noise == null && range == null && !baseline,
					"--self goes with --model and how models are run, not with truth, noise or --baseline");
			usage.requireFile("--csv", csv);
			return;
		}
		usage.require(models.size() < 2, "Expected one --model, got " + models.size());
		final String model = model();
		data.check(model != null, usage);
		final boolean masks = data.hasMasks(usage);
		usage.require(noise == null || model != null && !masks, "--noise goes with --model, not with --masks");
		usage.require(
				noise == null || noise >= 0 && noise < Double.POSITIVE_INFINITY,
				"Invalid value for option '--noise': expected 0 or more, got " + noise);
		usage.require(range == null || !masks, "--range does not go with --masks");
		for (final fovea.task.Option<?> option : Segment.FINDING)
			usage.require(
					model != null && masks || !described.isGiven(option),
					option.name() + " goes with --model and --masks");
		for (final fovea.task.Option<?> option : RUNNING)
			usage.require(model != null || !described.isGiven(option), option.name() + " goes with --model");
		if (baseline) checkBaseline(usage);
		usage.requireFile("--csv", csv);
	}

	private void checkBaseline(final Usage usage) {
		usage.require(model() != null, "--baseline needs --model and --data, the images to try other methods on");
		usage.require(
				noise != null || !data.isItsOwnTruth(usage),
				"--baseline: nothing can be nearer to an image than itself; needs --noise, --targets or --masks");
		data.classes(usage).ifPresent(classes -> checkBaseline(classes, usage));
	}

	private static void checkBaseline(final int classes, final Usage usage) {
		usage.require(classes == 2, "--baseline: Otsu's threshold tells two classes apart, the masks have " + classes);
	}

	private Peak peak(final Usage usage) {
		if (range == null) return Peak.BY_TYPE;
		if ("truth".equalsIgnoreCase(range)) return Peak.OF_TRUTH;
		try {
			return Peak.fixed(Double.parseDouble(range));
		} catch (final IllegalArgumentException e) { // not a number, or not above 0
			throw usage.error(
					"Invalid value for option '--range': expected a number above 0 or 'truth', got '" + range + "'");
		}
	}

	/** @return that images are judged in; results that are there already, and chosen channels, as they are */
	private static OptionalInt channels(final LoadedModel loaded, final PredictionOptions options) {
		return loaded == null || !options.channels().numbers().isEmpty() ? OptionalInt.empty() : loaded.channels();
	}

	private List<Method<List<Raster>>> imageMethods(final LoadedModel loaded, final PredictionOptions options) {
		final List<Method<List<Raster>>> methods = new ArrayList<>();
		methods.add(loaded == null ? ImageMethods.asItIs() : ImageMethods.model(loaded, options));
		if (baseline) methods.addAll(ImageMethods.filters());
		return methods;
	}

	private List<Method<List<LabeledPlane>>> segmentationMethods(
			final LoadedModel loaded, final PredictionOptions options, final MaskReading reading, final Usage usage) {
		final SegmentOptions segment = Segment.options(described.values());
		final List<Method<List<LabeledPlane>>> methods = new ArrayList<>();
		methods.add(
				loaded == null
						? SegmentationMethods.masks(data.resultReading(reading, usage))
						: SegmentationMethods.model(loaded, options, segment, reading));
		if (baseline)
			methods.addAll(
					SegmentationMethods.otsu(segment.minSize(loaded.spec().objectTraits())));
		return methods;
	}

	private <S> int report(final EvaluationRun run, final Evaluation<S> evaluation, final EvaluationReport<S> report)
			throws FoveaException {
		final EvaluationRun.Outcome<S> outcome = run.run(evaluation);
		if (outcome.isEmpty()) return ExitCode.SOFTWARE;
		if (csv != null) CsvFile.write(report.csv(outcome.scores().get(0)), csv);
		final int done = outcome.scores().get(0).size();
		fovea.console()
				.printAll((outcome.failed() == 0
								? done + (done == 1 ? " image" : " images")
								: done + " of " + (done + outcome.failed()) + " images, the others failed")
						+ ". " + report.text(evaluation, outcome, !summary));
		return outcome.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
	}
}
