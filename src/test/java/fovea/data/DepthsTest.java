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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.image.Raster;
import fovea.io.Npy;
import fovea.io.NpyArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DepthsTest {

	private static final float TOLERANCE = 1e-6f;

	private static NpyArray read(final String name) throws IOException, ModelException {
		return Npy.read(Path.of("src/test/resources/fovea/depths", name + ".npy"));
	}

	@Test
	void distancesAreThoseOfSciPy() throws IOException, ModelException {
		final NpyArray objects = read("objects");
		final Raster labels = new Raster(objects.shape()[0], objects.shape()[1], 1, objects.data());
		assertArrayEquals(read("within").data(), Depths.of(labels, OptionalInt.empty()), TOLERANCE);
	}

	@Test
	void everyObjectHasAMiddleOfOneWhateverItsSize() {
		final float[] depths = Depths.of(row(0, 1, 1, 1, 1, 1, 2, 0, 3, 3), OptionalInt.empty());
		assertArrayEquals(new float[] {0, 1 / 3f, 2 / 3f, 1, 2 / 3f, 1 / 3f, 1, 0, 0.5f, 1}, depths, TOLERANCE);
	}

	@Test
	void whatDoesNotCountIsOutside() {
		assertArrayEquals(
				new float[] {0, 0.5f, 1, 0.5f, 0}, Depths.of(row(-1, 4, 4, 4, 0), OptionalInt.of(-1)), TOLERANCE);
	}

	@Test
	void anObjectThatFillsTheImageIsOneEverywhere() {
		assertArrayEquals(new float[] {1, 1, 1}, Depths.of(row(7, 7, 7), OptionalInt.empty()), 0);
	}

	@Test
	void samplesOfObjectsHaveThemAsTheirLastChannel() throws FoveaException {
		final MaskReading.Instances reading = new MaskReading.Instances(true, OptionalInt.of(-1)).withDistance(true);
		assertTrue(reading.hasDistance());
		assertFalse(reading.withoutBorder().hasDistance());
		assertTrue(reading.named("cell", 0x1234).hasDistance());
		final Raster mask = row(0, 1, 1, 1, 2, -1);
		final Raster target = Masks.withDepths(
				Masks.oneHot(reading.read(mask, "m"), 1, 6, reading.classes().size()), reading.depths(mask));
		assertEquals(4, target.channels());
		assertArrayEquals(
				pixels(
						new float[] {1, 0, 0, 0},
						new float[] {0, 1, 0, 0.5f},
						new float[] {0, 1, 0, 1},
						new float[] {0, 0, 1, 0.5f},
						new float[] {0, 0, 1, 1},
						new float[] {0, 0, 0, 0}),
				target.data(),
				TOLERANCE);
	}

	private static Raster row(final float... values) {
		return new Raster(1, values.length, 1, values);
	}

	private static float[] pixels(final float[]... channels) {
		final float[] all = new float[channels.length * channels[0].length];
		for (int i = 0; i < channels.length; i++)
			System.arraycopy(channels[i], 0, all, i * channels[0].length, channels[0].length);
		return all;
	}
}
