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
import fovea.base.TrainingException;
import fovea.data.ImageSource;
import fovea.data.Sample;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.io.Npy;
import fovea.job.NoiseChoice;
import fovea.job.Pretrained;
import fovea.model.Normalization;
import fovea.model.Processing;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.WeightMap;
import fovea.net.zoo.Architectures;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.augment.Augmentation;
import fovea.train.augment.BlindSpots;
import fovea.train.augment.Noise;
import fovea.train.augment.Recorrupted;
import fovea.train.config.Loss;
import fovea.train.config.StepOptions;
import fovea.train.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;

/**
 * How well a network learns to denoise from noisy images alone: clean images that noise is put on, or noisy and clean
 * ones, a training that sees the noisy ones only, and the peak signal-to-noise ratio (peak 255) to the clean ones as it
 * goes on.
 *
 * <p>Arguments {@code key=value}: {@code clean} (folder or files with commas), {@code noisy} (folder of files of the
 * same names; else {@code noise} is put on), {@code noise} (gauss, stripes, salt, blurred, uneven, speckle),
 * {@code sigma} (25), {@code start} (a model inside; else a new network), {@code way} (auto, spots, median,
 * recorrupted), {@code strength}, {@code spacing}, {@code steps}, {@code rate}, {@code batch}, {@code patch},
 * {@code averaging}, {@code every} (steps between two measurements), {@code fit=true} (measures after a least-squares
 * fit of the gray values), {@code each=true} (a training for each image), {@code seed}.
 */
public final class NoisyAloneDemo {

	private static final Map<String, String> GIVEN = new HashMap<>();

	private NoisyAloneDemo() {}

	/** One image. */
	private record Pair(String name, int width, int height, float[] noisy, float[] clean) {}

	/** @param args keys and values */
	public static void main(final String[] args) throws Exception {
		for (final String arg : args) GIVEN.put(arg.split("=", 2)[0], arg.split("=", 2)[1]);
		final List<Pair> pairs = pairs();
		System.out.printf(
				Locale.ROOT,
				"noisy %.2f dB%n",
				mean(pairs, pairs.stream().map(Pair::noisy).toList()));
		if (text("each", "").isEmpty()) train(pairs);
		else for (final Pair pair : pairs) train(List.of(pair));
	}

	private static String text(final String key, final String usual) {
		return GIVEN.getOrDefault(key, usual);
	}

	private static double number(final String key, final double usual) {
		return GIVEN.containsKey(key) ? Double.parseDouble(GIVEN.get(key)) : usual;
	}

	private static List<Pair> pairs() throws IOException {
		final List<Path> files = new ArrayList<>();
		for (final String place : text("clean", "").split(",")) {
			final Path path = Path.of(place);
			if (!Files.isDirectory(path)) files.add(path);
			else
				try (Stream<Path> all = Files.list(path)) {
					all.sorted().forEach(files::add);
				}
		}
		final List<Pair> pairs = new ArrayList<>();
		for (final Path file : files) {
			final java.awt.image.Raster pixels = ImageIO.read(file.toFile()).getRaster();
			final int width = pixels.getWidth() / 4 * 4;
			final int height = pixels.getHeight() / 4 * 4;
			final float[] clean = gray(pixels, width, height);
			final float[] noisy = text("noisy", "").isEmpty()
					? noised(clean, width, pairs.size())
					: gray(
							ImageIO.read(Path.of(text("noisy", ""))
											.resolve(file.getFileName())
											.toFile())
									.getRaster(),
							width,
							height);
			pairs.add(new Pair(file.getFileName().toString(), width, height, noisy, clean));
		}
		return pairs;
	}

	private static float[] gray(final java.awt.image.Raster pixels, final int width, final int height) {
		final float[] gray = new float[width * height];
		final int bands = Math.min(3, pixels.getNumBands());
		for (int i = 0; i < gray.length; i++) {
			for (int b = 0; b < bands; b++) gray[i] += pixels.getSampleFloat(i % width, i / width, b) / bands;
		}
		return gray;
	}

