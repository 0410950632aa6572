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
package fovea.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.io.DataType;
import fovea.io.Npy;
import fovea.io.NpyArray;
import fovea.model.AxisType;
import fovea.model.Processing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what numpy computed (src/test/resources/fovea/normalize). */
class NormalizerTest {

	private static final Set<AxisType> PLANE = Set.of(AxisType.X, AxisType.Y);

	private static RandomAccessibleInterval<? extends RealType<?>> image(final NpyArray array) {
		final long[] lengths = new long[array.shape().length];
		for (int d = 0; d < lengths.length; d++) lengths[d] = array.shape()[lengths.length - 1 - d];
		final float[] data = array.data();
		if (array.type() == DataType.UINT8) {
			final byte[] bytes = new byte[data.length];
			for (int i = 0; i < data.length; i++) bytes[i] = (byte) data[i];
			return ArrayImgs.unsignedBytes(bytes, lengths);
		}
		if (array.type() == DataType.UINT16) {
			final short[] shorts = new short[data.length];
			for (int i = 0; i < data.length; i++) shorts[i] = (short) data[i];
			return ArrayImgs.unsignedShorts(shorts, lengths);
		}
		return ArrayImgs.floats(data, lengths);
	}

	@ParameterizedTest
	@ValueSource(strings = {"u8", "u16", "f32", "f32-nan"})
	void statisticsAreNumpys(final String name) throws Exception {
		final JsonNode all = new ObjectMapper()
				.readTree(Fixtures.file("normalize/truth.json").toFile());
		final JsonNode truth = all.get("arrays").get(name);
		final Distribution distribution =
				DistributionReader.read(image(Npy.read(Fixtures.file("normalize/" + name + ".npy"))));
		for (final Map.Entry<String, JsonNode> entry : truth.get("percentiles").properties()) {
			final double expected = entry.getValue().asDouble();
			assertEquals(
					expected,
					distribution.percentile(Double.parseDouble(entry.getKey())),
					1e-6 * Math.max(1, Math.abs(expected)));
		}
		assertEquals(
				truth.get("mean").asDouble(),
				distribution.mean(),
				1e-5 * Math.abs(truth.get("mean").asDouble()));
		assertEquals(
				truth.get("std").asDouble(),
				distribution.standardDeviation(),
				1e-5 * truth.get("std").asDouble());
	}

	private static List<RandomAccessibleInterval<? extends RealType<?>>> channels(final float[]... values) {
		return Arrays.stream(values)
				.<RandomAccessibleInterval<? extends RealType<?>>>map(v -> ArrayImgs.floats(v.clone(), v.length, 1))
				.toList();
	}

	private static float[] apply(final Normalizer normalizer, final float[]... channels) {
		final float[] planar = new float[channels.length * channels[0].length];
		for (int c = 0; c < channels.length; c++)
			System.arraycopy(channels[c], 0, planar, c * channels[0].length, channels[0].length);
		normalizer.apply(planar, channels.length, channels[0].length);
		return planar;
	}

	@Test
	void channelsHaveTheirOwnStatisticsUnlessTheAxisIsAmongThem() throws ModelException {
		final float[] a = {0, 5, 10};
		final float[] b = {0, 50, 100};
		final Normalizer own = Normalizer.fit(
				List.of(new Processing.ScaleRange(0, 100, 0, PLANE, Optional.empty())), channels(a, b), List.of());
		assertArrayEquals(new float[] {0, 0.5f, 1, 0, 0.5f, 1}, apply(own, a, b), 1e-6f);
		final Normalizer joint = Normalizer.fit(
				List.of(new Processing.ScaleRange(
						0, 100, 0, Set.of(AxisType.X, AxisType.Y, AxisType.CHANNEL), Optional.empty())),
				channels(a, b),
				List.of());
		assertArrayEquals(new float[] {0, 0.05f, 0.1f, 0, 0.5f, 1}, apply(joint, a, b), 1e-6f);
	}

