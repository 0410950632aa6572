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

import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.model.Normalization;
import fovea.model.ObjectTraits;
import fovea.net.zoo.Architectures;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.TrainingListener;
import fovea.train.TrainingStart;
import fovea.train.config.TrainingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that a person thinks better of, whenever that is. */
@Tag("thorough")
class TrainingJobTest {

	@TempDir
	Path folder;

	private static Samples squares() {
		final List<Sample> samples = new ArrayList<>();
		for (int n = 0; n < 4; n++) {
			final float[] data = new float[256];
			for (int i = 0; i < data.length; i++) data[i] = i / 16 > 2 * n && i % 16 > 4 ? 1 : 0;
			final Raster raster = new Raster(16, 16, 1, data);
			samples.add(new Sample("square " + n, "square " + n, raster, raster));
		}
		return Samples.ofImages(samples);
	}

	private TrainingOutcome train(final TrainingListener listener) throws Exception {
		final TrainingConfig config = TrainingConfig.of(
						Architectures.named("cae-denoise").build())
				.withEpochs(1)
				.withBatch(2)
				.withValidationFraction(0.25);
		return new TrainingJob(
						config,
						squares(),
						Normalization.NONE.steps(),
						new TrainingJob.ModelCard("squares", "Squares.", "", ObjectTraits.UNKNOWN),
						TrainingFiles.beside(folder.resolve("squares.zip")))
				.run(TrainingStart.NEW, new TensorFlowNetworkFactory(), List.of(), listener);
	}

	private List<String> left() throws Exception {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	/**
	 * Asked for the first time when the training is over, for the second when the model is written, then when all is.
	 */
	@ParameterizedTest
	@ValueSource(ints = {1, 2, 3})
	void whoCancelsWhileTheModelIsWrittenKeepsNothing(final int question) throws Exception {
		final int[] asked = {0};
		final TrainingOutcome outcome = train(new TrainingListener() {

			@Override
			public boolean isDiscarded() {
				return ++asked[0] >= question;
			}
		});
		assertEquals(question, asked[0]);
		assertTrue(outcome.record().isEmpty());
		assertEquals(List.of(), left());
	}

	/** Of an earlier training of the same name. */
	@Test
	void theModelBeforeStaysWhereTheNewOneIsNotWanted() throws Exception {
		Files.writeString(folder.resolve("squares.zip"), "the old one");
		final int[] asked = {0};
		train(new TrainingListener() {

			@Override
			public boolean isDiscarded() {
				return ++asked[0] == 3;
			}
		});
		assertEquals("the old one", Files.readString(folder.resolve("squares.zip")));
	}

	@Test
	void theScoreOfTheNetworkIsBesideThoseOfFilters() throws Exception {
		final TrainingOutcome outcome = train(TrainingListener.NONE);
		assertEquals(List.of("squares-curves.csv", "squares-curves.png", "squares-samples.png", "squares.zip"), left());
		assertTrue(outcome.comparison().matches("psnr [\\d.-]+ with the network"), outcome.comparison());
	}
}
