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
package fovea.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import fovea.infer.network.FloatTensor;
import fovea.io.DataType;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorValuesTest {

	/** Given 0, 1.4, 1.6, -3, 300, 70000, NaN: what comes back. */
	@ParameterizedTest
	@CsvSource({
		"FLOAT32,0 1.4 1.6 -3 300 70000 NaN",
		"FLOAT64,0 1.4 1.6 -3 300 70000 NaN",
		"UINT8,0 1 2 0 255 255 0",
		"UINT16,0 1 2 0 300 65535 0",
		"INT32,0 1 2 -3 300 70000 0",
		"INT64,0 1 2 -3 300 70000 0",
		"BOOL,0 1 1 0 1 1 0",
		"FLOAT16,0 1.4003906 1.5996094 -3 300 Infinity NaN",
		"BFLOAT16,0 1.3984375 1.59375 -3 300 69632 NaN"
	})
	void valuesOfEveryElementType(final DataType type, final String expected) {
		final float[] given = {0, 1.4f, 1.6f, -3, 300, 70000, Float.NaN};
		final float[] wanted = new float[given.length];
		final String[] words = expected.split(" ");
		for (int i = 0; i < wanted.length; i++) wanted[i] = Float.parseFloat(words[i]);
		try (TensorCopies copies = new TensorCopies(type)) {
			for (int twice = 0; twice < 2; twice++) {
				final FloatTensor result = copies.roundTrip(new FloatTensor(new int[] {1, 7}, given), new float[20]);
				assertArrayEquals(wanted, Arrays.copyOf(result.data(), result.size()));
			}
			final FloatTensor shorter = copies.roundTrip(new FloatTensor(new int[] {3}, given), new float[0]);
			assertArrayEquals(Arrays.copyOf(wanted, 3), shorter.data());
		}
	}
}
