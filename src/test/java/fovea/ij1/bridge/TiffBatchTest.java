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
package fovea.ij1.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Hosts;
import fovea.JavaProcess;
import fovea.cli.CommandLineCalls;
import fovea.ij1.ImageFiles;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.image.PlaneReader;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of TIFFs of many kinds, and of damaged ones, through Batch Folder... in plain ImageJ and through the command
 * line. A twin of each, whose values are the same in ImageJ's own 32-bit TIFF, has to give the same result.
 */
@ExtendWith(Hosts.class)
class TiffBatchTest {

	private static final Path FILES = Path.of("src/test/resources/fovea/tiff");
	private static final List<String> WHOLE = List.of(
			"cases/i8_zero",
			"cases/jpeg_noise_q100",
			"cases/pred3_f32_lzw",
			"cases/sep5_u16",
			"cases/p2be",
			"cases/u16_bigtiff",
			"cases/mixed_size3",
			"ome/ztc.ome",
			"pyramids/gray-subifd-big",
			"damage/deflate");
	private static final List<String> DAMAGED = List.of("hang-zlib", "zlib-flip", "deflate-flip");

	@TempDir
	Path folder;

	@BeforeEach
	void makeImages() throws Exception {
		final Path in = Files.createDirectories(folder.resolve("in"));
		for (final String name : WHOLE) {
			final Path file = FILES.resolve(name + ".tif");
			final String own = name.substring(name.indexOf('/') + 1).replace(".ome", "-ome");
			Files.copy(file, in.resolve(own + ".tif"));
			ImageFiles.save(twin(ImageFiles.open(file)), in.resolve(own + "-twin.tif"));
		}
		for (final String name : DAMAGED)
			Files.copy(FILES.resolve("damage/" + name + ".tif"), in.resolve(name + ".tif"));
	}

	@Test
	void hostsReadTheSame(final OpenImageJ imageJ) throws Exception {
		final JavaProcess.Outcome macro = imageJ.run(
				("run('Batch Folder...', 'task=denoise input=FOLDER/in output=FOLDER/macro model=smooth-denoise "
								+ "normalize=none bitdepth=32-bit tolerant=true');")
						.replace('\'', '"')
						.replace("FOLDER", folder.toString()));
		final String said = String.join("\n", macro.output()) + String.join("\n", macro.errors());
		assertTrue(said.contains("2 of 3 pages are used"), said);
		final Map<String, float[]> byMacro = results(folder.resolve("macro"));

		final JavaProcess.Outcome line = CommandLineCalls.outcome(
				"denoise",
				folder.resolve("in").toString(),
				"--out",
				folder.resolve("line").toString(),
				"--model",
				"smooth-denoise",
				"--normalize",
				"none",
				"--bit-depth",
				"32");
		final String errors = String.join("\n", line.errors());
		assertTrue(errors.contains("2 of 3 pages are used") && !errors.contains("\tat "), errors);
		final Map<String, float[]> byLine = results(folder.resolve("line"));
		assertEquals(byLine.keySet(), byMacro.keySet());
		byLine.forEach((name, values) -> assertArrayEquals(values, byMacro.get(name), 1e-5f * 65535, name));
	}

	/** @return by image; each is its twin's */
	private static Map<String, float[]> results(final Path out) throws Exception {
		final List<String> journal = Files.readAllLines(out.resolve("fovea-journal.csv"));
		for (final String name : DAMAGED)
			assertTrue(
					journal.stream()
							.anyMatch(line -> line.startsWith(name + ".tif,failed,")
									&& line.contains("it is damaged (page 1, strip ")),
					name + ": " + journal);
		assertEquals(
				2 * WHOLE.size(),
				journal.stream().filter(line -> line.contains(".tif,done,")).count(),
				journal.toString());
		final Map<String, float[]> results = new TreeMap<>();
		try (Stream<Path> files = Files.list(out)) {
			for (final Path file :
					files.filter(f -> f.toString().endsWith("-denoised.tif")).toList())
				results.put(file.getFileName().toString(), values(ImagePlusImages.wrap(ImageFiles.open(file))));
		}
		assertEquals(2 * WHOLE.size(), results.size());
		results.forEach((name, values) -> {
			if (!name.contains("-twin"))
				assertArrayEquals(results.get(name.replace("-denoised", "-twin-denoised")), values, name);
		});
		return results;
	}

	private static ImagePlus twin(final ImagePlus imp) throws Exception {
		final Image image = ImagePlusImages.wrap(imp);
		final ImageStack stack = new ImageStack(imp.getWidth(), imp.getHeight());
		final int area = imp.getWidth() * imp.getHeight();
		final float[] all = values(image);
		for (int at = 0; at < all.length; at += area)
			stack.addSlice(null, java.util.Arrays.copyOfRange(all, at, at + area));
		final ImagePlus twin = new ImagePlus("twin", stack);
		twin.setDimensions(image.size(Image.C), image.size(Image.Z), image.size(Image.T));
		twin.setOpenAsHyperStack(true);
		return image.size(Image.C) > 1 ? new ij.CompositeImage(twin, IJ.GRAYSCALE) : twin;
	}

	private static float[] values(final Image image) throws IOException {
		final int area = image.size(Image.X) * image.size(Image.Y);
		final float[] values = new float[area * image.size(Image.C) * image.size(Image.Z) * image.size(Image.T)];
		final float[] plane = new float[area];
		final PlaneReader reader = new PlaneReader(image);
		int at = 0;
		for (int t = 0; t < image.size(Image.T); t++)
			for (int z = 0; z < image.size(Image.Z); z++)
				for (int c = 0; c < image.size(Image.C); c++, at += area) {
					reader.read(c, z, t, 0, image.size(Image.Y), plane);
					System.arraycopy(plane, 0, values, at, area);
				}
		return values;
	}
}
