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
package fovea.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.model.Normalization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Planes that are the targets of their neighbors. */
class NeighborTest {

	private static final int WIDTH = 3;
	private static final int HEIGHT = 2;

	private final List<String> warnings = new ArrayList<>();
	private final SampleListener listener = new SampleListener() {

		@Override
		public void warn(final String message) {
			warnings.add(message);
		}
	};
	private final SampleReader reader = new SampleReader(List.of(), OptionalInt.empty(), listener);

	/** All pixels of a plane have its number: 100 c + 10 z + t. */
	private static Image stack(final String name, final int channels, final int slices, final int frames) {
		final float[] values = new float[WIDTH * HEIGHT * channels * slices * frames];
		final int area = WIDTH * HEIGHT;
		for (int i = 0; i < values.length; i++) {
			final int plane = i / area;
			values[i] = 100 * (plane % channels) + 10 * (plane / channels % slices) + plane / channels / slices;
		}
		return new Image(
				name, ArrayImgs.floats(values, WIDTH, HEIGHT, channels, slices, frames), Calibration.PIXELS, false);
	}

	private Samples neighbors(final Neighbor neighbor, final Image... images) throws FoveaException {
		return reader.neighbors(ImageSource.of("stacks", List.of(images)), neighbor);
	}

	@Property(tries = 50)
	void everyTargetIsTheNeighborAndEachPairIsThereInBothDirections(
			@ForAll final Neighbor neighbor,
			@ForAll @IntRange(min = 1, max = 3) final int channels,
			@ForAll @IntRange(min = 2, max = 5) final int slices,
			@ForAll @IntRange(min = 2, max = 5) final int frames)
			throws FoveaException {
		final Samples samples = neighbors(neighbor, stack("a", channels, slices, frames), stack("b", channels, 2, 2));
		final boolean inTime = neighbor == Neighbor.FRAME;
		final Set<String> seen = new HashSet<>();
		for (final Sample sample : samples.samples()) {
			assertEquals(channels, sample.target().channels());
			final int from = Math.round(sample.input().data()[0]);
			final int to = Math.round(sample.target().data()[0]);
			assertEquals(inTime ? 1 : 10, Math.abs(to - from), sample.name());
			assertTrue(seen.add(sample.image() + " " + from + " " + to), sample.name());
			assertEquals(
					100f * (channels - 1),
					sample.target().data()[channels - 1] - sample.target().data()[0],
					sample.name());
		}
		for (final String pair : seen) {
			final String[] words = pair.split(" ");
			assertTrue(seen.contains(words[0] + " " + words[2] + " " + words[1]), pair);
		}
		final int ofA = inTime ? slices * (frames - 1) : (slices - 1) * frames;
		assertEquals(2 * (ofA + 2), seen.size());
		assertEquals(slices * frames + 4, samples.planes().size());
		assertTrue(samples.areNeighbors());
	}

	/** Another scale of the target would be another brightness of the result. */
	@Example
	void bothOfAPairAreNormalizedByTheSameNumbers() throws FoveaException {
		final Samples samples = new SampleReader(Normalization.MINMAX.steps(), OptionalInt.empty(), listener)
				.neighbors(ImageSource.of("s", List.of(stack("a", 1, 1, 5))), Neighbor.FRAME);
		for (final Sample sample : samples.samples())
			assertEquals(
					0.25, Math.abs(sample.target().data()[0] - sample.input().data()[0]), 1e-5, sample.name());
		assertEquals(0.25f, samples.samples().get(0).target().data()[0], 1e-5);
	}

	@Example
	void stacksWithOnePlaneOnlyAreRefused() {
		assertEquals(
				"b: expected several frames for next-frame, got one with 4 slices, for which there is next-slice",
				assertThrows(
								TrainingException.class,
								() -> neighbors(Neighbor.FRAME, stack("a", 1, 1, 2), stack("b", 1, 4, 1)))
						.getMessage());
		assertEquals(
				"one: expected several slices for next-slice, got one",
				assertThrows(TrainingException.class, () -> neighbors(Neighbor.SLICE, stack("one", 1, 1, 1)))
						.getMessage());
	}

	/** A network that gives back its input would be the best. */
	@Example
	void theSamePixelsAreNoSecondExposure() throws FoveaException {
		final float[] values = new float[4 * WIDTH * HEIGHT];
		Arrays.fill(values, 3 * WIDTH * HEIGHT, values.length, 1);
		final Image image =
				new Image("copies", ArrayImgs.floats(values, WIDTH, HEIGHT, 1, 1, 4), Calibration.PIXELS, false);
		assertEquals(2, neighbors(Neighbor.FRAME, image).samples().size());
		assertEquals(
				List.of("copies: the next frame has the same pixels, noise included, 2 times: "
						+ "nothing is learned from that"),
				warnings);
		assertEquals(
				"black: expected frames with noise of their own, got the same pixels in all of them",
				assertThrows(
								TrainingException.class,
								() -> neighbors(
										Neighbor.FRAME,
										new Image(
												"black",
												ArrayImgs.floats(new float[12], 3, 2, 1, 1, 2),
												Calibration.PIXELS,
												false)))
						.getMessage());
	}

	/** Noise that was learned would be guessed. */
	@Property(tries = 30)
	void heldOutPlanesAreNotLearnedFrom(
			@ForAll final Neighbor neighbor, @ForAll @IntRange(min = 3, max = 20) final int planes)
			throws FoveaException {
		final Samples samples =
				neighbors(neighbor, neighbor == Neighbor.FRAME ? stack("a", 1, 1, planes) : stack("a", 1, planes, 1));
		final Samples.Split split = samples.split(0.2, 1, listener);
		final int held = Math.max(1, Math.round(0.2f * planes));
		assertEquals(2 * (planes - held - 1), split.training().size());
		assertEquals(2 * held - 1, split.validation().size());
		for (final Sample judged : split.validation())
			for (final Sample learned : split.training()) {
				assertNotSame(judged.target(), learned.target());
				assertNotSame(judged.target(), learned.input());
			}
	}

	@Example
	void ofASinglePairNothingIsHeldOut() throws FoveaException {
		final Samples.Split split =
				neighbors(Neighbor.SLICE, stack("a", 1, 2, 1)).split(0.1, 1, listener);
		assertEquals(2, split.training().size());
		assertEquals(List.of(), split.validation());
	}

	@Example
	void stacksAreHeldOutWhole() throws FoveaException {
		final Samples.Split split = neighbors(Neighbor.SLICE, stack("a", 1, 3, 1), stack("b", 1, 3, 1))
				.split(0.1, 1, listener);
		assertEquals(4, split.training().size());
		assertEquals(1, split.validationImages().size());
	}

	@Example
	void wordsAreThoseOfMacros() {
		assertEquals(Neighbor.FRAME, Neighbor.named("next-frame").orElseThrow());
		assertEquals(Neighbor.SLICE, Neighbor.named("next-slice").orElseThrow());
		assertTrue(Neighbor.named("Next-Frame").isEmpty());
	}

	@Example
	void planesOfEqualValuesAreStillTwo() {
		final Raster one = new Raster(1, 2, 1, new float[] {1, 2});
		final Raster other = new Raster(1, 2, 1, new float[] {1, 2});
		assertEquals(
				2,
				Samples.ofImages(List.of(new Sample("x", "x", one, other), new Sample("y", "x", other, one)))
						.planes()
						.size());
	}
}
