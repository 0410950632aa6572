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

import fovea.base.FoveaException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.model.Normalization;
import fovea.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelCardTest {

	private static String of(final int planes, final String... images) throws FoveaException {
		final List<Sample> samples = new ArrayList<>();
		for (final String image : images)
			for (int p = 0; p < planes; p++)
				samples.add(Sample.itself(image + " plane " + p, image, new Raster(1, 1, 1, new float[1])));
		final TrainingConfig config =
				TrainingConfig.of(TrainingChoices.of(NetworkChoice.named("cae-denoise"), new NoiseChoice.Nothing())
						.withNormalization(Normalization.NONE)
						.network()
						.build(1, 0, false, 64, 64));
		return TrainingJob.ModelCard.description(config, new Samples(samples, List.of(), List.of()));
	}

	@Test
	void openImagesAreNamed() throws FoveaException {
		final String begin = "Trained with Fovea: cae-denoise on ";
		assertEquals(begin + "1 image: a.tif.", of(1, "a.tif"));
		assertEquals(begin + "3 images: a.tif, b.tif and c.tif.", of(1, "a.tif", "b.tif", "c.tif"));
		assertEquals(begin + "3 planes of a.tif.", of(3, "a.tif"));
		assertEquals(begin + "4 planes of a.tif and b.tif.", of(2, "a.tif", "b.tif"));
		final String[] nine = IntStream.range(0, 9).mapToObj(i -> "i" + i).toArray(String[]::new);
		assertEquals(begin + "9 images: i0, i1, i2, i3, i4, i5, i6, i7 and i8.", of(1, nine));
		final String[] ten = IntStream.range(0, 10).mapToObj(i -> "i" + i).toArray(String[]::new);
		assertEquals(begin + "10 images: i0, i1, i2, i3, i4, i5, i6, i7 and 2 others.", of(1, ten));
	}
}
