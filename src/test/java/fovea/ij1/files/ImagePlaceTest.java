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

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.zarr.ome.OmeVersion;
import fovea.zarr.ome.ZarrImages;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ImagePlace}. */
class ImagePlaceTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({
		"https://server/cells.zarr, cells, https://server/cells.zarr",
		"https://server/cells.ome.zarr/, cells, https://server/cells.ome.zarr/",
		"https://server/a/plate.zarr/B/03/0, plate_B_03_0, https://server/a/plate.zarr/B/03/0",
		"https://server/plate.zarr/B/03/0/?key=x/y.zarr/z, plate_B_03_0, https://server/plate.zarr/B/03/0/",
		"s3://bucket/cells, cells, s3://bucket/cells",
		"S3://my.zarr/cells.zarr/0, cells_0, S3://my.zarr/cells.zarr/0"
	})
	@DisplayName("Results are called after the image, and after where it is in an OME-Zarr; a key is never shown")
	void addresses(final String address, final String stem, final String shown) {
		assertEquals(stem, ImagePlace.of(address).stem());
		assertEquals(shown, ImagePlace.of(address).toString());
	}

	@Test
	@DisplayName("The same of folders; a file in a folder that is called so is called after itself")
	void paths() throws Exception {
		ZarrImages.plate(folder.resolve("plate.zarr"), OmeVersion.V0_4, 1, (x, y) -> x, "A/1");
		assertEquals("plate", stem("plate.zarr"));
		assertEquals("plate_A_1_0", stem("plate.zarr/A/1/0"));
		Files.createFile(folder.resolve("plate.zarr/cell.ome.tif"));
		assertEquals("cell", stem("plate.zarr/cell.ome.tif"));
	}

	private String stem(final String path) {
		return ImagePlace.of(folder.resolve(path)).stem();
	}
}
