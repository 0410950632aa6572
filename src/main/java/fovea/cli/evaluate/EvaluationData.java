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
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.MaskOptions;
import fovea.cli.terminal.Usage;
import fovea.data.ImageSource;
import fovea.data.MaskReading;
import fovea.evaluate.TruthPairs;
import fovea.ij1.files.ImagePaths;
import fovea.job.ImageSources;
import fovea.job.MaskKind;
import fovea.job.MaskMeaning;
import fovea.job.MaskSource;
import fovea.model.ClassSpec;
import fovea.task.Form;
import fovea.task.Output;
import fovea.train.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that say what is evaluated, and where the truth is. */
final class EvaluationData {

	@Option(
			names = "--data",
			paramLabel = "PATH",
			order = 3,
			description = "Images for the model: a folder, one image or stack, or an idx file such as MNIST's.")
	private Path data;

	@Option(
			names = "--labels",
			paramLabel = "FILE",
			order = 4,
			description = "idx file of labels for --data, with --only.")
	private Path labels;

	@Option(names = "--only", split = ",", paramLabel = "N", order = 5, description = "Labels to keep, such as 1,5,6.")
	private Set<Integer> only;

	@Option(
			names = "--results",
			paramLabel = "PATH",
			order = 6,
			description = "Instead of a model and its images: results that are there already, from Fovea or another "
					+ "program. Of a folder that holds NAME-labels.tif, NAME-mask.tif and so on the labels are "
					+ "taken, else the "
					+ "masks.")
	private Path results;

	@Option(
			names = "--targets",
			paramLabel = "PATH",
			order = 7,
			description = "Clean images, matched by name. Default: the images themselves, as for a reconstruction.")
	private Path targets;

	/** What is judged. */
	static final fovea.task.Option<String> RESULT_KIND = fovea.task.Option.of("", Form.TEXT, "")
			.named("--result-kind", "KIND")
			.says(
					"",
					"What the pixels of --results mean: binary, instances, border, index (of the class) or colour "
							+ "(that of the class)",
					"the same as --mask-kind; for rois index, or binary where there is one class");

	private final DescribedOptions described;
	private final MaskOptions truth;

	/** @param described with masks and {@link #RESULT_KIND} among them */
	EvaluationData(final DescribedOptions described) {
		this.described = described;
		truth = new MaskOptions(described);
	}

	private Optional<String> resultKind() {
		return described.given(RESULT_KIND);
	}

	/** @throws ParameterException if options do not go together, or a kind of masks is not known */
	void check(final boolean model, final Usage usage) {
		final boolean hasMasks = hasMasks(usage);
		usage.require(model != (results != null), "Expected --model with --data, or --results, one of the two");
		usage.require(
				model == (data != null),
				model
						? "--model needs --data, the images to run it on"
						: "--data goes with --model, --results are compared as they are");
		usage.require(targets == null || !hasMasks, "Expected --targets or --masks, got both");
		usage.require(
				model || targets != null || truth.path() != null,
				"--results needs --targets or --masks to be compared with");
		usage.require(
				resultKind().isEmpty() || hasMasks && results != null, "--result-kind goes with --results and --masks");
		usage.require((labels == null) == (only == null), "--labels and --only go together");
		usage.require(
				labels == null || data != null && !ImagePaths.isFolder(data),
				"--labels goes with an idx file as --data");
		resultKind().ifPresent(kind -> usage.inRange(() -> MaskKind.of("--result-kind", kind, false)));
		if (!model || !truth.lackNames(usage)) truth.meaning(usage);
	}

	/** @return whether no images, results or clean images were given */
	boolean isEmpty() {
		return data == null && results == null && targets == null && labels == null && only == null;
	}

	boolean hasMasks(final Usage usage) {
		return truth.areGiven(usage);
	}

	/** @return true if the images are to be given back as they are */
	boolean isItsOwnTruth(final Usage usage) {
		return !hasMasks(usage) && targets == null;
	}

	/** @return how many classes the masks have, empty where it is not known yet */
	OptionalInt classes(final Usage usage) {
		return truth.lackNames(usage)
				? OptionalInt.empty()
				: truth.meaning(usage).map(MaskMeaning::classes).orElse(OptionalInt.empty());
	}

	/**
	 * @param known classes of the model, for masks of indices without names
	 * @param listener is warned
	 * @return the masks; empty if there are none
	 */
	Optional<MaskSource> masks(final List<ClassSpec> known, final TrainingListener listener, final Usage usage)
			throws FoveaException {
		final MaskKind kind = truth.kind(usage);
		// Columns of scores are named after the classes, and of numbered objects they are "object" whatever the model.
		final boolean named = kind == MaskKind.INDEX || kind == MaskKind.ROIS;
		final Optional<MaskMeaning> meaning = truth.meaning(named ? known : List.of(), usage);
		return meaning.isEmpty()
				? Optional.empty()
				: Optional.of(meaning.get().open(truth.path(), data == null ? results : data, listener));
	}

	/** @return what results that are there already mean, by what the masks mean */
	MaskReading resultReading(final MaskReading truth, final Usage usage) {
		final List<ClassSpec> classes = truth.classes();
		final MaskReading reading = switch (resultKind(classes, usage)) {
			case BINARY -> new MaskReading.Binary();
			case INSTANCES -> new MaskReading.Instances(false);
			case BORDER, DISTANCE -> new MaskReading.Instances(true);
			case COLOR -> usage.inRange(() -> new MaskReading.Color(classes, OptionalInt.empty()));
			default -> new MaskReading.ClassIndex(classes, OptionalInt.empty());
		};
		usage.require(
				reading.classes().size() <= classes.size(),
				"--result-kind: expected no more classes than the " + classes.size() + " of --mask-kind, got "
						+ reading.classes().size());
		return reading;
	}

	private MaskKind resultKind(final List<ClassSpec> classes, final Usage usage) {
		return resultKind().isEmpty()
				? truth.kind(usage).ofResults(classes.size())
				: usage.inRange(() -> MaskKind.of("--result-kind", resultKind().orElseThrow(), false));
	}

	/**
	 * @param truth masks, empty where images are compared
	 * @param warnings takes one line where names differ
	 * @return what is judged or run on, and the truth
	 */
	TruthPairs pairs(final Optional<MaskSource> truth, final Consumer<String> warnings, final Usage usage)
			throws FoveaException {
		final ImageSource images = results == null
				? ImageSources.of(data, labels, only)
				: ResultFiles.of(ImageSources.of(results), resultKinds(truth, usage));
		if (truth.isPresent()) return TruthPairs.of(images, truth.get().images(), warnings);
		return targets == null
				? TruthPairs.ofThemselves(images)
				: TruthPairs.of(images, ImageSources.of(targets), warnings);
	}

	private List<Output> resultKinds(final Optional<MaskSource> truth, final Usage usage) {
		if (truth.isEmpty()) return ResultFiles.OF_IMAGES;
		return switch (resultKind(truth.get().reading().classes(), usage)) {
			// Numbers of objects are no indices of classes.
			case INDEX, COLOR -> List.of();
			default -> ResultFiles.OF_SEGMENTATION;
		};
	}
}
