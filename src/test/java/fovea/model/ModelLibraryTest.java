package fovea.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
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
		jar = new URLClassLoader(new URL[] { folder.resolve("jar").toUri().toURL() }, null);
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
		assertEquals("beta of the second folder", graph(second.resolve("beta.ZIP").toString()));
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
			"Model 'omega' not found: expected the path of a folder or zip, or one of alpha, beta, delta, gamma, lost",
			assertThrows(ModelException.class, () -> library.open("omega")).getMessage());
		assertTrue(assertThrows(ModelException.class, () -> library.open(" ")).getMessage().startsWith("No model given: "));
		assertThrows(ModelException.class, () -> library.open("\0"));
		assertThrows(ModelException.class, () -> library.open("../first/alpha"));
		assertEquals("Model 'a' not found: expected the path of a folder or zip, there are no installed models", assertThrows(
			ModelException.class, () -> new ModelLibrary(List.of(), new URLClassLoader(new URL[0], null)).open("a"))
				.getMessage());
	}

	@Test
	void saysWhatTheJarLacks() {
		assertTrue(assertThrows(ModelException.class, () -> library.open("lost")).getMessage().contains("inside the jar"));
	}

	@Test
	void takesFoldersFromPropertyThenEnvironmentThenHome() {
		final String list = "a" + File.pathSeparator + " b";
		assertEquals(List.of(Path.of("a"), Path.of("b")), ModelLibrary.defaultFolders(list, "c", "h"));
		assertEquals(List.of(Path.of("c")), ModelLibrary.defaultFolders("", "c", "h"));
		assertEquals(List.of(Path.of("h", ".fovea", "models")), ModelLibrary.defaultFolders(null, null, "h"));
	}
}
