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
package fovea.engine;

import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.model.library.ModelArchive;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.zoo.Architectures;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;

/**
 * What the second JVM costs: the same work in this JVM and in a worker, turn by turn, so that a noisy machine is noisy
 * for both. Run by {@code scripts/compare-engines}.
 */
public final class EngineComparison {

	private static final int PAIRS = 30;
	private static final int STARTS = 7;

	private EngineComparison() {}

	/** One thing to be done. */
	private interface Work {

		void run() throws Exception;
	}

	/** @param args none to compare; else what a started JVM is to do */
	public static void main(final String... args) throws Exception {
		if (args.length > 0) {
			firstTile(EngineKind.of(args[0]), Path.of(args[1]));
			return;
		}
		final Path model = exported();
		try (Engine here = Engine.of(EngineKind.INPROCESS);
				Engine there = Engine.of(EngineKind.WORKER)) {
			for (final int edge : new int[] {256, 512, 1024}) tiles(here, there, model, edge);
			image(here, there, model);
			steps(here, there, "cae-strided", new Loss.MeanSquaredError(), 32, 28);
			steps(here, there, "fcn-small", new Loss.CategoricalCrossEntropy(List.of()), 8, 128);
		}
		starts(model);
	}

	private static Path exported() throws Exception {
		final Path folder = Files.createTempDirectory("fovea-engines").resolve("savedmodel");
		final Architecture architecture = Architectures.named("fcn-small").build();
		try (Engine engine = Engine.of(EngineKind.INPROCESS);
				TrainableNetwork network = engine.networks()
						.create(
								architecture,
								Initializers.initialize(architecture, 1),
								new Loss.CategoricalCrossEntropy(List.of()),
								1)) {
			network.export(folder);
		}
		return folder;
	}

	private static FloatTensor noise(final int... shape) {
		final float[] data = new float[Math.toIntExact(FloatTensor.size(shape))];
		final Random random = new Random(1);
		for (int i = 0; i < data.length; i++) data[i] = random.nextFloat();
		return new FloatTensor(shape, data);
	}

	private static void tiles(final Engine here, final Engine there, final Path model, final int edge)
			throws Exception {
		final FloatTensor tile = noise(1, edge, edge, 1);
		try (Network a = open(here, model);
				Network b = open(there, model)) {
			final String in = a.signature().inputs().get(0).name();
			final String out = a.signature().outputs().get(0).name();
			final float[][] reuse = new float[2][0];
			compare(
					"fcn-small, tile of " + edge + " x " + edge,
					() -> reuse[0] = a.run(in, tile, out, reuse[0]).data(),
					() -> reuse[1] = b.run(in, tile, out, reuse[1]).data());
		}
	}

	/** As commands do it: two tiles under way at a time. */
	private static void image(final Engine here, final Engine there, final Path model) throws Exception {
		final Image image = new Image("gray", ArrayImgs.unsignedBytes(2048, 2048, 1, 1, 1), Calibration.PIXELS, false);
		final PredictionOptions options =
				PredictionOptions.DEFAULT.withTileSize(512).withRestoreRange(false);
		try (LoadedModel a = LoadedModel.open(ModelArchive.open(model), here.loader(), ModelOptions.DEFAULT);
				LoadedModel b = LoadedModel.open(ModelArchive.open(model), there.loader(), ModelOptions.DEFAULT)) {
			compare(
					"fcn-small, 2048 x 2048 in tiles of 512",
					() -> new Predictor(a, options).predict(image, ProgressListener.NONE),
					() -> new Predictor(b, options).predict(image, ProgressListener.NONE));
		}
	}

	private static Network open(final Engine engine, final Path model) throws Exception {
		return engine.loader()
				.open(
						GraphSource.whole(model),
						engine.loader().signatures(model).get(0));
	}

	private static void steps(
			final Engine here, final Engine there, final String name, final Loss loss, final int batch, final int edge)
			throws Exception {
		final Architecture architecture = Architectures.named(name).build();
		final FloatTensor input = noise(batch, edge, edge, 1);
		final FloatTensor target = name.equals("fcn-small") ? noise(batch, edge, edge, 2) : input;
		try (TrainableNetwork a =
						here.networks().create(architecture, Initializers.initialize(architecture, 1), loss, 1);
				TrainableNetwork b =
						there.networks().create(architecture, Initializers.initialize(architecture, 1), loss, 1)) {
			compare(
					name + ", training step of " + batch + " x " + edge + " x " + edge,
					() -> a.step(input, target, 1e-3),
					() -> b.step(input, target, 1e-3));
		}
	}

	private static void compare(final String what, final Work here, final Work there) throws Exception {
		for (int i = 0; i < 5; i++) {
			here.run();
			there.run();
		}
		final double[] a = new double[PAIRS];
		final double[] b = new double[PAIRS];
		for (int i = 0; i < PAIRS; i++) {
			final boolean first = i % 2 == 0;
			if (first) a[i] = millis(here);
			b[i] = millis(there);
			if (!first) a[i] = millis(here);
		}
		report(what, a, b);
	}

	private static double millis(final Work work) throws Exception {
		final long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}

	private static void report(final String what, final double[] here, final double[] there) {
		System.out.printf(
				Locale.ROOT,
				"%-45s here %8.2f ms, worker %8.2f ms: %.3f%n",
				what,
				median(here),
				median(there),
				median(there) / median(here));
	}

	private static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	/** From the host's start to the first tile, each time in a new JVM. */
	private static void starts(final Path model) throws Exception {
		final double[][] millis = new double[2][STARTS];
		for (int i = 0; i < STARTS; i++)
			for (final EngineKind kind : EngineKind.values())
				millis[kind == EngineKind.INPROCESS ? 0 : 1][i] = started(kind, model);
		report("start of Java to the first tile", millis[0], millis[1]);
	}

	private static double started(final EngineKind kind, final Path model) throws Exception {
		final List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp",
				System.getProperty("java.class.path"),
				EngineComparison.class.getName(),
				kind.label(),
				model.toString()));
		final Process process = new ProcessBuilder(command)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		final List<String> lines = process.inputReader().lines().toList();
		return Double.parseDouble(lines.get(lines.size() - 1));
	}

	private static void firstTile(final EngineKind kind, final Path model) throws Exception {
		try (Engine engine = Engine.of(kind);
				Network network = open(engine, model)) {
			network.run(
					network.signature().inputs().get(0).name(),
					noise(1, 512, 512, 1),
					network.signature().outputs().get(0).name());
			System.out.println(System.currentTimeMillis()
					- ManagementFactory.getRuntimeMXBean().getStartTime());
		}
		System.exit(0);
	}
}
