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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.Folding;
import fovea.io.DataType;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import fovea.model.library.ModelArchive;
import fovea.tf.SavedModelLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bioimage.io specification has, and SavedModels of other layouts and types. */
class SpecificationTest {

	private static final ModelOptions RAW = new ModelOptions("", "", "", "none");

	private static LoadedModel open(final String fixture, final ModelOptions options) throws ModelException {
		return LoadedModel.open(ModelArchive.open(Fixtures.model(fixture)), new SavedModelLoader(), options);
	}

	private static float[] ramp(final int n, final double first, final double step) {
		final float[] values = new float[n];
		for (int i = 0; i < n; i++) values[i] = (float) (first + step * i);
		return values;
	}

	private static Image image(final float[] values, final long width, final long height) {
		return new Image(
				"A",
				ArrayImgs.floats(values, width, height, values.length / width / height, 1, 1),
				Calibration.PIXELS,
				false);
	}

	private static float[] run(final LoadedModel model, final Image image) throws Exception {
		final Image result = new Predictor(model, PredictionOptions.DEFAULT)
				.predict(image, ProgressListener.NONE)
				.image();
		final float[] values =
				new float[Math.toIntExact(Views.flatIterable(result.pixels()).size())];
		int i = 0;
		for (final RealType<?> pixel : Views.flatIterable(result.pixels())) values[i++] = pixel.getRealFloat();
		return values;
	}

	@ParameterizedTest
	@ValueSource(strings = {"bioimageio-0.5-ensure-bool", "bioimageio-0.5-clip-percentiles"})
	void givesItsTestOutput(final String fixture) throws Exception {
		try (LoadedModel model = open(fixture, ModelOptions.DEFAULT)) {
			final ModelCheck check = ModelCheck.run(model).orElseThrow();
			assertTrue(check.agrees(), check.toString());
		}
	}

	/** The network gives 3 x + 1 of zero mean and unit variance; percentiles 5 and 95 of that become 0 and 1. */
	@Test
	void aReferenceThatIsTheOutputItselfIsTheOutput() throws Exception {
		final float[] a = ramp(2 * 21 * 5, 10, 1);
		try (LoadedModel model = open("bioimageio-0.5-reference-output", ModelOptions.DEFAULT)) {
			final float[] result = run(model, image(a, 21, 5));
			final double lo = 10 + 0.05 * (a.length - 1);
			final double hi = 10 + 0.95 * (a.length - 1);
			for (int i = 0; i < a.length; i++) assertEquals((a[i] - lo) / (hi - lo), result[i], 1e-4, "pixel " + i);
		}
	}

	@Test
	void aNewAxisOfLengthOneIsNoAxisOfTheImage() throws Exception {
		final int side = 512;
		final float[] a = new float[side * side];
		double mean = 0;
		double squares = 0;
		for (int i = 0; i < a.length; i++) {
			a[i] = i * 7919L % 251;
			mean += a[i] / a.length;
			squares += a[i] * a[i] / a.length;
		}
		final float[] normalized = new float[a.length];
		for (int i = 0; i < a.length; i++)
			normalized[i] = (float) ((a[i] - mean) / (Math.sqrt(squares - mean * mean) + 1e-6));
		try (LoadedModel model = open("bioimageio-0.5-new-z-axis", ModelOptions.DEFAULT)) {
			final FloatTensor whole = model.network()
					.run(
							model.inputPort().info().name(),
							new FloatTensor(new int[] {1, 1, side, side}, normalized),
							model.outputPort().info().name());
			assertArrayEquals(new int[] {1, 1, 1, side, side}, whole.shape());
			final float[] values = run(model, image(a, side, side));
			assertEquals(a.length, values.length);
			for (int i = 100 * side; i < 400 * side; i++)
				if (i % side > 100 && i % side < 400)
					assertEquals(1 / (1 + Math.exp(-whole.data()[i])), values[i], 1e-4, "pixel " + i);
		}
	}

	@Test
	void aDescriptionMayHaveANameBeforeItsOwn() throws Exception {
		try (ModelArchive archive = ModelArchive.open(Fixtures.model("bioimageio-0.5-named"))) {
			assertTrue(archive.spec().isPresent());
		}
	}

	@Test
	void channelsFirstAreFoundByTheLengths() throws Exception {
		final float[] a = ramp(40 * 30, 100, 3);
		final float[] told;
		try (LoadedModel model = open("channels-first-open/savedmodel", new ModelOptions("", "", "bcyx", "none"))) {
			assertEquals("bcyx", model.input().letters());
			told = run(model, image(a, 40, 30));
		}
		try (LoadedModel model = open("channels-first-open/savedmodel", RAW)) {
			assertEquals("bcyx", model.input().letters());
			assertArrayEquals(told, run(model, image(a, 40, 30)));
		}
	}

