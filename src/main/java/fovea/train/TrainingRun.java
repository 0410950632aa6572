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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.infer.network.FloatTensor;
import fovea.net.Initializers;
import fovea.net.WeightMap;
import fovea.train.TrainingResult.EndReason;
import fovea.train.checkpoint.Checkpoint;
import fovea.train.checkpoint.Checkpoints;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.TrainingConfig;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** One training from beginning to end. Used once. */
final class TrainingRun {

	private final TrainingConfig config;
	private final Samples samples;
	private final Samples.Split split;
	private final TrainingStart start;
	private final TrainingListener listener;
	private final Progress progress;
	private final BatchMaker batches;
	private final List<Supplier<Batch>> looks;
	private final String metric;
	private final Optional<WeightAverage> average;
	private final Optional<NoisyPreview> noisy;
	private Optional<Checkpoints> checkpoints = Optional.empty();
	private WeightMap best;

	/** Epochs in which only the last layer learns. */
	private int frozen;

	TrainingRun(
			final TrainingConfig config,
			final Samples samples,
			final Samples.Split split,
			final TrainingStart start,
			final TrainingListener listener)
			throws FoveaException {
		this.config = config;
		this.samples = samples;
		this.split = split;
		this.start = start;
		this.listener = listener;
		frozen = config.frozenEpochs();
		progress = new Progress(config);
		batches = new BatchMaker(config, split, samples.areImages());
		noisy = NoisyPreview.of(config, split, listener);
		looks = split.validation().isEmpty() && noisy.isEmpty() ? batches.looks() : List.of();
		metric = samples.metric();
		average = config.averaging() > 0 ? Optional.of(new WeightAverage(config.averaging())) : Optional.empty();
	}

	TrainingResult run(final TrainableNetworkFactory factory) throws FoveaException {
		if (start.checkpoints().isPresent())
			checkpoints =
					Optional.of(Checkpoints.open(start.checkpoints().get(), config, samples.sha256(), start.resume()));
		final WeightMap first = start.weights().isPresent()
				? start.weights().get()
				: Initializers.initialize(config.architecture(), config.seed());
		final Optional<Checkpoint> latest = start.resume() ? resume() : Optional.empty();
		WeightMap weights = latest.map(Checkpoint::weights).orElse(first);
		EndReason ending = EndReason.COMPLETED;
		final int from = progress.epochs();
		if (from < frozen) {
			try (TrainableNetwork network =
					factory.create(config.frozenArchitecture(), weights, config.stepOptions())) {
				if (latest.isPresent()) network.setOptimizerState(latest.get().optimizer());
				ending = until(Math.min(frozen, config.epochs()), network);
				weights = network.weights();
			}
			if (ending != EndReason.COMPLETED || frozen >= config.epochs())
				return result(best == null ? judged(weights) : best, ending);
		}
		try (TrainableNetwork network = factory.create(config.architecture(), weights, config.stepOptions())) {
			if (latest.isPresent() && from > frozen) // else it is of the other network
			network.setOptimizerState(latest.get().optimizer());
			ending = until(config.epochs(), network);
			return result(best == null ? judged(network.weights()) : best, ending);
		}
	}

	private TrainingResult result(final WeightMap weights, final EndReason ending) {
		return new TrainingResult(weights, progress.history(), progress.best(), ending, metric, split);
	}

	/** @return the latest checkpoint, whose history is the beginning of this one's; empty if there is none */
	private Optional<Checkpoint> resume() throws FoveaException {
		final Optional<Checkpoint> latest = checkpoints.orElseThrow().latest();
		if (latest.isEmpty()) {
			listener.warn(start.checkpoints().orElseThrow() + ": no checkpoint to resume from, training begins anew");
			return latest;
		}
		best = latest.get().best();
		// Where all layers learn already, they go on; else there may be more epochs before they do.
		frozen = latest.get().isFree()
				? latest.get().frozenEpochs()
				: Math.max(config.frozenEpochs(), latest.get().epochs());
		latest.get().history().forEach(progress::add);
		if (average.isPresent() && latest.get().average().isPresent())
			average.get().resume(latest.get().average().get());
		return latest;
	}

	/** @return why it ended: COMPLETED where that many epochs are done */
	private EndReason until(final int epochs, final TrainableNetwork network) throws FoveaException {
		try {
			return epochs(epochs, network);
		} catch (final CancelledException e) {
			return EndReason.CANCELLED;
		}
	}

	/** @return a copy of the weights that count: their average, where one is kept and has begun */
	private WeightMap judged(final TrainableNetwork network) throws FoveaException {
		return isAveraged() ? average.get().value() : network.weights();
	}

	private WeightMap judged(final WeightMap weights) {
		return isAveraged() ? average.get().value() : weights;
	}

	private boolean isAveraged() {
		return average.isPresent() && !average.get().isEmpty();
	}

	private EndReason epochs(final int epochs, final TrainableNetwork network) throws FoveaException {
		while (progress.epochs() < epochs) {
			if (progress.isHopeless()) return EndReason.STOPPED_EARLY;
			final EpochRecord record = epoch(network, progress.epochs() + 1);
			progress.add(record);
			if (progress.isBest()) best = judged(network);
			save(network, record.epoch());
			listener.epoch(record);
		}
		return EndReason.COMPLETED;
	}

