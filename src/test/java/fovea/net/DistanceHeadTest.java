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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.net.file.ArchitectureFile;
import fovea.net.zoo.Architectures;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceHeadTest {

	@ParameterizedTest
	@ValueSource(strings = {"fcn-small", "fcn-deep", "fcn8-vgg16"})
	void aNetworkOfClassesGetsOneMoreChannelAndLosesItAgain(final String name) throws ModelException {
		final Architecture plain = Architectures.named(name)
				.build(Architectures.named(name).defaults().withClasses(3));
		assertEquals(Optional.empty(), DistanceHead.classes(plain));
		assertSame(plain, DistanceHead.fitted(plain, false));
		final Architecture deep = DistanceHead.fitted(plain, true);
		assertEquals(Optional.of(plain.output()), DistanceHead.classes(deep));
		assertEquals(Optional.of("distance"), DistanceHead.distance(deep));
		assertEquals(4, Shapes.infer(deep).output().channels());
		assertEquals(
				Shapes.infer(plain).output().height(),
				Shapes.infer(deep).output().height());
		assertEquals(Alignment.of(plain), Alignment.of(deep));
		assertEquals(ReceptiveField.of(plain), ReceptiveField.of(deep));
		assertSame(deep, DistanceHead.fitted(deep, true));
		assertEquals(plain, DistanceHead.fitted(deep, false));
	}

	@Test
	void aNetworkOfImagesHasNone() throws ModelException {
		final Architecture denoiser = Architectures.named("cae-denoise").build();
		assertSame(denoiser, DistanceHead.fitted(denoiser, false));
		final String message = assertThrows(ModelException.class, () -> DistanceHead.fitted(denoiser, true))
				.getMessage();
		assertTrue(message.contains("expected a convolution and softmax at the end"), message);
	}

	/** What only looks alike is none: other outputs side by side. */
	@Test
	void twoOutputsSideBySideAreNoDistance() throws ModelException {
		final String two = """
			name: two
			layers:
			  - {type: Input, name: image, shape: [null, null, 1]}
			  - {type: Conv2D, name: a, inputs: image, filters: 2, kernel_size: 1, padding: same, activation: ACTIVATION}
			  - {type: Conv2D, name: b, inputs: image, filters: FILTERS, kernel_size: 1, padding: same}
			  - {type: Concatenate, inputs: [a, b]}
			""";
		assertEquals(Optional.of("a"), classes(two, "softmax", 1));
		assertEquals(Optional.empty(), classes(two, "softmax", 2));
		assertEquals(Optional.empty(), classes(two, "relu", 1));
	}

	private static Optional<String> classes(final String text, final String activation, final int filters)
			throws ModelException {
		return DistanceHead.classes(ArchitectureFile.parse(
				text.replace("ACTIVATION", activation).replace("FILTERS", String.valueOf(filters)), "two.yaml"));
	}
}
