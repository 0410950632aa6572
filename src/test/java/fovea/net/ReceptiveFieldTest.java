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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.net.file.ArchitectureFile;
import fovea.net.layer.Activation;
import fovea.net.layer.ActivationLayer;
import fovea.net.layer.Add;
import fovea.net.layer.AveragePooling2D;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dense;
import fovea.net.layer.DepthToSpace;
import fovea.net.layer.DepthwiseConv2D;
import fovea.net.layer.GlobalAveragePooling2D;
import fovea.net.layer.Input;
import fovea.net.layer.Interpolation;
import fovea.net.layer.Layer;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.Multiply;
import fovea.net.layer.SeparableConv2D;
import fovea.net.layer.SpaceToDepth;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import fovea.net.zoo.Architectures;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptiveFieldTest {

	private static final Shape ANY = Shape.image(1);
	private static final Shape LARGE = Shape.image(720, 720, 1);

	/**
	 * Known of VGG16: for example Araujo, Norris and Sim 2019, Computing Receptive Fields of Convolutional Neural
	 * Networks.
	 */
	@ParameterizedTest
	@CsvSource({
		"block1_conv2, 5",
		"block1_pool, 6",
		"block2_conv2, 14",
		"block2_pool, 16",
		"block3_conv3, 40",
		"block3_pool, 44",
		"block4_conv3, 92",
		"block4_pool, 100",
		"block5_conv3, 196",
		"block5_pool, 212",
		"conv6, 404"
	})
	void vgg16(final String node, final int size) throws Exception {
		final ReceptiveField field = ReceptiveField.of(
						Architectures.named("fcn8-vgg16").build(), node)
				.orElseThrow();
		assertEquals(size, field.height());
		assertEquals(size, field.width());
	}

	@Test
	void convolutionsOfStrideOne() throws Exception {
		assertEquals(new ReceptiveField(1, 1, 0, 0), field(chain(ANY, new ActivationLayer(Activation.RELU))));
		assertEquals(new ReceptiveField(3, 3, 1, 1), field(chain(ANY, same(2))));
		assertEquals(
				new ReceptiveField(7, 7, 3, 3), field(chain(ANY, same(2), same(2), new BatchNormalization(), same(2))));
		assertEquals(
				new ReceptiveField(3, 6, 1, 3),
				field(chain(ANY, new Conv2D(1, new Size(3, 6), Size.of(1), Padding.SAME, Activation.LINEAR, 0, true))));
		assertEquals(new ReceptiveField(7, 7, 3, 3), field(chain(ANY, conv(2, 7, 1, Padding.VALID))));
	}

	@Test
	void poolingAndNearestUpsamplingSeeTheirBlock() throws Exception {
		assertEquals(new ReceptiveField(2, 2, 1, 1), field(chain(ANY, new MaxPooling2D(2))));
		assertEquals(
				new ReceptiveField(2, 2, 1, 1),
				field(chain(ANY, new MaxPooling2D(2), new UpSampling2D(Size.of(2), Interpolation.NEAREST))));
		// Pixel 0 is between blocks -1 and 0: pixels -2 to 1. Pixel 1 is between blocks 0 and 1: pixels 0 to 3.
		assertEquals(
				new ReceptiveField(4, 4, 2, 2),
				field(chain(ANY, new MaxPooling2D(2), new UpSampling2D(Size.of(2), Interpolation.BILINEAR))));
	}

	@Test
	void switchesAreSeenToo() throws Exception {
		// A kernel of 1 between: the value comes from one block, the switches from the same.
		assertEquals(
				2,
				field(chain(ANY, new MaxPooling2D(2), conv(1, 1, 1, Padding.SAME), new MaxUnpooling2D("l1")))
						.height());
		// Two levels: the value that unpools the second level is constant per block of 4, the switches refine within.
		assertEquals(
				4,
				field(chain(
								ANY,
								new MaxPooling2D(2),
								new MaxPooling2D(2),
								new MaxUnpooling2D("l2"),
								new MaxUnpooling2D("l1")))
						.height());
	}

	@Test
	void aSkipWidensNothing() throws Exception {
		final Node input = new Node("input", new Input(ANY));
		assertEquals(
				5,
				field(Graphs.of(
								input,
								new Node("a", same(1), "input"),
								new Node("b", same(1), "a"),
								new Node("sum", new Add(), "input", "b")))
						.height());
	}

	@Test
	void behindFlattenEverythingIsSeen() throws Exception {
		assertEquals(
				Optional.empty(),
				ReceptiveField.of(Architectures.named("resnet-block").build()));
		assertEquals(
				Optional.empty(),
				ReceptiveField.of(Architectures.named("ae-dense").build()));
		assertEquals(
				Optional.empty(),
				ReceptiveField.of(Architectures.named("ae-dense").build().decoder()));
		assertEquals(
				3,
				ReceptiveField.of(Architectures.named("resnet-block").build(), "stem")
						.orElseThrow()
						.height());
	}

	@Test
	void alignmentIsTheLeastCommonMultipleOfTheStrides() throws Exception {
		assertEquals(new Alignment(1, 1), Alignment.of(chain(ANY, same(3))));
		assertEquals(
				new Alignment(6, 6),
				Alignment.of(chain(ANY, conv(1, 3, 2, Padding.SAME), conv(1, 3, 3, Padding.SAME))));
		assertEquals(
				new Alignment(1, 2),
				Alignment.of(chain(ANY, new MaxPooling2D(new Size(1, 2), new Size(1, 2), Padding.VALID))));
		// Twice as large, a third of it, twice as large: thirds of the input are asked for, not sixths.
		final UpSampling2D twice = new UpSampling2D(Size.of(2), Interpolation.NEAREST);
		assertEquals(new Alignment(3, 3), Alignment.of(chain(ANY, twice, conv(1, 3, 3, Padding.SAME), twice)));
		assertEquals(
				new Alignment(6, 6),
				Alignment.of(Graphs.of(
						new Node("input", new Input(LARGE)),
						new Node("a", conv(1, 3, 2, Padding.SAME), "input"),
						new Node("a2", twice, "a"),
						new Node("b", conv(1, 3, 3, Padding.SAME), "input"),
						new Node("b3", new UpSampling2D(Size.of(3), Interpolation.NEAREST), "b"),
						new Node("sum", new Add(), "a2", "b3"))));
	}

	/** What a whole image is averaged to is seen by every pixel that it weighs, and does not change the alignment. */
	@Test
	void aWeightForEachChannelSeesTheWholeImage() throws Exception {
		for (final boolean keepsDims : List.of(true, false))
			for (final List<String> inputs : List.of(List.of("a", "gate"), List.of("gate", "a"))) {
				final Architecture net = Graphs.of(
						new Node("input", new Input(ANY)),
						new Node("a", conv(4, 3, 2, Padding.SAME), "input"),
						new Node("mean", new GlobalAveragePooling2D(keepsDims), "a"),
						new Node("gate", new Dense(4, Activation.SIGMOID), "mean"),
						new Node("scaled", new Multiply(), inputs),
						new Node("b", conv(4, 3, 2, Padding.SAME), "scaled"));
				assertEquals(new Alignment(4, 4), Alignment.of(net));
				assertEquals(Optional.empty(), ReceptiveField.of(net));
				assertEquals(3, ReceptiveField.of(net, "a").orElseThrow().height());
				assertEquals(
						LARGE.height() / 4, Shapes.infer(net, LARGE).output().height());
			}
	}

	@Test
	void stridesBeyondAnyImageAreRefused() throws Exception {
		final Conv2D huge = conv(1, 1, 1_000_000, Padding.SAME);
		for (final Architecture net : List.of(chain(ANY, huge), chain(ANY, huge, huge, huge, huge)))
			assertTrue(assertThrows(ModelException.class, () -> ReceptiveField.of(net))
					.getMessage()
					.startsWith("net: "));
	}

	/**
	 * Away from the border, rows depend on as many input rows as the receptive field says, and no farther than its
	 * radius.
	 */
	@Property(tries = 400)
	void theFieldIsWhatLayersDependOnByDefinition(@ForAll final long seed) throws Exception {
		final Random random = new Random(seed);
		final Architecture net = draw(random, random.nextBoolean());
		final int alignment = Alignment.of(net).height();
		Assume.that(720 % alignment == 0);
		final ReceptiveField field = field(net);
		Assume.that(field.height() < 250);
		final BitSet[] rows = new DependencyOracle(net, LARGE).rows(net.output());
		int size = 0;
		for (int y = rows.length / 3; y < rows.length * 2 / 3; y++)
			if (!rows[y].isEmpty()) size = Math.max(size, rows[y].length() - rows[y].nextSetBit(0));
		assertCovers(net, size, field.height());
	}

	/** Where output and input lie on one another, the radius is the halo a tile needs. */
	@Property(tries = 400)
	void theRadiusIsTheLeastHalo(@ForAll final long seed) throws Exception {
		final Random random = new Random(seed);
		Architecture drawn = draw(random, true);
		while (!keepsSize(drawn) || field(drawn).height() >= 250) drawn = draw(random, true); // most do not
		final Architecture net = drawn;
		final ReceptiveField field = field(net);
		final BitSet[] rows = new DependencyOracle(net, LARGE).rows(net.output());
		int radius = 0;
		for (int y = 240; y < 480; y++)
			if (!rows[y].isEmpty())
				radius = Math.max(radius, Math.max(y - rows[y].nextSetBit(0), rows[y].length() - 1 - y));
		assertCovers(net, radius, field.radiusY());
	}

	private static boolean keepsSize(final Architecture net) throws ModelException {
		return Shapes.infer(net, LARGE).output().height() == 720
				&& 720 % Alignment.of(net).height() == 0;
	}

	/**
	 * Exact, but where a kernel is smaller than its stride: of the gaps it leaves the field knows nothing, and may be
	 * too large.
	 */
	private static void assertCovers(final Architecture net, final int truth, final int said) {
		if (net.nodes().stream().noneMatch(node -> leavesGaps(node.layer())))
			assertEquals(truth, said, () -> ArchitectureFile.toYaml(net));
		else assertTrue(said >= truth, () -> ArchitectureFile.toYaml(net));
	}

	private static boolean leavesGaps(final Layer layer) {
		if (layer instanceof Conv2D c)
			return c.kernelSize().height() < c.strides().height();
		if (layer instanceof SeparableConv2D c)
			return c.kernelSize().height() < c.strides().height();
		if (layer instanceof DepthwiseConv2D c)
			return c.kernelSize().height() < c.strides().height();
		if (layer instanceof Conv2DTranspose c)
			return c.kernelSize().height() < c.strides().height();
		if (layer instanceof MaxPooling2D p)
			return p.poolSize().height() < p.strides().height();
		return layer instanceof AveragePooling2D p
				&& p.poolSize().height() < p.strides().height();
	}

	private static ReceptiveField field(final Architecture architecture) throws ModelException {
		return ReceptiveField.of(architecture).orElseThrow();
	}

	/** A chain of layers with sums wherever shapes allow, padded or not. */
	private static Architecture draw(final Random random, final boolean padded) throws ModelException {
		final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(ANY))));
		final int length = 1 + random.nextInt(7);
		while (nodes.size() <= length) {
			final String before = nodes.get(nodes.size() - 1).name();
			final String any = nodes.get(random.nextInt(nodes.size())).name();
			final Padding padding = padded || random.nextBoolean() ? Padding.SAME : Padding.VALID;
			final Size kernel = Size.of(1 + random.nextInt(5));
			final Size stride = Size.of(1 + random.nextInt(3));
			final List<String> inputs = new ArrayList<>(List.of(before));
			final Layer layer = switch (random.nextInt(13)) {
				case 0 -> new Conv2D(1, kernel, stride, padding, Activation.RELU, 0, true);
				case 1 -> new Conv2DTranspose(1, kernel, stride, padding, Activation.RELU, 0, true);
				case 2 -> new MaxPooling2D(kernel, stride, padding);
				case 3 -> new AveragePooling2D(kernel, stride, padding);
				case 4 ->
					new UpSampling2D(stride, random.nextBoolean() ? Interpolation.NEAREST : Interpolation.BILINEAR);
				case 5, 6 -> new MaxUnpooling2D(any);
				case 7 -> new SeparableConv2D(1, kernel, stride, padding, 1, Activation.RELU, 0, true);
				case 8 -> new DepthwiseConv2D(kernel, stride, padding, 1, Activation.RELU, 0, true);
				case 9 -> new SpaceToDepth(2 + random.nextInt(2));
				case 10 -> new DepthToSpace(2 + random.nextInt(2));
				case 11 -> new Multiply();
				default -> new Add();
			};
			if (layer.takesSeveral()) inputs.add(any);
			nodes.add(new Node("n" + nodes.size(), layer, inputs));
			try {
				Shapes.infer(Graphs.of(nodes.toArray(Node[]::new)), LARGE);
				Shapes.infer(Graphs.of(nodes.toArray(Node[]::new)));
			} catch (final ModelException e) {
				nodes.remove(nodes.size() - 1); // does not fit: another one will be drawn
			}
		}
		return Graphs.of(nodes.toArray(Node[]::new));
	}
}
