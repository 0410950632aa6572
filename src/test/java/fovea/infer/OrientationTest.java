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
package fovea.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.infer.network.FloatTensor;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OrientationTest {

	private static final FloatTensor PICTURE = new FloatTensor(new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6});

	private static FloatTensor numbered(final int... shape) {
		final float[] data = new float[Math.toIntExact(FloatTensor.size(shape))];
		for (int i = 0; i < data.length; i++) data[i] = i + 1;
		return new FloatTensor(shape, data);
	}

	private static String laid(final boolean rows, final boolean columns, final boolean exchanged) {
		final FloatTensor laid = new Orientation(rows, columns, exchanged).lay(PICTURE, 0, 1, new float[0]);
		return Arrays.toString(laid.shape()) + " " + Arrays.toString(laid.data());
	}

	@Example
	void aPictureIsMirroredThenExchanged() {
		assertEquals("[2, 3] [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]", laid(false, false, false));
		assertEquals("[2, 3] [4.0, 5.0, 6.0, 1.0, 2.0, 3.0]", laid(true, false, false));
		assertEquals("[2, 3] [3.0, 2.0, 1.0, 6.0, 5.0, 4.0]", laid(false, true, false));
		assertEquals("[3, 2] [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]", laid(false, false, true));
		assertEquals("[3, 2] [4.0, 1.0, 5.0, 2.0, 6.0, 3.0]", laid(true, false, true));
	}

	@Example
	void theEightAreAllThereAre() {
		final FloatTensor square = numbered(3, 3);
		assertEquals(
				8,
				Orientation.first(8).stream()
						.map(o -> Arrays.toString(
								o.lay(square, 0, 1, new float[0]).data()))
						.collect(Collectors.toSet())
						.size());
		assertEquals(new Orientation(false, false, false), Orientation.first(1).get(0));
		assertEquals(Orientation.first(8).subList(0, 4), Orientation.first(4));
	}

	@Property
	void whatIsLaidDownIsSetUprightAgain(
			@ForAll @Size(5) final int[] sizes,
			@ForAll @IntRange(max = 4) final int row,
			@ForAll @IntRange(min = 1, max = 4) final int further,
			@ForAll @IntRange(max = 7) final int orientation) {
		final FloatTensor upright =
				numbered(Arrays.stream(sizes).map(n -> Math.floorMod(n, 5) + 1).toArray());
		final int column = (row + further) % 5;
		final Orientation way = Orientation.first(8).get(orientation);
		final float[] sum = new float[upright.size()];
		way.addUpright(way.lay(upright, row, column, new float[0]), row, column, sum);
		assertArrayEquals(upright.data(), sum);
	}
}
