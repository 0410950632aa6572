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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.model.ZipFixture;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLibraryTest {

	@TempDir
	private Path folder;

	private Path first;
	private Path second;
	private URLClassLoader jar;
	private ModelLibrary library;

	@BeforeEach
	void install() throws IOException {
		first = Files.createDirectory(folder.resolve("first"));
		second = Files.createDirectory(folder.resolve("second"));
		final Path resources = Files.createDirectories(folder.resolve("jar/fovea/models"));
		jar = new URLClassLoader(new URL[] {folder.resolve("jar").toUri().toURL()}, null);
		library = new ModelLibrary(List.of(first, folder.resolve("missing"), second), jar);
		savedModel(first.resolve("alpha"), "alpha in a folder");
		zip(first.resolve("beta.zip"), "beta of the first folder");
		zip(second.resolve("beta.ZIP"), "beta of the second folder");
		zip(second.resolve("gamma.zip"), "gamma");
		Files.writeString(second.resolve("notes.txt"), "no model");
		Files.createDirectory(second.resolve(".hidden"));
		Files.writeString(resources.resolve("index.txt"), "# bundled\n\ndelta \ngamma\nlost\n");
		zip(resources.resolve("delta.zip"), "delta in the jar");
		zip(resources.resolve("gamma.zip"), "gamma in the jar");
	}

	@AfterEach
	void closeJar() throws IOException {
		jar.close();
	}

	private static void savedModel(final Path target, final String graph) throws IOException {
		Files.writeString(Files.createDirectories(target).resolve("saved_model.pb"), graph);
	}

	private static void zip(final Path zip, final String graph) throws IOException {
		new ZipFixture().with("saved_model.pb", graph).write(zip);
	}

	private String graph(final String nameOrPath) throws Exception {
		try (ModelArchive model = library.open(nameOrPath)) {
			return Files.readString(model.savedModel().resolve("saved_model.pb"));
		}
	}

	@Test
	void listsInstalledAndBundledModels() {
		assertEquals(List.of("alpha", "beta", "delta", "gamma", "lost"), library.names());
	}

	@Test
	void findsByName() throws Exception {
		assertEquals("alpha in a folder", graph("alpha"));
		assertEquals("beta of the first folder", graph("beta"));
		assertEquals("gamma", graph("gamma"));
		assertEquals("delta in the jar", graph("delta"));
	}

	@Test
	void prefersPaths() throws Exception {
		assertEquals(
				"beta of the second folder", graph(second.resolve("beta.ZIP").toString()));
	}

	/**
	 * The names of files and folders that have a model's name begin in the working directory, which a test cannot
	 * change.
	 */
	@Test
	void noFileOfItsNameTakesAModelsPlace() throws Exception {
		final List<String> notes = new ArrayList<>();
		final String name = "fovea-library-test-" + ProcessHandle.current().pid();
		zip(second.resolve(name + ".zip"), "of the library");
		savedModel(Path.of(name), "here");
		try {
			try (ModelArchive model = library.open(name, notes::add)) {
				assertEquals(
						"of the library", Files.readString(model.savedModel().resolve("saved_model.pb")));
			}
			assertEquals(1, notes.size());
			assertTrue(notes.get(0).contains("." + File.separator + name), notes.get(0));
			assertEquals("here", graph("." + File.separator + name));
			Files.delete(second.resolve(name + ".zip"));
			assertEquals("here", graph(name));
		} finally {
			Files.deleteIfExists(Path.of(name, "saved_model.pb"));
			Files.deleteIfExists(Path.of(name));
		}
	}

	@Test
	void whatNobodyNamesIsTheOneInside() throws Exception {
		final List<String> notes = new ArrayList<>();
		try (ModelArchive model = library.openInside("gamma")) {
			assertEquals("gamma in the jar", Files.readString(model.savedModel().resolve("saved_model.pb")));
		}
		try (ModelArchive model = library.open("gamma", notes::add)) {
			assertEquals("gamma", Files.readString(model.savedModel().resolve("saved_model.pb")));
		}
		assertEquals(1, notes.size(), "one that hides the one inside is told");
		notes.clear();
		try (ModelArchive model = library.openOffered("gamma", "gamma", notes::add)) {
			assertEquals("gamma in the jar", Files.readString(model.savedModel().resolve("saved_model.pb")));
		}
		assertTrue(
				notes.get(0).startsWith("model=gamma: the model inside Fovea is used, not the model "),
				notes.toString());
		try (ModelArchive model = library.openOffered("gamma", "delta", notes::add)) {
			assertEquals("gamma", Files.readString(model.savedModel().resolve("saved_model.pb")));
		}
		notes.subList(1, notes.size()).clear();
		try (ModelArchive model = library.open("delta", notes::add)) {
			assertEquals(1, notes.size(), () -> model + " " + notes);
		}
	}

	@Test
	void opensBundledModelsUnderTheirName() throws Exception {
		final Path savedModel;
		try (ModelArchive model = library.open("delta")) {
			assertEquals("delta", model.name());
			savedModel = model.savedModel();
		}
		assertFalse(Files.exists(savedModel));
	}

	@Test
	void saysWhatThereIs() {
		assertEquals(
				"Model 'omega' not found: expected the path of a folder or zip, or one of alpha, beta, delta, gamma, "
						+ "lost",
				assertThrows(ModelException.class, () -> library.open("omega")).getMessage());
		assertTrue(assertThrows(ModelException.class, () -> library.open(" "))
				.getMessage()
				.startsWith("No model given: "));
		assertThrows(ModelException.class, () -> library.open("\0"));
		assertThrows(ModelException.class, () -> library.open("../first/alpha"));
		assertEquals(
				"Model 'a' not found: expected the path of a folder or zip, there are no installed models",
				assertThrows(
								ModelException.class,
								() -> new ModelLibrary(List.of(), new URLClassLoader(new URL[0], null)).open("a"))
						.getMessage());
	}

	@Test
	void saysWhatTheJarLacks() {
		assertTrue(assertThrows(ModelException.class, () -> library.open("lost"))
				.getMessage()
				.contains("inside the jar"));
	}

	@Test
	void takesFoldersFromPropertyThenEnvironmentThenHome() {
		final String list = "a" + File.pathSeparator + " b";
		assertEquals(List.of(Path.of("a"), Path.of("b")), ModelLibrary.defaultFolders(list, "c", "h"));
		assertEquals(List.of(Path.of("c")), ModelLibrary.defaultFolders("", "c", "h"));
		assertEquals(List.of(Path.of("h", ".fovea", "models")), ModelLibrary.defaultFolders(null, null, "h"));
	}
}
