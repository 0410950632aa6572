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

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

import fovea.FoveaException;
import fovea.model.ClassSpec;
import fovea.model.ModelException;
import fovea.net.Architecture;
import fovea.net.Architectures;
import fovea.tf.BareTraining;
import fovea.tf.TensorFlowNetworkFactory;

/**
 * A step of the trainer, batches made beside it, copied into tensors, and its listener called, against TensorFlow's step
 * alone, by turns. One operation is a run of steps of each; what they come to is logged in the end.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 21)
@Fork(1)
public class TrainingStepBenchmark {

	/** Steps before time is taken: a new session optimises its graph in the first. */
	private static final int BEFORE = 5;

	/** Batches that the bare steps take in turn. */
	private static final int READY = 8;

	/** Each as docs/training.md trains it. */
	@Param({ "cae-strided", "cae-denoise", "fcn-small" })
	public String network;

	private TrainingConfig config;
	private Samples samples;
	private BareTraining bare;
	private int operations;
	private final List<double[]> perStep = new ArrayList<>();

	/** Draws samples and makes the bare steps' batches ready. */
	@Setup(Level.Trial)
	public void setup() throws FoveaException {
		final Architecture architecture = Architectures.named(network).build();
		final TrainingConfig some = TrainingConfig.of(architecture).withValidationFraction(0).withEpochs(1);
		switch (network) {
			case "cae-strided" -> {
				config = some.withBatch(32).withStepsPerEpoch(BEFORE + 100);
				samples = Samples.ofImages(images(600, 28));
			}
			case "cae-denoise" -> {
				config = some.withBatch(16).withPatch(64).withAugmentation(Augmentation.GEOMETRIC).withNoise(new Noise.Gaussian(0.02,
					0.2)).withStepsPerEpoch(BEFORE + 10);
				samples = Samples.ofImages(images(20, 256));
			}
			default -> {
				config = some.withBatch(8).withPatch(128).withAugmentation(Augmentation.GEOMETRIC).withLoss(
					new Loss.CategoricalCrossEntropy(List.of())).withStepsPerEpoch(BEFORE + 10);
				samples = new Samples(images(20, 256).stream().map(TrainingStepBenchmark::withClasses).toList(), List.of(), List.of(
					new ClassSpec("background", 0), new ClassSpec("object", 0xFF0000)));
			}
		}
		bare = ready(config, samples);
	}

	private static BareTraining ready(final TrainingConfig config, final Samples samples) throws FoveaException {
		final BareTraining bare = new BareTraining(config.architecture(), config.loss(), config.learningRate().initial());
		final Batches.Source batches = new BatchMaker(config, new Samples.Split(samples.samples(), List.of()), samples
			.areImages()).training(1);
		for (int i = 0; i < READY; i++) {
			final Batch batch = batches.make(i);
			bare.add(batch.input(), batch.target());
		}
		return bare;
	}

	private static List<Sample> images(final int count, final int edge) {
		final SplittableRandom random = new SplittableRandom(1);
		final List<Sample> images = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final float[] data = new float[edge * edge];
			for (int p = 0; p < data.length; p++)
				data[p] = (float) random.nextDouble();
			images.add(Sample.itself("image " + i, "image " + i, new Raster(edge, edge, 1, data)));
		}
		return images;
	}

	private static Sample withClasses(final Sample sample) {
		final float[] values = sample.input().data();
		final float[] classes = new float[2 * values.length];
		for (int p = 0; p < values.length; p++)
			classes[2 * p + (values[p] > 0.5f ? 1 : 0)] = 1;
		return new Sample(sample.name(), sample.image(), sample.input(), new Raster(sample.input().height(), sample.input()
			.width(), 2, classes));
	}

	/** Forgets what was measured while warming up. */
	@TearDown(Level.Iteration)
	public void forget(final IterationParams iteration) {
		if (iteration.getType() == IterationType.WARMUP) perStep.clear();
	}

	/** Frees the bare network and tells the medians. */
	@TearDown(Level.Trial)
	public void tell() {
		bare.close();
		final double[] ratios = perStep.stream().mapToDouble(pair -> pair[0] / pair[1]).sorted().toArray();
		System.getLogger("fovea").log(System.Logger.Level.INFO, () -> String.format(
			"%s: a step of the trainer %.2f ms, bare %.2f ms (medians); ratio %.3f (median of %d, quartiles %.3f to %.3f)", network,
			median(perStep.stream().mapToDouble(pair -> pair[0])), median(perStep.stream().mapToDouble(pair -> pair[1])),
			ratios[ratios.length / 2], ratios.length, ratios[ratios.length / 4], ratios[ratios.length * 3 / 4]));
	}

	private static double median(final DoubleStream values) {
		final double[] sorted = values.sorted().toArray();
		return sorted[sorted.length / 2];
	}

	/** The trainer's steps and the bare ones; every second time the bare ones come first. */
	@Benchmark
	public double byTurns() throws FoveaException {
		final boolean bareFirst = operations++ % 2 == 1;
		final double before = bareFirst ? bareSteps() : 0;
		final double trained = trainerSteps();
		final double alone = bareFirst ? before : bareSteps();
		perStep.add(new double[] { trained, alone });
		return trained / alone;
	}

	/** @return milliseconds of a step, from one call of the listener to the next */
	private double trainerSteps() throws FoveaException {
		final long[] times = new long[config.stepsPerEpoch() + 1];
		Trainer.train(config, samples, new TensorFlowNetworkFactory(), new TrainingListener() {

			@Override
			public void step(final int epoch, final int step, final int steps, final double loss) {
				times[step] = System.nanoTime();
			}
		});
		return (times[config.stepsPerEpoch()] - times[BEFORE]) * 1e-6 / (config.stepsPerEpoch() - BEFORE);
	}

	private double bareSteps() throws ModelException {
		for (int step = 0; step < BEFORE; step++)
			bare.step(step);
		final long begin = System.nanoTime();
		for (int step = BEFORE; step < config.stepsPerEpoch(); step++)
			bare.step(step);
		return (System.nanoTime() - begin) * 1e-6 / (config.stepsPerEpoch() - BEFORE);
	}
}