	@Test
	void laterStepsSeeWhatEarlierOnesMade() throws ModelException {
		final float[] a = {1, 2, 3, 4, 100};
		final Normalizer chain = Normalizer.fit(
				List.of(
						new Processing.ScaleLinear(List.of(-2.0), List.of(1.0)),
						new Processing.Clip(-9, 0),
						new Processing.ZeroMeanUnitVariance(0, PLANE)),
				channels(a),
				List.of());
		final double[] clipped = {-1, -3, -5, -7, -9};
		final float[] expected = new float[5];
		for (int i = 0; i < 5; i++) expected[i] = (float) ((clipped[i] + 5) / Math.sqrt(8));
		assertArrayEquals(expected, apply(chain, a), 1e-6f);
	}

	@Test
	void aNarrowRangeFarFromZeroKeepsItsDigits() throws ModelException {
		final float[] a = {60000, 60001, 60002, 60003};
		final Normalizer normalizer =
				Normalizer.fit(List.of(new Processing.ZeroMeanUnitVariance(0, PLANE)), channels(a), List.of());
		assertArrayEquals(new float[] {-1.3416408f, -0.4472136f, 0.4472136f, 1.3416408f}, apply(normalizer, a), 1e-6f);
	}

	@Test
	void percentilesThatAreClippedAtAreThoseOfNumpy() throws ModelException {
		final float[] a = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
		final Processing.PercentileClip.Bound low = new Processing.PercentileClip.Bound(25, true);
		final Processing.PercentileClip.Bound high = new Processing.PercentileClip.Bound(75, true);
		// numpy.percentile(range(10), [25, 75]): 2.25 and 6.75; with method="inverted_cdf": 2 and 7
		assertArrayEquals(
				new float[] {2.25f, 2.25f, 2.25f, 3, 4, 5, 6, 6.75f, 6.75f, 6.75f},
				apply(
						Normalizer.fit(
								List.of(new Processing.PercentileClip(low, high, false, PLANE)),
								channels(a),
								List.of()),
						a));
		assertArrayEquals(
				new float[] {2, 2, 2, 3, 4, 5, 6, 7, 7, 7},
				apply(
						Normalizer.fit(
								List.of(new Processing.PercentileClip(low, high, true, PLANE)), channels(a), List.of()),
						a));
		assertArrayEquals(
				new float[] {2.25f, 2.25f, 2.25f, 3, 4, 5, 5, 5, 5, 5},
				apply(
						Normalizer.fit(
								List.of(new Processing.PercentileClip(
										low, new Processing.PercentileClip.Bound(5, false), false, PLANE)),
								channels(a),
								List.of()),
						a));
	}

	@Test
	void castsAreThoseOfNumpyWithinTheTypesRange() throws ModelException {
		final float[] a = {-300.7f, -1.5f, -0.5f, 0, 0.5f, 1.5f, 254.9f, 300.7f};
		assertArrayEquals(new float[] {1, 1, 1, 0, 1, 1, 1, 1}, cast(DataType.BOOL, a));
		assertArrayEquals(new float[] {1}, cast(DataType.BOOL, Float.NaN));
		assertArrayEquals(new float[] {-300, -1, 0, 0, 0, 1, 254, 300}, cast(DataType.INT16, a));
		// beyond the range numpy leaves it to the processor; here it is clipped
		assertArrayEquals(new float[] {0, 0, 0, 0, 0, 1, 254, 255}, cast(DataType.UINT8, a));
		assertArrayEquals(new float[] {0, 0, 0, 0, 0, 1, 254, 300}, cast(DataType.UINT64, a));
		assertArrayEquals(a, cast(DataType.FLOAT32, a));
	}

	private static float[] cast(final DataType type, final float... values) throws ModelException {
		final float[] cast =
				apply(Normalizer.fit(List.of(new Processing.EnsureDtype(type)), channels(values), List.of()), values);
		for (int i = 0; i < cast.length; i++) cast[i] += 0f; // -0 is 0
		return cast;
	}

