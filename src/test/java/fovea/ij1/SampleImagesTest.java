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
package fovea.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.ImageException;
import ij.ImagePlus;
import ij.io.FileInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleImagesTest {

	@ParameterizedTest
	@ValueSource(strings = {"no.tif", "no.png", "", "../models"})
	void whatIsNotThereIsTold(final String name) {
		final String message = assertThrows(ImageException.class, () -> SampleImages.open(name))
				.getMessage();
		assertEquals(1, message.lines().count(), message);
	}

	/** Saving would otherwise go where the file was. */
	@Test
	void aSampleBelongsToNoFolder() throws ImageException {
		for (final String name : new String[] {"blobs.tif", "nuclei-culture.png"}) {
			final ImagePlus sample = SampleImages.open(name);
			assertEquals(name, sample.getTitle());
			final FileInfo info = sample.getOriginalFileInfo();
			assertEquals("", info == null ? "" : info.directory);
		}
	}

	@Test
	void channelsKeepTheirColors() throws ImageException {
		final ImagePlus sample = SampleImages.open("hela-cells.tif");
		for (int c = 0; c < 3; c++) assertEquals(0xff << 16 - 8 * c, sample.getLuts()[c].getRGB(255) & 0xffffff);
		assertEquals("µm", sample.getCalibration().getUnit());
	}
}
