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

import static fovea.net.Graphs.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.net.layer.Activation;
import fovea.net.layer.Add;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Dense;
import fovea.net.layer.Dropout;
import fovea.net.layer.Flatten;
import fovea.net.layer.Input;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.Reshape;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What makes a list of nodes an architecture, and how it is cut in two. */
class GraphTest {

	private static final Node INPUT = new Node("input", new Input(Shape.image(16, 16, 1)));

	@Test
	void namesAreUnique() {
		assertEquals(
				"net: layer 'a' is there twice, expected a name of its own for each layer",
				message(INPUT, new Node("a", same(2), "input"), new Node("a", same(2), "a")));
	}

	@Test
	void inputsComeBefore() {
		assertEquals(
				"net: layer 'a' takes 'b', expected a layer before it",
				message(INPUT, new Node("a", same(2), "b"), new Node("b", same(2), "input")));
		assertEquals(
				"net: layer 'a' takes 'a', expected a layer before it, not itself",
				message(INPUT, new Node("a", same(2), "a")));
	}

	@Test
	void thereIsOneInput() {
		assertEquals(
				"net: expected one Input layer, got 2: input, other",
				message(
						INPUT,
						new Node("other", new Input(Shape.image(16, 16, 1))),
						new Node("sum", new Add(), "input", "other")));
		assertEquals("net: expected a layer as output, got 'none'", message("none", Optional.empty(), INPUT));
		assertEquals("net: expected one Input layer, got none", message("a", Optional.empty()));
	}

	@Test
	void layersTakeAsManyInputsAsTheyCan() {
		assertEquals(
				"net: layer 'a' expected one input to Conv2D, got 2",
				message(INPUT, new Node("a", same(2), "input", "input")));
		assertEquals(
				"net: layer 'a' expected one input to Flatten, got 0", message(INPUT, new Node("a", new Flatten())));
		assertEquals(
				"net: layer 'a' expected two or more inputs to Add, got 1",
				message(INPUT, new Node("a", new Add(), "input")));
		assertEquals(
				"net: layer 'a' is an Input, expected no inputs to it, got 1",
				message(INPUT, new Node("a", new Input(Shape.vector(1)), "input")));
	}

	@Test
	void unpoolingNamesAPooling() {
		assertEquals(
				"net: layer 'u' expected a MaxPooling2D layer before it whose switches it uses, got 'a', a Conv2D",
				message(INPUT, new Node("a", same(2), "input"), new Node("u", new MaxUnpooling2D("a"), "a")));
		assertEquals(
				"net: layer 'u' expected a MaxPooling2D layer before it whose switches it uses, got 'p'",
				message(INPUT, new Node("u", new MaxUnpooling2D("p"), "input")));
	}

	@Test
	void noLayerLeadsNowhere() {
		assertEquals(
				"net: layer 'dead' leads nowhere, expected every layer on a way to the output 'a'",
				message("a", Optional.empty(), INPUT, new Node("a", same(2), "input"), new Node("dead", same(2), "a")));
	}

	@Test
	void theLatentLiesInBetween() {
		for (final String latent : List.of("input", "a", "nowhere"))
			assertEquals(
					"net: expected a layer between input and output as latent, got '" + latent + "'",
					message("a", Optional.of(latent), INPUT, new Node("a", same(2), "input")));
	}

	@Test
	void theConstructorRefusesWhatTheFactoryRefuses() {
		final String message = assertThrows(
						IllegalArgumentException.class,
						() -> new Architecture("net", "", List.of(INPUT), "none", Optional.empty()))
				.getMessage();
		assertEquals("net: expected a layer as output, got 'none'", message);
		assertTrue(message("input", Optional.empty(), "two\nlines", INPUT).startsWith("expected one line as the name"));
	}

