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

import fovea.base.FoveaException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import fovea.net.Architecture;
import fovea.net.zoo.Architectures;
import fovea.tf.BareTraining;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.augment.Augmentation;
import fovea.train.augment.Noise;
import fovea.train.config.Loss;
import fovea.train.config.Precision;
import fovea.train.config.TrainingConfig;
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

/**
 * A step of the trainer, batches made beside it, copied into tensors, and its listener called, against TensorFlow's
 * step alone: some steps of each by turns within one training, so that what else the machine does meets both. One
 * operation is a training; what the steps come to is logged in the end.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(1)
public class TrainingStepBenchmark {

	/**
	 * Trainer's steps of each turn before time is taken, which use up the batches that were made during the bare steps.
	 */
	private static final int BEFORE = 4;

	/** Of a training. */
	private static final int TURNS = 12;

	/** Batches that the bare steps take in turn. */
	private static final int READY = 8;

	/** Each as docs/training.md trains it. */
	@Param({"cae-strided", "cae-denoise", "fcn-small"})
	public String network;

	/** The other one by {@code -p precision=MIXED_BFLOAT16}; the bare steps are in the same. */
	@Param("FLOAT32")
	public Precision precision;

	private TrainingConfig config;
	private Samples samples;
	private BareTraining bare;
	private int block;
	private final List<double[]> perStep = new ArrayList<>();

	/** Draws samples and makes the bare steps' batches ready. */
	@Setup(Level.Trial)
	public void setup() throws FoveaException {
		final Architecture architecture = Architectures.named(network).build();
		final TrainingConfig some = TrainingConfig.of(architecture)
				.withValidationFraction(0)
				.withEpochs(1)
				.withPrecision(precision);
		switch (network) {
			case "cae-strided" -> {
				config = some.withBatch(32);
				samples = Samples.ofImages(images(600, 28));
			}
			case "cae-denoise" -> {
				config = some.withBatch(16)
						.withPatch(64)
						.withAugmentation(Augmentation.GEOMETRIC)
						.withNoise(new Noise.Gaussian(0.02, 0.2));
				samples = Samples.ofImages(images(20, 256));
			}
			default -> {
				config = some.withBatch(8)
						.withPatch(128)
						.withAugmentation(Augmentation.GEOMETRIC)
						.withLoss(new Loss.CategoricalCrossEntropy(List.of()));
				samples = new Samples(
						images(20, 256).stream()
								.map(TrainingStepBenchmark::withClasses)
								.toList(),
						List.of(),
						List.of(new ClassSpec("background", 0), new ClassSpec("object", 0xFF0000)));
			}
		}
		block = network.equals("cae-strided") ? 10 : 4;
		config = config.withStepsPerEpoch((BEFORE + block) * TURNS);
		bare = ready(config, samples);
	}

	private static BareTraining ready(final TrainingConfig config, final Samples samples) throws FoveaException {
		final BareTraining bare = new BareTraining(
				config.architecture(),
				config.stepOptions(),
				config.learningRate().initial());
		final Batches.Source batches = new BatchMaker(
						config, new Samples.Split(samples.samples(), List.of()), samples.areImages())
				.training(1);
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
			for (int p = 0; p < data.length; p++) data[p] = (float) random.nextDouble();
			images.add(Sample.itself("image " + i, "image " + i, new Raster(edge, edge, 1, data)));
		}
		return images;
	}

	private static Sample withClasses(final Sample sample) {
		final float[] values = sample.input().data();
		final float[] classes = new float[2 * values.length];
		for (int p = 0; p < values.length; p++) classes[2 * p + (values[p] > 0.5f ? 1 : 0)] = 1;
		return new Sample(
				sample.name(),
				sample.image(),
				sample.input(),
				new Raster(sample.input().height(), sample.input().width(), 2, classes));
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
		final double[] ratios =
				perStep.stream().mapToDouble(pair -> pair[0] / pair[1]).sorted().toArray();
		System.getLogger("fovea")
				.log(
						System.Logger.Level.INFO,
						() -> String.format(
								"%s, %s: a step of the trainer %.2f ms, bare %.2f ms (medians); ratio %.3f (median "
										+ "of %d, quartiles %.3f to %.3f)",
								network,
								precision,
								median(perStep.stream().mapToDouble(pair -> pair[0])),
								median(perStep.stream().mapToDouble(pair -> pair[1])),
								ratios[ratios.length / 2],
								ratios.length,
								ratios[ratios.length / 4],
								ratios[ratios.length * 3 / 4]));
	}

	private static double median(final DoubleStream values) {
		final double[] sorted = values.sorted().toArray();
		return sorted[sorted.length / 2];
	}

	/** A training in which the bare steps take their turns. */
	@Benchmark
	public Object byTurns() throws FoveaException {
		return Trainer.train(config, samples, new TensorFlowNetworkFactory(), new TrainingListener() {

			private long begin;

			@Override
			public void step(final int epoch, final int step, final int steps, final double loss) {
				final int done = step % (BEFORE + block);
				if (done == BEFORE) begin = System.nanoTime();
				if (done > 0) return;
				final double trained = milliseconds(begin);
				perStep.add(new double[] {trained, bareSteps()});
			}
		});
	}

	private double bareSteps() {
		final long begin = System.nanoTime();
		for (int step = 0; step < block; step++) bare.step(step);
		return milliseconds(begin);
	}

	/** @return of each step of a block that ends now */
	private double milliseconds(final long begin) {
		return (System.nanoTime() - begin) * 1e-6 / block;
	}
}
