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
package fovea.cli.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileListTest {

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
		final ImageFileList inputs = list(folder);
		assertEquals(List.of(a, b), images(inputs));
		assertEquals(List.of(), inputs.problems());
	}

	@Test
	void aFileThatIsNamedMayBeCalledAnything() throws IOException {
		final Path odd = file("image");
		assertEquals(List.of(odd), images(list(odd)));
	}

	@Test
	void anImageNamedTwiceIsOneImage() throws IOException {
		final Path a = file("a.png");
		assertEquals(List.of(a), images(list(a, folder, folder.resolve("../" + folder.getFileName() + "/a.png"))));
	}

	@Test
	void whatIsNotThereIsToldAndTheRestStays() throws IOException {
		final Path a = file("a.png");
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		final ImageFileList inputs = list(folder.resolve("gone.tif"), empty, a);
		assertEquals(List.of(a), images(inputs));
		assertEquals(2, inputs.problems().size());
		assertTrue(
				inputs.problems().get(0).endsWith("gone.tif: no such file or folder"),
				inputs.problems().get(0));
		assertTrue(
				inputs.problems().get(1).startsWith(empty + ": this folder holds no image files"),
				inputs.problems().get(1));
	}

	private static ImageFileList list(final Path... arguments) {
		return ImageFileList.of(Arrays.stream(arguments).map(Path::toString).toList());
	}

	private static List<Path> images(final ImageFileList list) {
		return list.images().stream().map(image -> image.path().orElseThrow()).toList();
	}

	private Path file(final String name) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.createFile(file);
	}
}
