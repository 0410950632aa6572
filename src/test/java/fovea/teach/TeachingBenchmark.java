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
import fovea.image.Box;
import fovea.image.Image;
import fovea.infer.network.FloatTensor;
import fovea.job.TaughtModel;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
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

/**
 * From a stroke to a prediction of 1024 x 1024 pixels that knows of it, against one epoch of the same network: the
 * steps that take each pixel of that image once, in batches of eight patches of 128. The stroke contradicts what the
 * network says, so that it is learned. Both by turns; what they come to is logged in the end.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 8)
@Fork(1)
public class TeachingBenchmark {

	private static final int SIDE = 1024;
	private static final int PATCH = 128;
	private static final int BATCH = 8;

	/** Of an epoch; the others take as long. */
	private static final int STEPS = 2;

	/** The model "nuclei", or a new network. */
	@Param({"nuclei", "fcn-small"})
	public String start;

	private TeachingSession session;
	private TrainableNetwork network;
	private FloatTensor input;
	private FloatTensor target;
	private int strokes;
	private final List<Double> seconds = new ArrayList<>();
	private final List<Double> ratios = new ArrayList<>();

	/** Opens the session, with six strokes learned. */
	@Setup(Level.Trial)
	public void setup() throws FoveaException, InterruptedException {
		final Image image = Discs.image("discs", SIDE);
		TeachingOptions options = TeachingOptions.of(Discs.CLASSES).withNetwork("fcn-small");
		if (start.equals("nuclei"))
			try (ModelArchive archive = new ModelLibrary(List.of(Path.of("none"))).open(start)) {
				options = TeachingOptions.of(Discs.CLASSES, TaughtModel.start(archive));
			}
		final Beginning beginning = Beginning.of(options, 1);
		network = new TensorFlowNetworkFactory()
				.create(beginning.architecture(), beginning.weights(), new Loss.CategoricalCrossEntropy(List.of()), 1);
		final int classes = beginning.outputs().channels();
		input = new FloatTensor(new int[] {BATCH, PATCH, PATCH, 1}, new float[BATCH * PATCH * PATCH]);
		target = new FloatTensor(new int[] {BATCH, PATCH, PATCH, classes}, new float[BATCH * PATCH * PATCH * classes]);
		for (int i = 0; i < BATCH * PATCH * PATCH; i++) target.data()[i * classes] = 1;
		session = TeachingSession.open(
				options.withSteps(options.stepsPerUpdate(), options.stepsPerUpdate(), options.stepsPerUpdate()),
				List.of(image),
				new TensorFlowNetworkFactory(),
				TeachingListener.NONE);
		session.look(new View(Plane.of(0), Box.of(image)));
		session.teach(Discs.six());
	}

	/** Frees both networks and tells the medians. */
	@TearDown(Level.Trial)
	public void tell() {
		session.close();
		network.close();
		final double[] times = seconds.stream().mapToDouble(t -> t).sorted().toArray();
		final double[] parts = ratios.stream().mapToDouble(t -> t).sorted().toArray();
		System.getLogger("fovea")
				.log(
						System.Logger.Level.INFO,
						() -> String.format(
								Locale.ROOT,
								"%s: a stroke to a prediction %.2f s (median of %d, least %.2f, most %.2f); %.2f "
										+ "epochs of the same network (least %.2f, most %.2f); first: %s",
								start,
								times[times.length / 2],
								times.length,
								times[0],
								times[times.length - 1],
								parts[parts.length / 2],
								parts[0],
								parts[parts.length - 1],
								Arrays.toString(new double[] {seconds.get(0), ratios.get(0)})));
	}

	/** A stroke, a prediction, some steps of an epoch. */
	@Benchmark
	public Object stroke() throws FoveaException, InterruptedException {
		final long begin = System.nanoTime();
		session.add(Stroke.disc(Plane.of(0), strokes % 2, 100 + 24 * (strokes % 30), 36 + 24 * (strokes / 30), 4));
		strokes++;
		final long revision = session.state().revision();
		TeachingState state = session.state();
		while (state.prediction().isEmpty() || state.prediction().get().revision() < revision) {
			Thread.sleep(2);
			state = session.state();
		}
		final double taken = (System.nanoTime() - begin) * 1e-9;
		session.settle();
		final long again = System.nanoTime();
		for (int i = 0; i < STEPS; i++) network.step(input, target, 1e-6);
		final double epoch = (System.nanoTime() - again) * 1e-9 / STEPS * SIDE * SIDE / (PATCH * PATCH * BATCH);
		seconds.add(taken);
		ratios.add(taken / epoch);
		return state;
	}
}
