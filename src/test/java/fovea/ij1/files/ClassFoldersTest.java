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
package fovea.ij1.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.data.LabeledImages;
import fovea.ij1.ImageFiles;
import fovea.model.ClassSpec;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFoldersTest {

	@TempDir
	private Path folder;

	private void save(final String subfolder, final String name, final int value) throws IOException, FoveaException {
		Files.createDirectories(folder.resolve(subfolder));
		ImageFiles.save(
				new ImagePlus(name, new ByteProcessor(1, 1, new byte[] {(byte) value})),
				folder.resolve(subfolder).resolve(name));
	}

	@Test
	void subfoldersAreClasses() throws IOException, FoveaException {
		save("dog", "b.png", 4);
		save("dog", "a.png", 3);
		save("cat", "a.png", 1);
		Files.createDirectory(folder.resolve(".hidden"));
		Files.writeString(folder.resolve("readme.txt"), "no class");
		final LabeledImages labeled = ClassFolders.of(folder);
		assertEquals(
				List.of("cat", "dog"),
				labeled.classes().stream().map(ClassSpec::name).toList());
		assertEquals(
				List.of("cat/a.png", "dog/a.png", "dog/b.png"), labeled.images().names());
		assertEquals(List.of(0, 1, 1), labeled.labels());
		final List<Float> values = new java.util.ArrayList<>();
		for (int i = 0; i < 3; i++)
			values.add(labeled.images().read(i).pixels().getAt(0, 0, 0, 0, 0).getRealFloat());
		assertEquals(List.of(1f, 3f, 4f), values);
	}

	@Test
	void fewerThanTwoClassesAndEmptyOnesAreTold() throws IOException, FoveaException {
		assertTrue(message(folder.resolve("none")).endsWith("found nothing there"));
		save("cat", "a.png", 1);
		assertTrue(message(folder).endsWith("expected a subfolder for each of two classes or more, found 1"));
		assertTrue(message(folder.resolve("cat/a.png")).endsWith("got a file"));
		Files.createDirectory(folder.resolve("dog"));
		assertTrue(message(folder).endsWith("dog: expected images of a class, found none"));
	}

	private static String message(final Path path) {
		return assertThrows(ImageException.class, () -> ClassFolders.of(path)).getMessage();
	}
}
