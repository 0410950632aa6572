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

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.io.Npy;
import fovea.io.NpyArray;
import fovea.job.Pretrained;
import fovea.model.Normalization;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.file.ArchitectureFile;
import fovea.net.layer.WeightSpec;
import fovea.net.zoo.ArchitectureOptions;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import fovea.tf.SavedModelLoader;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Fovea as one of the tools that {@code scripts/peers.py} compares. {@code prepare MODEL FOLDER} writes what the others
 * need of a model; {@code serve MODEL PRECISION} answers the lines of its standard input, one by one:
 *
 * <ul>
 *   <li>{@code check IN OUT}: runs the model on a .npy file of floats, (height, width), taken as they are, writes the
 *       network's own values, (height, width, channels), and answers {@code ok}
 *   <li>{@code image SIDE}: from now on the image is 8-bit noise of that side; answers {@code ok}
 *   <li>{@code run}: the whole path of the image through the model; answers with the milliseconds that it took
 * </ul>
 *
 * What fails is answered by {@code error: } and one line.
 */
final class PeerServer implements AutoCloseable {

	private static final int SEED = 1;

	private final String name;
	private final LoadedModel model;
	private Image image;

	private PeerServer(final String name, final boolean fast) throws ModelException {
		this.name = name;
		model = open(name, ModelOptions.DEFAULT.withFast(fast));
	}

	/** @param args prepare MODEL FOLDER, or serve MODEL PRECISION (full or fast; what is checked is always full) */
	public static void main(final String... args) throws Exception {
		if (args.length == 3 && args[0].equals("prepare")) {
			prepare(args[1], Path.of(args[2]));
			return;
		}
		if (args.length != 3 || !args[0].equals("serve"))
			throw new IllegalArgumentException(
					"expected prepare MODEL FOLDER or serve MODEL PRECISION, got " + List.of(args));
		final PrintStream out = System.out;
		System.setOut(System.err); // answers only
		try (PeerServer server = new PeerServer(args[1], args[2].equals("fast"));
				BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			out.println("ok");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				out.println(server.answer(line.split("\t")));
				out.flush();
			}
		}
	}

	private String answer(final String... words) {
		try {
			switch (words[0]) {
				case "check" -> check(Path.of(words[1]), Path.of(words[2]));
				case "image" -> image = noise(Integer.parseInt(words[1]));
				case "run" -> {
					return String.format(Locale.ROOT, "%.3f", run());
				}
				default -> throw new IllegalArgumentException("expected check, image or run, got " + words[0]);
			}
			return "ok";
		} catch (final FoveaException | RuntimeException | OutOfMemoryError e) {
			return "error: " + (e instanceof FoveaException ? e.getMessage() : e.toString()).replaceAll("\\s+", " ");
		}
	}

	/** Milliseconds from an 8-bit image in memory to an image of the result, as commands do it. */
	private double run() throws FoveaException {
		final long start = System.nanoTime();
		new Predictor(model, PredictionOptions.DEFAULT.withStabilized(true)).predict(image, ProgressListener.NONE);
		return (System.nanoTime() - start) / 1e6;
	}

	private static Image noise(final int side) {
		final byte[] bytes = new byte[Math.multiplyExact(side, side)];
		new Random(SEED).nextBytes(bytes);
		return image(ArrayImgs.unsignedBytes(bytes, side, side, 1, 1, 1));
	}

	private static Image image(final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		return new Image("noise", pixels, Calibration.PIXELS, false);
	}

	private void check(final Path from, final Path to) throws FoveaException {
		final NpyArray values = Npy.read(from);
		final int height = values.shape()[0];
		final int width = values.shape()[1];
		final String none = Normalization.NONE.label();
		try (LoadedModel asIs = open(name, ModelOptions.DEFAULT.withNormalize(none))) {
			final RandomAccessibleInterval<? extends RealType<?>> result = new Predictor(
							asIs, PredictionOptions.DEFAULT.withRestoreRange(false))
					.predict(image(ArrayImgs.floats(values.data(), width, height, 1, 1, 1)), ProgressListener.NONE)
					.image()
					.pixels();
			final int channels = (int) result.dimension(2);
			final float[] data = new float[channels * height * width];
			int i = 0;
			// one channel after the other, each in rows
			for (final RealType<?> value : Views.flatIterable(result)) {
				final int channel = i / (height * width);
				data[i % (height * width) * channels + channel] = value.getRealFloat();
				i++;
			}
			Npy.write(to, new int[] {height, width, channels}, data);
		}
	}

	private static LoadedModel open(final String name, final ModelOptions options) throws ModelException {
		final ModelArchive archive =
				isInside(name) ? new ModelLibrary().openInside(name) : ModelArchive.open(Path.of(name));
		return LoadedModel.open(archive, new SavedModelLoader(), options);
	}

	private static boolean isInside(final String name) {
		return new ModelLibrary(List.of()).names().contains(name);
	}

	/**
	 * Writes savedmodel, architecture.json and weights (a .npy for each, its name that of the layer and of the weight,
	 * with a dot between) into a folder.
	 *
	 * @param name of a model inside or of an architecture, which gets drawn weights and takes images of any size
	 */
	private static void prepare(final String name, final Path folder) throws FoveaException, IOException {
		final Path savedModel = Files.createDirectories(folder).resolve("savedmodel");
		if (isInside(name)) {
			try (ModelArchive archive = new ModelLibrary().openInside(name)) {
				final Pretrained known = Pretrained.of(archive);
				copy(archive.savedModel(), savedModel);
				write(known.architecture(), known.weights(), folder);
			}
			return;
		}
		final NamedArchitecture named = Architectures.named(name);
		final ArchitectureOptions gray = named.defaults().withChannels(1).withSize(0, 0);
		final Architecture architecture = named.build(gray);
		final WeightMap weights = Initializers.initialize(architecture, SEED);
		final Loss loss =
				gray.classes() > 0 ? new Loss.CategoricalCrossEntropy(List.of()) : new Loss.MeanSquaredError();
		try (TrainableNetwork network = new TensorFlowNetworkFactory().create(architecture, weights, loss, SEED)) {
			network.export(savedModel);
		}
		write(architecture, weights, folder);
	}

	private static void write(final Architecture architecture, final WeightMap weights, final Path folder)
			throws FoveaException, IOException {
		ArchitectureFile.write(architecture, folder.resolve("architecture.json"));
		final Path values = Files.createDirectories(folder.resolve("weights"));
		for (final WeightSpec spec : WeightSpecs.of(architecture))
			Npy.write(
					values.resolve(spec.node() + "." + spec.name() + ".npy"),
					spec.shape().stream().mapToInt(Integer::intValue).toArray(),
					weights.get(spec));
	}

	private static void copy(final Path from, final Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (final Path file : files.toList())
				Files.copy(file, to.resolve(from.relativize(file).toString()));
		}
	}

	@Override
	public void close() {
		model.close();
	}
}
