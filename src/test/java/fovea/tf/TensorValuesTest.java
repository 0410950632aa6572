package fovea.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fovea.infer.FloatTensor;
import fovea.model.DataType;

class TensorValuesTest {

	/** Given 0, 1.4, 1.6, -3, 300, 70000, NaN: what comes back. */
	@ParameterizedTest
	@CsvSource({ "FLOAT32,0 1.4 1.6 -3 300 70000 NaN", "FLOAT64,0 1.4 1.6 -3 300 70000 NaN",
		"UINT8,0 1 2 0 255 255 0", "UINT16,0 1 2 0 300 65535 0", "INT32,0 1 2 -3 300 70000 0",
		"INT64,0 1 2 -3 300 70000 0", "BOOL,0 1 1 0 1 1 0", "FLOAT16,0 1.4003906 1.5996094 -3 300 Infinity NaN",
		"BFLOAT16,0 1.3984375 1.59375 -3 300 69632 NaN" })
	void valuesOfEveryElementType(final DataType type, final String expected) {
		final float[] given = { 0, 1.4f, 1.6f, -3, 300, 70000, Float.NaN };
		final float[] wanted = new float[given.length];
		final String[] words = expected.split(" ");
		for (int i = 0; i < wanted.length; i++)
			wanted[i] = Float.parseFloat(words[i]);
		try (TensorCopies copies = new TensorCopies(type)) {
			for (int twice = 0; twice < 2; twice++) {
				final FloatTensor result = copies.roundTrip(new FloatTensor(new int[] { 1, 7 }, given), new float[20]);
				assertArrayEquals(wanted, Arrays.copyOf(result.data(), result.size()));
			}
			final FloatTensor shorter = copies.roundTrip(new FloatTensor(new int[] { 3 }, given), new float[0]);
			assertArrayEquals(Arrays.copyOf(wanted, 3), shorter.data());
		}
	}
}
