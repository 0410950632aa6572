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
package fovea.doctor;

import fovea.base.FoveaException;
import fovea.device.DeviceChoice;
import fovea.engine.Engine;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.infer.network.FloatTensor;
import fovea.model.library.ModelLibrary;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import fovea.train.config.StepOptions;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Whether two devices compute the same: what two models that come with Fovea make of an image of noise, and a step of a
 * training.
 *
 * @param engine runs and trains networks on both
 * @param library has the models
 */
public record DeviceComparison(Engine engine, ModelLibrary library) {

	/** Part of a result's range by which two devices may differ; float32 itself has 1e-7. */
	public static final double TOLERANCE = 1e-4;

	private static final List<String> MODELS = List.of("denoise", "nuclei");
	private static final String NETWORK = "fcn-small";
	private static final int SIDE = 512;
	private static final int PATCH = 64;
	private static final int BATCH = 16;
	private static final double RATE = 1e-3;
	private static final double NANOS = 1e-9;

	/**
	 * What came of one of the comparisons.
	 *
	 * @param what was computed
	 * @param seconds of the second run on the first device: the first one has much to prepare
	 * @param otherSeconds the same of the other device
	 * @param difference the largest of all values, as a part of the range of the first device's values
	 */
	public record Line(String what, double seconds, double otherSeconds, double difference) {

		/** @return whether the devices agree; not where values are no numbers */
		public boolean agrees() {
			return difference <= TOLERANCE;
		}

		/** @return for people */
		public String text() {
			return String.format(
					Locale.ROOT,
					"%s: %.3f s and %.3f s (%.1f times as fast), largest difference %.2g of the range%s",
					what,
					seconds,
					otherSeconds,
					seconds / otherSeconds,
					difference,
					agrees() ? "" : String.format(Locale.ROOT, ", MORE THAN %.0e", TOLERANCE));
		}
	}

	/** Values, and how long the last run took that computed them. */
	private record Timed(float[] values, double seconds) {}

	private interface Work {

		float[] run() throws FoveaException;
	}

	/**
	 * @param one device
	 * @param other device
	 * @return two lines for what is run and one for what is trained
	 * @throws FoveaException if there is no such device, or it cannot compute this
	 */
	public List<Line> compare(final DeviceChoice one, final DeviceChoice other) throws FoveaException {
		engine.loader().on(one).device();
		engine.loader().on(other).device();
		return List.of(
				line(
						"model " + MODELS.get(0) + ", " + SIDE + " x " + SIDE,
						predict(MODELS.get(0), one),
						predict(MODELS.get(0), other)),
				line(
						"model " + MODELS.get(1) + ", " + SIDE + " x " + SIDE,
						predict(MODELS.get(1), one),
						predict(MODELS.get(1), other)),
				line("a step of " + NETWORK + ", " + BATCH + " x " + PATCH + " x " + PATCH, train(one), train(other)));
	}

	private static Line line(final String what, final Timed one, final Timed other) {
		return new Line(what, one.seconds, other.seconds, difference(one.values, other.values));
	}

	/** @return the largest difference as a part of the range of the first; NaN where a value is no number */
	static double difference(final float[] one, final float[] other) {
		if (one.length != other.length)
			throw new IllegalArgumentException(one.length + " and " + other.length + " values");
		float least = Float.POSITIVE_INFINITY;
		float most = Float.NEGATIVE_INFINITY;
		double difference = 0;
		for (int i = 0; i < one.length; i++) {
			least = Math.min(least, one[i]);
			most = Math.max(most, one[i]);
			difference = Math.max(difference, Math.abs((double) one[i] - other[i]));
		}
		return difference == 0 ? 0 : difference / Math.max(most - least, Float.MIN_NORMAL);
	}

	private Timed predict(final String name, final DeviceChoice device) throws FoveaException {
		final Image image = image();
		try (LoadedModel model =
				LoadedModel.open(library.openInside(name), engine.loader().on(device), ModelOptions.DEFAULT)) {
			final Predictor predictor = new Predictor(model, PredictionOptions.DEFAULT);
			return second(
					() -> values(predictor.predict(image, ProgressListener.NONE).image()));
		}
	}

	/** Loss before the step, and what the network gives after it. */
	private Timed train(final DeviceChoice device) throws FoveaException {
		final NamedArchitecture named = Architectures.named(NETWORK);
		final Architecture architecture = named.build();
		final int channels = architecture.inputShape().channels();
		final FloatTensor input =
				new FloatTensor(new int[] {BATCH, PATCH, PATCH, channels}, noise(BATCH * PATCH * PATCH * channels));
		try (TrainableNetwork network = engine.networks()
				.on(device)
				.create(
						architecture,
						Initializers.initialize(architecture, 1),
						StepOptions.of(new Loss.MeanSquaredError(), 1))) {
			final FloatTensor before = network.predict(input);
			final FloatTensor target = new FloatTensor(before.shape(), new float[before.size()]);
			network.step(input, target, 0);
			final long start = System.nanoTime();
			network.step(input, target, RATE);
			final double seconds = (System.nanoTime() - start) * NANOS;
			return new Timed(network.predict(input).data(), seconds);
		}
	}

	private static Timed second(final Work work) throws FoveaException {
		work.run();
		final long start = System.nanoTime();
		final float[] values = work.run();
		return new Timed(values, (System.nanoTime() - start) * NANOS);
	}

	private static Image image() {
		return new Image("noise", ArrayImgs.floats(noise(SIDE * SIDE), SIDE, SIDE, 1, 1, 1), Calibration.PIXELS, false);
	}

	/** From 0 to 1, always the same. */
	private static float[] noise(final int count) {
		final Random random = new Random(1);
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) values[i] = random.nextFloat();
		return values;
	}

	private static float[] values(final Image image) {
		final float[] values = new float[Math.toIntExact(image.pixels().size())];
		int i = 0;
		for (final RealType<?> pixel : Views.flatIterable(image.pixels())) values[i++] = pixel.getRealFloat();
		return values;
	}
}
