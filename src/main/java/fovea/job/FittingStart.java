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
package fovea.job;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.data.Sample;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.image.Largest;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.model.ClassSpec;
import fovea.model.library.LibraryModel;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.net.Alignment;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingListener;
import fovea.train.augment.Squares;
import fovea.train.config.Loss;
import fovea.train.config.StepOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model inside that does already most of what is to be learned, so that a training with little data had better begin
 * with it.
 *
 * @param model to begin with
 * @param agreement part of the annotated pixels that it tells right, of the class of which it tells fewest, 0 to 1
 */
public record FittingStart(Pretrained model, double agreement) {

	/** Of the pixels of each class. */
	private static final double LEAST = 0.75;

	/**
	 * Annotated pixels, as many as twenty batches of eight patches of 128 x 128: with more a network had better begin
	 * anew.
	 */
	private static final long LITTLE = 20L * 8 * 128 * 128;

	/** Squares of this side around what is annotated are looked at. */
	private static final int SIDE = 256;

	private static final int MOST_SQUARES = 16;

	/** Pixels so near to another class are a matter of taste: people outline more or less closely. */
	private static final int EDGE = 2;

	/** Of the pixels of a class, farther inside; where it has fewer, all of its pixels count. */
	private static final double INSIDE = 0.25;

	/** Pixels of one class. */
	private static final class Tally {
		private long all;
		private long right;
		private long inside;
		private long rightInside;

		void add(final boolean isRight, final boolean isInside) {
			all++;
			if (isRight) right++;
			if (isInside) inside++;
			if (isRight && isInside) rightInside++;
		}

		double part() {
			return inside >= INSIDE * all ? (double) rightInside / inside : (double) right / all;
		}
	}

	/**
	 * Runs each model inside that tells the same number of classes apart on parts of the images, about a second for
	 * each million pixels.
	 *
	 * @param task images and what they are to become; they are read where there is little annotated
	 * @param library whose models inside are tried
	 * @param networks run them
	 * @param listener is warned
	 * @return the one that tells most pixels right, if it does so with three quarters of each class's or more; empty
	 *     where more than 2.6 million pixels are annotated
	 * @throws FoveaException if an image cannot be read, or a network cannot be run
	 */
	public static Optional<FittingStart> find(
			final LearningTask.ReadOnce task,
			final ModelLibrary library,
			final TrainableNetworkFactory networks,
			final TrainingListener listener)
			throws FoveaException {
		if (task.annotated(LITTLE) > LITTLE) return Optional.empty();
		FittingStart best = null;
		TrainingListener warned = listener;
		final int channels = TrainingPlan.channels(task.images());
		for (final LibraryModel each : library.models()) {
			if (!each.isBundled() || library.isDemonstration(each)) continue;
			final Optional<Pretrained> model = candidate(library, each, task, channels);
			if (model.isEmpty()) continue;
			final Samples samples = TrainingPlan.read(
					task,
					new SampleReader(
							model.get().preprocessing(),
							OptionalInt.of(
									model.get().architecture().inputShape().channels()),
							warned));
			warned = TrainingListener.NONE;
			if (counting(samples) > LITTLE) return Optional.empty();
			final double agreement = agreement(samples, model.get(), networks);
			if (agreement >= LEAST && (best == null || agreement > best.agreement))
				best = new FittingStart(model.get(), agreement);
		}
		return Optional.ofNullable(best);
	}

	/**
	 * @return one line, for example "nuclei tells 93 % of what is annotated right already: the training begins with it"
	 */
	@Override
	public String toString() {
		return "'" + model.name() + "' tells " + Math.round(100 * agreement)
				+ " % of the annotated pixels right already: the training begins with it";
	}

	private static Optional<Pretrained> candidate(
			final ModelLibrary library, final LibraryModel model, final LearningTask task, final int channels) {
		try (ModelArchive archive = library.open(model)) {
			final Pretrained pretrained = Pretrained.of(archive);
			if (pretrained.classes().isEmpty()
					|| !pretrained.architecture().inputShape().isFree()) return Optional.empty();
			pretrained.requireFor(task.classes(), channels);
			return Optional.of(pretrained.fitted(task.hasDistance()));
		} catch (final ModelException | TrainingException e) { // does something else
			return Optional.empty();
		}
	}

	private static double agreement(
			final Samples samples, final Pretrained model, final TrainableNetworkFactory networks)
			throws FoveaException {
		final Alignment alignment = Alignment.of(model.architecture());
		final int step = Math.max(alignment.height(), alignment.width());
		final int classes = samples.classes().size();
		final Tally[] tallies = new Tally[classes];
		Arrays.setAll(tallies, c -> new Tally());
		final List<Sample> squares = new ArrayList<>();
		for (final Sample sample : samples.samples()) squares.addAll(Squares.of(sample, SIDE, step));
		final int looked = Math.min(MOST_SQUARES, squares.size());
		try (TrainableNetwork network = networks.create(
				model.architecture(),
				model.weights(),
				StepOptions.of(new Loss.CategoricalCrossEntropy(List.of()), 1))) {
			// evenly over all: the first of a stack may be empty
			for (int i = 0; i < looked; i++) {
				final Sample square = squares.get((int) ((long) i * squares.size() / looked));
				count(square.input(), square.target(), samples, network, tallies);
			}
		}
		return least(tallies);
	}

	private static long counting(final Samples samples) {
		long counting = 0;
		for (final Sample sample : samples.samples())
			for (final float value : samples.classesOf(sample.target()).data()) if (value > 0) counting++;
		return counting;
	}

	/** Borders are part of the objects, whoever knows them. */
	private static void count(
			final Raster input,
			final Raster all,
			final Samples samples,
			final TrainableNetwork network,
			final Tally[] tallies)
			throws FoveaException {
		final FloatTensor output = network.predict(
				new FloatTensor(new int[] {1, input.height(), input.width(), input.channels()}, input.data()));
		final int channels = output.shape()[output.shape().length - 1];
		final int told = samples.distance() ? channels - 1 : channels;
		final Raster target = samples.classesOf(all);
		final boolean bordered = ClassSpec.endWithBorder(samples.classes());
		for (int i = 0; i < input.height() * input.width(); i++) {
			final int truth = Largest.of(target.data(), i * tallies.length, tallies.length);
			if (target.data()[i * tallies.length + truth] == 0) continue;
			final int found = Largest.of(output.data(), i * channels, told);
			final int border = bordered ? tallies.length - 1 : tallies.length;
			tallies[truth].add(
					found == truth || truth > 0 && found == border || truth == border && found > 0,
					isInside(target, i, truth));
		}
	}

	/** @return whether no pixel of another class is near; those that do not count are of none */
	private static boolean isInside(final Raster target, final int at, final int truth) {
		final int x = at % target.width();
		final int y = at / target.width();
		for (int row = Math.max(0, y - EDGE); row <= Math.min(target.height() - 1, y + EDGE); row++)
			for (int column = Math.max(0, x - EDGE); column <= Math.min(target.width() - 1, x + EDGE); column++)
				for (int c = 0; c < target.channels(); c++)
					if (c != truth && target.at(row, column, c) > 0) return false;
		return true;
	}

	private static double least(final Tally[] tallies) {
		double least = 1;
		boolean objects = false;
		for (int c = 0; c < tallies.length; c++) {
			if (tallies[c].all == 0) continue;
			objects |= c > 0;
			least = Math.min(least, tallies[c].part());
		}
		return objects ? least : 0; // what is told of objects is not known
	}
}
