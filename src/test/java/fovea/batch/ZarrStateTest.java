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
package fovea.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.zarr.ome.OmeVersion;
import fovea.zarr.ome.ZarrImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link ZarrState}. */
class ZarrStateTest {

	@TempDir
	private Path folder;

	private Path zarr;
	private FileState before;

	@BeforeEach
	void write() throws Exception {
		zarr = folder.resolve("a.zarr");
		ZarrImages.image(zarr, OmeVersion.V0_4, 20, 20, (x, y) -> x);
		before = FileState.of(zarr);
	}

	@Test
	@DisplayName("The same folder is the same, whatever it is called")
	void same() throws Exception {
		assertEquals(before, FileState.of(zarr));
		assertTrue(before.sha256().matches("[0-9a-f]{64}"), before.sha256());
		Files.move(zarr, folder.resolve("b.zarr"));
		assertEquals(before, FileState.of(folder.resolve("b.zarr")));
	}

	@Test
	@DisplayName("A chunk of the same length that is written anew is another one")
	void rewritten() throws Exception {
		final Path chunk = chunk();
		Files.setLastModifiedTime(
				chunk, FileTime.fromMillis(Files.getLastModifiedTime(chunk).toMillis() + 5));
		assertNotEquals(before.sha256(), FileState.of(zarr).sha256());
	}

	@Test
	@DisplayName("Chunks that have come, gone, or have changed places")
	void moved() throws Exception {
		final Path chunk = chunk();
		Files.move(chunk, chunk.resolveSibling("9"));
		assertNotEquals(before.sha256(), FileState.of(zarr).sha256());
		Files.delete(chunk.resolveSibling("9"));
		assertNotEquals(before.sha256(), FileState.of(zarr).sha256());
	}

	@Test
	@DisplayName("Metadata count by what they say, whatever their dates are")
	void metadata() throws Exception {
		final Path attributes = zarr.resolve(".zattrs");
		final FileTime date = Files.getLastModifiedTime(attributes);
		Files.setLastModifiedTime(attributes, FileTime.fromMillis(0));
		assertEquals(before.sha256(), FileState.of(zarr).sha256());
		Files.writeString(attributes, Files.readString(attributes).replace("0.5", "0.7"));
		Files.setLastModifiedTime(attributes, date);
		assertNotEquals(before.sha256(), FileState.of(zarr).sha256());
	}

	private Path chunk() {
		final Path chunk = zarr.resolve("0/0/1");
		assertTrue(Files.isRegularFile(chunk), chunk.toString());
		return chunk;
	}
}
