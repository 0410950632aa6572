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

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.TrainingException;
import fovea.model.library.ModelLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryEntryTest {

	@TempDir
	Path folder;

	private LibraryEntry entry(final String name) {
		return new LibraryEntry(new ModelLibrary(List.of(folder.resolve("models"))), name);
	}

	@Test
	void onlyTheModelIsAmongTheModels() throws TrainingException {
		final LibraryEntry entry = entry("cells 2");
		entry.prepare(false);
		assertEquals(
				folder.resolve("models").resolve("cells 2.zip"), entry.files().model());
		assertEquals(
				folder.resolve("trainings").resolve("cells 2").resolve("cells 2-curves.csv"),
				entry.files().curves());
		assertEquals(folder.resolve("checkpoints").resolve("cells 2"), entry.checkpoints());
		assertTrue(Files.isDirectory(entry.files().samplesPicture().getParent()));
		assertFalse(Files.exists(entry.checkpoints()));
		assertFalse(entry.library().names().contains("cells 2"));
	}

	@Test
	void nothingIsLeftOfATrainingThatLeftNothing() throws Exception {
		final LibraryEntry entry = entry("cells");
		entry.tidy();
		entry.prepare(false);
		entry.tidy();
		assertFalse(Files.exists(folder.resolve("trainings").resolve("cells")));
		entry.prepare(false);
		Files.writeString(entry.files().curves(), "epoch");
		entry.tidy();
		assertEquals("epoch", Files.readString(entry.files().curves()));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " a", "a ", "../a", "a/b", "a\\b", ".a", "a.", "a:b", "a*", "a\nb"})
	void otherNamesAreRefused(final String name) {
		final String message = assertThrows(
						TrainingException.class, () -> entry(name).prepare(true))
				.getMessage();
		assertTrue(message.startsWith("name: expected letters"), message);
	}

	@ParameterizedTest
	@ValueSource(strings = {"a", "Zellkerne (größer)", "1.5-x+y_z", "細胞"})
	void theseAreNames(final String name) {
		assertDoesNotThrow(() -> entry(name).prepare(false));
	}

	@Test
	void aModelIsReplacedWhereThatIsSaidOnly() throws IOException {
		Files.writeString(Files.createDirectories(folder.resolve("models")).resolve("a.zip"), "");
		assertThrows(TrainingException.class, () -> entry("a").prepare(false));
		assertDoesNotThrow(() -> entry("a").prepare(true));
		Files.createDirectory(folder.resolve("models").resolve("b"));
		assertTrue(assertThrows(TrainingException.class, () -> entry("b").prepare(true))
				.getMessage()
				.contains("is a folder"));
	}

	@ParameterizedTest
	@CsvSource({"my cells.tif, my-cells-net", "'..', net", "'C1-cells: (a)', C1-cells-(a)-net", "'', net"})
	void aNameIsProposedThatIsOne(final String data, final String name) {
		assertEquals(name, LibraryEntry.proposed(data, "net"));
		assertDoesNotThrow(() -> entry(LibraryEntry.proposed(data, "net")).prepare(false));
	}
}
