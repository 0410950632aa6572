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
package fovea.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.IdxFile;
import fovea.data.ImageSource;
import fovea.data.LabeledImages;
import fovea.data.NpyImages;
import fovea.data.Sample;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.io.Npy;
import fovea.model.ClassSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayFilesTest {

	private static final byte[] IMAGES = {0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, (byte) 200, 5, 6};
	private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 3, 7, 1, 7};

	@TempDir
	private Path folder;

	private Path gzip(final String name, final byte[] bytes) throws IOException {
		final Path file = folder.resolve(name);
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
			out.write(bytes);
		}
		return file;
	}

	private static Samples samples(final ImageSource source) throws FoveaException {
		return new SampleReader(List.of(), OptionalInt.empty(), TrainingListener.NONE).images(source);
	}

	@Test
	void readsImagesZippedOrNot() throws IOException, FoveaException {
		final Path plain = Files.write(folder.resolve("plain"), IMAGES);
		for (final Path file : List.of(gzip("images.gz", IMAGES), plain)) {
			final Samples samples = samples(IdxFile.read(file).images());
			assertEquals(3, samples.samples().size());
			assertEquals(
					new Raster(1, 2, 1, new float[] {3, 200}),
					samples.samples().get(1).input());
			assertEquals(file.getFileName() + " 1", samples.samples().get(1).name());
		}
	}

	@Test
	void labelsFilter() throws IOException, FoveaException {
		final IdxFile images = IdxFile.read(gzip("images.gz", IMAGES));
		final IdxFile labels = IdxFile.read(gzip("labels.gz", LABELS));
		final Samples samples = samples(images.images(labels, Set.of(7)));
		assertEquals(
				List.of("images.gz 0", "images.gz 2"),
				samples.samples().stream().map(Sample::name).toList());
		assertEquals(
				new Raster(1, 2, 1, new float[] {5, 6}),
				samples.samples().get(1).input());
		assertTrue(message(() -> images.images(labels, Set.of(2, 3)))
				.endsWith("expected some of the labels [2, 3], found none"));
		assertTrue(message(() -> images.images(images, Set.of(7))).contains("expected 3 labels"));
		assertTrue(message(labels::images).contains("expected images, an array of three axes"));
	}

	@Test
	void labelsBecomeClassesInTheirOrder() throws IOException, FoveaException {
		final IdxFile images = IdxFile.read(gzip("images.gz", IMAGES));
		final IdxFile labels = IdxFile.read(gzip("labels.gz", new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 7, (byte) 200, 7}));
		final LabeledImages all = images.labeled(labels, Set.of());
		assertEquals(
				List.of("7", "200"), all.classes().stream().map(ClassSpec::name).toList());
		assertEquals(List.of(0, 1, 0), all.labels());
		final LabeledImages some = images.labeled(labels, Set.of(200, 3));
		assertEquals(List.of("images.gz 1"), some.images().names());
		assertEquals(
				List.of("200"), some.classes().stream().map(ClassSpec::name).toList());
		assertTrue(message(() -> images.labeled(labels, Set.of(3)))
				.endsWith("expected some of the labels [3], found none"));
		assertTrue(message(() -> images.labeled(images, Set.of())).contains("expected 3 labels"));
	}

	@Test
	void otherFilesAndPartsAreTold() throws IOException {
		final Path text = Files.writeString(folder.resolve("text"), "Lorem ipsum dolor sit amet");
		assertTrue(message(() -> IdxFile.read(text)).contains("expected an IDX file"));
		final Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(IMAGES, 20));
		assertTrue(message(() -> IdxFile.read(cut)).contains("expected 6 bytes, got 4"));
		final ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(zipped)) {
			out.write(IMAGES);
		}
		final Path cutZip = Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(zipped.toByteArray(), 25));
		assertTrue(message(() -> IdxFile.read(cutZip)).contains("damaged or truncated"));
		final Path huge = Files.write(folder.resolve("huge"), new byte[] {0, 0, 8, 2, 127, 0, 0, 0, 127, 0, 0, 0});
		assertTrue(message(() -> IdxFile.read(huge)).contains("fewer than 2^31"));
		final Path bomb = Files.write(
				folder.resolve("bomb"), new byte[] {0, 0, 8, 3, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 4, 0, 1, 2, 3});
		assertTrue(message(() -> IdxFile.read(bomb))
				.contains("expected 1073741824 bytes, got 19: the file is cut short or damaged"));
		final byte[] packed = Files.readAllBytes(gzip("labels.gz", LABELS));
		packed[packed.length - 6] ^= 1; // of its checksum
		final Path wrong = Files.write(folder.resolve("wrong.gz"), packed);
		assertTrue(message(() -> IdxFile.read(wrong)).contains("damaged or truncated"));
		assertTrue(message(() -> IdxFile.read(folder.resolve("none"))).endsWith("none: no such file"));
	}

	private static String message(final org.junit.jupiter.api.function.Executable call) {
		return assertThrows(TrainingException.class, call).getMessage();
	}

	@Test
	void readsNumpyArrays() throws FoveaException {
		final Path file = folder.resolve("a.npy");
		Npy.write(file, new int[] {2, 1, 2, 3}, new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
		final Samples color = samples(NpyImages.read(file));
		assertEquals(
				new Raster(1, 2, 3, new float[] {6, 7, 8, 9, 10, 11}),
				color.samples().get(1).input());
		Npy.write(file, new int[] {3, 1, 2}, new float[] {0, 1, 2, 3, 4, 5});
		assertEquals(
				new Raster(1, 2, 1, new float[] {4, 5}),
				samples(NpyImages.read(file)).samples().get(2).input());
		Npy.write(file, new int[] {2, 2}, new float[] {0, 1, 2, 3});
		assertEquals(1, samples(NpyImages.read(file)).samples().size());
		Npy.write(file, new int[] {4}, new float[] {0, 1, 2, 3});
		assertTrue(message(() -> NpyImages.read(file)).contains("expected images"));
	}
}
