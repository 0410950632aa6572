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
package fovea.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.model.library.ModelLibrary;
import fovea.train.Baseline;
import fovea.train.result.Judgement;
import fovea.train.result.PastTraining;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFactsTest {

	private final ModelLibrary library = new ModelLibrary(List.of(Path.of("none")));

	@Test
	void theCardOfNucleiHasAllThatItSays() throws Exception {
		final ModelFacts facts = ModelFacts.of(library, "nuclei");
		final Map<String, String> rows =
				facts.rows().stream().collect(Collectors.toMap(ModelFacts.Row::what, ModelFacts.Row::text));
		assertEquals(
				"1 channel, x from 16 on in steps of 16 (other images are padded), y from 16 on in steps of 16 "
						+ "(other images are "
						+ "padded); axes byxc",
				rows.get("wants"));
		assertEquals("percentiles 1 and 99.8 become 0 and 1", rows.get("normalized"));
		assertEquals("classes: background, nucleus, border", rows.get("gives"));
		assertTrue(
				rows.get("trained")
						.matches("fcn-deep-wide on \\d+ images, 25 others for validation; best epoch \\d+ of \\d+"),
				rows.get("trained"));
		assertTrue(
				rows.get("compared").matches("mean iou of all classes 0\\.\\d+ with the network"),
				rows.get("compared"));
		assertTrue(rows.get("size").matches("1,05\\d,\\d{3} weights, \\d\\.\\d MB"), rows.get("size"));
		assertEquals("BSD-2-Clause", rows.get("license"));
		assertEquals("comes with Fovea", rows.get("file"));
		assertEquals(256, facts.sample().orElseThrow().input().width());
		assertEquals(3, facts.sample().orElseThrow().output().channels());
		final PastTraining training = facts.training().orElseThrow();
		assertEquals(
				training.history().size(),
				training.history().get(training.history().size() - 1).epoch());
		assertTrue(training.score().getAsDouble() > 0.5);
	}

	@ParameterizedTest
	@ValueSource(strings = {"blobs-threshold", "denoise", "denoise-fluo", "nuclei-cae", "smooth-denoise"})
	void everyModelInsideHasACard(final String name) throws Exception {
		final ModelFacts facts = ModelFacts.of(library, name);
		assertTrue(
				facts.rows().stream()
						.anyMatch(row -> row.what().equals("size") && row.text().contains("weights")),
				facts.rows()::toString);
		assertTrue(facts.summary().endsWith("."), facts.summary());
		assertTrue(facts.sample().isPresent());
		assertEquals(
				name.contains("-threshold") || name.contains("smooth"),
				facts.training().isEmpty());
	}

	/** Keras lists them twice. */
	@Test
	void weightsCountOnce() throws Exception {
		final ModelFacts facts = ModelFacts.of(library, "blobs-threshold");
		assertTrue(facts.rows().stream().anyMatch(row -> row.text().startsWith("146 weights")), facts.rows()::toString);
	}

	@Test
	void aNetworkIsComparedInItsOwnMetric() {
		final Comparison comparison = new Comparison(
				"psnr",
				OptionalDouble.of(28.125),
				List.of(
						new Baseline("median filter", "3 x 3", Map.of("psnr", 25.21, "ssim", 0.5)),
						new Baseline("input as it is", "", Map.of("psnr", 20.0))),
				Optional.empty());
		assertEquals(
				"psnr 28.13 with the network; without: median filter (3 x 3) 25.21, input as it is 20.00",
				comparison.line());
		assertEquals("", new Comparison("psnr", OptionalDouble.empty(), List.of(), Optional.empty()).line());
		assertEquals(
				"mean iou of all classes 0.5000 with the network; without: Otsu's threshold (foreground) 0.2500",
				new Comparison(
								"iou",
								OptionalDouble.of(0.5),
								List.of(new Baseline("Otsu's threshold", "", Map.of("iou", 0.25))),
								Optional.empty())
						.line());
	}

	@Test
	void aSegmentationIsComparedByTheSameMeasures() {
		assertEquals(
				"on what was held back: IoU 0.9000, AP50 0.8000 with the network; without: Otsu's threshold (bright "
						+ "objects) IoU 0.7000, AP50 0.8500",
				judged(true, 0.7, 0.85));
		assertEquals(
				"on what was held back: IoU 0.9000, AP50 0.8000 with the network; without: Otsu's threshold (bright "
						+ "objects) IoU 0.9500, AP50 0.8500. Better without a network: Otsu's threshold (bright "
						+ "objects)",
				judged(true, 0.95, 0.85));
		assertEquals(
				"on what it learned from, since nothing was held back: IoU 0.9000, AP50 0.8000 with the network; "
						+ "without: Otsu's threshold (bright objects) IoU 0.9500, AP50 0.8500",
				judged(false, 0.95, 0.85));
	}

	private static String judged(final boolean validated, final double iou, final double ap50) {
		return new Comparison(
						"iou",
						OptionalDouble.empty(),
						List.of(),
						Optional.of(new Judgement(
								validated,
								Map.of("iou", 0.9, "ap50", 0.8),
								List.of(new Baseline(
										"Otsu's threshold", "bright objects", Map.of("iou", iou, "ap50", ap50))))))
				.line();
	}
}