	private static float[] noised(final float[] clean, final int width, final int index) {
		final Random random = new Random(1000 + index);
		final double sigma = number("sigma", 25);
		final float[] noisy = clean.clone();
		final double[] white = new double[clean.length];
		for (int i = 0; i < white.length; i++) white[i] = random.nextGaussian();
		final double[] rows = new double[clean.length / width];
		for (int y = 0; y < rows.length; y++) rows[y] = random.nextGaussian();
		for (int i = 0; i < clean.length; i++)
			noisy[i] += (float)
					switch (text("noise", "gauss")) {
						case "gauss" -> sigma * white[i];
						case "stripes" -> sigma / Math.sqrt(2) * (white[i] + rows[i / width]);
						case "salt" -> white[i] < -1.645 ? -clean[i] : white[i] > 1.645 ? 255 - clean[i] : 0;
						case "blurred" -> sigma * blurred(white, i, width);
						case "speckle" -> sigma * white[i] * clean[i] / 128;
						case "uneven" -> sigma * white[i] * Math.sqrt(Math.max(0, clean[i]) / 128);
						default -> throw new IllegalArgumentException(text("noise", ""));
					};
		return noisy;
	}

	/** Mean of 2 x 2, of variance 1: what a camera's interpolation leaves. */
	private static double blurred(final double[] white, final int at, final int width) {
		final int right = at % width + 1 < width ? 1 : 0;
		final int below = at + width < white.length ? width : 0;
		return (white[at] + white[at + right] + white[at + below] + white[at + right + below]) / 2;
	}

	private static double mean(final List<Pair> pairs, final List<float[]> found) {
		double sum = 0;
		for (int i = 0; i < pairs.size(); i++) sum += psnr(pairs.get(i).clean, found.get(i));
		return sum / pairs.size();
	}

	private static double psnr(final float[] clean, final float[] found) {
		double a = 1;
		double b = 0;
		if (!text("fit", "").isEmpty()) {
			double mx = 0;
			double my = 0;
			for (int i = 0; i < clean.length; i++) {
				mx += found[i];
				my += clean[i];
			}
			mx /= clean.length;
			my /= clean.length;
			double xy = 0;
			double xx = 0;
			for (int i = 0; i < clean.length; i++) {
				xy += (found[i] - mx) * (clean[i] - my);
				xx += (found[i] - mx) * (found[i] - mx);
			}
			a = xy / xx;
			b = my - a * mx;
		}
		double sum = 0;
		for (int i = 0; i < clean.length; i++) {
			final double d = a * found[i] + b - clean[i];
			sum += d * d;
		}
		return 10 * Math.log10(255.0 * 255 * clean.length / sum);
	}

	private static void train(final List<Pair> pairs) throws Exception {
		final List<Image> images = new ArrayList<>();
		for (final Pair pair : pairs)
			images.add(new Image(
					pair.name,
					ArrayImgs.floats(pair.noisy, pair.width, pair.height, 1, 1, 1),
					Calibration.PIXELS,
					false,
					List.of()));
		final String start = text("start", "");
		Architecture architecture = Architectures.named("cae-denoise")
				.build(Architectures.named("cae-denoise").defaults());
		final long seed = (long) number("seed", 1);
		WeightMap weights = Initializers.initialize(architecture, seed);
		List<Processing> steps = Normalization.PERCENTILE.steps();
		if (!start.isEmpty())
			try (ModelArchive archive = new ModelLibrary(List.of(Path.of("none"))).open(start)) {
				final Pretrained model = Pretrained.of(archive);
				architecture = model.architecture();
				weights = model.weights();
				steps = model.preprocessing();
			}
		SampleReader reader = new SampleReader(steps, OptionalInt.of(1), TrainingListener.NONE);
		if (!text("stabilize", "").isEmpty()) reader = reader.stabilizing();
		final Samples samples = reader.images(ImageSource.of("noisy", images));
		final Noise noise = noise(samples);
		final TrainingConfig config = TrainingConfig.of(architecture)
				.withNoise(noise)
				.withPatch((int) number("patch", 64))
				.withBatch((int) number("batch", 16))
				.withSeed(seed)
				.withAugmentation(Augmentation.GEOMETRIC)
				.withStepsPerEpoch((int) number("every", 100));
		final BatchMaker batches = new BatchMaker(config, new Samples.Split(samples.samples(), List.of()), true);
		System.out.println(noise);
		final int all = (int) number("steps", 600);
		final double rate = number("rate", start.isEmpty() ? 1e-3 : 1e-4);
		final double flat = number("flat", 0.5);
		final Loss loss =
				text("loss", "mse").equals("mae") ? new Loss.MeanAbsoluteError() : new Loss.MeanSquaredError();
		try (TrainableNetwork network =
				new TensorFlowNetworkFactory().create(architecture, weights, StepOptions.of(loss, seed))) {
			tell(0, 0, pairs, samples, network);
			final WeightAverage average = new WeightAverage(number("averaging", 0.98));
			final long begin = System.nanoTime();
			int done = 0;
			for (int epoch = 1; done < all; epoch++) {
				final Batches.Source source = batches.training(epoch);
				for (int i = 0; i < config.stepsPerEpoch() && done < all; i++) {
					final Batch batch = source.make(i);
					final double part = (double) done / all;
					final double now = Math.min(1, (done + 1) / 20.0)
							* (part < flat ? 1 : 0.5 + 0.5 * Math.cos(Math.PI * (part - flat) / (1 - flat)));
					network.step(batch.input(), batch.target(), rate * now);
					average.step(++done, network);
				}
				final double seconds = (System.nanoTime() - begin) * 1e-9;
				final WeightMap trained = network.weights();
				network.setWeights(average.value());
				tell(done, seconds, pairs, samples, network);
				network.setWeights(trained);
			}
		}
	}

