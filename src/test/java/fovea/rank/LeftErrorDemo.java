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
import fovea.image.ImageNoise;
import fovea.image.Raster;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.noise.NoiseCurve;
import fovea.noise.NoiseFit;
import fovea.noise.PhotonNoise;
import fovea.tf.SavedModelLoader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;

/**
 * Whether the error that is left in a denoised image can be told without a clean one, in gray values (RMS): from the
 * score at hidden pixels less the variance of the noise, and by Stein's unbiased risk estimate (SURE; its divergence by
 * a random probe: Ramani, Blu and Unser 2008), each with the noise as it is measured on the image and as it really is.
 * Real widefield images (w2s; one exposure, and the mean of 400, brought to the values of the noisy one by least
 * squares), and photographs with Gaussian noise or noise of photons.
 *
 * <p>System properties: {@code fovea.score.data} (default ../shared/data), {@code fovea.score.every} (every so many
 * images).
 */
public final class LeftErrorDemo {

	/** That no training saw. */
	private static final List<String> KODAK = List.of("05", "08", "13", "19", "23");

	private static final int MOST = 512;

	/** Of the noise: so small that a network is straight over it. */
	private static final double PROBE = 0.05;

	private LeftErrorDemo() {}

	private record Case(String name, String model, Raster noisy, Raster clean, boolean is8Bit) {}

	/** @param args none */
	public static void main(final String[] args) throws Exception {
		final Path data = Path.of(System.getProperty("fovea.score.data", "../shared/data"));
		final int every = Integer.getInteger("fovea.score.every", 1);
		System.out.println("image,true,blind,blind_oracle,sure,sure_oracle,sigma,sigma_true,photons,warned,said,bound,"
				+ "seconds,run_seconds");
		final List<Case> cases = cases(data);
		for (int i = 0; i < cases.size(); i += every) one(cases.get(i));
	}

	private static void one(final Case each) throws Exception {
		final Image image = image(each, each.noisy.data());
		final PredictionOptions options = PredictionOptions.DEFAULT.withStabilized(true);
		try (LoadedModel model = LoadedModel.open(
				new ModelLibrary(List.of()).openInside(each.model), new SavedModelLoader(), ModelOptions.DEFAULT)) {
			final float[] y = each.noisy.data();
			final Predictor predictor = new Predictor(model, options).within(image);
			run(predictor, image);
			final long began = System.nanoTime();
			final float[] f = run(predictor, image);
			final double running = (System.nanoTime() - began) / 1e9;
			final Optional<PhotonNoise> photons = ImageNoise.of(List.of(Views.hyperSlice(image.pixels(), 2, 0)))
					.get(0)
					.flatMap(NoiseFit::photons);
			final NoiseCurve curve = NoiseCurve.of(y, each.noisy.width());
			final double[] variances = new double[y.length];
			double variance = 0;
			double truth = 0;
			double left = 0;
			for (int i = 0; i < y.length; i++) {
				final double deviation =
						photons.isPresent() ? photons.get().deviation(Math.max(0, f[i])) : curve.deviation(f[i]);
				variances[i] = deviation * deviation;
				variance += variances[i] / y.length;
				truth += Math.pow((double) y[i] - each.clean.data()[i], 2) / y.length;
				left += Math.pow((double) f[i] - each.clean.data()[i], 2) / y.length;
			}
			final long start = System.nanoTime();
			final Verdict verdict = RunScore.of(each.model, model, image, Box.of(image), options, ProgressListener.NONE)
					.orElseThrow();
			final double seconds = (System.nanoTime() - start) / 1e9;
			final double blind = verdict.ranking().of(each.model).orElseThrow().error();
			final double[] sure = sure(each, predictor, f, variances);
			final double known = truth / variance;
			System.out.println(String.format(
					Locale.ROOT,
					"%s,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%b,%b,%.2f,%b,%.2f,%.2f",
					each.name,
					Math.sqrt(left),
					root(blind - variance),
					root(blind - truth),
					root(sure[0] - variance + 2 * sure[1]),
					root(sure[0] - truth + 2 * known * sure[1]),
					Math.sqrt(variance),
					Math.sqrt(truth),
					photons.isPresent(),
					!verdict.isTrustworthy(),
					verdict.left().map(LeftError::rms).orElse(Double.NaN),
					verdict.left().map(LeftError::bound).orElse(false),
					seconds,
					running));
		}
	}

