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
package fovea.ij1.files;

import fovea.base.ImageException;
import fovea.ij1.ImageFiles;
import fovea.image.Raster;
import fovea.io.DataType;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.nio.file.Path;

/** A plane of gray values as an image file. */
public final class PlaneFile {

	private PlaneFile() {}

	/**
	 * Writes an image as {@link ImageFiles#save} does.
	 *
	 * @param plane of one channel
	 * @param type UINT8, UINT16 or FLOAT32; for integers values are rounded and clipped
	 * @param file where, ending in .tif, or for integers in .png
	 * @throws ImageException if it could not be written, in which case nothing is left
	 */
	public static void write(final Raster plane, final DataType type, final Path file) throws ImageException {
		if (plane.channels() != 1)
			throw new IllegalArgumentException("expected one channel, got " + plane.dimensions());
		final FloatProcessor values = new FloatProcessor(plane.width(), plane.height(), plane.data());
		final ImageProcessor pixels = switch (type) {
			case UINT8 -> new ByteProcessor(plane.width(), plane.height());
			case UINT16 -> new ShortProcessor(plane.width(), plane.height());
			case FLOAT32 -> values;
			default -> throw new IllegalArgumentException("expected UINT8, UINT16 or FLOAT32, got " + type);
		};
		final int max = type == DataType.UINT8 ? 0xFF : 0xFFFF;
		if (pixels != values)
			for (int i = 0; i < plane.data().length; i++)
				pixels.set(i, Math.max(0, Math.min(max, Math.round(plane.data()[i]))));
		pixels.resetMinAndMax();
		ImageFiles.save(new ImagePlus(file.getFileName().toString(), pixels), file);
	}
}