	private static Noise noise(final Samples samples) {
		final int spacing = (int) number("spacing", 8);
		return switch (text("way", "auto")) {
			case "auto" -> new NoiseChoice.Noisy().of(samples);
			case "spots" ->
				new BlindSpots(
						spacing, 2, BlindSpots.Filling.NEIGHBOR, new BlindSpots.Hidden((int) number("hx", 0), (int)
								number("hy", 0)));
			case "median" ->
				new BlindSpots(spacing, 2, BlindSpots.Filling.MEDIAN, new BlindSpots.Hidden((int) number("hx", 0), (int)
						number("hy", 0)));
			case "recorrupted" -> new Recorrupted(number("strength", 0.5), List.of());
			default -> throw new IllegalArgumentException(text("way", ""));
		};
	}

	/** What comes out is brought back to gray values by how those that went in were normalized, which is linear. */
	private static void tell(
			final int steps,
			final double seconds,
			final List<Pair> pairs,
			final Samples samples,
			final TrainableNetwork network)
			throws FoveaException {
		final List<float[]> found = new ArrayList<>();
		for (int i = 0; i < pairs.size(); i++) {
			final Sample sample = samples.samples().get(i);
			final Raster in = sample.input();
			final float[] out = network.predict(new FloatTensor(new int[] {1, in.height(), in.width(), 1}, in.data()))
					.data();
			found.add(back(pairs.get(i).noisy, in.data(), out));
		}
		System.out.printf(Locale.ROOT, "%d steps, %.0f s: %.3f dB%n", steps, seconds, mean(pairs, found));
		if (text("out", "").isEmpty()) return;
		final Path out = Path.of(text("out", ""));
		try {
			Files.createDirectories(out);
			for (int i = 0; i < pairs.size(); i++) {
				final Pair pair = pairs.get(i);
				Npy.write(out.resolve(pair.name + ".npy"), new int[] {pair.height, pair.width}, found.get(i));
			}
		} catch (final IOException e) {
			throw new TrainingException(out + " cannot be written: " + e, e);
		}
	}

	private static float[] back(final float[] raw, final float[] normalized, final float[] out) {
		int low = 0;
		int high = 0;
		for (int i = 0; i < raw.length; i++) {
			if (raw[i] < raw[low]) low = i;
			if (raw[i] > raw[high]) high = i;
		}
		final double scale = (raw[high] - raw[low]) / (double) (normalized[high] - normalized[low]);
		final float[] back = new float[out.length];
		for (int i = 0; i < out.length; i++) back[i] = (float) ((out[i] - normalized[low]) * scale + raw[low]);
		return back;
	}
}
