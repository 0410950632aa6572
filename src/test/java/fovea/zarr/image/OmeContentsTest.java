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
package fovea.zarr.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.ome.ZarrImages;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Store;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link OmeContents}, and which image {@link OmePlace} takes. */
class OmeContentsTest {

	@TempDir
	private Path folder;

	private Path zarr;

	@BeforeEach
	void name() {
		zarr = folder.resolve("plate.zarr");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("A plate holds the fields of its wells, a well its own")
	void plates(final OmeVersion version) throws Exception {
		ZarrImages.plate(zarr, version, 2, (x, y) -> x, "A/1", "B/03");
		assertEquals(
				List.of("A/1/0", "A/1/1", "B/03/0", "B/03/1"), contents(zarr).images());
		assertTrue(contents(zarr).areSeveral());
		assertEquals(List.of("0", "1"), contents(zarr.resolve("B/03")).images());
		final OmeContents field = contents(zarr.resolve("B/03/1"));
		assertEquals(List.of(""), field.images());
		assertFalse(field.areSeveral());
	}

	@Test
	@DisplayName("The only field of the only well is the image")
	void only() throws Exception {
		ZarrImages.plate(zarr, OmeVersion.V0_5, 1, (x, y) -> x, "A/1");
		assertFalse(contents(zarr).areSeveral());
		try (OmePlace place = OmePlace.open(zarr.toString())) {
			assertEquals("A/1/0", place.path());
		}
	}

	@Test
	@DisplayName("A series holds images by their numbers")
	void series() throws Exception {
		try (Store store = FolderStore.create(zarr)) {
			ZarrGroup.create(store, "", 2, Map.of("bioformats2raw.layout", 3));
			for (int i = 0; i < 3; i++) ZarrImages.image(store, "" + i, OmeVersion.V0_4, 8, 8, (x, y) -> x);
		}
		assertEquals(List.of("0", "1", "2"), contents(zarr).images());
	}

	@Test
	@DisplayName("A field outside the plate is none")
	void outside() throws Exception {
		ZarrImages.plate(zarr, OmeVersion.V0_5, 2, (x, y) -> x, "A/1", "A/2");
		try (Store store = FolderStore.open(zarr)) {
			final Map<String, Object> well = Map.of("well", Map.of("images", List.of(Map.of("path", "../../../x"))));
			ZarrGroup.create(store, "A/2", 3, Map.of("ome", well));
		}
		assertEquals(List.of("A/1/0", "A/1/1"), contents(zarr).images());
		assertTrue(
				contents(zarr).problems().get(0).contains("Cannot look into well A/2"),
				contents(zarr).problems()::toString);
	}

	@Test
	@DisplayName("Of a zipped plate it is said what to do")
	void zips() throws Exception {
		ZarrImages.plate(zarr, OmeVersion.V0_5, 1, (x, y) -> x, "A/1", "A/2");
		final Path zip = folder.resolve("plate.ozx");
		try (Stream<Path> files = Files.walk(zarr);
				OutputStream out = Files.newOutputStream(zip);
				ZipOutputStream entries = new ZipOutputStream(out)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				entries.putNextEntry(
						new ZipEntry(zarr.relativize(file).toString().replace('\\', '/')));
				Files.copy(file, entries);
			}
		}
		assertEquals(
				zip + ": holds 2 groups and no image of its own; unpack it and open one of them: A/1, A/2",
				assertThrows(ImageException.class, () -> OmePlace.open(zip.toString()))
						.getMessage());
	}

	@Test
	@DisplayName("Places in an address are before its query")
	void addresses() {
		assertEquals("https://h/p.zarr/A/1/0?token=x", OmeContents.within("https://h/p.zarr/?token=x", "A/1/0"));
		assertEquals("https://h/p.zarr", OmeContents.within("https://h/p.zarr", ""));
		assertEquals("odd?name.zarr/0", OmeContents.within("odd?name.zarr", "0"));
	}

	@Test
	@DisplayName("What cannot be looked into is told by who opens it")
	void none() {
		assertEquals(List.of(""), contents(folder.resolve("none.zarr")).images());
	}

	private static OmeContents contents(final Path path) {
		return OmeContents.of(path.toString());
	}
}
