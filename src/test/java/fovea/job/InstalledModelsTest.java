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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.model.library.ModelLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstalledModelsTest {

	@TempDir
	Path folder;

	private ModelLibrary library;
	private InstalledModels models;

	/** A zip with all that a training leaves beside it, and a folder. */
	@BeforeEach
	void install() throws Exception {
		library = new ModelLibrary(List.of(folder.resolve("models")));
		models = new InstalledModels(library);
		final LibraryEntry entry = new LibraryEntry(library, "cells");
		Files.createDirectories(entry.files().curves().getParent());
		Files.createDirectories(entry.checkpoints().resolve("epoch-000001"));
		Files.createDirectories(library.folder().resolve("unpacked"));
		Files.writeString(entry.checkpoints().resolve("epoch-000001").resolve("checkpoint.json"), "{}");
		Files.writeString(entry.files().curves(), "epoch");
		models.export("nuclei-cae", entry.files().model(), false);
		Files.writeString(library.folder().resolve("unpacked").resolve("saved_model.pb"), "graph");
	}

	private Set<String> left() throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile)
					.map(file -> folder.relativize(file).toString().replace('\\', '/'))
					.collect(Collectors.toSet());
		}
	}

	@Test
	void aModelIsExportedAsItIs() throws Exception {
		final Path target = Files.createDirectory(folder.resolve("shared"));
		assertEquals(target.resolve("cells.zip"), models.export("cells", target, false));
		assertArrayEquals(
				Files.readAllBytes(library.folder().resolve("cells.zip")),
				Files.readAllBytes(target.resolve("cells.zip")));
		assertTrue(assertThrows(ModelException.class, () -> models.export("cells", target, false))
				.getMessage()
				.endsWith("cells.zip exists: expected another file; overwrite=true (--overwrite) replaces it"));
		models.export("cells", target, true);
		models.export("unpacked", target.resolve("u.zip"), false);
		assertEquals(
				Set.of("cells", "u"),
				Set.copyOf(new ModelLibrary(List.of(target))
						.models().stream()
								.filter(model -> !model.isBundled())
								.map(model -> model.name())
								.toList()));
		ModelFacts.of(new ModelLibrary(List.of(target)), "cells");
		assertThrows(
				ModelException.class,
				() -> models.export("cells", folder.resolve("no").resolve("x.zip"), false));
	}

	@Test
	void whatIsBesideAModelIsRenamedAndRemovedWithIt() throws Exception {
		models.rename("cells", "round cells");
		assertEquals(
				Set.of(
						"models/round cells.zip",
						"models/unpacked/saved_model.pb",
						"trainings/round cells/round cells-curves.csv",
						"checkpoints/round cells/epoch-000001/checkpoint.json"),
				left());
		models.rename("unpacked", "folder");
		models.remove("round cells");
		assertEquals(Set.of("models/folder/saved_model.pb"), left());
		models.remove("folder");
		assertEquals(Set.of(), left());
		assertFalse(Files.exists(folder.resolve("trainings").resolve("round cells")));
		assertTrue(Files.isDirectory(folder.resolve("models")));
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"nuclei | x | the model 'nuclei' comes with Fovea and cannot be renamed",
				"cells | unpacked | name: expected one that no model has, there is a model 'unpacked' already",
				"cells | ../x | name: expected letters, digits, spaces and . _ + - ( ), beginning with a letter or "
						+ "digit, got '../x'",
				"cell | x | model: expected one of blobs-threshold, cells, denoise, denoise-fluo, nuclei, "
						+ "nuclei-cae, smooth-denoise, unpacked; got 'cell'"
			})
	void whatCannotBeRenamedIsToldAndStays(final String name, final String other, final String message)
			throws Exception {
		final Set<String> before = left();
		assertEquals(
				message,
				assertThrows(ModelException.class, () -> models.rename(name, other))
						.getMessage());
		assertEquals(before, left());
	}

	@Test
	void whatComesWithFoveaStays() throws Exception {
		final Set<String> before = left();
		assertEquals(
				"the model 'denoise' comes with Fovea and cannot be removed",
				assertThrows(ModelException.class, () -> models.remove("denoise"))
						.getMessage());
		assertEquals(before, left());
	}

	/** A link to a folder elsewhere is removed, not the folder. */
	@Test
	void linksAreNotFollowed() throws Exception {
		final Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
		Files.writeString(elsewhere.resolve("saved_model.pb"), "graph");
		Files.createSymbolicLink(library.folder().resolve("linked"), elsewhere);
		models.remove("linked");
		assertTrue(Files.exists(elsewhere.resolve("saved_model.pb")));
		assertFalse(library.names().contains("linked"));
	}
}
