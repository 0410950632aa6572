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
package fovea.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelImportTest {

	@TempDir
	private Path folder;

	private ModelLibrary library() {
		return new ModelLibrary(List.of(folder.resolve("models")));
	}

	private Path zip(final String name) throws Exception {
		final ModelLibrary library = library();
		return ModelExport.write(
				library,
				library.model("blobs-threshold"),
				Files.createDirectories(folder.resolve("from")).resolve(name),
				true);
	}

	@Test
	void aZipIsFoundByTheNameOfItsFile() throws Exception {
		assertEquals("my net", ModelImport.add(library(), zip("my net.zip")));
		final LibraryModel model = library().model("my net");
		assertEquals(
				folder.resolve("models").resolve("my net.zip"), model.file().orElseThrow());
		library().open(model).close();
		assertTrue(Files.exists(folder.resolve("from").resolve("my net.zip")), "the original stays");
	}

	@Test
	void aFolderIsCopiedWithAllThatIsInIt() throws Exception {
		final Path unpacked = Files.createDirectories(folder.resolve("from").resolve("unpacked"));
		try (ModelArchive archive = ModelArchive.open(zip("any.zip"));
				Stream<Path> files = Files.walk(archive.savedModel())) {
			for (final Path file : files.toList())
				Files.copy(
						file,
						unpacked.resolve(archive.savedModel().relativize(file).toString()),
						java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		}
		assertEquals("unpacked", ModelImport.add(library(), unpacked));
		library().open("unpacked").close();
	}

	@Test
	void aNameThatIsTakenGetsANumber() throws Exception {
		assertEquals("nuclei-2", ModelImport.add(library(), zip("nuclei.zip")));
		assertEquals("nuclei-3", ModelImport.add(library(), zip("nuclei.zip")));
		assertEquals("a-b", ModelImport.add(library(), zip("[a]@b.zip")));
	}

	@Test
	void whatIsNoModelIsRefusedAndLeavesNothing() throws Exception {
		final Path text = Files.writeString(folder.resolve("photo.png"), "no model");
		assertThrows(ModelException.class, () -> ModelImport.add(library(), text));
		assertThrows(ModelException.class, () -> ModelImport.add(library(), folder.resolve("nothing.zip")));
		assertTrue(Files.notExists(folder.resolve("models")));
	}

	@Test
	void whatIsSetByHandComesLastAndOnesOwnBeforeIt() throws Exception {
		ModelImport.add(library(), zip("a-mine.zip"));
		assertEquals(
				List.of(
						"denoise",
						"denoise-fluo",
						"nuclei",
						"nuclei-cae",
						"a-mine",
						"blobs-threshold",
						"smooth-denoise"),
				library().modelsForPeople().stream().map(LibraryModel::name).toList());
	}
}
