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
package fovea.net.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.net.Alignment;
import fovea.net.Architecture;
import fovea.net.MultiplyAdds;
import fovea.net.Node;
import fovea.net.ParameterCount;
import fovea.net.ReceptiveField;
import fovea.net.Shapes;
import fovea.net.WeightSpecs;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Conv2D;
import fovea.net.shape.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitecturesTest {

	private static long parameters(final Architecture architecture) throws ModelException {
		return ParameterCount.of(architecture).total();
	}

	private static List<Long> perLayer(final Architecture architecture) throws ModelException {
		final Shapes shapes = Shapes.infer(architecture);
		return architecture.nodes().stream()
				.map(node -> ParameterCount.of(WeightSpecs.of(node, shapes)).total())
				.filter(count -> count > 0)
				.toList();
	}

	private static NamedArchitecture named(final String name) throws ModelException {
		return Architectures.named(name);
	}

	@Test
	void strided() throws Exception {
		final Architecture net = named("cae-strided").build();
		assertEquals(List.of(320L, 18_496L, 6_274L, 6_336L, 18_464L, 1_569L), perLayer(net));
		final Shapes shapes = Shapes.infer(net);
		assertEquals(Shape.image(7, 7, 64), shapes.of("encoder_conv2"));
		assertEquals(Shape.image(1, 1, 2), shapes.of("latent"));
		assertEquals(Shape.image(28, 28, 1), shapes.output());
	}

	@Test
	void stridedFitsItsKernelToTheInput() throws Exception {
		final NamedArchitecture named = named("cae-strided");
		final Shapes shapes = Shapes.infer(
				named.build(named.defaults().withSize(64, 32).withLatent(5).withChannels(3)));
		assertEquals(Shape.image(1, 1, 5), shapes.of("latent"));
		assertEquals(Shape.image(64, 32, 3), shapes.output());
	}

	@Test
	void pooling() throws Exception {
		final Architecture net = named("cae-pooling").build();
		assertEquals(93_248, parameters(net.encoder()));
		assertEquals(166_467, parameters(net.decoder()));
		assertEquals(Shape.image(224, 224, 3), Shapes.infer(net).output());
		assertEquals(Shape.image(28, 28, 128), net.decoder().inputShape());
	}

	@Test
	void unpooling() throws Exception {
		final Architecture net = named("cae-unpooling").build();
		assertEquals(93_248, parameters(net.encoder()));
		// 128 * 128 * 9 + 128, 128 * 64 * 9 + 64, 64 * 32 * 9 + 32, 32 * 3 * 9 + 3
		assertEquals(93_248 + 147_584 + 73_792 + 18_464 + 867, parameters(net));
		assertEquals(Shape.image(224, 224, 3), Shapes.infer(net).output());
	}

	@Test
	void transposed() throws Exception {
		final Architecture net = named("cae-transposed").build();
		assertEquals(93_248, parameters(net.encoder()));
		assertEquals(166_467, parameters(net.decoder()));
		assertEquals(Shape.image(224, 224, 3), Shapes.infer(net).output());
	}

	@Test
	void dense() throws Exception {
		final NamedArchitecture named = named("ae-dense");
		assertEquals(List.of(784L * 32 + 32, 32L * 784 + 784), perLayer(named.build()));
		assertEquals(
				784 * 8 + 8 + 8 * 784 + 784,
				parameters(named.build(named.defaults().withLatent(8))));
		assertEquals(Shape.vector(32), named.build().decoder().inputShape());
		assertEquals(Shape.image(28, 28, 1), Shapes.infer(named.build()).output());
	}

	@Test
	void fcn8() throws Exception {
		final NamedArchitecture named = named("fcn8-vgg16");
		final Architecture net = named.build(named.defaults().withClasses(21));
		final Shapes shapes = Shapes.infer(net);
		// VGG16 without its top has 14,714,688 parameters in Keras.
		assertEquals(
				14_714_688,
				net.nodes().stream()
						.filter(node -> node.name().startsWith("block"))
						.mapToLong(node ->
								ParameterCount.of(WeightSpecs.of(node, shapes)).total())
						.sum());
		assertEquals(
				13,
				net.nodes().stream()
						.filter(node -> node.name().matches("block[1-5]_conv[1-3]"))
						.count());
		final long conv6 = 7L * 7 * 512 * 4096 + 4096;
		final long conv7 = 4096L * 4096 + 4096;
		final long score = 4096L * 21 + 21;
		final long up1 = 4L * 4 * 21 * 512 + 512;
		final long up2 = 4L * 4 * 512 * 256 + 256;
		final long up3 = 16L * 16 * 256 * 21 + 21;
		assertEquals(14_714_688 + conv6 + conv7 + score + up1 + up2 + up3, parameters(net));
		assertEquals(Shape.image(21), shapes.output());
		assertEquals(
				Shape.image(224, 320, 21),
				Shapes.infer(net, Shape.image(224, 320, 3)).output());
		assertEquals(
				Shape.image(7, 10, 4096),
				Shapes.infer(net, Shape.image(224, 320, 3)).of("conv7"));
		assertEquals(new Alignment(32, 32), Alignment.of(net));
	}

	@Test
	void fcnSmallIsSmall() throws Exception {
		final Architecture net = named("fcn-small").build();
		assertTrue(parameters(net) < 300_000, "parameters: " + parameters(net));
		assertTrue(MultiplyAdds.perInputPixel(net) < 20_000, "multiply-adds: " + MultiplyAdds.perInputPixel(net));
		assertEquals(Shape.image(2), Shapes.infer(net).output());
	}

	@Test
	void fcnDeepSeesFurther() throws Exception {
		final NamedArchitecture named = named("fcn-deep");
		final Architecture net = named.build(named.defaults().withClasses(3));
		final Shapes shapes = Shapes.infer(net, Shape.image(64, 96, 1));
		assertEquals(Shape.image(4, 6, 128), shapes.of("bottom_relu"));
		assertEquals(Shape.image(64, 96, 3), shapes.output());
		assertEquals(new Alignment(16, 16), Alignment.of(net));
		// 4 (1 + 2 + 4 + 8 + 16) of the convolutions on the way down, 1 + 2 + 4 + 8 of the poolings, 2 (1 + 2 + 4 + 8)
		// of those
		// on the way up, 1; and 2 where an upper pixel's neighbors lie in another lower one
		assertEquals(172, ReceptiveField.of(net).orElseThrow().height());
		assertTrue(ReceptiveField.of(net).orElseThrow().height()
				> 2
						* ReceptiveField.of(named("fcn-small").build())
								.orElseThrow()
								.height());
		for (final Node node : net.nodes())
			if (node.layer() instanceof Conv2D conv && !node.name().equals("score"))
				assertFalse(conv.useBias(), node.name());
		assertEquals(
				"adam (learning rate 0.0025), loss categorical_crossentropy, batch 8, 50 epochs, with validation data",
				named.training().toString());
	}

	@Test
	void residualBlock() throws Exception {
		final Architecture net = named("resnet-block").build();
		assertEquals(List.of(320L, 9_248L, 9_248L, 14L * 14 * 32 * 10 + 10), perLayer(net));
		assertEquals(Shape.vector(10), Shapes.infer(net).output());
	}

	@ParameterizedTest
	@ValueSource(ints = {1, 3})
	void theDenoiserRunsAtMicroscopeSizes(final int channels) throws Exception {
		final NamedArchitecture named = named("cae-denoise");
		final Architecture net = named.build(named.defaults().withChannels(channels));
		// 24 * 9 on the way in and out, and what is the same for all channels
		assertEquals(78_384 + (channels - 1) * 2 * 24 * 9, MultiplyAdds.perInputPixel(net), 1e-6);
		assertEquals(new Alignment(4, 4), Alignment.of(net));
		assertEquals(81, ReceptiveField.of(net).orElseThrow().height());
		assertEquals(Shape.image(channels), Shapes.infer(net).output());
		assertTrue(net.nodes().stream().noneMatch(node -> node.layer() instanceof BatchNormalization));
		assertEquals(
				List.of("correction", "input"), net.node("output").orElseThrow().inputs());
	}

	@Test
	void multiplyAddsAreThoseOfTheFormula() throws Exception {
		// 28 x 28: convolutions by output pixels, transposed ones by input pixels.
		final double sum =
				14 * 14 * 9 * 32 + 7 * 7 * 9 * 32 * 64 + 49 * 64 * 2 + 49 * 2 * 64 + 49 * 9 * 64 * 32 + 196 * 49 * 32;
		assertEquals(
				sum / (28 * 28), MultiplyAdds.perInputPixel(named("cae-strided").build()), 1e-9);
		assertEquals(
				2.0 * 784 * 32 / 784,
				MultiplyAdds.perInputPixel(named("ae-dense").build()),
				1e-9);
		assertEquals(
				2.0 * 784 * 32 / 2,
				MultiplyAdds.perInputPixel(named("ae-dense").build().decoder()),
				784 * 16);
	}

	@Test
	void fixedAndFreeSizesCostTheSame() throws Exception {
		for (final String name : List.of("cae-pooling", "cae-unpooling", "cae-transposed")) {
			final NamedArchitecture named = named(name);
			assertEquals(
					MultiplyAdds.perInputPixel(named.build()),
					MultiplyAdds.perInputPixel(named.build(named.defaults().withSize(0, 0))),
					1e-9);
		}
	}

	@Test
	void everyArchitectureIsBuiltWiderAndNarrower() throws Exception {
		for (final NamedArchitecture named : Architectures.all()) {
			final long published = parameters(named.build());
			final long narrow = parameters(named.build(named.defaults().withWidthMultiplier(0.25)));
			if (named.name().equals("ae-dense")) assertEquals(published, narrow);
			else assertTrue(narrow < published / 2, named.name() + ": " + narrow + " of " + published);
			assertEquals(named.build(), named.build(), named.name());
			assertFalse(named.description().isBlank());
			assertEquals(named.name(), named.build().name());
			assertEquals("adam", named.training().optimizer());
		}
	}

	@Test
	void trainingDefaultsAreThePublishedOnes() throws Exception {
		assertEquals(
				"adam (learning rate 0.001), loss mse, batch 32, 10 epochs",
				named("cae-strided").training().toString());
		assertEquals(
				"adam (learning rate 0.001), loss mse, batch 64, 40 epochs, with validation data",
				named("cae-pooling").training().toString());
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"cae-pooling|100|100|0|0|cae-pooling: expected a height and width that are multiples of 8 x 8 "
						+ "pixels, got an input of 100 x 100 x 3",
				"cae-strided|30|28|0|2|cae-strided: expected a height and width that are multiples of 4, got an "
						+ "input of 30 x 28 x 1",
				"cae-pooling|224|224|3|0|cae-pooling: expected no classes, got 3",
				"cae-denoise|0|0|0|2|cae-denoise: expected no latent length, got 2",
				"fcn-small|0|0|1|0|fcn-small: expected classes of at least 2, got 1",
				"cae-strided|28|28|0|0|cae-strided: expected latent length of at least 1, got 0",
				"ae-dense|0|28|0|32|ae-dense: expected a known height and width, got an input of free x 28 x 1",
				"resnet-block|0|0|10|0|resnet-block: expected a known height and width, got an input of free x free x 1"
			})
	void whatCannotBeBuiltIsSaid(
			final String name,
			final int height,
			final int width,
			final int classes,
			final int latent,
			final String message)
			throws Exception {
		final NamedArchitecture named = named(name);
		final ArchitectureOptions options =
				named.defaults().withSize(height, width).withClasses(classes).withLatent(latent);
		assertEquals(
				message,
				assertThrows(ModelException.class, () -> named.build(options)).getMessage());
	}

	@Test
	void anUnknownNameListsTheKnownOnes() {
		final String message = assertThrows(ModelException.class, () -> Architectures.named("unet"))
				.getMessage();
		assertEquals(
				"expected the name of an architecture, got 'unet'; there are cae-strided, cae-pooling, cae-unpooling, "
						+ "cae-transposed, ae-dense, cae-denoise, fcn8-vgg16, fcn-small, fcn-deep, resnet-block",
				message);
	}

	@Test
	void aNameThatIsNearlyRightIsGuessed() {
		final String message = assertThrows(ModelException.class, () -> Architectures.named("fcn_smal"))
				.getMessage();
		assertTrue(message.contains("got 'fcn_smal', did you mean fcn-small?"), message);
	}
}
