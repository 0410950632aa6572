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
package fovea.ij1.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.ij1.ImageFiles;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.image.PlaneReader;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * TIFFs of many kinds, written by tifffile and libtiff, have the values that scripts/fixtures/make_tiffs.py gave them.
 */
class TiffKindsTest {

	private static final Path KINDS = Path.of("src/test/resources/fovea/tiff/kinds");
	private static final int WIDTH = 19;
	private static final int HEIGHT = 11;

	static List<Path> kinds() throws IOException {
		try (Stream<Path> files = Files.list(KINDS)) {
			return files.sorted().toList();
		}
	}

	@Test
	void allKindsAreThere() throws IOException {
		final List<String> names =
				kinds().stream().map(file -> file.getFileName().toString()).toList();
		for (final String part : Set.of(
				"u1-",
				"u12-",
				"i8-",
				"f16-",
				"f64-",
				"-5p-",
				"lzw3",
				"zip3",
				"zip2",
				"packbits",
				"tiles",
				"-be.",
				"bigle",
				"bigbe")) assertTrue(names.stream().anyMatch(name -> name.contains(part)), part);
		assertTrue(names.size() > 120, names.size() + " files");
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void valuesAreThoseThatWereWritten(final Path file) throws Exception {
		final String[] words = file.getFileName().toString().split("[-.]");
		final int samples = words[1].charAt(0) - '0';
		final int pages = Integer.parseInt(words[2]);
		final ImagePlus imp = ImageFiles.open(file);
		final Image image = ImagePlusImages.wrap(imp);
		assertEquals(
				List.of(WIDTH, HEIGHT, samples, pages, 1),
				List.of(
						image.size(Image.X),
						image.size(Image.Y),
						image.size(Image.C),
						image.size(Image.Z),
						image.size(Image.T)));
		assertEquals(List.of(), ImageFiles.warnings(imp));
		assertEquals(samples == 3 && words[0].equals("u8"), image.rgb());
		final PlaneReader reader = new PlaneReader(image);
		final float[] plane = new float[WIDTH * HEIGHT];
		for (int page = 0; page < pages; page++)
			for (int s = 0; s < samples; s++) {
				reader.read(s, page, 0, 0, HEIGHT, plane);
				for (int i = 0; i < plane.length; i++)
					assertEquals(
							(float) value(words[0], ((page * samples + s) * HEIGHT + i / WIDTH) * WIDTH + i % WIDTH),
							plane[i],
							file + " page " + page + " sample " + s + " pixel " + i);
			}
	}

	/** As in make_tiffs.py. */
	private static double value(final String type, final long number) {
		final long v = number * 7919 % 65521;
		return switch (type) {
			case "u1" -> v % 2 * 255; // ImageJ's white
			case "u2" -> v % 4;
			case "u4" -> v % 16;
			case "u8" -> v % 256;
			case "i8" -> v % 256 - 128;
			case "u12" -> v % 4096;
			case "u16" -> v;
			case "i16" -> v - 32768;
			case "u32" -> v * 251;
			case "i32" -> v * 251 - 8000000;
			case "f16" -> (v % 2048 - 1000) / 4.0;
			default -> v / 8.0 - 1000;
		};
	}
}
