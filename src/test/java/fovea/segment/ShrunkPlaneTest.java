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
package fovea.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.Prediction;
import fovea.infer.network.InferenceException;
import fovea.model.ObjectTraits;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** What a network saw in a plane of half the size, or less, back in the image. */
class ShrunkPlaneTest {

	private static final int WIDTH = 101;
	private static final int HEIGHT = 90;
	private static final double X = 47.3;
	private static final double Y = 41.8;
	private static final double RADIUS = 21.4;

	/** Areas and places of disks stay as they are, whichever way the image's size is rounded. */
	@Test
	void aDiskKeepsItsSizeAndPlace() throws InferenceException {
		for (final double scale : new double[] {0.5, 0.25, 0.7})
			for (final ClassDecision decision : new ClassDecision[] {ClassDecision.SINGLE, ClassDecision.PAIR}) {
				final int[] labels = disk(scale, decision, 0);
				final String message = "scale " + scale + ", " + decision;
				final int[] inside = IntStream.range(0, labels.length)
						.filter(i -> labels[i] == 1)
						.toArray();
				final double area = Math.PI * RADIUS * RADIUS;
				assertEquals(area, inside.length, 0.015 * area, message);
				assertEquals(
						X,
						IntStream.of(inside)
								.mapToDouble(i -> i % WIDTH + 0.5)
								.average()
								.orElse(0),
						0.1,
						message);
				assertEquals(
						Y,
						IntStream.of(inside)
								.mapToDouble(i -> i / WIDTH + 0.5)
								.average()
								.orElse(0),
						0.1,
						message);
			}
	}

	/** No pixel is further off the outline than the diagonal of one; stairs of the shrunk plane would be. */
	@Test
	void outlinesAreNoStairs() throws InferenceException {
		final int[] labels = disk(0.5, ClassDecision.SINGLE, 0);
		for (int i = 0; i < labels.length; i++) {
			final double distance = distance(i % WIDTH, i / WIDTH);
			if (Math.abs(distance - RADIUS) > 0.6) assertEquals(distance < RADIUS ? 1 : 0, labels[i], "at " + distance);
		}
	}

	/** A line of background of one pixel seen, between two halves of a disk. */
	@Test
	void objectsStayApart() throws InferenceException {
		final int[] labels = disk(0.5, ClassDecision.SINGLE, 1);
		assertEquals(2, IntStream.of(labels).max().orElse(0));
		for (int i = 0; i < labels.length; i++)
			if (labels[i] != 0 && i % WIDTH < WIDTH - 1 && labels[i + 1] != 0) assertEquals(labels[i], labels[i + 1]);
		final long left = IntStream.of(labels).filter(l -> l == 1).count();
		assertTrue(left > 0.3 * Math.PI * RADIUS * RADIUS, "pixels " + left);
	}

	/** Without probabilities the pixels of objects decide. */
	@Test
	void mapsOfClassesComeBack() throws InferenceException {
		final int[] labels = disk(0.5, ClassDecision.CLASS_MAP, 0);
		final double area = Math.PI * RADIUS * RADIUS;
		assertEquals(area, IntStream.of(labels).filter(l -> l == 1).count(), 0.03 * area);
	}

	/** @param gap columns in the middle of the disk, of the plane seen, that are background */
	private static int[] disk(final double scale, final ClassDecision decision, final int gap)
			throws InferenceException {
		final int width = WorkingScale.length(WIDTH, scale);
		final int height = WorkingScale.length(HEIGHT, scale);
		final int channels = decision == ClassDecision.PAIR ? 2 : 1;
		final int area = width * height;
		final float[] values = new float[area * channels];
		for (int i = 0; i < area; i++) {
			final int x = i % width;
			final double free =
					RADIUS - distance((x + 0.5) * WIDTH / width - 0.5, (i / width + 0.5) * HEIGHT / height - 0.5);
			float inside = (float) (1 / (1 + Math.exp(-free))); // as soft as a network's
			if (gap > 0 && x >= width / 2 - 2 && x < width / 2 - 2 + gap) inside = 0;
			if (decision == ClassDecision.CLASS_MAP) inside = Math.round(inside);
			values[i + (channels - 1) * area] = inside;
			if (channels == 2) values[i] = 1 - inside;
		}
		final Prediction prediction = new Prediction(
				new Image("p", ArrayImgs.floats(values, width, height, channels, 1, 1), Calibration.PIXELS, false),
				channels,
				List.of());
		final boolean isMap = decision == ClassDecision.CLASS_MAP;
		final int[] labels = new int[WIDTH * HEIGHT];
		Rescaling.of(new Rescaling.Axis(width, WIDTH), new Rescaling.Axis(height, HEIGHT), 0.5)
				.reduce(
						new PixelClassifier(prediction, decision, 0.5, ObjectTraits.UNKNOWN),
						0,
						0,
						0,
						isMap ? null : new float[area],
						Labeling.TOUCHING,
						new Rescaling.Target(new byte[labels.length], isMap ? null : new float[labels.length], labels));
		return labels;
	}

	/** @return of a pixel's center to that of the disk */
	private static double distance(final double x, final double y) {
		return Math.hypot(x + 0.5 - X, y + 0.5 - Y);
	}
}
