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
package fovea.train.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.train.LineNetwork;
import fovea.train.TrainingResult;
import fovea.train.augment.Noise;
import fovea.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainedSampleTest {

	private static final Architecture LINE = LineNetwork.architecture();

	private LineNetwork network;

	/** Values tell the sample and the place. */
	private static Sample sample(final int number, final int height, final int width) {
		final float[] data = new float[height * width];
		for (int i = 0; i < data.length; i++) data[i] = number + i / 1e6f;
		return Sample.itself("s" + number, "s" + number, new Raster(height, width, 1, data));
	}

	private List<TrainedSample> trained(final Samples.Split split, final int count, final TrainingConfig config)
			throws FoveaException {
		final TrainingResult result = new TrainingResult(
				Initializers.initialize(LINE, 1), List.of(), 1, TrainingResult.EndReason.COMPLETED, "psnr", split);
		return TrainedSample.of(
				config,
				result,
				(architecture, weights, options) -> network = new LineNetwork(architecture, weights),
				count);
	}

	@Test
	void validationSamplesAreTakenEvenlyAndGoThroughTheNetwork() throws FoveaException {
		final List<Sample> all = new ArrayList<>();
		for (int i = 0; i < 10; i++) all.add(sample(i, 3, 2));
		final List<TrainedSample> shown =
				trained(new Samples.Split(List.of(sample(99, 3, 2)), all), 4, TrainingConfig.of(LINE));
		assertEquals(
				List.of(0, 2, 5, 7),
				shown.stream().map(s -> (int) s.target().data()[0]).toList());
		for (final TrainedSample one : shown)
			for (int i = 0; i < 6; i++) {
				assertEquals(one.target().data()[i], one.input().data()[i]);
				assertEquals(
						network.a * one.input().data()[i] + network.b,
						one.output().data()[i]);
			}
		assertTrue(network.closed);
		assertEquals(
				1,
				trained(new Samples.Split(List.of(sample(99, 3, 2)), List.of()), 4, TrainingConfig.of(LINE))
						.size());
	}

	@Test
	void theMiddleOfALargeImageIsShown() throws FoveaException {
		final TrainedSample shown = trained(
						new Samples.Split(List.of(sample(0, 300, 100)), List.of()), 1, TrainingConfig.of(LINE))
				.get(0);
		assertEquals("256 x 100 x 1", shown.output().dimensions());
		assertEquals(22 * 100 / 1e6f, shown.target().data()[0]);
		assertEquals(22 * 100 / 1e6f, shown.input().data()[0]);
	}

	@Test
	void noiseIsOnTheInputAlone() throws FoveaException {
		final TrainedSample shown = trained(
						new Samples.Split(List.of(sample(0, 20, 20)), List.of()),
						1,
						TrainingConfig.of(LINE).withNoise(new Noise.Gaussian(1, 1)))
				.get(0);
		assertFalse(shown.input().equals(shown.target()));
		assertEquals(sample(0, 20, 20).target(), shown.target());
	}
}
