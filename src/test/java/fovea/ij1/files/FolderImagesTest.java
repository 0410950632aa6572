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
import fovea.base.TrainingException;
import fovea.data.MaskReading;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.ij1.ImageFiles;
import fovea.train.TrainingListener;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImagesTest {

	@TempDir
	private Path folder;

	private final SampleReader reader = new SampleReader(List.of(), OptionalInt.empty(), TrainingListener.NONE);

	@Test
	void imagesAndTheirMasksBecomeSamples() throws FoveaException, IOException {
		final Path images = Files.createDirectory(folder.resolve("images"));
		final Path masks = Files.createDirectory(folder.resolve("masks"));
		for (final String name : List.of("b", "a")) {
			ImageFiles.save(
					new ImagePlus(name, new ShortProcessor(2, 1, new short[] {1000, (short) 60000}, null)),
					images.resolve(name + ".tif"));
			ImageFiles.save(
					new ImagePlus(name, new ByteProcessor(2, 1, new byte[] {0, (byte) 255})),
					masks.resolve(name + ".png"));
		}
		Files.writeString(images.resolve("readme.txt"), "no image");
		Files.writeString(images.resolve(".hidden.tif"), "no image");
		Files.createDirectory(images.resolve("sub.tif"));
		final Samples samples = reader.masks(FolderImages.of(images), FolderImages.of(masks), new MaskReading.Binary());
		assertEquals(
				List.of("a.tif", "b.tif"),
				samples.samples().stream().map(s -> s.image()).toList());
		assertEquals(60000, samples.samples().get(0).input().at(0, 1, 0));
		assertEquals(1, samples.samples().get(0).target().at(0, 1, 1));
	}

	@Test
	void pagesThatAreNotLearnedFromAreTold() throws FoveaException, IOException {
		Files.copy(Path.of("src/test/resources/fovea/tiff/cases/mixed_size3.tif"), folder.resolve("mixed.tif"));
		final List<String> warnings = new ArrayList<>();
		final SampleReader telling = new SampleReader(List.of(), OptionalInt.empty(), new TrainingListener() {

			@Override
			public void warn(final String message) {
				warnings.add(message);
			}
		});
		assertEquals(2, telling.images(FolderImages.of(folder)).samples().size());
		assertEquals(
				List.of("mixed.tif: 2 of 3 pages are used: page 3 is 30 x 20 of 16 bit, page 1 is 60 x 48 of 16 bit"),
				warnings);
	}

	@Test
	void whatCannotBeReadIsTold() throws IOException, ImageException {
		assertTrue(assertThrows(ImageException.class, () -> FolderImages.of(folder.resolve("none")))
				.getMessage()
				.endsWith("none: no such file or folder"));
		final FolderImages empty = FolderImages.of(folder);
		assertTrue(assertThrows(TrainingException.class, () -> reader.images(empty))
				.getMessage()
				.endsWith("found none"));
		Files.writeString(folder.resolve("broken.png"), "no image");
		final FolderImages broken = FolderImages.of(folder);
		assertTrue(assertThrows(ImageException.class, () -> reader.images(broken))
				.getMessage()
				.contains("broken.png"));
	}
}
