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
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.model.rdf.RdfReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposeTest {

	private static final String SMALL = """
		format_version: 0.5.4
		type: model
		name: small
		TAGS
		inputs:
		- id: in
		  axes: [{type: batch}, {type: space, id: y, size: {min: 1, step: 1}}, {type: space, id: x, size: {min: 1, step: 1}},
		    {type: channel, channel_names: [a]}]
		outputs:
		- id: out
		  axes: OUT
		  postprocessing: [POST]
		weights: {tensorflow_saved_model_bundle: {source: w.zip}}
		config: {CONFIG}
		""";
	private static final String IMAGE = "[{type: batch}, {type: space, id: y, size: {tensor_id: in, axis_id: y}}, "
			+ "{type: space, id: x, size: {tensor_id: in, axis_id: x}}, {type: channel, channel_names: [p, q]}]";
	private static final String VECTOR = "[{type: batch}, {type: channel, channel_names: [p, q]}]";

	private static PurposeFinding finding(final String tags, final String out, final String post, final String config)
			throws ModelException {
		return RdfReader.parse(
						SMALL.replace("TAGS", tags)
								.replace("OUT", out)
								.replace("POST", post)
								.replace("CONFIG", config),
						"rdf.yaml")
				.spec()
				.purpose();
	}

	@ParameterizedTest
	@CsvSource({
		"nuclei, SEGMENTS",
		"blobs-threshold, SEGMENTS",
		"denoise, RESTORES",
		"denoise-fluo, RESTORES",
		"nuclei-cae, RESTORES",
		"smooth-denoise, RESTORES"
	})
	void whatTheModelsInsideAreForIsSure(final String name, final Purpose purpose) throws ModelException {
		try (ModelArchive archive = new ModelLibrary(List.of()).open(name)) {
			assertEquals(
					new PurposeFinding(Optional.of(purpose), true),
					archive.spec().orElseThrow().purpose());
		}
	}

	@Test
	void aDescriptionThatSaysItIsSure() throws ModelException {
		assertEquals(sure(Purpose.SEGMENTS), finding("", IMAGE, "", "fovea: {classes: [ground, cell]}"));
		assertEquals(sure(Purpose.CLASSIFIES), finding("", VECTOR, "", "fovea: {classes: [a, b]}"));
		assertEquals(sure(Purpose.RESTORES), finding("", IMAGE, "", "fovea: {training: {architecture: x}}"));
		assertEquals(sure(Purpose.RESTORES), finding("", IMAGE, "", "fovea: {task: denoise}"));
		assertEquals(sure(Purpose.SEGMENTS), finding("tags: [denoising]", IMAGE, "{id: softmax}", ""));
		assertEquals(sure(Purpose.SEGMENTS), finding("", IMAGE, "{id: binarize, kwargs: {threshold: 0.5}}", ""));
		assertEquals(
				sure(Purpose.RESTORES),
				finding("", IMAGE, "{id: scale_mean_variance, kwargs: {reference_tensor: in}}", ""));
	}

	@Test
	void wordsSuggestItOnly() throws ModelException {
		assertEquals(hint(Purpose.SEGMENTS), finding("tags: [2d, nuclei-segmentation]", IMAGE, "{id: sigmoid}", ""));
		assertEquals(hint(Purpose.RESTORES), finding("tags: [Denoising, 2018]", IMAGE, "", ""));
		assertEquals(hint(Purpose.RESTORES), finding("", IMAGE, "", "bioimageio: {task: image restoration}"));
		assertEquals(hint(Purpose.SEGMENTS), finding("", IMAGE.replace("p, q", "foreground, q"), "", ""));
		assertEquals(PurposeFinding.UNKNOWN, finding("tags: [segmentation, denoising]", IMAGE, "", ""));
		assertEquals(PurposeFinding.UNKNOWN, finding("tags: {odd: one}", IMAGE, "", ""));
	}

	@Test
	void anotherUseIsRefusedWithTheCommandThatFitsOrWarnedOf() throws ModelException {
		assertEquals(
				"Model 'm' denoises or reconstructs images, expected one that finds objects; "
						+ Purpose.RESTORES.way(Purpose.SEGMENTS),
				refusal(Purpose.RESTORES, Purpose.SEGMENTS));
		assertTrue(Purpose.RESTORES.way(Purpose.SEGMENTS).contains("'Denoise (CAE)...'"));
		assertTrue(Purpose.RESTORES.way(Purpose.SEGMENTS).contains("fovea denoise"));
		assertTrue(Purpose.SEGMENTS.way(Purpose.RESTORES).contains("'Segment (FCN)...' (fovea segment"));
		assertTrue(refusal(Purpose.CLASSIFIES, Purpose.SEGMENTS)
				.endsWith("run it with fovea classify, or take another model, such as nuclei"));
		assertEquals(Optional.empty(), sure(Purpose.SEGMENTS).require("m", Purpose.SEGMENTS, ""));
		assertEquals(Optional.empty(), hint(Purpose.SEGMENTS).require("m", Purpose.SEGMENTS, ""));
		assertTrue(hint(Purpose.SEGMENTS)
				.require("m", Purpose.RESTORES, "do that")
				.orElseThrow()
				.contains("seems to be"));
		final String unknown =
				PurposeFinding.UNKNOWN.require("m", Purpose.RESTORES, "").orElseThrow();
		assertEquals("Model 'm' does not say what it is for: its output is taken for an image", unknown);
		assertFalse(unknown.contains("\n"));
	}

	private static String refusal(final Purpose purpose, final Purpose wanted) {
		return assertThrows(ModelException.class, () -> sure(purpose).require("m", wanted, purpose.way(wanted)))
				.getMessage();
	}

	private static PurposeFinding sure(final Purpose purpose) {
		return new PurposeFinding(Optional.of(purpose), true);
	}

	private static PurposeFinding hint(final Purpose purpose) {
		return new PurposeFinding(Optional.of(purpose), false);
	}
}