	@Test
	void whatIntegersCannotHoldIsCounted() throws ModelException {
		final float[] a = {100, 255.4f, 256, 300};
		final IntegerLoss cut = Normalizer.IDENTITY.loss(channels(a), DataType.UINT8);
		assertEquals(0.5, cut.cut());
		assertEquals(300, cut.greatest());
		assertTrue(cut.isFatal());
		assertEquals(
				0.25,
				Normalizer.IDENTITY
						.loss(channels(new float[] {-1, 0, 1, 2}), DataType.UINT16)
						.cut());
		assertFalse(Normalizer.IDENTITY
				.loss(channels(new float[] {0, 128.2f, 255}), DataType.UINT8)
				.isFatal());
		assertTrue(Normalizer.IDENTITY
				.loss(channels(new float[] {0, 0.25f, 0.5f, 1}), DataType.UINT8)
				.isRounded());
		assertFalse(
				Normalizer.IDENTITY
						.loss(channels(new float[] {0, 0, 1, 1}), DataType.UINT8)
						.isFatal(),
				"a mask");
		assertFalse(Normalizer.IDENTITY.loss(channels(a), DataType.FLOAT32).isFatal());
		final Normalizer described =
				Normalizer.fit(List.of(new Processing.EnsureDtype(DataType.UINT8)), channels(a), List.of());
		assertEquals(0.5, described.loss(channels(a), DataType.FLOAT32).cut());
		assertEquals(
				0,
				described
						.loss(channels(new float[] {0.5f, 255.9f}), DataType.UINT8)
						.cut());
	}

	@Test
	void theInverseUndoes() throws ModelException {
		final float[] a = {3, 7, 11, 200};
		final Normalizer normalizer = Normalizer.fit(
				List.of(new Processing.ScaleRange(1, 99.8, 1e-6, PLANE, Optional.empty())), channels(a), List.of());
		final float[] there = apply(normalizer, a);
		assertArrayEquals(a, apply(normalizer.inverse().orElseThrow(), there), 1e-3f);
	}

	@Test
	void whatHasNoInverseSaysSo() throws ModelException {
		assertTrue(Normalizer.fit(List.of(new Processing.Sigmoid()), channels(new float[] {1}), List.of())
				.inverse()
				.isEmpty());
		assertTrue(Normalizer.fit(
						List.of(new Processing.ScaleLinear(List.of(0.0), List.of(1.0))),
						channels(new float[] {1}),
						List.of())
				.inverse()
				.isEmpty());
	}

	@Test
	void aConstantImageBecomesZeroAndNotInfinite() throws ModelException {
		final float[] a = {7, 7, 7};
		final Normalizer normalizer = Normalizer.fit(
				List.of(new Processing.ScaleRange(1, 99.8, 1e-6, PLANE, Optional.empty())), channels(a), List.of());
		assertArrayEquals(new float[] {0, 0, 0}, apply(normalizer, a));
	}

	@Test
	void meanAndVarianceOfTheReferenceAreTakenOver() throws ModelException {
		final float[] a = {-1, 0, 1};
		final float[] reference = {10, 20, 30};
		final Normalizer normalizer = Normalizer.fit(
				List.of(new Processing.ScaleMeanVariance(0, PLANE, Optional.of("raw"))),
				channels(a),
				channels(reference));
		assertArrayEquals(reference, apply(normalizer, a), 1e-5f);
	}

	@Test
	void softmaxAndThresholdAndSigmoid() throws ModelException {
		final float[] zeros = {0, 2};
		final float[] ones = {0, 1};
		final float[] soft =
				apply(Normalizer.fit(List.of(new Processing.Softmax()), channels(zeros, ones), List.of()), zeros, ones);
		assertArrayEquals(new float[] {0.5f, 0.7310586f, 0.5f, 0.26894143f}, soft, 1e-6f);
		assertArrayEquals(
				new float[] {0, 1},
				apply(
						Normalizer.fit(List.of(new Processing.Binarize(List.of(1.0))), channels(zeros), List.of()),
						zeros));
		assertArrayEquals(
				new float[] {0.5f, 0.880797f},
				apply(Normalizer.fit(List.of(new Processing.Sigmoid()), channels(zeros), List.of()), zeros),
				1e-6f);
	}

	@Test
	void unknownStepsAreRefused() {
		assertThrows(
				ModelException.class,
				() -> Normalizer.fit(List.of(new Processing.Unsupported("stardist")), List.of(), List.of()));
	}
}
