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
package fovea.net;

import static fovea.net.Graphs.chain;
import static fovea.net.Graphs.conv;
import static fovea.net.Graphs.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.ModelException;
import fovea.net.layer.Activation;
import fovea.net.layer.Add;
import fovea.net.layer.AveragePooling2D;
import fovea.net.layer.Concatenate;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dense;
import fovea.net.layer.DepthToSpace;
import fovea.net.layer.Flatten;
import fovea.net.layer.GlobalAveragePooling2D;
import fovea.net.layer.Input;
import fovea.net.layer.Interpolation;
import fovea.net.layer.Layer;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.Multiply;
import fovea.net.layer.Reshape;
import fovea.net.layer.SpaceToDepth;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {

	private static final int[] LENGTHS = {7, 8, 28, 29};

	/** What Keras 3.15 answers for inputs of the lengths above. */
	@ParameterizedTest
	@CsvSource({
		"Conv2D, 3, 1, SAME, 7 8 28 29",
		"Conv2D, 3, 2, SAME, 4 4 14 15",
		"Conv2D, 4, 3, SAME, 3 3 10 10",
		"Conv2D, 1, 2, SAME, 4 4 14 15",
		"Conv2D, 3, 1, VALID, 5 6 26 27",
		"Conv2D, 3, 2, VALID, 3 3 13 14",
		"Conv2D, 2, 3, VALID, 2 3 9 10",
		"Conv2D, 5, 4, VALID, 1 1 6 7",
		"Conv2D, 7, 1, VALID, 1 2 22 23",
		"Conv2DTranspose, 3, 1, SAME, 7 8 28 29",
		"Conv2DTranspose, 3, 2, SAME, 14 16 56 58",
		"Conv2DTranspose, 4, 3, SAME, 21 24 84 87",
		"Conv2DTranspose, 1, 2, SAME, 14 16 56 58",
		"Conv2DTranspose, 3, 1, VALID, 9 10 30 31",
		"Conv2DTranspose, 3, 2, VALID, 15 17 57 59",
		"Conv2DTranspose, 2, 3, VALID, 21 24 84 87",
		"Conv2DTranspose, 5, 4, VALID, 29 33 113 117",
		"Conv2DTranspose, 7, 1, VALID, 13 14 34 35",
		"MaxPooling2D, 3, 1, SAME, 7 8 28 29",
		"MaxPooling2D, 3, 2, SAME, 4 4 14 15",
		"MaxPooling2D, 4, 3, SAME, 3 3 10 10",
		"MaxPooling2D, 3, 2, VALID, 3 3 13 14",
		"MaxPooling2D, 2, 3, VALID, 2 3 9 10",
		"MaxPooling2D, 5, 4, VALID, 1 1 6 7",
		"AveragePooling2D, 3, 2, SAME, 4 4 14 15",
		"AveragePooling2D, 3, 2, VALID, 3 3 13 14",
		"AveragePooling2D, 5, 4, VALID, 1 1 6 7"
	})
	void lengthsAreKeras(
			final String type, final int kernel, final int stride, final Padding padding, final String expected)
			throws Exception {
		final Layer layer = switch (type) {
			case "Conv2D" -> conv(5, kernel, stride, padding);
			case "Conv2DTranspose" -> new Conv2DTranspose(5, kernel, stride, padding, Activation.LINEAR);
			case "MaxPooling2D" -> new MaxPooling2D(Size.of(kernel), Size.of(stride), padding);
			default -> new AveragePooling2D(Size.of(kernel), Size.of(stride), padding);
		};
		final int channels = type.startsWith("Conv") ? 5 : 3;
		final String[] lengths = expected.split(" ");
		for (int i = 0; i < LENGTHS.length; i++) {
			final Shape output =
					Shapes.infer(chain(Shape.image(LENGTHS[i], 7, 3), layer)).output();
			assertEquals(Shape.image(Integer.parseInt(lengths[i]), Integer.parseInt(lengths[0]), channels), output);
		}
	}

	@Test
	void heightAndWidthAreNotMixedUp() throws Exception {
		final Shapes shapes = Shapes.infer(chain(
				Shape.image(20, 30, 1),
				new Conv2D(4, new Size(3, 5), new Size(1, 2), Padding.VALID, Activation.LINEAR, 0, true),
				new UpSampling2D(new Size(3, 2), Interpolation.BILINEAR),
				new Flatten(),
				new Dense(7, Activation.LINEAR)));
		assertEquals(Shape.image(18, 13, 4), shapes.of("l1"));
		assertEquals(Shape.image(54, 26, 4), shapes.of("l2"));
		assertEquals(Shape.vector(54 * 26 * 4), shapes.of("l3"));
		assertEquals(Shape.vector(7), shapes.output());
	}

	@Test
	void freeLengthsStayFree() throws Exception {
		final Shapes shapes = Shapes.infer(
				chain(Shape.image(Shape.FREE, 64, 3), conv(8, 3, 2, Padding.SAME), new Dense(6, Activation.RELU)));
		assertEquals(Shape.image(Shape.FREE, 32, 6), shapes.output());
		assertEquals(
				Shape.image(50, 32, 6),
				Shapes.infer(shapes.architecture(), Shape.image(100, 64, 3)).output());
	}

	@Test
	void aNetworkRefusesAnInputItIsNotDeclaredFor() throws Exception {
		final Architecture net = chain(Shape.image(Shape.FREE, 64, 3), same(8));
		assertEquals("net: expected an input of free x 64 x 3, got 64 x 64 x 1", message(net, Shape.image(64, 64, 1)));
		assertEquals(
				"net: expected an input of free x 64 x 3, got 64 x free x 3",
				message(net, Shape.image(64, Shape.FREE, 3)));
	}

	@Test
	void addingUnlikeShapesNamesTheLayer() throws Exception {
		assertEquals(
				"net: layer 'add1' adds 28 x 28 x 32 and 14 x 14 x 32, expected equal shapes",
				message(skip(Shape.image(28, 28, 1), new Add())));
		assertEquals(
				"net: layer 'add1' adds H x W x 32 and H/2 x W/2 x 32, expected equal shapes",
				message(skip(Shape.image(1), new Add())));
		assertEquals(
				"net: layer 'add1' concatenates H x W x 32 and H/2 x W/2 x 32, expected equal heights and widths",
				message(skip(Shape.image(1), new Concatenate())));
	}

	@Test
	void freeShapesOfEqualStrideAddUp() throws Exception {
		final Node input = new Node("input", new Input(Shape.image(1)));
		final Node down = new Node("down", conv(4, 3, 2, Padding.SAME), "input");
		final Node up = new Node("up", new UpSampling2D(Size.of(2), Interpolation.NEAREST), "down");
		assertEquals(
				Shape.image(5),
				Shapes.infer(Graphs.of(input, down, up, new Node("join", new Concatenate(), "up", "input")))
						.output());
		final Node off = new Node("off", conv(1, 3, 1, Padding.VALID), "up");
		assertEquals(
				"net: layer 'add1' adds H - 2 x W - 2 x 1 and H x W x 1, expected equal shapes",
				message(Graphs.of(input, down, up, off, new Node("add1", new Add(), "off", "input"))));
	}

	@Test
	void unpoolingGivesBackTheShapeThatWasPooled() throws Exception {
		final Architecture odd = chain(Shape.image(29, 31, 2), new MaxPooling2D(2), new MaxUnpooling2D("l1"));
		assertEquals(Shape.image(29, 31, 2), Shapes.infer(odd).output());
		assertEquals(
				"net: layer 'l3' expected 14 x 15 x 2, the output of 'l1', whose switches it uses, got 14 x 15 x 8",
				message(chain(Shape.image(29, 31, 2), new MaxPooling2D(2), same(8), new MaxUnpooling2D("l1"))));
	}

	@Test
	void whatDoesNotFitIsSaidOfTheLayer() throws Exception {
		assertEquals(
				"net: layer 'l1' expected an input of at least 7 x 7, got 5 x 9 x 1",
				message(chain(Shape.image(5, 9, 1), conv(2, 7, 1, Padding.VALID))));
		assertEquals(
				"net: layer 'l1' expected an input of known height and width, got H x W x 1",
				message(chain(Shape.image(1), new Flatten())));
		assertEquals(
				"net: layer 'l1' expected an image, got a vector of 10", message(chain(Shape.vector(10), same(3))));
		assertEquals(
				"net: layer 'l1' expected 12 values for 2 x 2 x 3, got 11 of 11",
				message(chain(Shape.vector(11), new Reshape(Shape.image(2, 2, 3)))));
	}

	@Test
	void blocksNeedWholeBlocks() throws Exception {
		assertEquals(
				Shape.image(Shape.FREE, 9, 12),
				Shapes.infer(chain(Shape.image(Shape.FREE, 18, 3), new SpaceToDepth(2)))
						.output());
		assertEquals(
				Shape.image(12, 18, 3),
				Shapes.infer(chain(Shape.image(4, 6, 27), new DepthToSpace(3))).output());
		assertEquals(
				"net: layer 'l1' expected a height and width that are multiples of 2, got 8 x 9 x 1",
				message(chain(Shape.image(8, 9, 1), new SpaceToDepth(2))));
		assertEquals(
				"net: layer 'l2' expected a height and width that are multiples of 2, got H - 3 x W - 3 x 2",
				message(chain(Shape.image(1), conv(2, 4, 1, Padding.VALID), new SpaceToDepth(2))));
		assertEquals(
				"net: layer 'l1' expected a number of channels that is a multiple of 4, got H x W x 6",
				message(chain(Shape.image(6), new DepthToSpace(2))));
		assertEquals(
				"net: layer 'l1' expected lengths and strides below 2^31, got larger ones",
				message(chain(Shape.image(4), new DepthToSpace(1 << 16))));
	}

	/** As Keras' Multiply has it, for images, vectors and both. */
	@Test
	void productsRepeatWhatIsOneLong() throws Exception {
		final Node input = new Node("input", new Input(Shape.image(4)));
		final Node mean = new Node("mean", new GlobalAveragePooling2D(false), "input");
		final Node product = new Node("product", new Multiply(), "mean", "input");
		assertEquals(
				Shape.image(4), Shapes.infer(Graphs.of(input, mean, product)).output());
		final Node one = new Node("one", same(1), "input");
		assertEquals(
				Shape.image(4),
				Shapes.infer(Graphs.of(input, one, new Node("product", new Multiply(), "one", "input")))
						.output());
		assertEquals(
				Shape.vector(4),
				Shapes.infer(Graphs.of(input, mean, new Node("product", new Multiply(), "mean", "mean")))
						.output());
		assertEquals(
				"net: layer 'add1' multiplies H x W x 32 and H/2 x W/2 x 32, expected lengths that are equal or 1",
				message(skip(Shape.image(1), new Multiply())));
		final Node two = new Node("two", new Dense(2, Activation.LINEAR), "mean");
		assertEquals(
				"net: layer 'product' multiplies 2 and H x W x 4, expected lengths that are equal or 1",
				message(Graphs.of(input, mean, two, new Node("product", new Multiply(), "two", "input"))));
	}

	@Test
	void lengthsBeyondTensorsAreRefused() throws Exception {
		final Layer huge = new UpSampling2D(Size.of(1_000_000_000), Interpolation.NEAREST);
		assertEquals(
				"net: layer 'l1' expected lengths and strides below 2^31, got larger ones",
				message(chain(Shape.image(30, 1, 1), huge)));
		assertEquals(
				"net: layer 'l3' expected lengths and strides below 2^31, got larger ones",
				message(chain(Shape.image(1), huge, huge, huge)));
	}

	@Test
	void outputsLargerThanAnArrayAreRefused() throws Exception {
		assertEquals(
				"net: layer 'l1' expected an output of fewer than 2^31 values, got 30000 x 30000 x 3",
				message(chain(Shape.image(15_000, 15_000, 3), new UpSampling2D(Size.of(2), Interpolation.NEAREST))));
	}

	@Test
	void anUnknownLayerHasNoShape() throws Exception {
		final Shapes shapes = Shapes.infer(chain(Shape.image(3), same(4)));
		assertEquals(
				"net has no layer 'l2'",
				assertThrows(IllegalArgumentException.class, () -> shapes.of("l2"))
						.getMessage());
	}

	private static Architecture skip(final Shape input, final Layer join) throws ModelException {
		return Graphs.of(
				new Node("input", new Input(input)),
				new Node("a", same(32), "input"),
				new Node("b", conv(32, 3, 2, Padding.SAME), "a"),
				new Node("add1", join, "a", "b"));
	}

	private static String message(final Architecture architecture) {
		return message(architecture, architecture.inputShape());
	}

	private static String message(final Architecture architecture, final Shape input) {
		return assertThrows(ModelException.class, () -> Shapes.infer(architecture, input))
				.getMessage();
	}
}
