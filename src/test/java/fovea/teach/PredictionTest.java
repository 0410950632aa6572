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
package fovea.teach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Box;
import fovea.infer.network.FloatTensor;
import fovea.model.ClassSpec;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTest {

	private static final View VIEW = new View(Plane.of(0), new Box(5, 6, 3, 1));
	private static final List<ClassSpec> CLASSES = ClassSpec.named(List.of("background", "a", "b"));

	@Test
	void uncertaintyIsTheEntropyAsAPartOfTheMost() {
		final Prediction prediction = new Prediction(
				VIEW,
				1,
				2,
				CLASSES,
				new float[][] {{1, 1 / 3f, 0.5f}, {0, 1 / 3f, 0}, {0, 1 / 3f, 0.5f}},
				new BitSet());
		assertArrayEquals(new float[] {0, 1, (float) (Math.log(2) / Math.log(3))}, prediction.uncertainty(), 1e-6f);
		assertArrayEquals(new byte[] {0, 0, 0}, prediction.classMap());
		assertEquals(0.5f, prediction.probability(2, 2, 0));
	}

	/** The numbers of segment.ClassDecision. */
	@Test
	void bordersArePartOfTheForeground() {
		final List<ClassSpec> two = ClassSpec.named(List.of("background", "nucleus"));
		final Outputs outputs = new Outputs(two, true, 4);
		final float[][] probabilities = new float[2][3];
		final BitSet border = new BitSet();
		final FloatTensor output = new FloatTensor(
				new int[] {1, 1, 3, 3}, new float[] {0.8f, 0.1f, 0.1f, 0.2f, 0.1f, 0.7f, 0.1f, 0.8f, 0.1f});
		for (int i = 0; i < 3; i++) outputs.put(output, 3 * i, i, probabilities, border);
		assertEquals(1 - 0.8 / (1 - 0.1 + 0.1 / 4), probabilities[1][0], 1e-6);
		assertEquals(1 - 0.2 / (1 - 0.7 + 0.7 / 4), probabilities[1][1], 1e-6);
		final Prediction prediction = new Prediction(VIEW, 1, 2, two, probabilities, border);
		assertArrayEquals(new byte[] {0, 1, 1}, prediction.classMap());
		final BitSet second = new BitSet();
		second.set(1);
		assertEquals(second, prediction.border());
	}

	@Test
	void aViewIsTheMiddleOfWhatIsSeen() {
		assertEquals(
				new Box(0, 0, 100, 50),
				new View(Plane.of(0), new Box(-5, -5, 500, 500)).within(100, 50).box());
		assertEquals(
				new Box(488, 0, 1024, 50),
				new View(Plane.of(0), new Box(0, 0, 5000, 50)).within(2000, 50).box());
		assertEquals(
				new Box(99, 49, 1, 1),
				new View(Plane.of(0), new Box(700, 700, 5, 5)).within(100, 50).box());
		assertTrue(
				new View(Plane.of(0), new Box(7, 7, 5, 5)).within(100, 50).box().equals(new Box(7, 7, 5, 5)));
	}
}
