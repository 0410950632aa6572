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
package fovea.evaluate;

import fovea.base.FoveaException;
import fovea.data.MaskReading;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Largest;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.metric.ObjectMatches;
import fovea.metric.Overlap;
import fovea.model.ClassSpec;
import fovea.net.Alignment;
import fovea.net.shape.Shape;
import fovea.segment.ObjectFinder;
import fovea.segment.split.ShapeSplitter;
import fovea.train.Baseline;
import fovea.train.Baselines;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingResult;
import fovea.train.augment.Squares;
import fovea.train.config.TrainingConfig;
import fovea.train.result.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a trained segmentation with Otsu's threshold: foreground and objects of both are found on the same squares
 * of the same images and counted in the same way. Touching objects are taken apart by a border where the network has
 * one, else by their shapes. Stateless and thread-safe.
 */
public final class TrainingJudge {

	private static final int SIDE = 256;

	/** As segmentations leave out what is smaller than this part of the smallest annotated object. */
	private static final double SMALLEST = 0.5;

	private static final int LEAST_SIZE = 20;

	private TrainingJudge() {}

	/** What is to be found in a square. */
	private record Exercise(Raster input, double threshold, LabeledPlane truth) {}

	/**
	 * @param config of the training
	 * @param samples that it was given
	 * @param result of it
	 * @param networks make the network once more, with the weights that are kept
	 * @return the comparison, on what was held back or, where nothing was, on what was learned from; empty where the
	 *     network does not tell the class of each pixel
	 * @throws FoveaException if the network cannot be run
	 */
	public static Optional<Judgement> judge(
			final TrainingConfig config,
			final Samples samples,
			final TrainingResult result,
			final TrainableNetworkFactory networks)
			throws FoveaException {
		if (samples.areImages() || samples.areLabels()) return Optional.empty();
		final Shape input = config.architecture().inputShape();
		if (input.isVector()) return Optional.empty();
		final boolean validated = !result.split().validation().isEmpty();
		final List<Exercise> exercises = exercises(config, samples, result.split(), validated);
		if (exercises.isEmpty()) return Optional.empty();
		final int minSize = minSize(exercises);
		final int classes = samples.classes().size();
		final Tally network = new Tally();
		try (TrainableNetwork trained =
				networks.create(config.architecture(), result.weights(), config.loss(), config.seed())) {
			for (final Exercise exercise : exercises) {
				final Raster square = exercise.input;
				final FloatTensor output = trained.predict(new FloatTensor(
						new int[] {1, square.height(), square.width(), square.channels()}, square.data()));
				network.add(exercise.truth, plane(classes(output, classes), square.width(), samples, minSize));
			}
		}
		return Optional.of(new Judgement(validated, network.scores(), List.of(otsu(exercises, minSize))));
	}

	/** Channels that are no classes are left aside. */
	private static int[] classes(final FloatTensor output, final int classes) {
		final int channels = output.shape()[output.shape().length - 1];
		final int[] told = new int[output.size() / channels];
		for (int i = 0; i < told.length; i++) told[i] = Largest.of(output.data(), i * channels, classes);
		return told;
	}

	private static List<Exercise> exercises(
			final TrainingConfig config, final Samples samples, final Samples.Split split, final boolean validated)
			throws FoveaException {
		final Alignment alignment = Alignment.of(config.architecture());
		final int step = Math.max(alignment.height(), alignment.width());
		final Shape input = config.architecture().inputShape();
		final int side = input.isFree() ? Math.max(SIDE, step) : input.height();
		final List<Exercise> exercises = new ArrayList<>();
		for (final Sample sample : validated ? split.validation() : split.training()) {
			if (!sample.target().hasSizeOf(sample.input())) continue;
			// chosen for an image, of which the sample may be a part
			final double threshold = Baselines.otsuThreshold(sample.whole());
			for (final Sample square : Squares.of(sample, side, step)) {
				final Shape shape = Shape.image(
						square.input().height(),
						square.input().width(),
						square.input().channels());
				if (input.covers(shape))
					exercises.add(new Exercise(square.input(), threshold, truth(square.target(), samples)));
			}
		}
		return exercises;
	}

