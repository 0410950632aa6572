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
package fovea.infer;

import fovea.Fixtures;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.tile.Tile;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.zoo.Architectures;
import fovea.tf.BareSession;
import fovea.tf.SavedModelLoader;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.imglib2.img.array.ArrayImgs;
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

/** The whole path of a 2048 x 2048 8-bit image through a network, against bare Session.run on the same tiles. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(1)
public class WholePathBenchmark {

	private static final int EDGE = 2048;

	/** Which network: a named architecture, a fixture or a bundled model. */
	@Param({"fcn-small", "keras3-export-unet-softmax3-stride4", "blobs-threshold"})
	public String network;

	private LoadedModel model;
	private BareSession session;
	private Image image;
	private List<Tile> tiles;
	private float[] pixels;

	/** Opens the model twice: for the whole path, and bare. */
	@Setup(Level.Trial)
	public void setup() throws Exception {
		final Path fixture = network.equals("fcn-small")
				? exported()
				: Fixtures.model(network).resolve("savedmodel");
		final boolean bundled = !fixture.toFile().isDirectory();
		model = LoadedModel.open(
				bundled ? new ModelLibrary().open(network) : ModelArchive.open(fixture),
				new SavedModelLoader(),
				ModelOptions.DEFAULT);
		session = BareSession.open(model.savedModel(), model.network().signature());
		final byte[] bytes = new byte[EDGE * EDGE];
		new Random(0).nextBytes(bytes);
		image = new Image("noise", ArrayImgs.unsignedBytes(bytes, EDGE, EDGE, 1, 1, 1), Calibration.PIXELS, false);
		tiles = new ArrayList<>(Planner.of(model, model.geometry(1), new long[] {EDGE, EDGE}, PredictionOptions.DEFAULT)
				.plan()
				.tiles());
		final Tile tile = tiles.get(0);
		pixels = new float[(int) tile.paddedSize()];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (bytes[i] & 0xff) / 255f;
	}

	/** The architecture that segmentation is trained with, with its first weights. */
	private static Path exported() throws Exception {
		final Path folder = Files.createTempDirectory("fovea-benchmark").resolve("savedmodel");
		final Architecture architecture = Architectures.named("fcn-small").build();
		try (TrainableNetwork small = new TensorFlowNetworkFactory()
				.create(
						architecture,
						Initializers.initialize(architecture, 1),
						new Loss.CategoricalCrossEntropy(List.of()),
						1)) {
			small.export(folder);
		}
		return folder;
	}

	/** Frees both. */
	@TearDown(Level.Trial)
	public void tearDown() {
		session.close();
		model.close();
	}

	/** Normalization fitted, tiles read, run and written. */
	@Benchmark
	public Object wholePath() throws Exception {
		return new Predictor(model, PredictionOptions.DEFAULT.withRestoreRange(false))
				.predict(image, ProgressListener.NONE);
	}

	/** As many runs on one ready tensor of the same shape, the result not read. */
	@Benchmark
	public long bareSession() {
		long bytes = 0;
		for (final Tile tile : tiles)
			bytes += session.run(new int[] {1, tile.padded()[1], tile.padded()[0], 1}, pixels);
		return bytes;
	}
}
