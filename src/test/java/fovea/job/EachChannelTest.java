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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.ImageSource;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.PixelFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EachChannelTest {

	@Test
	void channelsAreImagesOfOneName() throws FoveaException {
		final ImageSource channels =
				EachChannel.of(ImageSource.of("both", List.of(image("a", 2, false), image("b", 2, false))));
		assertEquals(List.of("a", "a", "b", "b"), channels.names());
		for (int i = 0; i < 4; i++) {
			final Image channel = channels.read(i);
			assertEquals("2 x 1, 1 channel, 3 slices, 1 frame", channel.dimensions());
			assertEquals(
					i % 2 + 10,
					channel.plane(0, 1, 0).getAt(0, 0).getRealDouble(),
					"channel " + i % 2 + " of the second slice");
		}
	}

	@Test
	void whatHasOneOrColorsStaysAsItIs() throws FoveaException {
		for (final Image image : List.of(image("gray", 1, false), image("colors", 3, true))) {
			final ImageSource images = ImageSource.of("one", List.of(image));
			assertSame(images, EachChannel.of(images));
		}
	}

	@Test
	void allImagesHaveTheChannelsOfTheFirst() throws FoveaException {
		final ImageSource channels =
				EachChannel.of(ImageSource.of("both", List.of(image("a", 2, false), image("b", 3, false))));
		assertEquals(
				"b: expected 2 channels, as in a, got 3",
				assertThrows(TrainingException.class, () -> channels.read(2)).getMessage());
	}

	/** The value is 10 times the slice and the channel. */
	private static Image image(final String name, final int channels, final boolean rgb) {
		final List<float[]> planes = new ArrayList<>();
		for (int z = 0; z < 3; z++) for (int c = 0; c < channels; c++) planes.add(new float[] {10 * z + c, 10 * z + c});
		return new Image(name, PixelFormat.FLOAT32.wrap(planes, 2, 1, channels, 3, 1), Calibration.PIXELS, rgb);
	}
}
