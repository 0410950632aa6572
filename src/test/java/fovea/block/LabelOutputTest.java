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
package fovea.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ome.OmeAxis;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.ome.OmeLabels;
import fovea.zarr.ome.OmeLevel;
import fovea.zarr.ome.OmeVersion;
import fovea.zarr.store.FolderStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where labels go, and who may write there. */
class LabelOutputTest {

	@TempDir
	Path folder;

	@Test
	void ofTwoTheSecondIsRefused() throws Exception {
		final Path labels = folder.resolve("labels.zarr");
		try (LabelOutput first = LabelOutput.open(labels)) {
			assertEquals(folder.resolve("labels-objects.csv"), first.table());
			final ImageException e = assertThrows(ImageException.class, () -> LabelOutput.open(labels));
			assertEquals("Another process writes '" + labels + "' now", e.getMessage());
		}
		LabelOutput.open(labels).close();
	}

	@Test
	void whatIsThereIsNotReplaced() throws Exception {
		final Path labels = Files.createDirectory(folder.resolve("labels.zarr"));
		LabelOutput.open(labels).close(); // nothing is in it
		assertFalse(Files.exists(labels));
		assertFalse(Files.exists(folder.resolve("labels.zarr.work")));
		Files.createDirectory(labels);
		Files.createFile(labels.resolve("mine.txt"));
		final ImageException e = assertThrows(ImageException.class, () -> LabelOutput.open(labels));
		assertTrue(e.getMessage().contains("is there already, and is not replaced"), e.getMessage());
		final Path file = Files.createFile(folder.resolve("file.zarr"));
		assertThrows(ImageException.class, () -> LabelOutput.open(file));
	}

	@Test
	void aRunThatWasEndedWhileItTidiedUpIsComplete() throws Exception {
		final Path labels = folder.resolve("labels.zarr");
		try (LabelOutput output = LabelOutput.open(labels)) {
			Files.createFile(labels.resolve("zarr.json"));
			output.complete();
		}
		assertFalse(Files.exists(folder.resolve("labels.zarr.work")));
		Files.createDirectories(folder.resolve("labels.zarr.work/find-1.0"));
		Files.createFile(folder.resolve("labels.zarr.work/complete"));
		assertThrows(ImageException.class, () -> LabelOutput.open(labels));
		assertFalse(Files.exists(folder.resolve("labels.zarr.work")));
	}

	@ParameterizedTest
	@EnumSource(OmeVersion.class)
	void labelsInAnImageAreListed(final OmeVersion version) throws Exception {
		final Path image = folder.resolve("cells.zarr");
		try (FolderStore store = FolderStore.create(image)) {
			ZarrGroup.create(
					store,
					"",
					version == OmeVersion.V0_4 ? 2 : 3,
					new OmeImage(
									"",
									List.of(
											OmeAxis.of(OmeAxis.Kind.Y, Optional.empty()),
											OmeAxis.of(OmeAxis.Kind.X, Optional.empty())),
									List.of(new OmeLevel("0", List.of(1.0, 1.0), List.of(0.0, 0.0))),
									List.of(),
									false)
							.attributes(version));
			for (final String name : List.of("nuclei", "cells", "nuclei"))
				try (LabelOutput output =
						LabelOutput.open(image.resolve("labels").resolve(name))) {
					output.register(version);
				}
			assertEquals(
					List.of("nuclei", "cells"),
					OmeLabels.read(ZarrGroup.open(store, "labels").attributes(), "test"));
		}
	}

	@Test
	void elsewhereNothingIsListed() throws Exception {
		try (LabelOutput output = LabelOutput.open(folder.resolve("labels/nuclei.zarr"))) {
			output.register(OmeVersion.V0_5);
		}
		assertFalse(Files.exists(folder.resolve("labels/zarr.json")));
	}
}
