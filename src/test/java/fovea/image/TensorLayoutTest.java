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
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.ModelException;
import fovea.io.DataType;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.TensorSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorLayoutTest {

	private static TensorSpec spec(final String letters) throws ModelException {
		final List<AxisSpec> axes = new ArrayList<>();
		for (final char letter : letters.toCharArray())
			axes.add(AxisSpec.of(AxisType.ofLetter(letter), new AxisSize.Unknown()));
		return new TensorSpec("t", "", DataType.FLOAT32, axes, List.of(), Optional.empty());
	}

	/** Every element of the tensor is found by its coordinates, computed here the slow way. */
	@Property
	void planarToTensorAndBack(@ForAll final Random random, @ForAll @IntRange(min = 1, max = 4) final int channels)
			throws ModelException {
		final List<Character> letters = new ArrayList<>(List.of('x', 'y', 'c'));
		if (random.nextBoolean()) letters.add('z');
		if (random.nextBoolean()) letters.add('t');
		Collections.shuffle(letters, random);
		final StringBuilder order = new StringBuilder("b");
		letters.forEach(order::append);
		final TensorSpec spec = spec(order.toString());
		final TensorLayout layout = TensorLayout.of(spec);
		final int[] lengths = random.ints(layout.tiledAxes().size(), 1, 5).toArray();
		final int[] shape = layout.shape(lengths, channels);
		int n = channels;
		for (final int length : lengths) n *= length;
		final float[] planar = new float[n];
		for (int i = 0; i < n; i++) planar[i] = i;
		final float[] tensor = new float[n];
		layout.toTensor(planar, shape, tensor);
		for (int i = 0; i < n; i++) {
			int rest = i;
			int at = 0;
			final int[] position = new int[lengths.length];
			for (int d = 0; d < lengths.length; d++) {
				position[d] = rest % lengths[d];
				rest /= lengths[d];
			}
			for (int a = 0; a < shape.length; a++) {
				final AxisType type = spec.axes().get(a).type();
				final int p = type == AxisType.BATCH
						? 0
						: type == AxisType.CHANNEL
								? rest
								: position[layout.tiledAxes().indexOf(type)];
				at = at * shape[a] + p;
			}
			assertEquals(i, tensor[at]);
		}
		if (layout.isPlanar(channels)) assertArrayEquals(planar, tensor);
		final float[] back = new float[n];
		layout.fromTensor(tensor, shape, new int[lengths.length], lengths, back);
		assertArrayEquals(planar, back);
	}

	@ParameterizedTest
	@ValueSource(strings = {"bi", "bxc", "bic", "byxci", "ybxc", "bxxy"})
	void whatIsNoImageIsRefused(final String letters) {
		assertThrows(ModelException.class, () -> TensorLayout.of(spec(letters)));
	}
}