	@Test
	void layersRefuseValuesThatNoneCanHave() {
		assertThrows(IllegalArgumentException.class, () -> same(0));
		assertThrows(IllegalArgumentException.class, () -> new Dropout(1));
		assertThrows(IllegalArgumentException.class, () -> new Dropout(Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> new BatchNormalization(0.9, 0));
		assertThrows(IllegalArgumentException.class, () -> new Dense(3, Activation.RELU, -1, true));
		assertThrows(IllegalArgumentException.class, () -> Size.of(0));
		assertThrows(IllegalArgumentException.class, () -> new Node("a/b", new Flatten(), "input"));
		assertThrows(IllegalArgumentException.class, () -> new Reshape(Shape.image(3)));
	}

	@Test
	void encoderAndDecoderTogetherAreTheWhole() throws Exception {
		final Architecture whole = Architectures.named("cae-strided").build();
		final Architecture encoder = whole.encoder();
		final Architecture decoder = whole.decoder();
		assertEquals(List.of("input", "encoder_conv1", "encoder_conv2", "latent"), names(encoder));
		assertEquals(List.of("latent", "decoder_conv1", "decoder_conv2", "output"), names(decoder));
		assertEquals(Shape.image(1, 1, 2), decoder.inputShape());
		assertEquals(Shapes.infer(encoder).output(), Shapes.infer(decoder).input());
		assertEquals(Shapes.infer(whole).output(), Shapes.infer(decoder).output());
		assertEquals(
				ParameterCount.of(whole).total(),
				ParameterCount.of(encoder).total() + ParameterCount.of(decoder).total());
		assertEquals(Optional.empty(), encoder.latent());
	}

	@Test
	void aDecoderOfAnySizeHasALatentOfAnySize() throws Exception {
		final NamedArchitecture named = Architectures.named("cae-strided");
		final Architecture free = named.build(named.defaults().withSize(0, 0));
		assertEquals(Shape.image(2), free.decoder().inputShape());
		assertEquals(
				Shape.image(32, 36, 1),
				Shapes.infer(free, Shape.image(32, 36, 1)).output());
	}

	@Test
	void aSkipOverTheLatentLeavesNoDecoder() throws Exception {
		final Architecture net = Architecture.of(
				"net",
				"",
				List.of(
						INPUT,
						new Node("conv1", same(4), "input"),
						new Node("latent", same(4), "conv1"),
						new Node("up", same(4), "latent"),
						new Node("add1", new Add(), "up", "conv1")),
				"add1",
				Optional.of("latent"));
		assertEquals(List.of("input", "conv1", "latent"), names(net.encoder()));
		assertEquals(
				"net: expected a decoder that needs the latent 'latent' only, but layer 'add1' takes 'conv1' of the "
						+ "encoder",
				assertThrows(ModelException.class, net::decoder).getMessage());
	}

	@Test
	void switchesFromTheEncoderLeaveNoDecoder() throws Exception {
		final Architecture net = Architectures.named("cae-unpooling").build();
		assertEquals(Shape.image(28, 28, 128), Shapes.infer(net.encoder()).output());
		assertEquals(
				"cae-unpooling: expected a decoder that needs the latent 'encoder_pool3' only, but layer "
						+ "'decoder_unpool1' needs the switches of 'encoder_pool3' of the encoder",
				assertThrows(ModelException.class, net::decoder).getMessage());
	}

	@Test
	void withoutALatentThereAreNoHalves() throws Exception {
		final Architecture net = Architectures.named("fcn-small").build();
		assertTrue(assertThrows(ModelException.class, net::encoder).getMessage().contains("names its latent"));
	}

	@Test
	void layersAreFrozenByName() throws Exception {
		final Architecture net = Architectures.named("cae-strided").build();
		final Architecture frozen = net.withTrainable(List.of("encoder_conv1", "latent"), false);
		assertEquals(new ParameterCount(51_459 - 320 - 6_274, 320 + 6_274), ParameterCount.of(frozen));
		assertFalse(frozen.encoder().node("latent").orElseThrow().trainable());
		assertEquals(net, frozen.withTrainable(List.of("encoder_conv1", "latent"), true));
		assertEquals(
				"cae-strided: expected the name of a layer, got 'conv9'",
				assertThrows(ModelException.class, () -> net.withTrainable(List.of("conv9"), false))
						.getMessage());
	}

	private static List<String> names(final Architecture architecture) {
		return architecture.nodes().stream().map(Node::name).toList();
	}

	private static String message(final Node... nodes) {
		return message(nodes[nodes.length - 1].name(), Optional.empty(), nodes);
	}

	private static String message(final String output, final Optional<String> latent, final Node... nodes) {
		return message(output, latent, "net", nodes);
	}

	private static String message(
			final String output, final Optional<String> latent, final String name, final Node... nodes) {
		return assertThrows(ModelException.class, () -> Architecture.of(name, "", List.of(nodes), output, latent))
				.getMessage();
	}
}