	private static LabeledPlane truth(final Raster all, final Samples samples) {
		final Raster target = samples.classesOf(all);
		final int classes = target.channels();
		final int[] told = Largest.ofEach(target.data(), classes);
		for (int i = 0; i < told.length; i++)
			if (target.data()[i * classes + told[i]] == 0) told[i] = MaskReading.IGNORED;
		return ClassSpec.endWithBorder(samples.classes())
				? LabeledPlane.whole(merged(told, classes - 1), target.width(), 2, 1)
				: LabeledPlane.ofClasses(merged(told, classes), target.width(), 1);
	}

	private static LabeledPlane plane(final int[] told, final int width, final Samples samples, final int minSize) {
		final int classes = samples.classes().size();
		return ClassSpec.endWithBorder(samples.classes())
				? LabeledPlane.whole(merged(told, classes - 1), width, 2, minSize)
				: LabeledPlane.ofClasses(
						merged(told, classes), width, new ObjectFinder(width, minSize, new ShapeSplitter()));
	}

	/** All classes of objects become 1, the border 2. */
	private static int[] merged(final int[] told, final int border) {
		final int[] merged = told.clone();
		for (int i = 0; i < merged.length; i++) if (merged[i] > 0) merged[i] = merged[i] == border ? 2 : 1;
		return merged;
	}

	private static int minSize(final List<Exercise> exercises) {
		int smallest = Integer.MAX_VALUE;
		for (final Exercise exercise : exercises) {
			final int[] sizes = new int[exercise.truth.objects().length + 1];
			for (final int object : exercise.truth.objects()) if (object > 0) sizes[object]++;
			for (final int size : sizes) if (size > 0) smallest = Math.min(smallest, size);
		}
		return Math.max(1, (int) Math.min(LEAST_SIZE, SMALLEST * smallest));
	}

	private static Baseline otsu(final List<Exercise> exercises, final int minSize) {
		final List<Baseline> settings = new ArrayList<>();
		for (final boolean bright : new boolean[] {true, false})
			for (final boolean split : new boolean[] {false, true}) {
				final Tally tally = new Tally();
				for (final Exercise exercise : exercises) {
					final boolean[] above = Baselines.above(exercise.input, exercise.threshold);
					final int[] told = new int[above.length];
					for (int i = 0; i < told.length; i++) told[i] = above[i] == bright ? 1 : 0;
					final int width = exercise.input.width();
					tally.add(
							exercise.truth,
							LabeledPlane.ofClasses(
									told,
									width,
									split
											? new ObjectFinder(width, minSize, new ShapeSplitter())
											: new ObjectFinder(width, minSize)));
				}
				settings.add(new Baseline(
						"Otsu's threshold",
						(bright ? "bright objects" : "dark objects") + (split ? ", split" : ""),
						tally.scores()));
			}
		return settings.stream()
				.max(Comparator.comparingDouble(setting ->
						setting.scores().get(Judgement.IOU) + setting.scores().get(Judgement.AP50)))
				.orElseThrow();
	}

	/** Pixels and objects of all squares together. */
	private static final class Tally {

		private Overlap foreground = Overlap.NONE;
		private ObjectMatches objects = ObjectMatches.NONE;

		void add(final LabeledPlane truth, final LabeledPlane found) {
			final boolean[] wanted = new boolean[truth.classes().length];
			final boolean[] said = new boolean[wanted.length];
			for (int i = 0; i < wanted.length; i++) {
				wanted[i] = truth.classes()[i] > 0;
				said[i] = found.classes()[i] > 0 && truth.classes()[i] != MaskReading.IGNORED;
			}
			foreground = foreground.plus(Overlap.of(wanted, said));
			objects = objects.plus(SegmentationScore.match(truth, found));
		}

		Map<String, Double> scores() {
			return Map.of(Judgement.IOU, foreground.iou(), Judgement.AP50, objects.averagePrecision());
		}
	}
}
