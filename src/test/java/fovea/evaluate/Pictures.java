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
package fovea.evaluate;

import fovea.base.FoveaException;
import fovea.data.ImageSource;
import fovea.image.Calibration;
import fovea.image.Image;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;

/** Images for tests. */
final class Pictures {

	private Pictures() {}

	/** @return 8 bit; a line of numbers for each row */
	static Image bytes(final String name, final String... rows) {
		final int width = rows[0].split(" ").length;
		final byte[] pixels = new byte[width * rows.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) Integer.parseInt(rows[i / width].split(" ")[i % width]);
		return new Image(name, ArrayImgs.unsignedBytes(pixels, width, rows.length, 1, 1, 1), Calibration.PIXELS, false);
	}

	/** @return 8 bit, all pixels the same */
	static Image constant(final String name, final int side, final int value) {
		final byte[] pixels = new byte[side * side];
		java.util.Arrays.fill(pixels, (byte) value);
		return new Image(name, ArrayImgs.unsignedBytes(pixels, side, side, 1, 1, 1), Calibration.PIXELS, false);
	}

	/** @return 32 bit */
	static Image floats(final String name, final int width, final float... values) {
		return new Image(
				name, ArrayImgs.floats(values, width, values.length / width, 1, 1, 1), Calibration.PIXELS, false);
	}

	static TruthPairs pairs(final List<Image> images, final List<Image> truths) throws FoveaException {
		return TruthPairs.of(ImageSource.of("images", images), ImageSource.of("truths", truths), line -> {
			throw new AssertionError(line);
		});
	}
}