	/** @return mean squared residual, and mean of the variance times the derivative */
	private static double[] sure(final Case each, final Predictor predictor, final float[] f, final double[] variances)
			throws Exception {
		final float[] y = each.noisy.data();
		final float[] probed = new float[y.length];
		final double[] signs = new double[y.length];
		final Random random = new Random(1);
		for (int i = 0; i < y.length; i++) {
			signs[i] = random.nextBoolean() ? 1 : -1;
			probed[i] = y[i] + (float) (PROBE * Math.sqrt(variances[i]) * signs[i]);
		}
		final float[] g = run(predictor, image(new Case(each.name, each.model, each.noisy, each.clean, false), probed));
		double residual = 0;
		double divergence = 0;
		for (int i = 0; i < y.length; i++) {
			residual += Math.pow((double) f[i] - y[i], 2) / y.length;
			divergence += signs[i] * Math.sqrt(variances[i]) * ((double) g[i] - f[i]) / PROBE / y.length;
		}
		return new double[] {residual, divergence};
	}

	private static double root(final double square) {
		return Math.sqrt(Math.max(0, square));
	}

	private static float[] run(final Predictor predictor, final Image image) throws Exception {
		return Raster.planesOf(predictor.predict(image, ProgressListener.NONE).image())
				.get(0)
				.data();
	}

	private static List<Case> cases(final Path data) throws IOException {
		final List<Case> cases = new ArrayList<>();
		final List<Path> photographs = new ArrayList<>();
		try (Stream<Path> files = Files.list(data.resolve("natural"))) {
			files.filter(f -> f.toString().endsWith(".png")).sorted().forEach(photographs::add);
		}
		for (final String number : KODAK) photographs.add(data.resolve("kodak").resolve(number + ".png"));
		for (final Path file : photographs) {
			final Raster clean = read(file);
			for (final int sigma : new int[] {10, 25, 50}) cases.add(gaussian(file, clean, sigma));
			cases.add(photons(file, clean, 30));
		}
		try (Stream<Path> files = Files.list(data.resolve("w2s/noisy"))) {
			for (final Path file : files.sorted().toList()) {
				final Raster noisy = read(file);
				cases.add(new Case(
						file.getFileName().toString(),
						"denoise-fluo",
						noisy,
						matched(read(data.resolve("w2s/clean").resolve(file.getFileName())), noisy),
						true));
			}
		}
		return cases;
	}

	private static Case gaussian(final Path file, final Raster clean, final int sigma) {
		final Random random = new Random(sigma);
		final float[] values = clean.data().clone();
		for (int i = 0; i < values.length; i++) values[i] += (float) (sigma * random.nextGaussian());
		return new Case(file.getFileName() + " sigma " + sigma, "denoise", clean.withData(values), clean, false);
	}

	private static Case photons(final Path file, final Raster clean, final int most) {
		final Random random = new Random(most);
		final float[] values = clean.data().clone();
		final double gain = 255.0 / most;
		for (int i = 0; i < values.length; i++)
			values[i] += (float) (Math.sqrt(gain * values[i] + 25) * random.nextGaussian());
		return new Case(file.getFileName() + " photons " + most, "denoise", clean.withData(values), clean, false);
	}

	private static Raster matched(final Raster clean, final Raster noisy) {
		final float[] x = clean.data();
		final float[] y = noisy.data();
		double mx = 0;
		double my = 0;
		for (int i = 0; i < x.length; i++) {
			mx += (double) x[i] / x.length;
			my += (double) y[i] / x.length;
		}
		double xy = 0;
		double xx = 0;
		for (int i = 0; i < x.length; i++) {
			xy += (x[i] - mx) * (y[i] - my);
			xx += (x[i] - mx) * (x[i] - mx);
		}
		final float[] values = new float[x.length];
		for (int i = 0; i < x.length; i++) values[i] = (float) (xy / xx * (x[i] - mx) + my);
		return clean.withData(values);
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

	private static Image image(final Case each, final float[] values) {
		final int width = each.noisy.width();
		final int height = each.noisy.height();
		if (!each.is8Bit)
			return new Image(
					each.name, ArrayImgs.floats(values.clone(), width, height, 1, 1, 1), Calibration.PIXELS, false);
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
		return new Image(each.name, ArrayImgs.unsignedBytes(bytes, width, height, 1, 1, 1), Calibration.PIXELS, false);
	}
}
