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
package fovea;

import fovea.base.FoveaException;
import fovea.data.MaskReading;
import fovea.job.LearningTask;
import fovea.job.MaskSource;
import fovea.job.NetworkChoice;
import fovea.job.NoiseChoice;
import fovea.job.TrainingChoices;
import fovea.model.ClassSpec;
import fovea.model.Normalization;
import fovea.train.augment.Augmentation;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * What a network is to learn, and from what. Immutable; {@link Fovea#train} does it:
 *
 * <pre>{@code
 * Training training = Training.segmenter(images, labels).withEpochs(30);
 * TrainingReport report = fovea.train(training, Path.of("cells.zip"));
 * Segmentation found = fovea.model(report.model().toString()).segment(another);
 * }</pre>
 *
 * <p>Images are learned from plane by plane: each slice and frame is a sample. They should be of one kind: the same
 * channels, values of the same meaning. What is not chosen follows from the network and the images' size.
 */
public final class Training {

	private final LearningTask task;
	private final NoiseChoice noise;
	private final int count;
	private final String network;
	private final UnaryOperator<TrainingChoices> choices;

	private Training(
			final LearningTask task,
			final NoiseChoice noise,
			final int count,
			final String network,
			final UnaryOperator<TrainingChoices> choices) {
		this.task = task;
		this.noise = noise;
		this.count = count;
		this.network = network;
		this.choices = choices;
	}

	private static Training of(
			final LearningTask task, final NoiseChoice noise, final int count, final String network) {
		return new Training(task, noise, count, network, UnaryOperator.identity());
	}

	/**
	 * Objects are to be found, and touching ones kept apart: the network learns the border between them, too.
	 *
	 * @param images what goes in
	 * @param labels of the same sizes, one for each image in the same order: 0 for background, a number of its own for
	 *     each object
	 * @return that training, of the network fcn-small
	 * @throws IllegalArgumentException if there are not as many labels as images
	 */
	public static Training segmenter(
			final List<? extends ImageData<?>> images, final List<? extends ImageData<?>> labels) {
		return segmenter(images, labels, new MaskReading.Instances(true));
	}

	/**
	 * The class of each pixel is to be told.
	 *
	 * @param images what goes in
	 * @param classMaps of the same sizes, one for each image in the same order: of each pixel the index of its class
	 * @param classNames of all classes, the background (index 0) first
	 * @return that training, of the network fcn-small
	 * @throws IllegalArgumentException if there are not as many class maps as images, or fewer than two classes
	 */
	public static Training segmenter(
			final List<? extends ImageData<?>> images,
			final List<? extends ImageData<?>> classMaps,
			final List<String> classNames) {
		return segmenter(
				images, classMaps, new MaskReading.ClassIndex(ClassSpec.named(classNames), OptionalInt.empty()));
	}

	private static Training segmenter(
			final List<? extends ImageData<?>> images,
			final List<? extends ImageData<?>> masks,
			final MaskReading reading) {
		return of(
				new LearningTask.Segmentation(
						Images.source("images", images),
						new MaskSource(Images.partners("masks", masks, images), reading)),
				new NoiseChoice.Nothing(),
				images.size(),
				"fcn-small");
	}

	/**
	 * Noise is to be taken off, where there are no clean images: noise is put on these, more than they have, and the
	 * network learns to take it off.
	 *
	 * @param images as clean as they are to be had
	 * @return that training, of the network cae-denoise
	 */
	public static Training denoiser(final List<? extends ImageData<?>> images) {
		return of(
				new LearningTask.Reconstruction(Images.source("images", images)),
				new NoiseChoice.Automatic(),
				images.size(),
				"cae-denoise");
	}

	/**
	 * Noise, or whatever else the two differ in, is to be taken off.
	 *
	 * @param images what goes in
	 * @param clean what is to come out, of the same sizes, one for each image in the same order
	 * @return that training, of the network cae-denoise
	 * @throws IllegalArgumentException if there are not as many clean ones as images
	 */
	public static Training denoiser(
			final List<? extends ImageData<?>> images, final List<? extends ImageData<?>> clean) {
		return of(
				new LearningTask.Restoration(
						Images.source("images", images), Images.partners("clean images", clean, images)),
				new NoiseChoice.Nothing(),
				images.size(),
				"cae-denoise");
	}

	/**
	 * The images themselves are to come out again, by way of a few numbers.
	 *
	 * @param images of one size, where the network has a latent vector
	 * @return that training, of the network cae-denoise unless another is chosen
	 */
	public static Training autoencoder(final List<? extends ImageData<?>> images) {
		return of(
				new LearningTask.Reconstruction(Images.source("images", images)),
				new NoiseChoice.Nothing(),
				images.size(),
				"cae-denoise");
	}

	/**
	 * @param name of a network, such as fcn-small or cae-denoise; the command line's {@code fovea architectures} lists
	 *     them
	 * @return the same with this network; whether there is one is seen by {@link Fovea#train}
	 */
	public Training withNetwork(final String name) {
		return new Training(task, noise, count, name, choices);
	}

	/**
	 * @param epochs how often all images are gone through; 0: as many as the network is trained with by default
	 * @return the same
	 */
	public Training withEpochs(final int epochs) {
		return with(chosen -> chosen.withEpochs(epochs));
	}

	/**
	 * @param patches of a step; 0: as many as the network is trained with by default
	 * @return the same
	 */
	public Training withBatch(final int patches) {
		return with(chosen -> chosen.withBatch(patches));
	}

	/**
	 * @param pixels side of the squares that are cut from the images; 0: by the images' size
	 * @return the same
	 */
	public Training withPatch(final int pixels) {
		return with(chosen -> chosen.withPatch(pixels == 0 ? OptionalInt.empty() : OptionalInt.of(pixels)));
	}

	/**
	 * @param rate of Adam; 0: that which the network is trained with by default
	 * @return the same
	 */
	public Training withLearningRate(final double rate) {
		return with(chosen -> chosen.withLearningRate(rate));
	}

	/**
	 * @param part of the images, 0 to less than 1, that is not learned from, but tells how good the network is; of a
	 *     single image its last planes
	 * @return the same
	 */
	public Training withValidation(final double part) {
		return with(chosen -> chosen.withValidation(part));
	}

	/**
	 * @param augmented whether images are mirrored and turned, so that the network sees more of them
	 * @return the same
	 */
	public Training withAugmentation(final boolean augmented) {
		return with(chosen -> chosen.withAugmentation(augmented ? Augmentation.GEOMETRIC : Augmentation.NONE));
	}

	/**
	 * @param label how gray values are brought to the network's range, now and whenever the model is used:
	 *     {@code percentile}, {@code zscore}, {@code minmax}, {@code div255}, {@code none}
	 * @return the same
	 * @throws FoveaException if it is none of these
	 */
	public Training withNormalization(final String label) throws FoveaException {
		final Normalization normalization = Normalization.ofLabel(label);
		return with(chosen -> chosen.withNormalization(normalization));
	}

	/**
	 * @param seed of all that is drawn: the same one gives the same weights, on the same computer
	 * @return the same
	 */
	public Training withSeed(final long seed) {
		return with(chosen -> chosen.withSeed(seed));
	}

	private Training with(final UnaryOperator<TrainingChoices> more) {
		return new Training(task, noise, count, network, chosen -> more.apply(choices.apply(chosen)));
	}

	LearningTask task() {
		return task;
	}

	/** @return how many images there are, in words */
	String data() {
		return count + (count == 1 ? " image" : " images") + " of a program";
	}

	TrainingChoices choices() throws FoveaException {
		return choices.apply(TrainingChoices.of(NetworkChoice.named(network), noise));
	}
}
