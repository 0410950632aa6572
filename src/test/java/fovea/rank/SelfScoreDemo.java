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
package fovea.rank;

import fovea.image.Box;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.selfscore.ClassicDenoiser;
import fovea.tf.SavedModelLoader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;

/**
 * How much the score without truth is worth: methods ranked by it and by the PSNR against clean images, on real
 * widefield images (w2s; one exposure, and the mean of 400, matched by least squares) and on photographs with Gaussian
 * noise. Prints for each image Spearman's correlation of the two, what choosing by the score loses, what model=auto
 * takes and how that is beside the best Gaussian, and what each costs.
 *
 * <p>System properties: {@code fovea.score.data} (default ../shared/data), {@code fovea.score.every} (every so many
 * images), {@code fovea.score.out} (a CSV file).
 */
public final class SelfScoreDemo {

	private static final List<String> PHOTOGRAPHS =
			List.of("kodak/05", "kodak/08", "kodak/13", "kodak/19", "kodak/23", "natural/camera");

	private static final int[] SIGMAS = {10, 25, 50};
	private static final int MOST = 512;

	/** As the command has them. */
	private static final PredictionOptions OPTIONS = PredictionOptions.DEFAULT.withStabilized(true);

	private SelfScoreDemo() {}

	private record Case(String name, Raster noisy, Raster clean, boolean matched) {

		boolean is8Bit() {
			return matched;
		}
	}

	/** @param args none */
	public static void main(final String[] args) throws Exception {
		final Path data = Path.of(System.getProperty("fovea.score.data", "../shared/data"));
		final int every = Integer.getInteger("fovea.score.every", 1);
		final List<String> lines = new ArrayList<>(List.of("image,spearman,loss,auto,auto_loss,auto_less_gaussian,"
				+ "network_less_gaussian,across,down,diagonal,warned,run_s,line_s,auto_s,winner,used_less_filter"));
		System.out.println(lines.get(0));
		final Map<String, List<double[]>> figures = new LinkedHashMap<>();
		final List<Case> cases = cases(data);
		try (Contenders contenders = Contenders.of(
						new ModelLibrary(List.of()),
						new SavedModelLoader(),
						ModelOptions.DEFAULT,
						System.err::println);
				LoadedModel one = LoadedModel.open(
						new ModelLibrary(List.of()).openInside("denoise"),
						new SavedModelLoader(),
						ModelOptions.DEFAULT);
				LoadedModel two = LoadedModel.open(
						new ModelLibrary(List.of()).openInside("denoise-fluo"),
						new SavedModelLoader(),
						ModelOptions.DEFAULT)) {
			for (int i = 0; i < cases.size(); i += every) {
				final Case each = cases.get(i);
				final Map<String, LoadedModel> models = Map.of("denoise", one, "denoise-fluo", two);
				final double[] figure = figures(each, contenders, models, lines);
				figures.computeIfAbsent(each.matched ? "w2s" : "photographs", k -> new ArrayList<>())
						.add(figure);
			}
		}
		figures.forEach(SelfScoreDemo::sum);
		if (System.getProperty("fovea.score.out") != null)
			Files.write(Path.of(System.getProperty("fovea.score.out")), lines);
	}

	private static double[] figures(
			final Case each,
			final Contenders contenders,
			final Map<String, LoadedModel> models,
			final List<String> lines)
			throws Exception {
		final Image image = image(each);
		final Map<String, Double> truth = new LinkedHashMap<>();
		final Map<String, Double> seconds = new LinkedHashMap<>();
		for (final Map.Entry<String, LoadedModel> model : models.entrySet()) {
			final long start = System.nanoTime();
			final Raster denoised = Raster.planesOf(new Predictor(model.getValue(), OPTIONS)
							.predict(image, ProgressListener.NONE)
							.image())
					.get(0);
			seconds.put(model.getKey(), (System.nanoTime() - start) / 1e9);
			truth.put(model.getKey(), psnr(denoised, each));
		}
		for (final ClassicDenoiser filter : ClassicDenoiser.all())
			truth.put(filter.name(), psnr(filter.denoise(each.noisy), each));

		final Verdict full = contenders.rank(image, OPTIONS, ProgressListener.NONE);
		long start = System.nanoTime();
		final Choice choice = contenders.choose(image, Box.of(image), OPTIONS, ProgressListener.NONE);
		final double auto = (System.nanoTime() - start) / 1e9;
		start = System.nanoTime();
		final String used = each.matched ? "denoise-fluo" : "denoise";
		final Optional<Verdict> line =
				RunScore.of(used, models.get(used), image, Box.of(image), OPTIONS, ProgressListener.NONE);
		final double scored = (System.nanoTime() - start) / 1e9;

		final List<String> methods = List.copyOf(truth.keySet());
		final double[] byScore = methods.stream()
				.mapToDouble(m -> -full.ranking().of(m).orElseThrow().error())
				.toArray();
		final double[] byTruth = methods.stream().mapToDouble(truth::get).toArray();
		final double best = DoubleStream.of(byTruth).max().orElseThrow();
		final double gaussian = methods.stream()
				.filter(m -> m.startsWith("Gaussian"))
				.mapToDouble(truth::get)
				.max()
				.orElseThrow();
		final double network =
				models.keySet().stream().mapToDouble(truth::get).max().orElseThrow();
		final double spearman = spearman(byScore, byTruth);
		final double loss = best - truth.get(full.ranking().best().name());
		final double autoLoss = best - truth.get(choice.name());
		final double less = truth.get(choice.name()) - gaussian;
		final String winner = line.flatMap(Verdict::winner).map(Enum::name).orElse("none");
		final double filter = methods.stream()
				.filter(m -> !models.containsKey(m))
				.mapToDouble(truth::get)
				.max()
				.orElseThrow();
		final String text = String.format(
				Locale.ROOT,
				"%s,%.3f,%.3f,%s,%.3f,%.3f,%.2f,%.3f,%.3f,%.3f,%b,%.2f,%.2f,%.2f,%s,%+.2f",
				each.name,
				spearman,
				loss,
				choice.name(),
				autoLoss,
				less,
				network - gaussian,
				full.noise().across(),
				full.noise().down(),
				full.noise().diagonal(),
				full.noise().isCorrelated(),
				seconds.get(used),
				scored,
				auto,
				winner,
				truth.get(used) - filter);
		System.out.println(text);
		lines.add(text);
		return new double[] {
			spearman, loss, autoLoss, less, full.noise().isCorrelated() ? 1 : 0, seconds.get(used), scored, auto
		};
	}

