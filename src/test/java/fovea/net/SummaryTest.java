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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.net.layer.Activation;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Dense;
import fovea.net.layer.Flatten;
import fovea.net.layer.Input;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.zoo.Architectures;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SummaryTest {

	/** Numbers as Keras 3.15 prints them of the same model. */
	@Test
	void theTableHasKerasColumnsAndTotals() throws Exception {
		final Architecture net = Graphs.of(
				new Node("input", new Input(Shape.image(28, 28, 1))),
				new Node("conv2d", Graphs.conv(32, 3, 2, Padding.SAME), "input"),
				new Node("batch_normalization", new BatchNormalization(), "conv2d"),
				new Node("flatten", new Flatten(), "batch_normalization"),
				new Node("dense", new Dense(3, Activation.LINEAR), "flatten"));
		assertEquals("""
			Model: "net"
			__________________________________________________________________________________________
			Layer (type)                              Output Shape        Param #  Connected to
			==========================================================================================
			input (Input)                             (None, 28, 28, 1)         0
			conv2d (Conv2D)                           (None, 14, 14, 32)      320  input
			batch_normalization (BatchNormalization)  (None, 14, 14, 32)      128  conv2d
			flatten (Flatten)                         (None, 6272)              0  batch_normalization
			dense (Dense)                             (None, 3)            18,819  flatten
			==========================================================================================
			Total params: 19,267 (75.26 KB)
			Trainable params: 19,203 (75.01 KB)
			Non-trainable params: 64 (256.00 B)
			__________________________________________________________________________________________
			""", net.summary());
	}

	@Test
	void freeLengthsFrozenLayersAndSwitchesShow() throws Exception {
		final Architecture net = Graphs.of(
				new Node("input", new Input(Shape.image(1))),
				new Node("pool", new MaxPooling2D(2), "input"),
				new Node("conv", Graphs.same(1), List.of("pool"), false),
				new Node("unpool", new MaxUnpooling2D("pool"), "conv"));
		final String summary = net.summary();
		assertTrue(summary.contains("(None, None, None, 1)"), summary);
		assertTrue(summary.contains("conv (Conv2D) frozen"), summary);
		assertTrue(summary.contains("conv, pool (switches)"), summary);
		assertTrue(summary.contains("Trainable params: 0 (0.00 B)\nNon-trainable params: 10 (40.00 B)"), summary);
	}

	@Test
	void theTableDoesNotDependOnTheLocale() throws Exception {
		final Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			assertTrue(Architectures.named("fcn8-vgg16").build().summary().contains("136,514,116 (520.76 MB)"));
		} finally {
			Locale.setDefault(before);
		}
	}
}
