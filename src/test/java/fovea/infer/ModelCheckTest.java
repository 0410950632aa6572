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

import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.tf.SavedModelLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages with their pre- and postprocessing give what Python computed with the same description. */
class ModelCheckTest {

	@ParameterizedTest
	@ValueSource(strings = {"bioimageio-0.5-segmentation", "bioimageio-0.5-segmentation.zip", "bioimageio-0.4-denoise"})
	void packagesOfOthersGiveTheirTestOutput(final String name) throws Exception {
		try (LoadedModel model = LoadedModel.open(
				ModelArchive.open(Fixtures.model(name)), new SavedModelLoader(), ModelOptions.DEFAULT)) {
			final double difference = ModelCheck.run(model).orElseThrow().maxDifference();
			assertTrue(difference <= 1e-4, "difference " + difference);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"blobs-threshold", "denoise", "nuclei", "nuclei-cae", "smooth-denoise"})
	void bundledModelsGiveTheirTestOutput(final String name) throws Exception {
		try (LoadedModel model =
				LoadedModel.open(new ModelLibrary().open(name), new SavedModelLoader(), ModelOptions.DEFAULT)) {
			assertTrue(ModelCheck.run(model).orElseThrow().maxDifference() <= 1e-5);
		}
	}

	@Test
	void anotherNormalizationGivesSomethingElse() throws Exception {
		try (LoadedModel model = LoadedModel.open(
				ModelArchive.open(Fixtures.model("bioimageio-0.5-segmentation")),
				new SavedModelLoader(),
				new ModelOptions("", "", "", "none"))) {
			assertTrue(ModelCheck.run(model).orElseThrow().maxDifference() > 1e-2);
		}
	}
}
