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
package fovea.train;

import fovea.base.ModelException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.data.Seeds;
import fovea.image.Raster;
import fovea.net.Shapes;
import fovea.train.augment.Augmentation;
import fovea.train.augment.Noise;
import fovea.train.augment.Patches;
import fovea.train.augment.Places;
import fovea.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Which samples are in which batch, and what happens to them before. All of it follows from seed, epoch and place.
 * Immutable and thread-safe.
 */
final class BatchMaker {

	/** A part of a validation sample, always the same. */
	private record Part(Sample sample, Noise noise, int y, int x, int height, int width) {}

	private final TrainingConfig config;
	private final Samples.Split split;
	private final boolean imageTargets;
	private final boolean vectorInput;
	private final boolean vectorOutput;
	private final List<Places> places;
	private final List<Noise> noises;
	private final int[] pool;
	private final List<List<Part>> validation;

	/**
	 * @param config seed, batch, patch, augmentation, noise
	 * @param split the samples, which fit the network
	 * @param imageTargets whether targets are images
	 */
	BatchMaker(final TrainingConfig config, final Samples.Split split, final boolean imageTargets)
			throws ModelException {
		this.config = config;
		this.split = split;
		this.imageTargets = imageTargets;
		vectorInput = config.architecture().inputShape().isVector();
		vectorOutput = Shapes.infer(config.architecture())
				.of(config.architecture().output())
				.isVector();
		places = config.patch() > 0
				? split.training().stream()
						.map(sample -> imageTargets
								? Places.ANYWHERE
								: Places.of(
										sample,
										config.classChannels(sample.target().channels())))
						.toList()
				: List.of();
		noises = split.training().stream().map(config.noise()::on).toList();
		pool = pool();
		validation = validationBatches();
	}

	/** @return indices of the training samples, each as often as it is taken in a pass */
	private int[] pool() {
		final List<Integer> indices = new ArrayList<>();
		for (int i = 0; i < split.training().size(); i++) {
			if (config.patch() > 0
					&& !imageTargets
					&& !Places.areIn(split.training().get(i))) continue;
			final Raster input = split.training().get(i).input();
			final int times =
					config.patch() == 0 ? 1 : (input.height() / config.patch()) * (input.width() / config.patch());
			for (int k = 0; k < times; k++) indices.add(i);
		}
		return indices.stream().mapToInt(Integer::intValue).toArray();
	}

	/** @return steps in an epoch */
	int steps() {
		if (config.stepsPerEpoch() > 0) return config.stepsPerEpoch();
		return (pool.length + config.batch() - 1) / config.batch();
	}

	/** @return number of validation batches */
	int validationSteps() {
		return validation.size();
	}

	/** @return number of validation images, or patches, in all batches together */
	int validationCount() {
		return validation.stream().mapToInt(List::size).sum();
	}

	/**
	 * @param epoch from 1 on
	 * @return its batches
	 */
	Batches.Source training(final int epoch) {
		final int[] order = order(epoch);
		return step -> {
			final List<Sample> samples = new ArrayList<>();
			final int end = Math.min(order.length, (step + 1) * config.batch());
			for (int i = step * config.batch(); i < end; i++)
				samples.add(prepared(order[i], Seeds.random(config.seed(), Seeds.Purpose.SAMPLE, epoch, i)));
			return Batch.of(samples, vectorInput, vectorOutput);
		};
	}

	/** Passes over the pool, each in an order of its own, until there is enough. */
	private int[] order(final int epoch) {
		final int[] order = new int
				[config.stepsPerEpoch() > 0 ? Math.multiplyExact(config.stepsPerEpoch(), config.batch()) : pool.length];
		for (int from = 0, pass = 0; from < order.length; from += pool.length, pass++) {
			final int[] shuffled = shuffled(Seeds.random(config.seed(), Seeds.Purpose.ORDER, epoch, pass));
			System.arraycopy(shuffled, 0, order, from, Math.min(pool.length, order.length - from));
		}
		return order;
	}

	/** Fisher and Yates' shuffle. */
	private int[] shuffled(final SplittableRandom random) {
		final int[] order = pool.clone();
		for (int i = order.length - 1; i > 0; i--) {
			final int k = random.nextInt(i + 1);
			final int swapped = order[i];
			order[i] = order[k];
			order[k] = swapped;
		}
		return order;
	}

	private Sample prepared(final int index, final SplittableRandom random) {
		final Sample sample = split.training().get(index);
		final Augmentation all = config.augmentation();
		final boolean untouched = all.drawUntouched(random);
		final Augmentation changes = untouched ? all.geometric() : all;
		final Sample cut = config.patch() > 0
				? new Patches(config.patch(), changes.scale(), imageTargets).draw(sample, places.get(index), random)
				: sample;
		final Sample changed = changes.apply(cut, imageTargets, random);
		return untouched && !imageTargets ? changed : noises.get(index).of(changed, random);
	}

	/** @return the validation samples, without augmentation, with always the same noise, in patches side by side */
	Batches.Source validation() {
		return step -> Batch.of(validation(step), vectorInput, vectorOutput);
	}

	/** @return the samples of all validation batches, as the network gets them */
	List<Sample> validationSamples() {
		final List<Sample> samples = new ArrayList<>();
		for (int step = 0; step < validation.size(); step++) samples.addAll(validation(step));
		return samples;
	}

	private List<Sample> validation(final int step) {
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < validation.get(step).size(); i++)
			samples.add(cut(
					validation.get(step).get(i), Seeds.random(config.seed(), Seeds.Purpose.VALIDATION_NOISE, step, i)));
		return samples;
	}

	private static Sample cut(final Part part, final SplittableRandom random) {
		return part.noise.of(Patches.cut(part.sample, part.y, part.x, part.height, part.width), random);
	}

	/** @return training samples, in patches side by side where something counts, for who wants to see how it goes */
	List<Supplier<Batch>> looks() {
		final List<Supplier<Batch>> looks = new ArrayList<>();
		for (final Sample sample : split.training())
			for (final Part part : parts(sample)) {
				final int index = looks.size();
				if (Places.areIn(Patches.cut(part.sample, part.y, part.x, part.height, part.width)))
					looks.add(() -> Batch.of(
							List.of(cut(part, Seeds.random(config.seed(), Seeds.Purpose.VALIDATION_NOISE, 0, index))),
							vectorInput,
							vectorOutput));
			}
		return looks;
	}

	private List<List<Part>> validationBatches() {
		final List<List<Part>> batches = new ArrayList<>();
		List<Part> batch = new ArrayList<>();
		for (final Sample sample : split.validation())
			for (final Part part : parts(sample)) {
				final boolean fits =
						batch.isEmpty() || batch.get(0).height == part.height && batch.get(0).width == part.width;
				if (batch.size() == config.batch() || !fits) {
					batches.add(batch);
					batch = new ArrayList<>();
				}
				batch.add(part);
			}
		if (!batch.isEmpty()) batches.add(batch);
		return batches;
	}

	/** The last patch of a row or column is moved back into the image, so that every pixel is seen. */
	private List<Part> parts(final Sample sample) {
		final int height = sample.input().height();
		final int width = sample.input().width();
		final int side = config.patch();
		final Noise noise = config.noise().on(sample);
		if (side == 0) return List.of(new Part(sample, noise, 0, 0, height, width));
		final List<Part> parts = new ArrayList<>();
		for (int y = 0; y < height; y += side)
			for (int x = 0; x < width; x += side)
				parts.add(new Part(sample, noise, Math.min(y, height - side), Math.min(x, width - side), side, side));
		return parts;
	}
}
