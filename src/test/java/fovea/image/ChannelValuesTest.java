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

import fovea.model.AxisType;
import fovea.model.Processing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts of parts are those of the whole, for integers and for floats of which a sample is taken. */
class ChannelValuesTest {

	private static final int WIDTH = 2311;
	private static final int HEIGHT = 977;
	private static final int DEPTH = 3;

	private static RandomAccessibleInterval<? extends RealType<?>> pixels(final String type) {
		final Random random = new Random(5);
		final int n = WIDTH * HEIGHT * DEPTH;
		if (type.equals("uint8")) {
			final byte[] values = new byte[n];
			random.nextBytes(values);
			return ArrayImgs.unsignedBytes(values, WIDTH, HEIGHT, DEPTH);
		}
		if (type.equals("uint16")) {
			final short[] values = new short[n];
			for (int i = 0; i < n; i++) values[i] = (short) (random.nextGaussian() * 1000);
			return ArrayImgs.unsignedShorts(values, WIDTH, HEIGHT, DEPTH);
		}
		final float[] values = new float[n];
		for (int i = 0; i < n; i++) values[i] = i % 50 == 0 ? Float.NaN : Math.round(random.nextGaussian() * 1000) / 8f;
		return ArrayImgs.floats(values, WIDTH, HEIGHT, DEPTH);
	}

	/** @return parts that cover all, of sizes that fit no step, in disorder */
	private static List<Interval> parts() {
		final List<Interval> parts = new ArrayList<>();
		for (int z = 0; z < DEPTH; z++)
			for (int y = 0; y < HEIGHT; y += 123)
				for (int x = 0; x < WIDTH; x += 457)
					parts.add(FinalInterval.createMinSize(
							x, y, z, Math.min(457, WIDTH - x), Math.min(123, HEIGHT - y), 1));
		Collections.shuffle(parts, new Random(8));
		return parts;
	}

	@ParameterizedTest
	@ValueSource(strings = {"uint8", "uint16", "float"})
	void partsAreTheWhole(final String type) throws Exception {
		final List<RandomAccessibleInterval<? extends RealType<?>>> channels = List.of(pixels(type));
		ChannelValues sum = null;
		for (final Interval part : parts()) {
			final ByteArrayOutputStream kept = new ByteArrayOutputStream();
			ChannelValues.count(channels, part).write(new DataOutputStream(kept));
			final ChannelValues read =
					ChannelValues.read(new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
			sum = sum == null ? read : sum.plus(read);
		}
		final Distribution whole = DistributionReader.read(channels.get(0));
		final Distribution parts = sum.distributions().get(0);
		for (final double percent : new double[] {0, 0.1, 1, 37, 50, 99, 99.8, 100})
			assertEquals(whole.percentile(percent), parts.percentile(percent), type + " " + percent);
		assertEquals(whole.mean(), parts.mean());
		assertEquals(whole.standardDeviation(), parts.standardDeviation());

		final List<Processing> steps = List.of(
				new Processing.ScaleRange(1, 99.8, 1e-6, Set.of(AxisType.X, AxisType.Y), Optional.empty()),
				new Processing.ZeroMeanUnitVariance(1e-6, Set.of(AxisType.X, AxisType.Y)));
		final float[] atOnce = {1, 20, 300, -7};
		final float[] inParts = atOnce.clone();
		Normalizer.fit(steps, channels, channels).apply(atOnce, 1, atOnce.length);
		Normalizer.fit(Normalizer.IDENTITY, steps, sum, sum).apply(inParts, 1, inParts.length);
		assertArrayEquals(atOnce, inParts);
	}
}
