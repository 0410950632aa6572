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
package fovea.teach;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.Sample;
import fovea.image.Box;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.net.WeightMap;
import fovea.train.Batch;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.WeightAverage;
import fovea.train.augment.Augmentation;
import fovea.train.config.Loss;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** The network of a session, and what it does. For one thread. */
final class Learner implements AutoCloseable {

	/** Where in a patch the pixel may lie that it was drawn for: not farther from the middle than this part of it. */
	private static final double AROUND = 0.7;

	/** Batches of which the loss is taken. */
	private static final int LOOKS = 2;

	/** Of the loss of a step, in the mean of those before. */
	private static final double FOLLOWING = 0.2;

	/** So many times the loss from which on strokes count as learned, the rate is the full one. */
	private static final double FULL = 5;

	private static final Augmentation CHANGES = Augmentation.GEOMETRIC.withIntensity(0.1, 0.2);

	private final TeachingOptions options;
	private final Beginning beginning;
	private final TrainableNetwork network;
	private final SplittableRandom random;
	private final int patch;
	private WeightAverage average;
	private WeightMap judged;
	private long steps;
	private double recent = 1;

	/**
	 * @param options of the session
	 * @param beginning network
	 * @param weights to go on from
	 * @param steps that it has made
	 * @param factory makes the network, which is closed with this
	 */
	Learner(
			final TeachingOptions options,
			final Beginning beginning,
			final WeightMap weights,
			final long steps,
			final TrainableNetworkFactory factory)
			throws FoveaException {
		this.options = options;
		this.beginning = beginning;
		this.steps = steps;
		random = new SplittableRandom(options.seed() + steps);
		final int grid =
				Math.max(beginning.alignment().height(), beginning.alignment().width());
		patch = Math.max(grid, options.patch() / grid * grid);
		average = new WeightAverage(options.averaging());
		judged = weights;
		network = factory.create(
				beginning.taught(options.frozen()),
				weights,
				new Loss.CategoricalCrossEntropy(List.of()),
				options.seed());
	}

	/** Tells of the images. */
	@FunctionalInterface
	interface Images {

		/** @return the image as the network sees it */
		SeenImage get(int index) throws FoveaException;
	}

	/**
	 * @param annotation has a pixel of some class
	 * @return the loss before the step
	 */
	double step(final Annotation annotation, final Images images) throws FoveaException {
		final Batch batch = batch(annotation, images, CHANGES);
		final double loss = network.step(batch.input(), batch.target(), rate());
		if (!Double.isFinite(loss))
			throw new TrainingException("The loss is no number any more: expected a smaller learning rate than "
					+ (float) options.learningRate());
		recent += (loss - recent) * FOLLOWING;
		average.step(++steps, network);
		judged = null;
		return loss;
	}

	/**
	 * @param annotation has a pixel of some class
	 * @return the loss of the averaged weights, a mean over some patches as they are
	 */
	double loss(final Annotation annotation, final Images images) throws FoveaException {
		final List<Batch> batches = new ArrayList<>();
		for (int i = 0; i < LOOKS; i++) batches.add(batch(annotation, images, Augmentation.GEOMETRIC));
		recent = judged(() -> {
			double sum = 0;
			for (final Batch batch : batches) sum += network.loss(batch.input(), batch.target());
			return sum / batches.size();
		});
		return recent;
	}

	/**
	 * Adam makes steps of one length, however little there is to learn; a network that knows much would forget more
	 * than it learns. So the rate falls with the loss, where it does not begin anew.
	 */
	private double rate() {
		return options.learnedLoss() == 0
				? options.learningRate()
				: options.learningRate() * Math.min(1, recent / (FULL * options.learnedLoss()));
	}

