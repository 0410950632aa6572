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
package fovea.infer.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fovea.Fixtures;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.model.library.ModelArchive;
import fovea.tf.SavedModelLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measured halos and strides against what is known of the networks. */
@Tag("thorough")
class GeometryProbeTest {

	private static TileGeometry measure(final Path savedModel) throws Exception {
		try (LoadedModel model =
				LoadedModel.open(ModelArchive.open(savedModel), new SavedModelLoader(), ModelOptions.DEFAULT)) {
			final int channels = model.inputPort().layout().channels().getAsInt();
			return new GeometryProbe(model.network(), model.inputPort(), model.outputPort(), channels).measure();
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"keras3-export-conv-radius4-stride1",
				"keras3-export-unet-softmax3-stride4",
				"tf2-module-sigmoid1-radius3",
				"tf1-ref-variables-radius3",
				"tf1-frozen-radius3",
				"fixed-size-64x64-radius4",
				"int-input-uint8-softmax2",
				"valid-padding-radius4",
				"strided-encoder-decoder-stride4",
				"three-channel-denoise-radius2",
				"volume-zyx-radius2",
				"class-map-int64-3classes"
			})
	void findsStrideAndRadius(final String fixture) throws Exception {
		final Path folder = Fixtures.model(fixture);
		final JsonNode truth = Fixtures.truth(folder);
		final int stride = truth.get("stride").asInt();
		final TileGeometry measured = measure(folder.resolve("savedmodel"));
		final int[] strides = new int[measured.stride().length];
		Arrays.fill(strides, stride);
		assertArrayEquals(strides, measured.stride());
		final int[] halo = Arrays.stream(Fixtures.ints(truth.get("radius")))
				.map(r -> TileGeometry.roundUp(r, stride))
				.toArray();
		assertArrayEquals(halo, measured.halo());
		assertTrue(measured.bytesPerPixel() >= 8, measured.toString());
	}

	@Test
	void findsTheScaleOfAnEncoder() throws Exception {
		try (LoadedModel model = LoadedModel.open(
				ModelArchive.open(
						Fixtures.model("tf2-several-signatures-stride4-latent2").resolve("savedmodel")),
				new SavedModelLoader(),
				new ModelOptions("encode", "", "", ""))) {
			final TileGeometry measured = model.geometry(1);
			assertArrayEquals(new double[] {0.25, 0.25}, measured.scale());
			assertArrayEquals(new int[] {4, 4}, measured.stride());
		}
	}

	@Test
	void findsTheBorderThatValidPaddingLoses() throws Exception {
		assertArrayEquals(
				new int[] {4, 4},
				measure(Fixtures.model("valid-padding-radius4").resolve("savedmodel"))
						.border());
	}

	@Test
	void saysThatANetworkSeesTheWholeImage() throws Exception {
		assertEquals(
				true,
				measure(Fixtures.model("global-average-pooling-no-halo-is-enough")
								.resolve("savedmodel"))
						.global());
	}
}