	@Test
	void anImageThatAnIntegerInputCutsOffIsRefusedWithTheShare() throws Exception {
		try (LoadedModel model = open("uint8-identity/savedmodel", ModelOptions.DEFAULT)) {
			assertArrayEquals(ramp(256, 0, 1), run(model, image(ramp(256, 0, 1), 16, 16)), "what fits is not touched");
			final float[] half = ramp(256, 0, 1);
			Arrays.fill(half, 0, 128, 3765);
			assertEquals(
					"Image 'A' does not fit model 'savedmodel', which takes uint8, 0 to 255: 50 % of its pixels "
							+ "would be cut off (values 128 to "
							+ "3765); convert the image to 8-bit (in ImageJ Image > Type > 8-bit), or take another "
							+ "model",
					refusal(model, half));
			assertTrue(refusal(model, ramp(256, -10, 1))
					.contains("3.9 % of its pixels would be cut off (values -10 to 245)"));
			assertTrue(refusal(model, ramp(256, 0, 1 / 255.0)).contains("would be rounded off"));
			final float[] withNaN = ramp(256, 0, 1);
			withNaN[7] = Float.NaN;
			assertTrue(Float.isNaN(run(model, image(withNaN, 16, 16))[7]));
		}
		try (LoadedModel model = open("uint8-identity/savedmodel", new ModelOptions("", "", "", "minmax"))) {
			final String message = refusal(model, ramp(256, 0, 1));
			assertTrue(message.contains("try normalize=none, or "), message);
			assertFalse(message.contains("\n"));
		}
	}

	@Test
	void rowsOfPixelsAreFoldedAndUnfolded() throws Exception {
		final float[] pixels =
				Fixtures.tensor(Fixtures.model("rank2-dense-6x4/input.npy")).data();
		final float[] expected =
				Fixtures.tensor(Fixtures.model("rank2-dense-6x4/expected.npy")).data();
		try (LoadedModel model = open("rank2-dense-6x4/savedmodel", new ModelOptions("", "", "b(y4x6)", "none"))) {
			assertArrayEquals(expected, run(model, image(pixels, 6, 4)), 1e-6f);
			assertEquals(
					"Image 'A' has 4 x 6 pixels; model 'savedmodel' with axes b(y4x6) takes 6 x 4 exactly",
					assertThrows(ModelException.class, () -> run(model, image(pixels, 4, 6)))
							.getMessage());
			assertThrows(ModelException.class, () -> run(model, image(ramp(144, 0, 1), 12, 12)));
		}
		final String noSquare = assertThrows(
						ModelException.class,
						() -> open("rank2-dense-6x4/savedmodel", new ModelOptions("", "", "b(yx)", "none")))
				.getMessage();
		assertTrue(noSquare.contains("say it, such as b(y28x56)"), noSquare);
		assertTrue(assertThrows(ModelException.class, () -> open("rank2-dense-6x4/savedmodel", RAW))
				.getMessage()
				.contains("axes=b(yx)"));
	}

	@Test
	void aFoldedLengthIsASquareOfGrayOrOfColors() throws Exception {
		assertEquals(List.of(-1L, 28L, 28L), unfolded("b(yx)", 784));
		assertEquals(List.of(-1L, 28L, 28L, 1L), unfolded("b(yxc)", 784));
		assertEquals(List.of(-1L, 32L, 32L, 3L), unfolded("b(yxc)", 3072));
		assertEquals(List.of(-1L, 3L, 32L, 32L), unfolded("b(cyx)", 3072));
		assertEquals(List.of(-1L, 28L, 56L), unfolded("b(y28x)", 1568));
		for (final String axes : List.of("b(yx", "byx)", "b()", "b(y(x))", "b(yw)"))
			assertThrows(ModelException.class, () -> Folding.of(axes), axes);
		assertThrows(ModelException.class, () -> unfolded("b(yx)", 785));
	}

	private static List<Long> unfolded(final String axes, final long length) throws ModelException {
		final TensorInfo rows = new TensorInfo("rows", DataType.FLOAT32, Optional.of(List.of(-1L, length)));
		final Signature signature =
				Folding.of(axes).orElseThrow().unfold(new Signature("serve", List.of(rows), List.of(rows)));
		assertEquals(signature.inputs(), signature.outputs());
		return signature.inputs().get(0).shape().orElseThrow();
	}

	private static String refusal(final LoadedModel model, final float[] values) {
		return assertThrows(ModelException.class, () -> run(model, image(values, 16, 16)))
				.getMessage();
	}
}