	private Batch batch(final Annotation annotation, final Images images, final Augmentation changes)
			throws FoveaException {
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < options.batch(); i++) samples.add(draw(annotation, images, changes));
		return Batch.of(samples, false, false);
	}

	private Sample draw(final Annotation annotation, final Images images, final Augmentation changes)
			throws FoveaException {
		final Annotation.Place place = annotation.draw(random);
		final SeenImage image = images.get(place.plane().image());
		final int around = (int) (AROUND * patch / 2);
		final int x = corner(place.x(), around, image.width());
		final int y = corner(place.y(), around, image.height());
		final Raster input = image.read(place.plane(), new Box(x, y, patch, patch));
		final int channels = beginning.outputs().channels();
		final float[] target = new float[patch * patch * channels];
		for (int i = 0; i < patch * patch; i++) {
			final int drawn = annotation.at(place.plane(), x + i % patch, y + i / patch);
			if (drawn >= 0) target[i * channels + drawn] = 1;
		}
		final Raster wanted = new Raster(patch, patch, channels, target);
		return changes.apply(new Sample("", "", input, wanted), false, random);
	}

	/** Patches stay in the image, where it is large enough. */
	private int corner(final int at, final int around, final int length) {
		final int wanted = at - patch / 2 + random.nextInt(2 * around + 1) - around;
		return length <= patch ? (length - patch) / 2 : Math.max(0, Math.min(length - patch, wanted));
	}

	/**
	 * @param view in the image
	 * @param image that it is of
	 * @param revision whose strokes were learned from
	 * @return what the averaged weights say of it
	 */
	Prediction predict(final View view, final SeenImage image, final long revision) throws FoveaException {
		final Box box = view.box();
		final Box seen = around(box, image);
		final Raster input = image.read(view.plane(), seen);
		final FloatTensor output =
				predict(new FloatTensor(new int[] {1, input.height(), input.width(), input.channels()}, input.data()));
		final Outputs outputs = beginning.outputs();
		final float[][] probabilities = new float[outputs.classes().size()][box.width() * box.height()];
		final BitSet border = new BitSet();
		for (int y = 0; y < box.height(); y++)
			for (int x = 0; x < box.width(); x++) {
				final int from = (box.y() - seen.y() + y) * seen.width() + box.x() - seen.x() + x;
				outputs.put(output, from * outputs.channels(), y * box.width() + x, probabilities, border);
			}
		return new Prediction(view, revision, steps, outputs.classes(), probabilities, border);
	}

	/** With the halo, where the image has it, and on the network's grid, beyond the image's end if need be. */
	private Box around(final Box box, final SeenImage image) {
		final int gridX = beginning.alignment().width();
		final int gridY = beginning.alignment().height();
		final int x = Math.max(0, box.x() - beginning.halo()) / gridX * gridX;
		final int y = Math.max(0, box.y() - beginning.halo()) / gridY * gridY;
		final int endX = Math.min(image.width(), box.endX() + beginning.halo());
		final int endY = Math.min(image.height(), box.endY() + beginning.halo());
		return new Box(x, y, (endX - x + gridX - 1) / gridX * gridX, (endY - y + gridY - 1) / gridY * gridY);
	}

	private FloatTensor predict(final FloatTensor input) throws FoveaException {
		return judged(() -> network.predict(input));
	}

	/** Runs the network. */
	@FunctionalInterface
	private interface Run<T> {

		/** @return what comes out */
		T run() throws FoveaException;
	}

	/** With the weights that count; those that are trained are the network's again afterwards. */
	private <T> T judged(final Run<T> run) throws FoveaException {
		if (average.isEmpty()) return run.run();
		final WeightMap trained = network.weights();
		network.setWeights(weights());
		final T result = run.run();
		network.setWeights(trained);
		return result;
	}

	/** @param weights that the network goes on from */
	void restore(final WeightMap weights) throws FoveaException {
		network.setWeights(weights);
		average = new WeightAverage(options.averaging());
		average.resume(weights);
		judged = weights;
	}

	/** @return what counts: the average of the weights, where there is one */
	WeightMap weights() throws FoveaException {
		if (judged == null) judged = average.isEmpty() ? network.weights() : average.value();
		return judged;
	}

	/** @return made by the network */
	long steps() {
		return steps;
	}

	@Override
	public void close() {
		network.close();
	}
}
