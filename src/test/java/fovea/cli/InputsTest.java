package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

	@TempDir
	Path folder;

	@Test
	void aFolderMeansItsImageFilesSortedAndNotThoseBelow() throws IOException {
		final Path b = file("b.TIF");
		final Path a = file("a.png");
		file("notes.txt");
		file("._a.png");
		file("below/c.png");
		Files.createDirectory(folder.resolve("folder.tif"));
		final Inputs inputs = Inputs.of(List.of(folder));
		assertEquals(List.of(a, b), inputs.images());
		assertEquals(List.of(), inputs.problems());
	}

	@Test
	void aFileThatIsNamedMayBeCalledAnything() throws IOException {
		final Path odd = file("image");
		assertEquals(List.of(odd), Inputs.of(List.of(odd)).images());
	}

	@Test
	void anImageNamedTwiceIsOneImage() throws IOException {
		final Path a = file("a.png");
		assertEquals(List.of(a), Inputs.of(List.of(a, folder, folder.resolve("../" + folder.getFileName() + "/a.png")))
			.images());
	}

	@Test
	void whatIsNotThereIsToldAndTheRestStays() throws IOException {
		final Path a = file("a.png");
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		final Inputs inputs = Inputs.of(List.of(folder.resolve("gone.tif"), empty, a));
		assertEquals(List.of(a), inputs.images());
		assertEquals(2, inputs.problems().size());
		assertTrue(inputs.problems().get(0).endsWith("gone.tif: no such file or folder"), inputs.problems().get(0));
		assertTrue(inputs.problems().get(1).startsWith(empty + ": this folder holds no image files"), inputs.problems().get(
			1));
	}

	private Path file(final String name) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.createFile(file);
	}
}
