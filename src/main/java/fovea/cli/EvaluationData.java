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
package fovea.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

import fovea.FoveaException;
import fovea.evaluate.TruthPairs;
import fovea.ij1.files.FolderImages;
import fovea.ij1.files.Output;
import fovea.train.IdxFile;
import fovea.train.ImageSource;
import fovea.train.MaskReading;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say what is evaluated, and where the truth is. */
final class EvaluationData {

	@Spec(Spec.Target.MIXEE)
	private CommandSpec spec;

	@Option(names = "--data", paramLabel = "PATH", order = 3, //
		description = "Images for the model: a folder, one image or stack, or an idx file such as MNIST's.")
	private Path data;

	@Option(names = "--labels", paramLabel = "FILE", order = 4, description = "idx file of labels for --data, with --only.")
	private Path labels;

	@Option(names = "--only", split = ",", paramLabel = "N", order = 5, description = "Labels to keep, such as 1,5,6.")
	private Set<Integer> only;

	@Option(names = "--results", paramLabel = "PATH", order = 6, //
		description = "Instead of a model and its images: results that are there already, from Fovea or another program. Of a " + //
			"folder that holds NAME-labels.tif, NAME-mask.tif and so on the labels are taken, else the masks.")
	private Path results;

	@Option(names = "--targets", paramLabel = "PATH", order = 7, //
		description = "Clean images, matched by name. Default: the images themselves, as for a reconstruction.")
	private Path targets;

	@Option(names = "--masks", paramLabel = "PATH", order = 8, description = "Masks of the objects, matched by name.")
	private Path masks;

	@Option(names = "--mask-kind", paramLabel = "KIND", order = 9, //
		description = "What the masks mean: binary (0 or not; touching pixels are an object), instances (a number for each " + //
			"object), border (instances, with the border between touching objects as a class of its own) or classes (the " + //
			"index of the class, 255 does not count). Default: binary.")
	private String maskKind;

	@Option(names = "--result-kind", paramLabel = "KIND", order = 10, //
		description = "What the pixels of --results mean, as for --mask-kind. Default: the same as there.")
	private String resultKind;

	@Option(names = "--classes", paramLabel = "N", order = 11, //
		description = "How many classes there are with background, for masks of kind classes.")
	private Integer classes;

	/** @throws ParameterException if options do not go together, or a kind of masks is not known */
	void check(final boolean model) {
		require(model != (results != null), "Expected --model with --data, or --results, one of the two");
		require(model == (data != null), model ? "--model needs --data, the images to run it on" :
			"--data goes with --model, --results are compared as they are");
		require(targets == null || masks == null, "Expected --targets or --masks, got both");
		require(model || targets != null || masks != null, "--results needs --targets or --masks to be compared with");
		require(maskKind == null || masks != null, "--mask-kind goes with --masks");
		require(resultKind == null || masks != null && results != null, "--result-kind goes with --results and --masks");
		require((labels == null) == (only == null), "--labels and --only go together");
		require(labels == null || data != null && isIdx(data), "--labels goes with an idx file as --data");
		if (masks != null) {
			final int known = maskReading().classes().size();
			require(results == null || resultReading().classes().size() <= known,
				"--result-kind: expected no more classes than the " + known + " of --mask-kind");
		}
	}

	boolean hasMasks() {
		return masks != null;
	}

	/** @return true if the images are to be given back as they are */
	boolean isItsOwnTruth() {
		return masks == null && targets == null;
	}

	/** @return what the masks mean */
	MaskReading maskReading() {
		return reading("--mask-kind", kind(), true);
	}

	/** @return what results that are there already mean */
	MaskReading resultReading() {
		return reading("--result-kind", resultKind == null ? kind() : resultKind, false);
	}

	private String kind() {
		return maskKind == null ? "binary" : maskKind;
	}

	private MaskReading reading(final String option, final String kind, final boolean truth) {
		final Optional<MaskReading> reading = MaskKinds.parse(kind, classes == null ? OptionalInt.empty() : OptionalInt.of(
			classes), truth);
		return reading.orElseThrow(() -> usage("classes".equalsIgnoreCase(kind)
			? "--classes: expected how many classes there are with background, 2 to 255, got " + (classes == null ? "none"
				: classes) : "Invalid value for option '" + option + "': expected " + MaskKinds.NAMES + ", got '" + kind + "'"));
	}

	/**
	 * @param warnings takes one line where names differ
	 * @return what is judged or run on, and the truth
	 */
	TruthPairs pairs(final Consumer<String> warnings) throws FoveaException {
		final ImageSource images = results == null ? images(data) : ResultFiles.of(images(results), resultKinds());
		return isItsOwnTruth() ? TruthPairs.ofThemselves(images) : TruthPairs.of(images, images(hasMasks() ? masks : targets),
			warnings);
	}

	private List<Output> resultKinds() {
		if (!hasMasks()) return ResultFiles.OF_IMAGES;
		// Numbers of objects are no indices of classes.
		return resultReading() instanceof MaskReading.ClassIndex ? List.of() : ResultFiles.OF_SEGMENTATION;
	}

	private ImageSource images(final Path path) throws FoveaException {
		if (!isIdx(path)) return FolderImages.of(path);
		final IdxFile idx = IdxFile.read(path);
		return path == data && labels != null ? idx.images(IdxFile.read(labels), only) : idx.images();
	}

	private static boolean isIdx(final Path path) {
		final String file = path.getFileName().toString();
		return file.contains("-ubyte") || file.contains(".idx");
	}

	private void require(final boolean condition, final String message) {
		if (!condition) throw usage(message);
	}

	private ParameterException usage(final String message) {
		return new ParameterException(spec.commandLine(), message);
	}
}
