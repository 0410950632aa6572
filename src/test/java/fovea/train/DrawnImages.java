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

import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import java.util.List;
import java.util.SplittableRandom;

/** Color images of one bright shape on dark ground, under noise. Each is named by the shape, which is the truth. */
final class DrawnImages {

	static final int EDGE = 224;

	private static final int CENTER = EDGE / 2;
	private static final double NOISE = 15;

	/** ImageNet's mean of blue, green and red, which fcn8-vgg16's input is to be less. */
	private static final double[] MEAN = {103.939, 116.779, 123.68};

	private final SplittableRandom random;

	private DrawnImages(final long seed) {
		random = new SplittableRandom(seed);
	}

	private interface Form {

		/** Coordinates are in pixels, from the center of the image. */
		boolean covers(int y, int x);
	}

	/**
	 * @param seed of colors and noise
	 * @return four samples of 224 x 224 pixels: blue, green, red (0 to 255, less ImageNet's mean), and two classes
	 */
	static Samples four(final long seed) {
		final DrawnImages images = new DrawnImages(seed);
		return new Samples(
				List.of(
						images.draw("disc of radius 60", (y, x) -> y * y + x * x < 60 * 60),
						images.draw(
								"square of 100 x 100, top right",
								(y, x) -> Math.abs(y + 30) < 50 && Math.abs(x - 30) < 50),
						images.draw("diagonal stripe", (y, x) -> Math.abs(y + x) < 40),
						images.draw(
								"ring of radii 35 and 75, bottom left",
								(y, x) -> Math.abs(Math.hypot(y - 20, x + 20) - 55) < 20)),
				List.of(),
				List.of(new ClassSpec("background", 0), new ClassSpec("object", 0xFF0000)));
	}

	private Sample draw(final String name, final Form form) {
		final double[] ground = {random.nextDouble(20, 80), random.nextDouble(20, 80), random.nextDouble(20, 80)};
		final double[] bright = {random.nextDouble(140, 220), random.nextDouble(140, 220), random.nextDouble(140, 220)};
		final float[] input = new float[EDGE * EDGE * 3];
		final float[] target = new float[EDGE * EDGE * 2];
		for (int y = 0; y < EDGE; y++)
			for (int x = 0; x < EDGE; x++) {
				final boolean covered = form.covers(y - CENTER, x - CENTER);
				final int pixel = y * EDGE + x;
				for (int c = 0; c < 3; c++)
					input[3 * pixel + c] =
							(float) ((covered ? bright : ground)[c] + random.nextDouble(-NOISE, NOISE) - MEAN[c]);
				target[2 * pixel + (covered ? 1 : 0)] = 1;
			}
		return new Sample(name, name, new Raster(EDGE, EDGE, 3, input), new Raster(EDGE, EDGE, 2, target));
	}
}
