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
package fovea.latent;

import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.image.SquareCrop;
import net.imglib2.img.array.ArrayImgs;

/**
 * Makes items of squares that are cut out of a plane and resized, as networks of single objects are trained on.
 * Stateless.
 */
public final class CropItem {

	private CropItem() {}

	/**
	 * @param id of the item
	 * @param label of the item
	 * @param plane of one slice and frame
	 * @param square what is cut out; beyond the plane its pixels are mirrored
	 * @param width columns of the item
	 * @param height rows of the item
	 * @param place in the source, of the square in the plane
	 * @return an item that is an image of its own: it is normalized for itself
	 */
	public static Item of(
			final String id,
			final String label,
			final Image plane,
			final SquareCrop square,
			final int width,
			final int height,
			final ItemLocation place) {
		final Raster crop = square.of(Raster.planesOf(plane).get(0), height, width);
		final int area = width * height;
		final float[] planar = new float[crop.data().length];
		for (int i = 0; i < area; i++)
			for (int c = 0; c < crop.channels(); c++) planar[c * area + i] = crop.data()[i * crop.channels() + c];
		final Image pixels = new Image(
				id, ArrayImgs.floats(planar, width, height, crop.channels(), 1, 1), Calibration.PIXELS, false);
		return new Item(id, label, pixels, pixels, place);
	}
}