	private static void sum(final String what, final List<double[]> figures) {
		final String[] names = {
			"Spearman", "loss", "loss of auto", "auto less Gaussian", "warned", "run s", "line s", "auto s"
		};
		System.out.println(what + ", " + figures.size() + " images");
		for (int k = 0; k < names.length; k++) {
			final int at = k;
			final double[] sorted =
					figures.stream().mapToDouble(f -> f[at]).sorted().toArray();
			System.out.println(String.format(
					Locale.ROOT,
					"  %s: mean %.3f, median %.3f, least %.3f, most %.3f",
					names[k],
					DoubleStream.of(sorted).average().orElseThrow(),
					sorted[sorted.length / 2],
					sorted[0],
					sorted[sorted.length - 1]));
		}
	}

	private static List<Case> cases(final Path data) throws IOException {
		final List<Case> cases = new ArrayList<>();
		try (Stream<Path> files = Files.list(data.resolve("w2s/noisy"))) {
			for (final Path file : files.sorted().toList())
				cases.add(new Case(
						file.getFileName().toString(),
						read(file),
						read(data.resolve("w2s/clean").resolve(file.getFileName())),
						true));
		}
		for (final String photograph : PHOTOGRAPHS)
			for (final int sigma : SIGMAS) {
				final Raster clean = read(data.resolve(photograph + ".png"));
				final Random random = new Random(sigma);
				final float[] values = clean.data().clone();
				for (int i = 0; i < values.length; i++) values[i] += (float) (sigma * random.nextGaussian());
				cases.add(new Case(photograph + " sigma " + sigma, clean.withData(values), clean, false));
			}
		return cases;
	}

	/** Gray, the middle 512 x 512 pixels of it. */
	private static Raster read(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		final int width = Math.min(MOST, image.getWidth());
		final int height = Math.min(MOST, image.getHeight());
		final int left = (image.getWidth() - width) / 2;
		final int top = (image.getHeight() - height) / 2;
		final float[] values = new float[width * height];
		final double[] pixel = new double[4];
		for (int i = 0; i < values.length; i++) {
			image.getRaster().getPixel(left + i % width, top + i / width, pixel);
			values[i] = (float)
					(image.getRaster().getNumBands() < 3
							? pixel[0]
							: Math.rint(0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2]));
		}
		return new Raster(height, width, 1, values);
	}

	private static Image image(final Case each) {
		final Raster noisy = each.noisy;
		if (!each.is8Bit())
			return new Image(
					each.name,
					ArrayImgs.floats(noisy.data().clone(), noisy.width(), noisy.height(), 1, 1, 1),
					Calibration.PIXELS,
					false);
		final byte[] bytes = new byte[noisy.data().length];
		for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) noisy.data()[i];
		return new Image(
				each.name,
				ArrayImgs.unsignedBytes(bytes, noisy.width(), noisy.height(), 1, 1, 1),
				Calibration.PIXELS,
				false);
	}

	/** Of gain and offset that fit best, where the two were scaled each by itself. */
	private static double psnr(final Raster denoised, final Case each) {
		final float[] x = denoised.data();
		final float[] y = each.clean.data();
		double gain = 1;
		double offset = 0;
		if (each.matched) {
			final double mx = IntStream.range(0, x.length)
					.mapToDouble(i -> x[i])
					.average()
					.orElseThrow();
			final double my = IntStream.range(0, y.length)
					.mapToDouble(i -> y[i])
					.average()
					.orElseThrow();
			double xy = 0;
			double xx = 0;
			for (int i = 0; i < x.length; i++) {
				xy += (x[i] - mx) * (y[i] - my);
				xx += (x[i] - mx) * (x[i] - mx);
			}
			gain = xy / xx;
			offset = my - gain * mx;
		}
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			final double difference = gain * x[i] + offset - y[i];
			sum += difference * difference;
		}
		return 10 * Math.log10(255.0 * 255 * x.length / sum);
	}

	private static double spearman(final double[] a, final double[] b) {
		final double[] ra = ranks(a);
		final double[] rb = ranks(b);
		double squares = 0;
		for (int i = 0; i < a.length; i++) squares += (ra[i] - rb[i]) * (ra[i] - rb[i]);
		return 1 - 6 * squares / (a.length * ((double) a.length * a.length - 1));
	}

	private static double[] ranks(final double[] values) {
		return IntStream.range(0, values.length)
				.mapToDouble(i -> IntStream.range(0, values.length)
						.filter(k -> values[k] < values[i])
						.count())
				.toArray();
	}
}
