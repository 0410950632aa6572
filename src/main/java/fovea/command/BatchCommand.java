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
import fovea.batch.BatchException;
import fovea.batch.BatchPlan;
import fovea.batch.BatchRun;
import fovea.batch.BatchSummary;
import fovea.batch.FolderScan;
import fovea.batch.ResultFolder;
import fovea.batch.Selection;
import fovea.batch.WorkKey;
import fovea.ij1.Host;
import fovea.ij1.files.ImageJob;
import fovea.ij1.files.ImageJobs;
import fovea.ij1.files.MacroCall;
import fovea.ij1.files.Output;
import fovea.ij1.files.Provenance;
import fovea.ij1.macro.TextInputs;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.model.Purpose;
import fovea.model.library.ModelLibrary;
import fovea.segment.SegmentOptions;
import fovea.segment.Splitting;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; Batch Folder...: a model over all images of a folder, results into another one. */
@Plugin(
		type = Command.class,
		menuPath = "Plugins>Fovea>Batch Folder...",
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Segments, denoises or reconstructs all images of a folder")
public final class BatchCommand extends ModelCommand {

	private static final String SEGMENT = "segment";
	private static final String DENOISE = "denoise";
	private static final String AUTO = "auto";
	private static final String SAME = "same as input";

	@Parameter(label = "Folder of images", style = "directory", persist = false)
	private String input = "";

	@Parameter(
			label = "Folder for results",
			style = "directory",
			persist = false,
			description = "Made where it is missing")
	private String output = "";

	@Parameter(
			label = "What to do",
			choices = {SEGMENT, DENOISE, "reconstruct"},
			persist = false)
	private String task = SEGMENT;

	@Parameter(label = "Folders in the folder, too", persist = false)
	private boolean recursive;

	@Parameter(
			label = "Only files like (empty: all images)",
			required = false,
			persist = false,
			description = "Such as *_c1.tif; with a slash, such as plate-?/*.png, the path within the folder is meant")
	private String pattern = "";

	@Parameter(
			label = "Leave out what was done before",
			persist = false,
			description = "Images whose results are there, if neither they, the model nor the options have changed")
	private boolean resume = true;

	@Parameter(label = "Go on with the macro if images fail", persist = false)
	private boolean tolerant;

	@Parameter(label = "Segment: threshold (0 to 1)", min = "0", max = "1", stepSize = "0.05", persist = false)
	private double threshold = 0.5;

	@Parameter(attrs = @Attr(name = TextInputs.NUMBER), label = "Segment: least size (auto or pixels)", persist = false)
	private String minsize = "auto";

	@Parameter(
			attrs = @Attr(name = TextInputs.NUMBER),
			label = "Segment: least confidence (auto or 0 to 1)",
			persist = false)
	private String confidence = "auto";

	@Parameter(
			label = "Segment: split touching objects",
			choices = {"auto", "always", "never"},
			persist = false)
	private String split = "auto";

	@Parameter(
			attrs = @Attr(name = TextInputs.NUMBER),
			label = "Segment: scale (auto or a factor)",
			persist = false,
			description =
					"As in FCN Segment...: auto enlarges small objects and shrinks large ones for the network, where "
							+ "the model says so")
	private String scale = "auto";

	@Parameter(label = "Segment: mask", persist = false)
	private boolean mask = true;

	@Parameter(label = "Segment: table of objects", persist = false)
	private boolean table = true;

	@Parameter(label = "Segment: label image", persist = false)
	private boolean labels;

	@Parameter(label = "Segment: probabilities", persist = false)
	private boolean probabilities;

	@Parameter(
			label = "Denoise, reconstruct: bit depth of the result",
			choices = {AUTO, SAME, "32-bit"},
			persist = false,
			description = "auto: of denoised images same as input, of reconstructed ones 32-bit")
	private String bitdepth = AUTO;

	@Parameter(label = "Reconstruct: map of squared errors", persist = false)
	private boolean errormap;

	/** With the model that is made for the task. */
	public BatchCommand() {
		super("");
	}

	@Override
	List<String> first() {
		return List.of("input", "output", "task");
	}

	@Override
	void check() {
		// Folders are named by who runs this.
	}

	@Override
	void work() throws FoveaException {
		if (orEmpty(input).isEmpty()) throw new BatchException("input: expected a folder of images, got nothing");
		if (orEmpty(output).isEmpty()) throw new BatchException("output: expected a folder for results, got nothing");
		final Selection selection = selection();
		final Path out = InputChecks.path("output", orEmpty(output));
		final FolderScan scan = FolderScan.of(List.of(InputChecks.path("input", orEmpty(input))), selection, out);
		final String name = !model().isEmpty() ? model() : SEGMENT.equals(task) ? "nuclei" : "denoise";
		final PredictionOptions options = predictionOptions();
		final MacroCall macro = macro(name, options);
		final BatchView view = new BatchView(name(), scan.images().size(), this::isCanceled);
		scan.problems().forEach(view::tell);
		if (scan.images().isEmpty()) throw new BatchException(scan.problems().get(0));
		ResultFolder.make(out);
		try (LoadedModel loaded = opened(name)) {
			final ImageJob job = job(
					loaded,
					options,
					Provenance.of(loaded, macro, loader().device().label()));
			final BatchPlan plan =
					BatchPlan.of(scan.images(), out, job.outputs()).with(scan.unread());
			finish(
					new BatchRun(job, WorkKey.of(loaded.sha256(), macro.parameters()))
							.run(plan, resume, view)
							.withFailed(scan.problems().size()),
					plan);
		} finally {
			view.end();
		}
	}

	/** Where nobody names a model, it is the one inside. */
	private LoadedModel opened(final String name) throws FoveaException {
		final Purpose use = SEGMENT.equals(task) ? Purpose.SEGMENTS : Purpose.RESTORES;
		return model().isEmpty() ? open(new ModelLibrary().openInside(name), use) : open(name, use);
	}

	private void finish(final BatchSummary summary, final BatchPlan plan) throws FoveaException {
		final String line = summary.text() + "; see " + plan.journal();
		Host.log(name() + ": " + line);
		if (summary.end().isPresent()) throw summary.end().get();
		if (!summary.isWell() && !tolerant) throw new BatchException(line);
	}

	private Selection selection() throws FoveaException {
		try {
			return new Selection(recursive, Optional.of(orEmpty(pattern)).filter(glob -> !glob.isEmpty()));
		} catch (final IllegalArgumentException e) {
			throw new BatchException("pattern: " + e.getMessage(), e);
		}
	}

	private MacroCall macro(final String name, final PredictionOptions options) throws FoveaException {
		return switch (task) {
			case SEGMENT -> MacroCall.segment(name, modelOptions(), options, segmentOptions(), wanted());
			case DENOISE -> MacroCall.denoise(name, modelOptions(), options, sameType());
			default -> MacroCall.reconstruct(name, modelOptions(), options, errormap, sameType());
		};
	}

	private ImageJob job(final LoadedModel loaded, final PredictionOptions options, final Provenance provenance)
			throws FoveaException {
		return switch (task) {
			case SEGMENT -> ImageJobs.segment(loaded, options, segmentOptions(), wanted(), provenance);
			case DENOISE -> ImageJobs.denoise(loaded, options, sameType(), provenance);
			default -> ImageJobs.reconstruct(loaded, options, errormap, sameType(), provenance);
		};
	}

	private boolean sameType() {
		return AUTO.equals(bitdepth) ? DENOISE.equals(task) : SAME.equals(bitdepth);
	}

	private SegmentOptions segmentOptions() throws FoveaException {
		return new SegmentOptions(
				threshold,
				InputChecks.minSize(minsize),
				InputChecks.confidence(confidence),
				Splitting.valueOf(split.toUpperCase(Locale.ROOT)),
				InputChecks.scale(scale),
				probabilities);
	}

	private Set<Output> wanted() {
		final Set<Output> outputs = EnumSet.of(Output.OVERLAY);
		if (mask) outputs.add(Output.MASK);
		if (labels) outputs.add(Output.LABELS);
		if (probabilities) outputs.add(Output.PROBABILITIES);
		if (table) outputs.add(Output.TABLE);
		return outputs;
	}
}
