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
import fovea.base.TrainingException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.net.Architecture;
import fovea.net.Shapes;
import fovea.net.shape.Shape;
import fovea.train.augment.Augmentation;
import fovea.train.augment.Span;
import fovea.train.config.Loss;
import fovea.train.config.TrainingConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether samples and network fit, before anything is trained. */
public final class DataCheck {

	/** Sizes are checked once. */
	private record Sizes(int height, int width, int channels, int targetHeight, int targetWidth, int targetChannels) {}

	private final TrainingConfig config;

	public DataCheck(final TrainingConfig config) {
		this.config = config;
	}

	/**
	 * @param imageTargets whether targets are images
	 * @throws TrainingException if the samples cannot be changed so
	 */
	void checkAugmentation(final boolean imageTargets) throws TrainingException {
		final Augmentation augmentation = config.augmentation();
		if (config.patch() == 0 && !augmentation.scale().equals(Span.ONE))
			throw new TrainingException(
					"Scale " + augmentation.scale() + ": expected patches, got whole images (patch 0)");
		if (imageTargets && augmentation.blur().max() > 0)
			throw new TrainingException("Blur " + augmentation.blur()
					+ ": expected classes to learn, got images, of which the network would learn to sharpen");
	}

	/**
	 * @throws TrainingException if a sample holds no numbers, is smaller than a patch, or does not fit to the network
	 *     or to the others; names the sample
	 * @throws ModelException if the network cannot take images of this size; names the layer
	 */
	public void check(final Samples.Split split) throws TrainingException, ModelException {
		final Set<Sizes> checked = new HashSet<>();
		for (final Sample sample :
				(Iterable<Sample>) Stream.concat(split.training().stream(), split.validation().stream())::iterator) {
			if (!sample.input().isFinite() || !sample.target().isFinite())
				throw new TrainingException(
						sample.name() + ": expected numbers, got pixels that are not (NaN or infinite)");
			final Raster input = sample.input();
			final Raster target = sample.target();
			if (checked.add(new Sizes(
					input.height(),
					input.width(),
					input.channels(),
					target.height(),
					target.width(),
					target.channels()))) checkSize(sample);
		}
		if (config.patch() == 0 && config.batch() > 1) checkSameSize(split.training());
	}

	private void checkSameSize(final List<Sample> samples) throws TrainingException {
		final Sample first = samples.get(0);
		for (final Sample sample : samples)
			if (!sample.input().hasSizeOf(first.input()))
				throw new TrainingException(sample.name() + ": expected the size of " + first.name()
						+ ", " + size(first.input()) + ", got " + size(sample.input())
						+ "; images of different sizes need patches, or batches of 1");
	}

	private static String size(final Raster raster) {
		return raster.width() + " x " + raster.height();
	}

	private void checkSize(final Sample sample) throws TrainingException, ModelException {
		final int side = config.patch();
		final Raster input = sample.input();
		if (side > 0) {
			if (input.height() < side || input.width() < side)
				throw new TrainingException(sample.name() + ": expected an image of at least the patch size, " + side
						+ " x " + side + ", got " + size(input));
			final boolean single =
					sample.target().height() == 1 && sample.target().width() == 1;
			if (single && !sample.target().hasSizeOf(input))
				throw new TrainingException(sample.name()
						+ ": expected whole images (patch 0) where the whole image is of one class, got a patch size "
						+ "of "
						+ side);
			if (!sample.target().hasSizeOf(input))
				throw new TrainingException(sample.name() + ": expected a target of " + size(input)
						+ ", as the image, to cut patches of both, got " + size(sample.target()));
		}
		final Architecture architecture = config.architecture();
		final Shape declared = architecture.inputShape();
		final int height = side > 0 ? side : input.height();
		final int width = side > 0 ? side : input.width();
		final Shape given = declared.isVector()
				? Shape.vector(height * width * input.channels())
				: Shape.image(height, width, input.channels());
		if (!declared.covers(given))
			throw new TrainingException(
					sample.name() + ": expected " + declared + " (height, width, channels), the input of "
							+ architecture.name() + ", got " + given + hint(side, declared));
		final Shape output = Shapes.infer(architecture.withInputShape(given)).of(architecture.output());
		final Raster target = sample.target();
		final int targetHeight = side > 0 ? side : target.height();
		final int targetWidth = side > 0 ? side : target.width();
		final Shape wanted = output.isVector()
				? Shape.vector(targetHeight * targetWidth * target.channels())
				: Shape.image(targetHeight, targetWidth, target.channels());
		if (!output.equals(wanted))
			throw new TrainingException(
					sample.name() + ": expected a target of " + output + " (height, width, channels), the output of "
							+ architecture.name() + " for an input of " + given + ", got " + wanted);
		checkClasses(config.classChannels(target.channels()));
	}

	private static String hint(final int patch, final Shape declared) {
		return patch == 0
						&& !declared.isVector()
						&& declared.height() == declared.width()
						&& declared.height() != Shape.FREE
				? "; with a patch size of " + declared.height() + " parts of larger images are taken"
				: "";
	}

	private void checkClasses(final int classes) throws TrainingException {
		final Loss told = config.loss() instanceof Loss.WithDistance both ? both.classes() : config.loss();
		if (told instanceof Loss.CategoricalCrossEntropy loss
				&& !loss.classWeights().isEmpty()
				&& loss.classWeights().size() != classes)
			throw new TrainingException("Class weights: expected " + classes + ", one for each class, got "
					+ loss.classWeights().size());
	}
}