	private EpochRecord epoch(final TrainableNetwork network, final int epoch) throws FoveaException {
		final long begin = System.nanoTime();
		final int steps = batches.steps();
		double sum = 0;
		long count = 0;
		double rate = 0;
		try (Batches training = new Batches(steps, batches.training(epoch))) {
			for (int step = 1; step <= steps; step++) {
				final Batch batch = next(training);
				final long done = (epoch - 1L) * steps + step;
				rate = rate(done - 1, steps, epoch <= frozen);
				final double loss = network.step(batch.input(), batch.target(), rate);
				if (!Double.isFinite(loss))
					throw noNumber("Epoch " + epoch + ", step " + step + ": the loss", loss, rate);
				if (average.isPresent()) average.get().step(done, network);
				sum += loss * batch.size();
				count += batch.size();
				listener.step(epoch, step, steps, loss);
			}
		}
		OptionalDouble validationLoss = OptionalDouble.empty();
		OptionalDouble score = OptionalDouble.empty();
		if (batches.validationSteps() > 0) {
			final double last = rate;
			final double[] results = judging(network, judged -> validate(judged, epoch, last));
			validationLoss = OptionalDouble.of(results[0]);
			score = OptionalDouble.of(results[1]);
		} else if (!looks.isEmpty()) look(network, epoch);
		if (noisy.isPresent()) show(noisy.get(), network, epoch);
		return new EpochRecord(epoch, sum / count, validationLoss, score, rate, (System.nanoTime() - begin) * 1e-9);
	}

	/** Once the last layer does not learn alone any more the optimizer begins anew. */
	private double rate(final long step, final int steps, final boolean alone) {
		final double rate = progress.learningRate(step, (long) config.epochs() * steps);
		return alone
				? rate * TrainingConfig.FROZEN_RATE * config.learningRate().risen(step)
				: rate * config.learningRate().risen(step - (long) frozen * steps);
	}

	/** Uses the network. */
	@FunctionalInterface
	private interface Use<T> {

		/** @return what comes out */
		T of(TrainableNetwork network) throws FoveaException;
	}

	/** With the weights that count; those that are trained are the network's again afterwards. */
	private <T> T judging(final TrainableNetwork network, final Use<T> use) throws FoveaException {
		if (average.isEmpty()) return use.of(network);
		final WeightMap trained = network.weights();
		network.setWeights(judged(network));
		final T result = use.of(network);
		network.setWeights(trained);
		return result;
	}

	/** @return loss and metric */
	private double[] validate(final TrainableNetwork network, final int epoch, final double rate)
			throws FoveaException {
		final ValidationMetric score = ValidationMetric.of(samples, split);
		double sum = 0;
		int count = 0;
		final int last = batches.validationCount() - 1;
		final int shown = noisy.isPresent() ? -1 : Math.max(0, Math.min(last, listener.previewIndex(last + 1)));
		try (Batches validation = new Batches(batches.validationSteps(), batches.validation())) {
			for (int step = 0; step < batches.validationSteps(); step++) {
				final Batch batch = next(validation);
				sum += network.loss(batch.input(), batch.target()) * batch.size();
				final FloatTensor output = network.predict(batch.input());
				score.add(batch.target(), output);
				if (shown >= count && shown < count + batch.size()) preview(epoch, batch, output, shown - count);
				count += batch.size();
			}
		}
		if (!Double.isFinite(sum)) throw noNumber("Epoch " + epoch + ": the validation loss", sum, rate);
		return new double[] {sum / count, score.value()};
	}

	/** Where there is nothing to validate on, what is learned from shows how it goes. */
	private void look(final TrainableNetwork network, final int epoch) throws FoveaException {
		final int shown = Math.max(0, Math.min(looks.size() - 1, listener.previewIndex(looks.size())));
		final Batch batch = looks.get(shown).get();
		preview(epoch, batch, judging(network, judged -> judged.predict(batch.input())), 0);
	}

	private void show(final NoisyPreview preview, final TrainableNetwork network, final int epoch)
			throws FoveaException {
		final Sample shown = preview.chosen();
		final Batch batch = Batch.of(List.of(shown), false, false);
		final FloatTensor output = judging(network, judged -> judged.predict(batch.input()));
		listener.preview(epoch, shown.input(), shown.target(), Batch.first(output, shown.target()));
	}

	private void preview(final int epoch, final Batch batch, final FloatTensor output, final int index) {
		final Sample like = samples.samples().get(0); // vectors are all of one size
		listener.preview(
				epoch,
				Batch.item(batch.input(), index, like.input()),
				samples.classesOf(Batch.item(batch.target(), index, like.target())),
				samples.classesOf(Batch.item(output, index, like.target())));
	}

	/** Where a step may be followed by no other. */
	private Batch next(final Batches from) throws FoveaException {
		if (listener.isCancelled()) throw new CancelledException();
		try {
			return from.next().orElseThrow();
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException();
		}
	}

	private TrainingException noNumber(final String what, final double loss, final double rate) {
		final String kept = checkpoints.isPresent() && progress.epochs() > 0
				? "; checkpoints are kept in " + start.checkpoints().get()
				: "";
		return new TrainingException(what + " is " + (Double.isNaN(loss) ? "not a number" : "infinite")
				+ ": try a smaller learning rate than " + (float) rate + kept);
	}

	private void save(final TrainableNetwork network, final int epoch) throws FoveaException {
		if (checkpoints.isEmpty() || config.checkpointEvery() == 0) return;
		final boolean last = epoch == config.epochs() || progress.isHopeless();
		if (epoch % config.checkpointEvery() != 0 && !last) return;
		final boolean isBest = average.isEmpty() && progress.isBest();
		final Optional<WeightMap> mean = average.filter(a -> !a.isEmpty()).map(WeightAverage::value);
		checkpoints
				.get()
				.save(new Checkpoint(
						isBest ? best : network.weights(),
						best,
						mean,
						network.optimizerState(),
						progress.history(),
						frozen));
	}
}
