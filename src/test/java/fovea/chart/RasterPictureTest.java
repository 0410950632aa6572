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
package fovea.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.image.Raster;
import fovea.model.ClassSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class RasterPictureTest {

	private static final List<ClassSpec> CLASSES =
			List.of(new ClassSpec("none", 0x102030), new ClassSpec("cell", 0xFF0000));

	private static final Raster OUTPUT = new Raster(1, 2, 2, new float[] {0.9f, 0.1f, 0.4f, 0.6f});

	@Test
	void classesLieOverTheImageAndBackgroundLetsItThrough() {
		final Raster image = new Raster(1, 2, 1, new float[] {0.25f, 0.5f});
		assertArrayEquals(
				new float[] {0.25f, 0.25f, 0.25f, 0.7f, 0.3f, 0.3f},
				RasterPicture.ofClassesOver(image, OUTPUT, CLASSES, 0.4f).data(),
				1e-6f);
		final Raster color = new Raster(1, 2, 3, new float[] {0.1f, 0.2f, 0.3f, 0, 1, 0.5f});
		assertArrayEquals(
				new float[] {0.1f, 0.2f, 0.3f, 0.5f, 0.5f, 0.25f},
				RasterPicture.ofClassesOver(color, OUTPUT, CLASSES, 0.5f).data(),
				1e-6f);
	}

	@Test
	void imageAndClassesMustBeOfOneSize() {
		assertThrows(
				IllegalArgumentException.class,
				() -> RasterPicture.ofClassesOver(new Raster(2, 1, 1, new float[2]), OUTPUT, CLASSES, 0.5f));
	}
}
