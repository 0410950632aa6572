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
package fovea.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.io.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BareModelTest {

	private static final Optional<Normalization> UNSAID = Optional.empty();

	private static TensorInfo tensor(final String name, final long... shape) {
		return new TensorInfo(
				name, DataType.FLOAT32, Optional.of(Arrays.stream(shape).boxed().toList()));
	}

	private static ModelSpec describe(
			final TensorInfo input, final String wanted, final String axes, final TensorInfo... outputs)
			throws ModelException {
		return BareModel.describe(
				"net", new Signature("serve", List.of(input), List.of(outputs)), wanted, axes, UNSAID);
	}

	private static String letters(final TensorInfo input, final String axes, final TensorInfo output)
			throws ModelException {
		final ModelSpec spec = describe(input, "", axes, output);
		return spec.inputs().get(0).letters() + " " + spec.outputs().get(0).letters();
	}

	private static String refusal(final TensorInfo input, final String wanted, final String axes) {
		final String message = assertThrows(
						ModelException.class, () -> describe(input, wanted, axes, tensor("o", -1, -1, -1, 1)))
				.getMessage();
		assertFalse(message.contains("\n"), message);
		return message;
	}

	@Test
	void describesAnImageToImageNetwork() throws Exception {
		final ModelSpec spec = describe(tensor("image", -1, -1, 64, 3), "", "", tensor("out", 1, -1, 64, -1));
		assertEquals("", spec.formatVersion());
		assertEquals("net", spec.name());
		assertEquals(Optional.empty(), spec.weights());
		final TensorSpec input = spec.inputs().get(0);
		assertEquals("image", input.id());
		assertEquals(Normalization.PERCENTILE.steps(), input.processing());
		assertEquals(
				List.of(
						AxisSpec.of(AxisType.BATCH, new AxisSize.Steps(1, 1)),
						AxisSpec.of(AxisType.Y, new AxisSize.Steps(1, 1)),
						AxisSpec.of(AxisType.X, new AxisSize.Fixed(64)),
						AxisSpec.of(AxisType.CHANNEL, new AxisSize.Fixed(3))),
				input.axes());
		final TensorSpec output = spec.outputs().get(0);
		assertEquals(List.of(), output.processing());
		assertEquals(
				List.of(
						AxisSpec.of(AxisType.BATCH, new AxisSize.Fixed(1)),
						AxisSpec.of(AxisType.Y, new AxisSize.Unknown()),
						AxisSpec.of(AxisType.X, new AxisSize.Fixed(64)),
						AxisSpec.of(AxisType.CHANNEL, new AxisSize.Unknown())),
				output.axes());
	}

	@Test
	void ordersOutputsWithTheWantedOneFirst() throws Exception {
		final TensorInfo[] outputs = {tensor("c", 1, 1, 1, 1), tensor("a", 1, 1, 1, 1), tensor("b", 1, 1, 1, 1)};
		assertEquals(
				List.of("a", "b", "c"),
				describe(tensor("i", -1, -1, -1, 1), "", "", outputs).outputs().stream()
						.map(TensorSpec::id)
						.toList());
		assertEquals(
				List.of("c", "a", "b"),
				describe(tensor("i", -1, -1, -1, 1), "c", "", outputs).outputs().stream()
						.map(TensorSpec::id)
						.toList());
		assertTrue(refusal(tensor("i", -1, -1, -1, 1), "nope", "").contains("no output 'nope', only o"));
	}

	@ParameterizedTest
	@CsvSource({
		"4, '', 4, byxc byxc",
		"5, '', 5, bzyxc bzyxc",
		"4, '', 3, byxc byx",
		"5, '', 4, bzyxc bzyx",
		"4, '', 2, byxc bi",
		"4, '', 1, byxc b",
		"5, '', 3, bzyxc bii",
		"4, bcyx, 4, bcyx bcyx",
		"4, bcyx, 3, bcyx byx",
		"3, yxc, 3, yxc yxc",
		"2, yx, 2, yx yx",
		"2, yx, 1, yx b"
	})
	void choosesAxesByRank(final int inputRank, final String axes, final int outputRank, final String letters)
			throws Exception {
		final long[] in = new long[inputRank];
		final long[] out = new long[outputRank];
		Arrays.fill(in, -1);
		Arrays.fill(out, -1);
		assertEquals(letters, letters(tensor("i", in), axes, tensor("o", out)));
	}

	@Test
	void givesAxesOfAListIdsOfTheirOwn() throws Exception {
		final List<AxisSpec> axes = describe(tensor("i", -1, -1, -1, -1, 1), "", "", tensor("o", 1, 10, 4))
				.outputs()
				.get(0)
				.axes();
		assertEquals(3, axes.stream().map(AxisSpec::id).distinct().count());
		assertEquals(new AxisSize.Fixed(10), axes.get(1).size());
		assertEquals(new AxisSize.Fixed(4), axes.get(2).size());
	}

	@Test
	void takesAnUnknownRankForAPlaneOrWhatTheUserSays() throws Exception {
		final TensorInfo unknown = new TensorInfo("i", DataType.UINT8, Optional.empty());
		assertEquals("byxc byxc", letters(unknown, "", unknown));
		assertEquals("bzyxc bzyxc", letters(unknown, "bzyxc", unknown));
		assertEquals(
				DataType.UINT8,
				describe(unknown, "", "", unknown).inputs().get(0).type());
	}

	@Test
	void givesIntegerInputsTheValuesAsTheyAreUnlessTheUserSaysOtherwise() throws Exception {
		final TensorInfo bytes = new TensorInfo("i", DataType.UINT8, Optional.of(List.of(-1L, -1L, -1L, 3L)));
		assertEquals(List.of(), describe(bytes, "", "", bytes).inputs().get(0).processing());
		assertEquals(
				Normalization.MINMAX.steps(),
				BareModel.describe(
								"net",
								new Signature("serve", List.of(bytes), List.of(bytes)),
								"",
								"",
								Optional.of(Normalization.MINMAX))
						.inputs()
						.get(0)
						.processing());
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"-1 1 -1 -1 | bcyx",
				"-1 3 -1 -1 | bcyx",
				"1 1 256 256 | bcyx",
				"-1 64 -1 -1 | bcyx",
				"-1 -1 -1 1 | byxc",
				"-1 -1 -1 64 | byxc",
				"1 256 256 1 | byxc",
				"-1 8 8 1 | byxc",
				"-1 4 4 1 | byxc",
				"-1 1 4 4 | bcyx",
				"-1 16 32 32 | bcyx",
				"-1 32 32 16 | byxc",
				"-1 -1 64 3 | byxc",
				"-1 3 64 -1 | bcyx",
				"-1 -1 -1 -1 | byxc",
				"-1 1 -1 -1 -1 | bczyx",
				"-1 -1 -1 -1 1 | bzyxc",
				"1 1 32 256 256 | bczyx",
				"1 32 256 256 1 | bzyxc",
				"-1 4 -1 -1 1 | bzyxc",
				"-1 2 4 128 128 | bczyx"
			})
	void findsTheChannelsByTheLengths(final String shape, final String letters) throws Exception {
		final long[] lengths = Arrays.stream(shape.trim().split(" "))
				.mapToLong(Long::parseLong)
				.toArray();
		assertEquals(letters + " " + letters, letters(tensor("i", lengths), "", tensor("o", lengths)));
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {"1 3 3 3", "-1 4 4 4", "-1 3 -1 3", "-1 64 64 64", "-1 16 64 128", "-1 -1 64 64", "1 8 8 8 8"})
	void asksWhereTheLengthsDoNotTell(final String shape) {
		final long[] lengths = Arrays.stream(shape.trim().split(" "))
				.mapToLong(Long::parseLong)
				.toArray();
		final String message = assertThrows(
						ModelException.class, () -> letters(tensor("i", lengths), "", tensor("o", lengths)))
				.getMessage();
		assertTrue(
				message.contains("cannot tell which axis is the channels'; say axes=")
						&& message.contains("channels first"),
				message);
	}

	@Test
	void anOutputMayHaveItsChannelsElsewhereAndTellOfTheInput() throws Exception {
		assertEquals("bcyx byxc", letters(tensor("i", -1, 1, -1, -1), "", tensor("o", -1, -1, -1, 2)));
		assertEquals("byxc bcyx", letters(tensor("i", -1, -1, -1, 1), "byxc", tensor("o", -1, 2, -1, -1)));
		assertEquals("bcyx bcyx", letters(tensor("i", -1, -1, -1, -1), "", tensor("o", -1, 2, -1, -1)));
		assertEquals("bczyx bczyx", letters(tensor("i", -1, 1, -1, -1, -1), "", tensor("o", -1, 2, -1, -1, -1)));
		assertEquals("bcyx byx", letters(tensor("i", -1, 1, -1, -1), "", tensor("o", -1, -1, -1)));
	}

	@Test
	void refusesAxesThatDoNotFit() {
		for (final String axes : new String[] {"byx", "byxcz", "byyc", "bzic", "byxw"})
			refusal(tensor("i", -1, -1, -1, 1), "", axes);
		assertEquals(
				"Model 'net', signature 'serve': input i float32[?, ?, ?, 1]: expected axes of 4 different letters of "
						+ "b, c, x, y, z, t, i, among them x and y, got 'byx'",
				refusal(tensor("i", -1, -1, -1, 1), "", "byx"));
	}

	@Test
	void refusesWhatIsNoImage() {
		assertEquals(
				"Model 'net', signature 'serve': input pixels float32[?, 784]: expected an image of rank 4 (axes "
						+ "byxc) or "
						+ "5 (bzyxc), got rank 2; of a network of rows of pixels say the axes in parentheses, such "
						+ "as axes=b(yx)",
				refusal(tensor("pixels", -1, 784), "", ""));
		assertTrue(refusal(tensor("i", 1, 0, 5, 1), "", "").contains("expected lengths from 1"));
	}

	@Test
	void refusesOtherThanOneInput() {
		final Signature two =
				new Signature("serve", List.of(tensor("after", 1), tensor("before", -1, 2)), List.of(tensor("o", 1)));
		assertEquals(
				"Model 'net', signature 'serve': expected one input, got 2: after float32[1], before float32[?, 2]",
				assertThrows(ModelException.class, () -> BareModel.describe("net", two, "", "", UNSAID))
						.getMessage());
		final Signature none = new Signature("serve", List.of(), List.of(tensor("o", 1)));
		assertTrue(assertThrows(ModelException.class, () -> BareModel.describe("net", none, "", "", UNSAID))
				.getMessage()
				.endsWith("expected one input, got none"));
		final Signature noOutput = new Signature("serve", List.of(tensor("i", 1, 1, 1, 1)), List.of());
		assertTrue(assertThrows(ModelException.class, () -> BareModel.describe("net", noOutput, "", "", UNSAID))
				.getMessage()
				.endsWith("expected an output, got none"));
	}
}
